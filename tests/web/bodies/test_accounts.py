"""Accounts: made, closed, unlocked, given a new password."""

from __future__ import annotations

import pytest

from luoshi.bodies.actions import add_person, deactivate_person, reset_password, unlock_person
from luoshi.bodies.models import Person
from luoshi.common.errors import NotAllowed, Refused
from luoshi.journal.models import Entry

GOOD = "four words make sense"


def test_an_account_is_made_by_the_system_administrator_and_asks_for_an_own_password(world):
    person = add_person(actor=world.actor("system"), username="xin", name="新人", password=GOOD)
    assert person.must_change_password
    assert person.check_password(GOOD)
    assert GOOD not in Entry.objects.get().record


@pytest.mark.parametrize("password", ["short", "1234567890123", "password123"])
def test_a_weak_password_is_refused(world, password):
    with pytest.raises(Refused):
        add_person(actor=world.actor("system"), username="xin", name="新人", password=password)
    assert not Person.objects.filter(username="xin").exists()


def test_a_sign_in_name_that_is_taken_is_refused(world):
    with pytest.raises(Refused, match="“officer”已被使用"):
        add_person(actor=world.actor("system"), username="officer", name="新人", password=GOOD)


@pytest.mark.parametrize("role", ["security", "auditor", "officer", "leader"])
def test_nobody_else_makes_accounts(world, role):
    with pytest.raises(NotAllowed):
        add_person(actor=world.actor(role), username="xin", name="新人", password=GOOD)


def test_a_closed_account_does_not_sign_in_and_may_do_nothing(world, client):
    person = deactivate_person(actor=world.actor("security"), person=world.persons["delivery"])
    deactivate_person(actor=world.actor("security"), person=person)
    client.post("/accounts/login/", {"login": "delivery", "password": "a password for tests"})
    assert client.get("/desk/documents/").status_code == 302
    assert not person.has_perm("documents.receive_source")
    assert Entry.objects.filter(verb="bodies.deactivate_person").count() == 1


def test_a_reset_password_ends_the_sessions_and_has_to_be_changed(world, sign_in):
    browser = sign_in("officer")
    reset_password(actor=world.actor("security"), person=world.persons["officer"], password=GOOD)
    assert browser.get("/desk/documents/").status_code == 302
    assert Person.objects.get(username="officer").must_change_password


def test_the_system_administrator_resets_no_password_and_unlocks_nobody(world):
    with pytest.raises(NotAllowed):
        reset_password(actor=world.actor("system"), person=world.persons["officer"], password=GOOD)
    with pytest.raises(NotAllowed):
        unlock_person(actor=world.actor("system"), person=world.persons["officer"])
