"""A file as it came, leaf by leaf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from luoshi.bodies.models import Body
from luoshi.documents.enums import SourceState

if TYPE_CHECKING:
    from luoshi.bodies.queries import Scope


class SourceQuerySet(models.QuerySet["Source"]):
    """Files, scoped."""

    def visible_to(self, scope: Scope, session: str = "") -> SourceQuerySet:
        """What is published, what belongs to the asker's bodies and places, what this session brought in."""
        if scope.everything:
            return self
        allowed = models.Q(is_published=True)
        if scope.body_ids:
            allowed |= models.Q(body_id__in=scope.body_ids)
        for place in scope.places:
            allowed |= models.Q(
                body__place__scheme=place.scheme,
                body__place__code__gte=place.code,
                body__place__code__lt=place.code_after,
            )
        if session:
            allowed |= models.Q(session=session)
        return self.filter(allowed)


class Source(models.Model):
    """原件: the bytes lie in the file store under their SHA-256.

    It belongs to a body, or for a visitor to a session until ``expires_at``.
    Its text and layout lie in its leaves.
    """

    body = models.ForeignKey(Body, models.PROTECT, verbose_name=_("单位"), related_name="+", null=True, blank=True)
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("投入人"), related_name="+", null=True, blank=True
    )
    session = models.CharField(_("会话"), max_length=40, blank=True, db_index=True)
    parent = models.ForeignKey(
        "self", models.CASCADE, verbose_name=_("压缩包"), related_name="members", null=True, blank=True
    )
    name = models.CharField(_("文件名"), max_length=255)
    sha256 = models.CharField(_("内容散列"), max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(_("字节数"))
    format = models.CharField(_("格式"), max_length=8, blank=True)
    state = models.CharField(_("状态"), max_length=8, choices=SourceState.choices, default=SourceState.QUEUED)
    error_zh = models.CharField(max_length=500, blank=True)
    error_en = models.CharField(max_length=500, blank=True)
    length = models.PositiveIntegerField(_("字数"), default=0)
    pages = models.PositiveIntegerField(_("页数"), default=1)
    remarks = models.JSONField(_("提示"), default=list)
    is_published = models.BooleanField(_("已公开"), default=False)
    is_demo = models.BooleanField(_("演示数据"), default=False)
    created_at = models.DateTimeField(_("投入时间"), auto_now_add=True)
    read_at = models.DateTimeField(_("读取时间"), null=True, blank=True)
    expires_at = models.DateTimeField(_("到期删除"), null=True, blank=True, db_index=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("原件")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(body__isnull=False) | ~models.Q(session=""), name="source_belongs_to_somebody"
            ),
            models.UniqueConstraint(
                fields=["body", "sha256"],
                condition=models.Q(body__isnull=False, parent=None),
                name="source_once_a_body",
            ),
            models.UniqueConstraint(
                fields=["session", "sha256"], condition=models.Q(body=None, parent=None), name="source_once_a_session"
            ),
        ]
        indexes = [models.Index(fields=["-created_at", "-id"], name="source_newest")]

    def __str__(self) -> str:
        return self.name

    @property
    def error(self) -> str:
        """Why it cannot be read, in the language of the page."""
        return self.error_en if (get_language() or "").startswith("en") else self.error_zh

    @property
    def is_done(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in {SourceState.READ, SourceState.FAILED}


class Leaf(models.Model):
    """版面: a stretch of the text as published, small enough to be shown at once; a page where there are pages.

    Leaves follow one another without a gap; ``start`` and ``end`` are the characters of
    the whole text that it holds, and every span of a finding points into the whole text.
    ``blocks`` are the short lists of ``luoshi.documents.layout``.
    """

    source = models.ForeignKey(Source, models.CASCADE, verbose_name=_("原件"), related_name="leaves")
    number = models.PositiveIntegerField(_("次序"))
    start = models.PositiveIntegerField(_("起"))
    end = models.PositiveIntegerField(_("止"))
    text = models.TextField(_("文本"), blank=True)
    blocks = models.JSONField(_("版面"), default=list)

    class Meta:
        verbose_name = _("版面")
        ordering = ["source", "number"]
        constraints = [
            models.UniqueConstraint(fields=["source", "number"], name="leaf_has_one_number"),
            models.CheckConstraint(condition=models.Q(start__lte=models.F("end")), name="leaf_runs_forward"),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.number}"
