"""To give a post and to end it."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from luoshi.bodies.actions import end_post, grant_post
from luoshi.bodies.enums import ADMINISTRATORS, PostKind
from luoshi.bodies.models import Post
from luoshi.bodies.queries import scope_of
from luoshi.common.errors import NotAllowed, Refused
from luoshi.journal.models import Entry


def give(world, person: str, kind: PostKind, role: str = "security") -> Post:
    return grant_post(actor=world.actor(role), person=world.persons[person], body=world.culture, kind=kind)


def test_a_post_opens_what_it_opens_and_the_journal_says_who_gave_it(world):
    assert scope_of(world.actor("nobody").user).body_ids == frozenset()
    give(world, "nobody", PostKind.OFFICER)
    assert scope_of(world.actor("nobody").user).body_ids == {world.culture.pk}
    assert Entry.objects.first().verb == "bodies.grant_post"


def test_given_again_it_is_the_same_post(world):
    assert give(world, "nobody", PostKind.OFFICER) == give(world, "nobody", PostKind.OFFICER)
    assert Entry.objects.count() == 1


@pytest.mark.parametrize("kind", ADMINISTRATORS)
@pytest.mark.parametrize("holder", ["system", "auditor"])
def test_the_three_administrators_are_three_persons(world, holder, kind):
    held = world.persons[holder].posts.get()
    if held.kind == kind:
        return
    with pytest.raises(Refused, match="三人分任"):
        give(world, holder, kind)
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.create(person=world.persons[holder], body=world.culture, kind=kind)


def test_a_power_that_was_given_up_makes_room_for_another(world):
    end_post(actor=world.actor("security"), post=world.persons["auditor"].posts.get())
    assert give(world, "auditor", PostKind.SYSTEM_ADMIN).kind == PostKind.SYSTEM_ADMIN


def test_nobody_gives_a_post_to_themselves(world):
    with pytest.raises(Refused, match="不能给自己授予岗位"):
        give(world, "security", PostKind.LEADER)


@pytest.mark.parametrize("role", ["system", "auditor", "leader", "delivery", "officer", "nobody"])
def test_only_the_security_administrator_gives_and_ends_posts(world, role):
    with pytest.raises(NotAllowed):
        give(world, "nobody", PostKind.OFFICER, role)
    with pytest.raises(NotAllowed):
        end_post(actor=world.actor(role), post=world.persons["officer"].posts.get())


def test_an_ended_post_opens_nothing_and_ending_it_again_changes_nothing(world):
    post = world.persons["officer"].posts.get()
    ended = end_post(actor=world.actor("security"), post=post)
    assert end_post(actor=world.actor("security"), post=post).ended_at == ended.ended_at
    assert scope_of(world.actor("officer").user).body_ids == frozenset()
    assert Entry.objects.filter(verb="bodies.end_post").count() == 1
