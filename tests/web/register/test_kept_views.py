"""Ways of looking at the register that somebody keeps."""

from __future__ import annotations

import pytest
from reviewing import VISITOR, entries, everything, who

from luoshi.bodies.models import Post
from luoshi.common.errors import NotAllowed, Refused
from luoshi.register.actions import remove_view, save_view
from luoshi.register.models import View


def test_a_view_is_kept_and_overwritten_under_its_name(world):
    actor = world.actor("officer")
    first = save_view(actor=actor, name=" 逾期 ", query="state=registered")
    again = save_view(actor=actor, name="逾期", query="due=late", body=world.culture)
    assert first.pk == again.pk
    assert (again.name, again.query, again.body, again.person) == (
        "逾期",
        "due=late",
        world.culture,
        world.persons["officer"],
    )
    one, two = entries("register.save_view")
    assert (one["before"], one["after"]) == (None, {"query": "state=registered", "body": None})
    assert two["before"] == one["after"]
    assert two["after"] == {"query": "due=late", "body": str(world.culture.pk)}
    assert two["subject_id"] == str(first.pk)


def test_the_same_again_leaves_no_second_entry(world):
    actor = world.actor("officer")
    save_view(actor=actor, name="逾期", query="q", body=world.culture)
    before = everything()
    save_view(actor=actor, name="逾期", query="q", body=world.culture)
    assert everything() == before


def test_two_persons_use_the_same_name(world):
    for name in ("officer", "north"):
        save_view(actor=world.actor(name), name="逾期", query=name)
    assert View.objects.count() == 2


def test_a_view_that_cannot_be(world):
    actor = world.actor("officer")
    for more, words in [
        ({"name": " "}, "起个名字"), ({"name": "长" * 61}, "名称：不能超过 60"), ({"name": "\0"}, "名称：含有"),
        ({"query": "x" * 2001}, "条件：不能超过 2000"), ({"query": "\0"}, "条件：含有"),
        ({"body": world.office}, "任职的单位"),
    ]:  # fmt: skip
        with pytest.raises(Refused, match=words):
            save_view(actor=actor, **{"name": "逾期", "query": "", **more})
    Post.objects.update(ended_at="2026-01-01T00:00:00Z")
    with pytest.raises(Refused, match="任职的单位"):
        save_view(actor=actor, name="逾期", query="", body=world.culture)
    with pytest.raises(NotAllowed):
        save_view(actor=VISITOR, name="逾期", query="")
    assert not View.objects.exists()


def test_only_who_saved_it_removes_it_and_only_once(world):
    actor = world.actor("officer")
    view = save_view(actor=actor, name="逾期", query="q", body=world.culture)
    for role in ("editor", "delivery", "auditor", "nobody", "visitor"):
        with pytest.raises(NotAllowed):
            remove_view(actor=who(world, role), view=view)
    remove_view(actor=actor, view=view)
    remove_view(actor=actor, view=view)
    assert not View.objects.exists()
    (entry,) = entries("register.remove_view")
    assert (entry["subject_id"], entry["before"]) == (str(view.pk), {"query": "q", "body": str(world.culture.pk)})
