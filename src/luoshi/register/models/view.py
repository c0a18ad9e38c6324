"""A way of looking at the register that somebody keeps."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from luoshi.bodies.models import Body


class View(models.Model):
    """视图: a named set of filters, order and grouping; of one person, or shared with a body."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("人员"), related_name="+")
    body = models.ForeignKey(Body, models.CASCADE, verbose_name=_("共享单位"), related_name="+", null=True, blank=True)
    name = models.CharField(_("名称"), max_length=60)
    query = models.CharField(_("条件"), max_length=2000)

    class Meta:
        verbose_name = _("视图")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["person", "name"], name="view_name_once_a_person"),
            models.CheckConstraint(condition=~models.Q(name=""), name="view_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
