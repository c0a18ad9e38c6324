"""To show a file to everybody, or no longer; to take it out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bringing import SYSTEM, bring, bring_and_read
from django.utils import timezone

from luoshi.bodies.queries import Scope
from luoshi.common.actor import Actor
from luoshi.common.errors import NotAllowed
from luoshi.documents import files
from luoshi.documents.actions import expire_sources, publish_source, remove_source, withdraw_source
from luoshi.documents.models import Finding, Source
from luoshi.documents.pictures import picture_of
from luoshi.documents.queries import find_source
from luoshi.journal.models import Entry


def test_what_is_published_everybody_sees_until_it_is_withdrawn(world):
    source, actor = bring(world.culture), world.actor("editor")
    assert find_source(source.pk, Scope()) is None
    publish_source(actor=actor, source=source)
    assert find_source(source.pk, Scope()) == source
    publish_source(actor=actor, source=source)
    withdraw_source(actor=actor, source=source)
    assert find_source(source.pk, Scope()) is None
    verbs = Entry.objects.order_by("seq").values_list("verb", flat=True)
    assert list(verbs)[1:] == ["documents.publish_source", "documents.withdraw_source"]


@pytest.mark.parametrize("role", ["officer", "north", "system", "security", "auditor", "nobody"])
def test_only_an_editor_or_the_delivery_office_publishes_and_only_what_is_its_own(world, role):
    with pytest.raises(NotAllowed):
        publish_source(actor=world.actor(role), source=bring(world.culture))


def test_a_removed_file_is_gone_with_everything_but_its_journal(world):
    source = bring_and_read(world.culture)
    path = files.path_of(source.sha256)
    picture = picture_of(source.sha256, 0, lambda: b"drawn")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("luoshi.documents.actions.remove.transaction.on_commit", lambda f: f())
        remove_source(actor=world.actor("officer"), source=source)
    assert not Source.objects.exists()
    assert not Finding.objects.exists()
    assert not path.exists()
    assert not picture.parent.exists()
    assert Entry.objects.first().verb == "documents.remove_source"


def test_bytes_that_another_body_needs_stay(world):
    north, south = bring(world.north_culture), bring(world.south_culture)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("luoshi.documents.actions.remove.transaction.on_commit", lambda f: f())
        remove_source(actor=world.actor("north"), source=north)
    assert files.path_of(south.sha256).exists()


def test_a_visitor_removes_the_own_file_and_nobody_elses(world):
    mine = Actor(id="visitor:", name="访客", session="mine")
    source = bring(None, actor=mine)
    with pytest.raises(NotAllowed):
        remove_source(actor=Actor(id="visitor:", name="访客", session="yours"), source=source)
    remove_source(actor=mine, source=source)
    assert not Source.objects.exists()


def test_visitors_files_are_gone_when_their_time_is_over(world):
    bring(world.culture)
    bring(None, actor=Actor(id="visitor:", name="访客", session="s"))
    assert expire_sources(actor=SYSTEM) == 0
    Source.objects.exclude(session="").update(expires_at=timezone.now() - timedelta(seconds=1))
    assert expire_sources(actor=SYSTEM) == 1
    assert Source.objects.get().body == world.culture
