"""Who is let in: the person behind a token, the session of a browser with its CSRF token."""

from __future__ import annotations

import pytest
from django.test import Client
from programs import Program

from luoshi.api.keys import WRONG
from luoshi.bodies.actions import deactivate_person, issue_token, reset_password
from luoshi.bodies.models import Token


def test_a_wrong_token_is_told_what_to_do_in_the_language_that_is_asked_for(db):
    answer = Program("luoshi_nonsense").get("/files")
    assert (answer.status_code, answer.json()["code"]) == (401, "wrong-token")
    assert "我的账号" in answer.json()["detail"]
    assert answer.json()["type"] == "about:blank"
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_an_open_session_does_not_help_a_wrong_token(world, sign_in):
    browser = sign_in("delivery")
    assert browser.get("/api/v1/files", headers={"Authorization": "Bearer luoshi_nonsense"}).status_code == 401


def test_many_wrong_tokens_are_slowed_down_and_right_ones_still_pass(world, program):
    for _ in range(WRONG):
        assert Program("luoshi_nonsense").get("/files").status_code == 401
    answer = Program("luoshi_nonsense").get("/files")
    assert (answer.status_code, answer.json()["code"]) == (429, "too-many-wrong-tokens")
    assert int(answer["Retry-After"]) > 0
    assert program("delivery").get("/files").status_code == 200


def test_a_closed_account_and_one_with_an_open_duty_are_refused(world, program, settings):
    closing, changing, admin = program("officer"), program("north"), program("system")
    assert admin.get("/files").status_code == 200
    deactivate_person(actor=world.actor("security"), person=world.persons["officer"])
    reset_password(actor=world.actor("security"), person=world.persons["north"], password="four words make sense")
    settings.LUOSHI = {**settings.LUOSHI, "REQUIRE_SECOND_FACTOR": True}
    assert closing.get("/files").json()["code"] == "wrong-token"
    for duty in (changing, admin):
        answer = duty.get("/files")
        assert (answer.status_code, answer.json()["code"]) == (403, "duty-open")


def test_a_token_has_the_rights_of_its_person_and_leaves_its_name(world, document, program):
    from luoshi.journal.models import Entry

    assert program("officer").post(f"/documents/{document.pk}/review").status_code == 404
    assert program("auditor").post(f"/documents/{document.pk}/review").status_code == 403
    assert program("delivery").post(f"/documents/{document.pk}/review").json() == {"proposals": 3}
    entry = Entry.objects.first()
    assert (entry.verb, entry.actor) == ("register.open_review", f"person:{world.persons['delivery'].pk}")


def test_no_session_is_made_for_a_program(world, program):
    asking = program("delivery")
    assert not asking.get("/files").cookies
    assert Token.objects.get().last_used_at is not None


@pytest.mark.parametrize(("role", "status"), [("delivery", 200), ("nobody", 404)])
def test_a_session_counts_with_its_csrf_token(world, document, role, status):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(world.persons[role], backend="allauth.account.auth_backends.AuthenticationBackend")
    address = f"/api/v1/documents/{document.pk}"
    assert browser.get(address).status_code == status
    refused = browser.post(f"{address}/review")
    assert (refused.status_code, refused.json()["code"]) == (403, "csrf")
    browser.get("/")
    cookie = "a" * 32
    browser.cookies["csrftoken"] = cookie
    assert browser.post(f"{address}/review", headers={"X-CSRFToken": cookie}).status_code == status


def test_a_session_with_an_open_duty_is_refused_in_words(world, sign_in):
    reset_password(actor=world.actor("security"), person=world.persons["officer"], password="four words make sense")
    browser = Client()
    person = type(world.persons["officer"]).objects.get(username="officer")
    browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = browser.get("/api/v1/files")
    assert (answer.status_code, answer.json()["code"]) == (403, "duty-open")
    assert browser.get("/desk/documents/").status_code == 302


def test_a_token_of_somebody_who_lost_the_post_sees_nothing_any_more(world, document, program):
    from luoshi.bodies.actions import end_post
    from luoshi.bodies.models import Post

    asking = program("delivery")
    assert asking.get(f"/documents/{document.pk}").status_code == 200
    end_post(actor=world.actor("security"), post=Post.objects.get(person=world.persons["delivery"]))
    assert asking.get(f"/documents/{document.pk}").status_code == 404


def test_a_second_token_does_not_end_the_first(world, program):
    first, second = program("delivery"), program("delivery")
    assert first.get("/files").status_code == second.get("/files").status_code == 200
    assert issue_token(actor=world.actor("delivery"), person=world.persons["delivery"], name="三", days=1)
