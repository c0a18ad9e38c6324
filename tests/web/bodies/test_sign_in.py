"""Signing in: recorded, bounded, ended."""

from __future__ import annotations

import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.urls import reverse

from luoshi.bodies.actions import unlock_person
from luoshi.bodies.models import Person
from luoshi.journal.models import Entry

PASSWORD = "a password for tests"


def attempt(client: Client, username: str, password: str):
    return client.post(reverse("account_login"), {"login": username, "password": password})


def test_a_person_signs_in_and_out_and_the_journal_says_so(world, client):
    assert attempt(client, "officer", PASSWORD).status_code == 302
    assert client.get("/desk/documents/").status_code == 200
    client.post(reverse("account_logout"))
    assert client.get("/desk/documents/").status_code == 302
    verbs = list(Entry.objects.order_by("seq").values_list("verb", flat=True))
    assert verbs == ["bodies.sign_in", "bodies.sign_out"]


def test_too_many_failures_lock_the_account_even_for_the_right_password_until_it_is_unlocked(world, client):
    for _ in range(5):
        response = attempt(client, "officer", "wrong")
    assert response.status_code == 429
    assert "账号已锁定" in response.content.decode()
    assert attempt(Client(), "officer", PASSWORD).status_code == 429
    assert Entry.objects.filter(verb="bodies.lock_out").exists()
    unlock_person(actor=world.actor("security"), person=world.persons["officer"])
    assert attempt(Client(), "officer", PASSWORD).status_code == 302


def test_a_name_that_does_not_exist_is_not_written_into_the_journal(world, client):
    attempt(client, "my-secret-password-typed-as-name", "x")
    assert "my-secret" not in Entry.objects.get(verb="bodies.sign_in_failed").record


def test_nobody_registers_by_themselves(world, client):
    client.post(reverse("account_signup"), {"username": "me", "password1": PASSWORD})
    assert not Person.objects.filter(username="me").exists()


@pytest.mark.parametrize(("minutes", "still_in"), [(29, True), (31, False)])
def test_a_session_ends_after_half_an_hour_without_a_request(world, sign_in, minutes, still_in):
    browser = sign_in("officer")
    browser.get("/desk/documents/")
    session = browser.session
    session["last"] = time.time() - minutes * 60
    session.save()
    assert (browser.get("/desk/documents/").status_code == 200) is still_in


def test_a_session_ends_after_ten_hours_in_any_case(world, sign_in):
    browser = sign_in("officer")
    browser.get("/desk/documents/")
    session = browser.session
    session["began"] = time.time() - 10 * 3600 - 1
    session.save()
    assert browser.get("/desk/documents/").status_code == 302


def test_whoever_must_change_the_password_reaches_nothing_else_before(world, sign_in):
    Person.objects.filter(username="officer").update(must_change_password=True)
    browser = sign_in("officer")
    assert browser.get("/desk/documents/").url == reverse("account_change_password")
    new = {"oldpassword": PASSWORD, "password1": "another long password", "password2": "another long password"}
    browser.post(reverse("account_change_password"), new)
    assert browser.get("/desk/documents/").status_code == 200
    assert Entry.objects.filter(verb="bodies.change_password").count() == 1


def test_where_a_second_factor_is_a_duty_an_administrator_is_led_to_it(world, sign_in, settings):
    settings.LUOSHI = {**settings.LUOSHI, "REQUIRE_SECOND_FACTOR": True}
    assert sign_in("auditor").get("/desk/journal/").url == reverse("mfa_activate_totp")
    assert sign_in("officer").get("/desk/documents/").status_code == 200


def test_a_second_factor_is_asked_for_once_it_is_set(world, client):
    TOTP.activate(world.persons["officer"], generate_totp_secret())
    assert attempt(client, "officer", PASSWORD).url.startswith(reverse("mfa_authenticate"))
    assert client.get("/desk/documents/").status_code == 302


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_guessing_the_second_factor_locks_the_account_and_the_journal_says_so(world, client):
    secret = generate_totp_secret()
    TOTP.activate(world.persons["officer"], secret)
    attempt(client, "officer", PASSWORD)
    code = code_of(secret)
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"
    for _ in range(5):
        client.post(reverse("mfa_authenticate"), {"code": wrong})
    assert Entry.objects.filter(verb="bodies.sign_in_failed").count() == 5
    assert Entry.objects.filter(verb="bodies.lock_out").exists()
    refused = client.post(reverse("mfa_authenticate"), {"code": code})
    assert "连续登录失败次数过多" in refused.content.decode()
    unlock_person(actor=world.actor("security"), person=world.persons["officer"])
    assert client.post(reverse("mfa_authenticate"), {"code": code_of(secret)}).status_code == 302
    assert client.get("/desk/documents/").status_code == 200
