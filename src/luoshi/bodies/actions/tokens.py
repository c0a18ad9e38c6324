"""Tokens: keys by which a program acts for a person."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from luoshi.bodies.models import Person, Token
from luoshi.bodies.subjects import subject_of
from luoshi.bodies.tokens import digest_of, new_secret
from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.journal.actions import record
from luoshi.journal.permission import require

#: the longest life of a token in days, and how many living ones a person may have
LONGEST, MOST = 366, 20


@transaction.atomic
def issue_token(*, actor: Actor, person: Person, name: str, days: int) -> tuple[Token, str]:
    """Make a token that acts for a person; the secret is returned here and never again.

    Effects: a row with the digest of the secret, a journal entry without it; an old token
    of the same name that is over makes room. Raises Refused without a name, for a name
    that a living token has, for a life that is too long, and for too many tokens.
    """
    require(actor, "bodies.issue_token", person)
    person = Person.objects.select_for_update().get(pk=person.pk)
    name = name.strip()
    _refuse_needless(person, name, days)
    now, secret = timezone.now(), new_secret()
    Token.objects.filter(person=person, name=name, revoked_at=None).update(revoked_at=now)
    token = Token.objects.create(
        person=person, name=name, sha256=digest_of(secret), expires_at=now + dt.timedelta(days=days)
    )
    after = {"name": name, "expires_at": token.expires_at.isoformat(timespec="seconds")}
    record(actor=actor, verb="bodies.issue_token", subject=subject_of(token), after=after)
    return token, secret


@transaction.atomic
def revoke_token(*, actor: Actor, token: Token) -> Token:
    """End a token; ended again it stays as it is.

    Effects: whoever uses it is refused from now on, a journal entry.
    """
    require(actor, "bodies.revoke_token", token)
    token = Token.objects.select_for_update(of=("self",)).select_related("person").get(pk=token.pk)
    if token.revoked_at is None:
        token.revoked_at = timezone.now()
        token.save(update_fields=["revoked_at"])
        record(actor=actor, verb="bodies.revoke_token", subject=subject_of(token), before={"name": token.name})
    return token


def _refuse_needless(person: Person, name: str, days: int) -> None:
    if not name or len(name) > 60:
        raise Refused(zh="请用一到六十个字写明令牌的用途。", en="Say in 1 to 60 characters what the token is for.")
    if not 1 <= days <= LONGEST:
        raise Refused(zh=f"有效期须为 1 至 {LONGEST} 天。", en=f"A token lives 1 to {LONGEST} days.")
    living = person.tokens.filter(revoked_at=None, expires_at__gt=timezone.now())
    if living.filter(name=name).exists():
        raise Refused(
            zh=f"已有名为“{name}”的令牌。请换一个名称，或先吊销它。",
            en=f"There is a token “{name}” already. Choose another name or revoke it first.",
        )
    if living.count() >= MOST:
        raise Refused(zh=f"最多 {MOST} 个令牌。请先吊销不用的。", en=f"At most {MOST} tokens. Revoke some first.")
