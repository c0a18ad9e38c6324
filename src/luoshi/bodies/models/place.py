"""An administrative division."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from luoshi.bodies.enums import Level, Scheme


class PlaceQuerySet(models.QuerySet["Place"]):
    """Places, found by the tree that their codes are."""

    def within(self, place: Place) -> PlaceQuerySet:
        """The place itself and all below it.

        Codes are digits only, so a range finds the subtree by the index on both databases.
        """
        return self.filter(scheme=place.scheme, code__gte=place.code, code__lt=place.code_after)

    def above(self, place: Place) -> PlaceQuerySet:
        """The places that hold this one, itself included."""
        codes = [place.code[: int(level)] for level in Level if int(level) <= len(place.code)]
        return self.filter(scheme=place.scheme, code__in=codes)


class Place(models.Model):
    """地区: a division with its code by GB/T 2260 (2, 4 or 6 digits) or GB/T 10114 (9 or 12).

    Trailing zeros are left off, so a code is the beginning of the codes below it.
    A code only means something within its scheme and vintage.
    """

    scheme = models.CharField(_("代码来源"), max_length=8, choices=Scheme.choices)
    code = models.CharField(_("代码"), max_length=12)
    vintage = models.CharField(_("代码年份"), max_length=10)
    name = models.CharField(_("名称"), max_length=60)
    level = models.PositiveSmallIntegerField(_("层级"), choices=Level.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("上级地区"), related_name="children", null=True, blank=True
    )
    ended_on = models.DateField(_("撤销日期"), null=True, blank=True)
    #: the place that stands for it today; what came between stands in the reorganisations
    successor = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("承接地区"), related_name="predecessors", null=True, blank=True
    )
    is_town = models.BooleanField(_("城镇"), default=False)
    shape = models.JSONField(_("示意轮廓"), null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("地区")
        ordering = ["scheme", "code"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "code"], name="place_code_once_a_scheme"),
            models.CheckConstraint(
                condition=models.Q(level__in=[int(level) for level in Level]), name="place_level_known"
            ),
            models.CheckConstraint(
                condition=models.Q(successor=None) | models.Q(ended_on__isnull=False),
                name="place_successor_means_ended",
            ),
            models.CheckConstraint(condition=~models.Q(successor=models.F("id")), name="place_does_not_follow_itself"),
        ]
        indexes = [models.Index(fields=["name"], name="place_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def code_after(self) -> str:
        """The first code behind the subtree of this one."""
        return f"{int(self.code) + 1:0{len(self.code)}d}"

    @property
    def code_as_published(self) -> str:
        """With trailing zeros, as the standard prints it (six digits down to the county)."""
        return self.code.ljust(6, "0")


class PlaceName(models.Model):
    """曾用地名: a name that a place bore while its code stayed the same."""

    place = models.ForeignKey(Place, models.CASCADE, verbose_name=_("地区"), related_name="former_names")
    name = models.CharField(_("名称"), max_length=60)
    until = models.DateField(_("用至"))

    class Meta:
        verbose_name = _("曾用地名")
        ordering = ["-until"]
        constraints = [
            models.UniqueConstraint(fields=["place", "name"], name="place_former_name_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="place_former_name_has_letters"),
        ]
        indexes = [models.Index(fields=["name"], name="place_former_name")]

    def __str__(self) -> str:
        return self.name
