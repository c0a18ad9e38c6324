"""Pages for residents and visitors."""

from django.urls import URLPattern

app_name = "portal"
urlpatterns: list[URLPattern] = []
