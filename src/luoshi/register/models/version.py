"""The register of a document as it was published, for ever."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from luoshi.documents.models import Document
from luoshi.register.models.commitment import Commitment


class Version(models.Model):
    """版本: frozen; the database refuses update and delete (triggers in the first migrations).

    ``digest`` (by ``algorithm``) covers the contents of its items in order; the journal names it too, so
    anybody can see that an old version still says what it said.
    """

    document = models.ForeignKey(Document, models.PROTECT, verbose_name=_("文件"), related_name="versions")
    number = models.PositiveIntegerField(_("版次"))
    name = models.CharField(_("名称"), max_length=200)
    reason = models.CharField(_("理由"), max_length=500, blank=True)
    published_at = models.DateTimeField(_("发布时间"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("发布人"), related_name="+", null=True, blank=True
    )
    count = models.PositiveIntegerField(_("条数"))
    assessable = models.PositiveIntegerField(_("可核验条数"))
    algorithm = models.CharField(_("散列算法"), max_length=8)
    digest = models.CharField(_("散列值"), max_length=64)

    class Meta:
        verbose_name = _("台账版本")
        ordering = ["document", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="version_has_one_number"),
            models.CheckConstraint(condition=~models.Q(name=""), name="version_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(number=1) | ~models.Q(reason=""), name="version_after_the_first_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class VersionItem(models.Model):
    """A commitment as a version froze it; ``content`` is what ``luoshi.register.bridge.content_of`` gave."""

    version = models.ForeignKey(Version, models.PROTECT, verbose_name=_("版本"), related_name="items")
    position = models.PositiveIntegerField(_("次序"))
    commitment = models.ForeignKey(Commitment, models.PROTECT, verbose_name=_("任务事项"), related_name="+")
    content = models.JSONField(_("内容"))

    class Meta:
        verbose_name = _("版本条目")
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="version_item_has_one_position"),
            models.UniqueConstraint(fields=["version", "commitment"], name="version_holds_a_commitment_once"),
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.position}"
