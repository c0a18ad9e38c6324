"""The switches of the look: language, elder mode, theme."""

from django.urls import path

from luoshi.common import views

app_name = "look"
urlpatterns = [
    path("language/", views.set_language, name="language"),
    path("set/", views.set_look, name="set"),
]
