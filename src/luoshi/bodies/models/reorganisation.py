"""A reorganisation of bodies or places, and what it did to each."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from luoshi.bodies.enums import ReorganisationKind
from luoshi.bodies.models.body import Body
from luoshi.bodies.models.place import Place


class Reorganisation(models.Model):
    """机构/区划调整: what was ordered, from when, by which document. It is applied as a whole or not at all.

    ``key`` says which reorganisation it is, so that the same one is applied once.
    """

    key = models.CharField(_("标识"), max_length=80, unique=True)
    kind = models.CharField(_("方式"), max_length=10, choices=ReorganisationKind.choices)
    effective_on = models.DateField(_("生效日期"))
    is_year_only = models.BooleanField(_("只知年份"), default=False)
    number = models.CharField(_("文号"), max_length=100, blank=True)
    source = models.CharField(_("依据"), max_length=500, blank=True)
    reason = models.CharField(_("理由"), max_length=500, blank=True)
    applied_at = models.DateTimeField(_("执行时间"), auto_now_add=True)
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("执行人"), related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = _("机构区划调整")
        ordering = ["-effective_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=[str(kind) for kind in ReorganisationKind]),
                name="reorganisation_kind_known",
            ),
            models.CheckConstraint(condition=~models.Q(key=""), name="reorganisation_has_a_key"),
        ]

    def __str__(self) -> str:
        return f"{self.effective_on} {self.get_kind_display()}"


class ReorganisationPart(models.Model):
    """What a reorganisation did to one body or one place; the names are kept as they were that day."""

    reorganisation = models.ForeignKey(
        Reorganisation, models.CASCADE, verbose_name=_("机构区划调整"), related_name="parts"
    )
    from_body = models.ForeignKey(Body, models.PROTECT, verbose_name=_("原单位"), related_name="left", null=True)
    to_body = models.ForeignKey(
        Body, models.PROTECT, verbose_name=_("新单位"), related_name="came", null=True, blank=True
    )
    from_place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("原地区"), related_name="left", null=True)
    to_place = models.ForeignKey(
        Place, models.PROTECT, verbose_name=_("新地区"), related_name="came", null=True, blank=True
    )
    before = models.CharField(_("原名"), max_length=160)
    after = models.CharField(_("新名"), max_length=160, blank=True)
    moved = models.JSONField(_("转移数量"), default=dict)

    class Meta:
        verbose_name = _("调整明细")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(from_body__isnull=False, from_place=None)
                | models.Q(from_body=None, from_place__isnull=False),
                name="reorganisation_part_is_a_body_or_a_place",
            ),
            models.UniqueConstraint(
                fields=["reorganisation", "from_body", "to_body"], name="reorganisation_pair_of_bodies_once"
            ),
            models.UniqueConstraint(
                fields=["reorganisation", "from_place", "to_place"], name="reorganisation_pair_of_places_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
