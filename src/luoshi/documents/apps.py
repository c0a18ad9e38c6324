"""App registration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    """What was decided: files, passages, what reading found."""

    name = "luoshi.documents"
    label = "documents"
    verbose_name = _("文件")

    def ready(self) -> None:
        """Make the verbs and the search known."""
        from luoshi.common.searching import register_searcher
        from luoshi.documents import rules  # noqa: F401
        from luoshi.documents.searcher import DOCUMENTS, FINDINGS
        from luoshi.documents.verbs import VERBS
        from luoshi.journal.verbs import register

        register(VERBS)
        register_searcher(DOCUMENTS)
        register_searcher(FINDINGS)
