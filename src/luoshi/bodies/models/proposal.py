"""A body met for the first time in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from luoshi.bodies.enums import BodyKind, ProposalState
from luoshi.bodies.models.body import Body
from luoshi.bodies.models.place import Place

if TYPE_CHECKING:
    from luoshi.bodies.queries.keeping import Keeping


class ProposalQuerySet(models.QuerySet["Proposal"]):
    """Proposals, scoped."""

    def kept_by(self, keeping: Keeping) -> ProposalQuerySet:
        """Those that somebody may decide: in the places that they keep, or below the bodies that they keep."""
        if keeping.everything:
            return self
        kept = models.Q(parent_id__in=keeping.body_ids)
        for place in keeping.places:
            kept |= models.Q(place__scheme=place.scheme, place__code__gte=place.code, place__code__lt=place.code_after)
        return self.filter(kept)


class Proposal(models.Model):
    """拟新增单位: a printed name that no known body bears, with what can be guessed about it.

    ``place`` is the place of the documents that print it, ``seat`` where the body is
    guessed to sit. ``met`` counts how often each document prints it, so that a document
    that is counted again changes nothing.
    """

    name = models.CharField(_("名称"), max_length=120)
    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("文件所在地区"), related_name="+")
    seat = models.ForeignKey(Place, models.PROTECT, verbose_name=_("地区"), related_name="+")
    kind = models.CharField(_("类别"), max_length=16, choices=BodyKind.choices, default=BodyKind.DEPARTMENT)
    parent = models.ForeignKey(
        Body, models.SET_NULL, verbose_name=_("上级单位"), related_name="+", null=True, blank=True
    )
    uses = models.PositiveIntegerField(_("出现次数"), default=0)
    met = models.JSONField(_("各文件出现次数"), default=dict)
    first_text = models.CharField(_("首见于"), max_length=300, blank=True)
    first_path = models.CharField(_("首见网址"), max_length=300, blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=ProposalState.choices, default=ProposalState.OPEN)
    body = models.ForeignKey(
        Body, models.PROTECT, verbose_name=_("单位"), related_name="proposals", null=True, blank=True
    )
    created_at = models.DateTimeField(_("提出时间"), auto_now_add=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("拟新增单位")
        ordering = ["-uses", "name"]
        constraints = [
            models.UniqueConstraint(fields=["place", "name"], name="proposal_once_a_place"),
            models.CheckConstraint(condition=~models.Q(name=""), name="proposal_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(state__in=["added", "joined"], body__isnull=False)
                | models.Q(state__in=["open", "dismissed"], body=None),
                name="proposal_has_a_body_when_settled",
            ),
        ]
        indexes = [models.Index(fields=["state", "-id"], name="proposal_waiting")]

    def __str__(self) -> str:
        return self.name
