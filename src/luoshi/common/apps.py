"""App registration."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    """What every app shares: no domain nouns."""

    name = "luoshi.common"
    label = "common"
