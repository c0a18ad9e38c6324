"""What was changed in a commitment, by whom, from where."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from luoshi.register.models.commitment import Commitment


class Change(models.Model):
    """改动: the step from one revision to the next; ``fields[name] == [before, after]``.

    The journal keeps the same for ever; these rows answer the page's questions: who
    filled a field, and what did it say when a ledger was exported.
    """

    commitment = models.ForeignKey(Commitment, models.CASCADE, verbose_name=_("任务事项"), related_name="changes")
    revision = models.PositiveIntegerField(_("修订"))
    verb = models.CharField(_("操作"), max_length=60)
    actor = models.CharField(_("操作者标识"), max_length=100)
    actor_name = models.CharField(_("操作者"), max_length=100)
    fields = models.JSONField(_("字段"), default=dict)
    reason = models.CharField(_("理由"), max_length=500, blank=True)
    origin = models.CharField(_("来自"), max_length=200, blank=True)
    at = models.DateTimeField(_("时间"), auto_now_add=True)

    class Meta:
        verbose_name = _("改动")
        ordering = ["commitment", "-revision"]
        constraints = [
            models.UniqueConstraint(fields=["commitment", "revision"], name="change_leads_to_one_revision"),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id} r{self.revision} {self.verb}"
