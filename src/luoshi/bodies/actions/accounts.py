"""Accounts: made by the system administrator, unlocked and reset by the security administrator."""

from __future__ import annotations

from axes.utils import reset as axes_reset
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from luoshi.bodies.models import Person
from luoshi.bodies.subjects import subject_of
from luoshi.common.actor import Actor
from luoshi.common.errors import Refused
from luoshi.journal.actions import record
from luoshi.journal.permission import require


@transaction.atomic
def add_person(
    *, actor: Actor, username: str, name: str, password: str, email: str = "", is_demo: bool = False
) -> Person:
    """Make an account; the first sign-in asks for a new password (not in the demo).

    Effects: a row in the journal, without the password.
    Raises Refused when the sign-in name is taken or the password is too weak.
    """
    require(actor, "bodies.add_person", None)
    if Person.objects.filter(username=username).exists():
        raise Refused(zh=f"用户名“{username}”已被使用。", en=f"The sign-in name “{username}” is taken.")
    person = Person(username=username, name=name, email=email, is_demo=is_demo, must_change_password=not is_demo)
    _set_password(person, password, check=not is_demo)
    person.save()
    record(
        actor=actor, verb="bodies.add_person", subject=subject_of(person), after={"username": username, "name": name}
    )
    return person


@transaction.atomic
def deactivate_person(*, actor: Actor, person: Person) -> Person:
    """Close an account: no more sign-in; what the person did stays in the records.

    Effects: ``is_active`` is off, a row in the journal.
    """
    require(actor, "bodies.deactivate_person", person)
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.is_active:
        person.is_active = False
        person.save(update_fields=["is_active"])
        record(actor=actor, verb="bodies.deactivate_person", subject=subject_of(person))
    return person


@transaction.atomic
def unlock_person(*, actor: Actor, person: Person) -> None:
    """Let a person who failed too often sign in again.

    Effects: the count of failures is forgotten, a row in the journal.
    """
    require(actor, "bodies.unlock_person", person)
    axes_reset(username=person.username)
    record(actor=actor, verb="bodies.unlock_person", subject=subject_of(person))


@transaction.atomic
def reset_password(*, actor: Actor, person: Person, password: str) -> Person:
    """Set a password that the person has to change at the next sign-in.

    Effects: all sessions of the person end, a row in the journal (without the password).
    Raises Refused when the password is too weak.
    """
    require(actor, "bodies.reset_password", person)
    person = Person.objects.select_for_update().get(pk=person.pk)
    _set_password(person, password, check=True)
    person.must_change_password = True
    person.save(update_fields=["password", "must_change_password"])
    record(actor=actor, verb="bodies.reset_password", subject=subject_of(person))
    return person


def _set_password(person: Person, password: str, *, check: bool) -> None:
    if check:
        try:
            validate_password(password, person)
        except ValidationError as error:
            words = " ".join(error.messages)
            raise Refused(zh=words, en=words) from error
    person.set_password(password)
