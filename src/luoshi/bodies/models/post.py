"""What a person does in a body."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from luoshi.bodies.enums import ADMINISTRATORS, PostKind
from luoshi.bodies.models.body import Body
from luoshi.bodies.models.person import Person


class Post(models.Model):
    """岗位: held from a day until it is given up; rows are ended, not deleted."""

    person = models.ForeignKey(Person, models.PROTECT, verbose_name=_("人员"), related_name="posts")
    body = models.ForeignKey(Body, models.PROTECT, verbose_name=_("单位"), related_name="posts")
    kind = models.CharField(_("岗位"), max_length=16, choices=PostKind.choices)
    title = models.CharField(_("职务"), max_length=60, blank=True)
    since = models.DateTimeField(_("任职时间"), auto_now_add=True)
    ended_at = models.DateTimeField(_("离任时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("岗位")
        ordering = ["body", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "body", "kind"], condition=models.Q(ended_at=None), name="post_held_once"
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(ended_at=None, kind__in=[str(kind) for kind in ADMINISTRATORS]),
                name="post_three_administrators_are_three_persons",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.get_kind_display()}"
