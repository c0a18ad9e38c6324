"""Pages for a signed-in officer."""

from django.urls import URLPattern

app_name = "desk"
urlpatterns: list[URLPattern] = []
