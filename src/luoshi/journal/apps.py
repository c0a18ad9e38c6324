"""App registration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JournalConfig(AppConfig):
    """Journal."""

    name = "luoshi.journal"
    label = "journal"
    verbose_name = _("日志")
