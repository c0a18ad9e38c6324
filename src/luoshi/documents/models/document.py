"""A published text, its outline and what it asks for without binding anybody."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from luoshi.documents.models.source import Source


class Document(models.Model):
    """文件: with number 文号, issuer 发文机关, date 成文日期; a newspaper page holds several."""

    source = models.ForeignKey(Source, models.CASCADE, verbose_name=_("原件"), related_name="documents")
    position = models.PositiveIntegerField(_("次序"))
    title = models.CharField(_("标题"), max_length=300, blank=True)
    number = models.CharField(_("发文字号"), max_length=100, blank=True)
    issuer = models.CharField(_("发文机关"), max_length=300, blank=True)
    date = models.DateField(_("成文日期"), null=True, blank=True)
    author = models.CharField(_("作者"), max_length=200, blank=True)
    publication = models.CharField(_("来源"), max_length=200, blank=True)
    header = models.JSONField(_("文头"), default=dict)
    spans = models.JSONField(_("位置"), default=list)
    remarks = models.JSONField(_("提示"), default=list)

    class Meta:
        verbose_name = _("文件")
        ordering = ["source", "position"]
        constraints = [models.UniqueConstraint(fields=["source", "position"], name="document_has_one_position")]

    def __str__(self) -> str:
        return self.title or str(_("（无标题）"))


class Passage(models.Model):
    """条文: a heading of the outline."""

    document = models.ForeignKey(Document, models.CASCADE, verbose_name=_("文件"), related_name="passages")
    position = models.PositiveIntegerField(_("次序"))
    level = models.PositiveSmallIntegerField(_("层级"))
    label = models.CharField(_("序号"), max_length=40, blank=True)
    title = models.CharField(_("标题"), max_length=300)
    spans = models.JSONField(_("位置"), default=list)

    class Meta:
        verbose_name = _("条文")
        ordering = ["document", "position"]
        constraints = [models.UniqueConstraint(fields=["document", "position"], name="passage_has_one_position")]

    def __str__(self) -> str:
        return f"{self.label} {self.title}".strip()


class Call(models.Model):
    """倡议: what an article or speech asks for in concrete terms without binding anybody."""

    document = models.ForeignKey(Document, models.CASCADE, verbose_name=_("文件"), related_name="calls")
    position = models.PositiveIntegerField(_("次序"))
    quote = models.TextField(_("原文"))
    path = models.JSONField(_("条目"), default=list)
    spans = models.JSONField(_("位置"), default=list)

    class Meta:
        verbose_name = _("倡议")
        ordering = ["document", "position"]
        constraints = [models.UniqueConstraint(fields=["document", "position"], name="call_has_one_position")]

    def __str__(self) -> str:
        return self.quote
