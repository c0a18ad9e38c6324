"""A ledger that is being brought in: what each of its rows would change."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from luoshi.bodies.models import Body
from luoshi.documents.models import Document
from luoshi.register.enums import ImportState, RowKind
from luoshi.register.models.commitment import Commitment


class LedgerImport(models.Model):
    """导入: a file of a body with its preview; nothing is changed before somebody confirms it.

    ``sheets`` are the heads of somebody else's ledger with the field of every column; it is
    empty for a ledger that luoshi exported. ``counts`` holds the number of rows of each kind,
    those without a change among them ("same").
    """

    keeper = models.ForeignKey(Body, models.PROTECT, verbose_name=_("立账单位"), related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("人员"), related_name="+")
    name = models.CharField(_("文件名"), max_length=255)
    sha256 = models.CharField(_("内容散列"), max_length=64)
    state = models.CharField(_("状态"), max_length=10, choices=ImportState.choices)
    error_zh = models.CharField(max_length=500, blank=True)
    error_en = models.CharField(max_length=500, blank=True)
    is_own = models.BooleanField(_("本系统导出"), default=False)
    sheets = models.JSONField(_("列对应"), default=list)
    counts = models.JSONField(_("条数"), default=dict)
    document = models.ForeignKey(
        Document, models.SET_NULL, verbose_name=_("文件"), related_name="+", null=True, blank=True
    )
    created_at = models.DateTimeField(_("上传时间"), auto_now_add=True)
    applied_at = models.DateTimeField(_("导入时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("台账导入")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=ImportState.values), name="import_state_known"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def error(self) -> str:
        """Why it cannot be read, in the language of the page."""
        return self.error_en if (get_language() or "").startswith("en") else self.error_zh


class LedgerRow(models.Model):
    """A row that would change something, or that says why it does not; untouched rows are only counted.

    ``document`` is the one that a new commitment would belong to.

    ``cells[field]`` holds the address of the cell, what the register says now, what the
    cell says, and for a conflict what both started from.
    """

    ledger = models.ForeignKey(LedgerImport, models.CASCADE, verbose_name=_("导入"), related_name="rows")
    position = models.PositiveIntegerField(_("次序"))
    sheet = models.CharField(_("工作表"), max_length=100, blank=True)
    row = models.PositiveIntegerField(_("行"))
    kind = models.CharField(_("类别"), max_length=10, choices=RowKind.choices)
    commitment = models.ForeignKey(
        Commitment, models.SET_NULL, verbose_name=_("任务事项"), related_name="+", null=True, blank=True
    )
    revision = models.PositiveIntegerField(_("修订"), default=0)
    document = models.ForeignKey(
        Document, models.SET_NULL, verbose_name=_("文件"), related_name="+", null=True, blank=True
    )
    cells = models.JSONField(_("单元格"), default=dict)
    faults = models.JSONField(_("问题"), default=list)

    class Meta:
        verbose_name = _("台账行")
        ordering = ["ledger", "position"]
        constraints = [
            models.UniqueConstraint(fields=["ledger", "position"], name="ledger_row_has_one_position"),
        ]
        indexes = [models.Index(fields=["ledger", "kind", "position"], name="ledger_row_kind")]

    def __str__(self) -> str:
        return f"{self.sheet} {self.row}"


class HeaderMapping(models.Model):
    """列对应: which field each column of a ledger with this header means, as somebody confirmed it once."""

    keeper = models.ForeignKey(Body, models.CASCADE, verbose_name=_("立账单位"), related_name="+")
    signature = models.CharField(_("表头"), max_length=64)
    fields = models.JSONField(_("列"), default=list)

    class Meta:
        verbose_name = _("列对应")
        constraints = [
            models.UniqueConstraint(fields=["keeper", "signature"], name="header_mapping_once_a_body"),
        ]

    def __str__(self) -> str:
        return self.signature
