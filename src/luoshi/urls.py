"""Where everything is found."""

from __future__ import annotations

from allauth.account import urls as account_urls
from django.conf import settings
from django.urls import include, path

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
if settings.LUOSHI["OIDC_SERVER"]:
    accounts += [
        path("3rdparty/", include("allauth.socialaccount.urls")),
        path("", include("allauth.socialaccount.providers.openid_connect.urls")),
    ]

urlpatterns = [
    path("", include("luoshi.portal.urls")),
    path("desk/", include("luoshi.desk.urls")),
    path("accounts/", include(accounts)),
    path("look/", include("luoshi.common.urls")),
]

handler400 = "luoshi.common.views.bad_request"
handler403 = "luoshi.common.views.forbidden"
handler404 = "luoshi.common.views.not_found"
handler500 = "luoshi.common.views.broken"
