"""App registration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegisterConfig(AppConfig):
    """What was promised: commitments, their review, the versions of the register, ledgers in and out."""

    name = "luoshi.register"
    label = "register"
    verbose_name = _("台账")

    def ready(self) -> None:
        """Make the verbs, the references and the search known."""
        from luoshi.common.searching import register_searcher
        from luoshi.journal.verbs import register
        from luoshi.register import rules  # noqa: F401
        from luoshi.register.references import register_own
        from luoshi.register.searcher import COMMITMENTS
        from luoshi.register.verbs import VERBS

        register(VERBS)
        register_own()
        register_searcher(COMMITMENTS)
