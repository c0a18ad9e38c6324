"""An office, department, institution, supplier or community, and its other names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from luoshi.bodies.enums import BodyKind
from luoshi.bodies.models.place import Place

if TYPE_CHECKING:
    from luoshi.bodies.queries.scope import Scope


class BodyQuerySet(models.QuerySet["Body"]):
    """Bodies."""

    def visible_to(self, scope: Scope) -> BodyQuerySet:
        """The bodies that the asker may see: those of its places and its own."""
        if scope.everything:
            return self
        within = models.Q(pk__in=scope.body_ids)
        for place in scope.places:
            within |= models.Q(
                place__scheme=place.scheme, place__code__gte=place.code, place__code__lt=place.code_after
            )
        return self.filter(within)


class Body(models.Model):
    """单位: sits in a place, may have a parent body, keeps its name when it is closed."""

    name = models.CharField(_("名称"), max_length=120)
    kind = models.CharField(_("类别"), max_length=16, choices=BodyKind.choices)
    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("地区"), related_name="bodies")
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("上级单位"), related_name="children", null=True, blank=True
    )
    is_active = models.BooleanField(_("在用"), default=True)
    ended_on = models.DateField(_("撤销日期"), null=True, blank=True)
    #: the body that stands for it today; what came between stands in the reorganisations
    successor = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("承接单位"), related_name="predecessors", null=True, blank=True
    )
    is_demo = models.BooleanField(_("演示数据"), default=False)

    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = _("单位")
        ordering = ["place__code", "kind", "name"]
        constraints = [
            models.UniqueConstraint(fields=["place", "name"], name="body_name_once_a_place"),
            models.CheckConstraint(condition=~models.Q(name=""), name="body_has_a_name"),
            models.CheckConstraint(condition=~models.Q(parent=models.F("id")), name="body_is_not_its_own_parent"),
            models.CheckConstraint(
                condition=models.Q(successor=None) | models.Q(is_active=False, ended_on__isnull=False),
                name="body_successor_means_ended",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(is_active=False), name="body_ended_is_not_active"
            ),
            models.CheckConstraint(condition=~models.Q(successor=models.F("id")), name="body_does_not_follow_itself"),
        ]

    def __str__(self) -> str:
        return self.name


class Alias(models.Model):
    """Another name of a body: 市文旅局 for 市文化和旅游局. Within a place a name means one body.

    With ``until`` it is a former name: the body bore it until that day and is still found by it.
    """

    body = models.ForeignKey(Body, models.CASCADE, verbose_name=_("单位"), related_name="aliases")
    place = models.ForeignKey(Place, models.CASCADE, verbose_name=_("地区"), related_name="+")
    name = models.CharField(_("别名"), max_length=120)
    since = models.DateField(_("始用"), null=True, blank=True)
    until = models.DateField(_("用至"), null=True, blank=True)

    class Meta:
        verbose_name = _("别名")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["place", "name"], name="alias_means_one_body_in_a_place"),
            models.CheckConstraint(condition=~models.Q(name=""), name="alias_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(since=None) | models.Q(until=None) | models.Q(since__lte=models.F("until")),
                name="alias_since_before_until",
            ),
        ]

    def __str__(self) -> str:
        return self.name
