"""App registration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    """Desk."""

    name = "luoshi.desk"
    label = "desk"
    verbose_name = _("办公")
