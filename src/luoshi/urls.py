"""Where everything is found."""

from __future__ import annotations

from django.urls import include, path
from django.views.i18n import JavaScriptCatalog

urlpatterns = [
    path("", include("luoshi.portal.urls")),
    path("desk/", include("luoshi.desk.urls")),
    path("accounts/", include("allauth.urls")),
    path("look/", include("luoshi.common.urls")),
    path("jsi18n/", JavaScriptCatalog.as_view(packages=["luoshi.common"]), name="javascript-catalog"),
]

handler404 = "luoshi.common.views.not_found"
handler500 = "luoshi.common.views.broken"
handler403 = "luoshi.common.views.forbidden"
handler400 = "luoshi.common.views.bad_request"
