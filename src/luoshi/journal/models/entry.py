"""An entry of the journal and the head of its chain."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One thing that happened.

    ``record`` is the canonical text that the hash covers; the other columns repeat
    parts of it so that entries can be found. The database refuses update and
    delete (triggers in the first migrations).
    """

    seq = models.BigIntegerField(_("序号"), primary_key=True)
    at = models.DateTimeField(_("时间"))
    actor = models.CharField(_("操作者标识"), max_length=100)
    actor_name = models.CharField(_("操作者"), max_length=100)
    verb = models.CharField(_("操作"), max_length=60)
    subject_type = models.CharField(_("对象类型"), max_length=60)
    subject_id = models.CharField(_("对象标识"), max_length=60)
    subject_name = models.CharField(_("对象"), max_length=200)
    record = models.TextField(_("记录"))
    hash = models.CharField(_("散列值"), max_length=64, unique=True)

    class Meta:
        verbose_name = _("日志")
        ordering = ["-seq"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "-seq"], name="journal_subject"),
            models.Index(fields=["actor", "-seq"], name="journal_actor"),
            models.Index(fields=["verb", "-seq"], name="journal_verb"),
            models.Index(fields=["-at"], name="journal_at"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.actor_name} {self.verb} {self.subject_name}"


class Head(models.Model):
    """The end of the chain: one row, locked by whoever writes the next entry."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="journal_one_head")]

    def __str__(self) -> str:
        return f"{self.seq} {self.hash[:12]}"
