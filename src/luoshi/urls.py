"""Where everything is found."""

from __future__ import annotations

from allauth.account import urls as account_urls
from allauth.account.decorators import reauthentication_required
from allauth.socialaccount.views import connections
from django.conf import settings
from django.urls import include, path, re_path

from luoshi.api import API, nowhere
from luoshi.desk.views import outer_identity

#: of the pages that the sign-in library has, those that luoshi uses: nobody registers, mail is not needed
ACCOUNT_PAGES = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_signup",
    "account_change_password",
    "account_set_password",
    "account_reauthenticate",
}
accounts = [page for page in account_urls.urlpatterns if getattr(page, "name", None) in ACCOUNT_PAGES]
accounts += [path("2fa/", include("allauth.mfa.urls"))]

#: only there where single sign-on is set up; the library asks for some of them by its own names
OUTER_IDENTITY = [
    path("oidc/", reauthentication_required(connections), name="socialaccount_connections"),
    re_path(r"^(?P<provider_id>oidc)/login/$", outer_identity.leave, name="openid_connect_login"),
    re_path(r"^(?P<provider_id>oidc)/login/callback/$", outer_identity.arrive, name="openid_connect_callback"),
    path("oidc/cancelled/", outer_identity.outcome, {"name": "cancelled"}, name="socialaccount_login_cancelled"),
    path("oidc/failed/", outer_identity.outcome, {"name": "failed"}, name="outer_identity_failed"),
    path("oidc/stranger/", outer_identity.outcome, {"name": "stranger"}, name="outer_identity_stranger"),
    path("oidc/locked/", outer_identity.outcome, {"name": "locked"}, name="outer_identity_locked"),
]
if settings.SINGLE_SIGN_ON:
    accounts += OUTER_IDENTITY

urlpatterns = [
    path("", include("luoshi.portal.urls")),
    path("desk/", include("luoshi.desk.urls")),
    path("accounts/", include(accounts)),
    path("api/v1/", API.urls),
    re_path(r"^api/", nowhere),
    path("look/", include("luoshi.common.urls")),
]

handler400 = "luoshi.common.views.bad_request"
handler403 = "luoshi.common.views.forbidden"
handler404 = "luoshi.common.views.not_found"
handler500 = "luoshi.common.views.broken"
