"""A commitment of a document, from the proposal to the published register."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from luoshi.bodies.models import Body, Place
from luoshi.documents.enums import Cadence, Kind
from luoshi.documents.models import Document, Finding
from luoshi.register.enums import State
from luoshi_core.assessable import PARTS, Part, from_mask

if TYPE_CHECKING:
    from luoshi.bodies.queries import Scope


#: later than every due date
NEVER = dt.date(9999, 12, 31)
#: what decides who sees a row: at the end of an index, a list needs no other row than those that it shows
SEEN_BY = ["state", "keeper", "owner", "checker"]
FILTERED_BY = ["place", "due_or_never", "missing", "kind", "cadence"]


class CommitmentQuerySet(models.QuerySet["Commitment"]):
    """Commitments, scoped."""

    def visible_to(self, scope: Scope) -> CommitmentQuerySet:
        """Those that the asker's bodies and places keep, own or check."""
        if scope.everything:
            return self
        seen = Body.objects.visible_to(scope).order_by().values("pk")
        return self.filter(
            models.Q(keeper__in=seen)
            | models.Q(owner__in=seen, state__in=[State.REGISTERED, State.WITHDRAWN])
            | models.Q(checker__in=seen, state__in=[State.REGISTERED, State.WITHDRAWN])
        )


class Commitment(models.Model):
    """任务事项: the smallest thing that one body could report as done or not done.

    ``quote`` are the exact words with their places (``spans``) in the text; ``found``
    says where each field came from: the reading, a person, a cell of a ledger.
    ``revision`` counts its changes; ``published_revision`` is the one that the latest
    version of its document holds. ``missing`` are the parts that keep it from being
    assessable, as bits (``luoshi_core.assessable``). The names of owner and checker are
    kept as printed beside the body that they mean.
    """

    document = models.ForeignKey(
        Document, models.CASCADE, verbose_name=_("文件"), related_name="commitments", db_index=False
    )
    serial = models.PositiveIntegerField(_("编号"))
    keeper = models.ForeignKey(Body, models.PROTECT, verbose_name=_("立账单位"), related_name="+", db_index=False)
    finding = models.ForeignKey(
        Finding, models.SET_NULL, verbose_name=_("读取结果"), related_name="+", null=True, blank=True
    )
    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.PROPOSED)

    quote = models.TextField(_("原文"))
    path = models.JSONField(_("条目"), default=list)
    spans = models.JSONField(_("位置"), default=list)
    start = models.PositiveIntegerField(_("起"), default=0)
    end = models.PositiveIntegerField(_("止"), default=0)

    owner = models.ForeignKey(
        Body, models.PROTECT, verbose_name=_("责任单位"), related_name="+", null=True, blank=True, db_index=False
    )
    owner_name = models.CharField(_("责任单位"), max_length=300, blank=True)
    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("地区"), related_name="+", db_index=False)
    partners = models.JSONField(_("配合单位"), default=list)
    leader = models.CharField(_("责任领导"), max_length=100, blank=True)
    due = models.DateField(_("完成时限"), null=True, blank=True)
    #: the due date as lists are ordered by it: what has none comes last, on every database
    due_or_never = models.GeneratedField(
        expression=Coalesce("due", models.Value(NEVER)), output_field=models.DateField(), db_persist=True
    )
    cadence = models.CharField(_("频次"), max_length=10, choices=Cadence.choices, default=Cadence.ONCE)
    targets = models.JSONField(_("目标值"), default=list)
    kind = models.CharField(_("类型"), max_length=12, choices=Kind.choices, default=Kind.ACTION)

    beneficiary = models.CharField(_("受益对象"), max_length=300, blank=True)
    change = models.CharField(_("可观察的变化"), max_length=500, blank=True)
    baseline = models.CharField(_("基线"), max_length=300, blank=True)
    evidence = models.JSONField(_("佐证类型"), default=list)
    checker = models.ForeignKey(
        Body, models.PROTECT, verbose_name=_("核查单位"), related_name="+", null=True, blank=True
    )
    checker_name = models.CharField(_("核查单位"), max_length=300, blank=True)
    missing = models.PositiveSmallIntegerField(_("不可评缺项"), default=0)

    found = models.JSONField(_("出处"), default=dict)
    remarks = models.JSONField(_("提示"), default=list)
    duplicate_of = models.ForeignKey(
        "self", models.SET_NULL, verbose_name=_("重复于"), related_name="+", null=True, blank=True
    )
    split_from = models.ForeignKey(
        "self", models.SET_NULL, verbose_name=_("拆分自"), related_name="parts", null=True, blank=True
    )
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, verbose_name=_("并入"), related_name="merged", null=True, blank=True
    )
    revision = models.PositiveIntegerField(_("修订"), default=1)
    published_revision = models.PositiveIntegerField(_("已发布的修订"), null=True, blank=True)
    updated_at = models.DateTimeField(_("更新时间"), auto_now=True)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("任务事项")
        ordering = ["document", "start", "serial"]
        constraints = [
            models.UniqueConstraint(fields=["document", "serial"], name="commitment_has_one_serial"),
            models.CheckConstraint(condition=~models.Q(quote=""), name="commitment_quotes_something"),
            models.CheckConstraint(condition=models.Q(start__lte=models.F("end")), name="commitment_runs_forward"),
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="commitment_state_known"),
            models.CheckConstraint(
                condition=models.Q(owner=None) | models.Q(checker=None) | ~models.Q(owner=models.F("checker")),
                name="commitment_is_not_checked_by_its_owner",
            ),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")), name="commitment_is_not_merged_into_itself"
            ),
        ]
        indexes = [
            # every condition of the register's page is in it: what is counted needs no row at all
            models.Index(
                fields=["document", "start", "serial", *SEEN_BY, *FILTERED_BY],
                name="commitment_in_order",
            ),
            models.Index(fields=["due_or_never", "id", *SEEN_BY], name="commitment_due"),
            models.Index(fields=["updated_at", "id", *SEEN_BY], name="commitment_updated"),
            models.Index(fields=["owner", "id", "state", "keeper", "checker", "missing"], name="commitment_owner"),
            models.Index(fields=["place", "id", *SEEN_BY], name="commitment_place"),
            models.Index(fields=["state", "id", "keeper", "owner", "checker"], name="commitment_state"),
            models.Index(fields=["keeper", "state"], name="commitment_keeper"),
        ]

    def __str__(self) -> str:
        return self.quote

    @property
    def code(self) -> str:
        """What people call it by for ever: number of the document, a dot, its number in it."""
        return f"{self.document_id}.{self.serial}"

    @property
    def owner_words(self) -> str:
        """The body that owns it, or the printed name that no body is known for."""
        return self.owner.name if self.owner else self.owner_name

    @property
    def checker_words(self) -> str:
        """The body that checks it, or the name that no body is known for."""
        return self.checker.name if self.checker else self.checker_name

    @property
    def missing_parts(self) -> tuple[Part, ...]:
        """What keeps it from being assessable."""
        return from_mask(self.missing)

    @property
    def missing_words(self) -> list[tuple[str, str]]:
        """The missing parts in Chinese and English."""
        return [PARTS[part] for part in self.missing_parts]

    @property
    def is_changed(self) -> bool:
        """Whether it differs from what the latest version says of it."""
        return self.published_revision is not None and self.revision != self.published_revision
