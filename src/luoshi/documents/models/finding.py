"""What reading proposes as a commitment; a person decides about it in the review."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from luoshi.documents.enums import Cadence, Kind
from luoshi.documents.models.document import Document


class Finding(models.Model):
    """拟任务: the exact words with their places, and each field with where it came from (``found``).

    ``start`` and ``end`` are the smallest stretch of the text that holds all its ``spans``.
    """

    document = models.ForeignKey(Document, models.CASCADE, verbose_name=_("文件"), related_name="findings")
    position = models.PositiveIntegerField(_("次序"))
    quote = models.TextField(_("原文"))
    path = models.JSONField(_("条目"), default=list)
    spans = models.JSONField(_("位置"), default=list)
    start = models.PositiveIntegerField(_("起"))
    end = models.PositiveIntegerField(_("止"))
    owner = models.CharField(_("责任单位"), max_length=300, blank=True)
    partners = models.JSONField(_("配合单位"), default=list)
    leader = models.CharField(_("责任领导"), max_length=100, blank=True)
    due = models.DateField(_("完成时限"), null=True, blank=True)
    cadence = models.CharField(_("频次"), max_length=10, choices=Cadence.choices, default=Cadence.ONCE)
    targets = models.JSONField(_("目标值"), default=list)
    kind = models.CharField(_("类型"), max_length=12, choices=Kind.choices, default=Kind.ACTION)
    duplicate_of = models.ForeignKey(
        "self", models.SET_NULL, verbose_name=_("重复于"), related_name="duplicates", null=True, blank=True
    )
    found = models.JSONField(_("出处"), default=dict)
    remarks = models.JSONField(_("提示"), default=list)

    class Meta:
        verbose_name = _("拟任务")
        ordering = ["document", "position"]
        constraints = [
            models.UniqueConstraint(fields=["document", "position"], name="finding_has_one_position"),
            models.CheckConstraint(condition=~models.Q(quote=""), name="finding_quotes_something"),
        ]
        indexes = [models.Index(fields=["document", "start"], name="finding_place")]

    def __str__(self) -> str:
        return self.quote

    @property
    def missing(self) -> list[str]:
        """What keeps it from being assessable: "owner", "due"."""
        timed = self.due is not None or self.cadence != Cadence.ONCE
        return [name for name, there in (("owner", bool(self.owner)), ("due", timed)) if not there]
