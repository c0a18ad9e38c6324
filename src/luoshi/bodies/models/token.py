"""A key by which a program acts for a person."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Token(models.Model):
    """令牌: exactly the rights of its person, until a day, unless it is revoked before.

    Only the digest of the secret is kept: whoever reads the database cannot use it.
    ``last_used_at`` is the hour of the last use, not the minute: it tells whether a token
    is still needed, not when somebody works.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("人员"), related_name="tokens")
    name = models.CharField(_("用途"), max_length=60)
    sha256 = models.CharField(_("散列值"), max_length=64, unique=True)
    created_at = models.DateTimeField(_("签发时间"), auto_now_add=True)
    expires_at = models.DateTimeField(_("到期时间"))
    last_used_at = models.DateTimeField(_("最近使用"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("吊销时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("令牌")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="token_has_a_name"),
            models.UniqueConstraint(
                fields=["person", "name"], condition=models.Q(revoked_at=None), name="token_name_once_a_person"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_alive(self, now: dt.datetime | None = None) -> bool:
        """Whether it is neither revoked nor over."""
        return self.revoked_at is None and self.expires_at > (now or timezone.now())
