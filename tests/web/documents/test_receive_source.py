"""To take in a file."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from bringing import TEXT, bring
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks import default_task_backend

from luoshi.common.actor import Actor
from luoshi.common.errors import NotAllowed, Refused
from luoshi.documents import files
from luoshi.documents.actions import receive_source
from luoshi.documents.enums import SourceState
from luoshi.documents.models import Source
from luoshi.journal.models import Entry

VISITOR = Actor(id="visitor:", name="访客", session="a session")


def test_the_bytes_are_kept_under_their_digest_and_the_journal_names_it(world):
    source = bring(world.office, actor=world.actor("delivery"))
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert files.path_of(digest).read_bytes() == TEXT.encode()
    assert (source.state, source.sha256, source.size) == (SourceState.QUEUED, digest, len(TEXT.encode()))
    assert digest in Entry.objects.first().record


def test_the_same_content_again_is_the_same_file_whatever_its_name(world):
    first = bring(world.office, name="甲.txt")
    again, created = receive_source(
        actor=world.actor("delivery"), name="乙.txt", chunks=[TEXT.encode()], size=9, body=world.office
    )
    assert (again, created) == (first, False)
    assert Entry.objects.count() == 1


def test_two_bodies_bring_in_the_same_content_each_for_itself(world):
    assert bring(world.north_culture) != bring(world.south_culture)


def test_a_file_over_the_limit_is_refused_before_anything_is_kept(world, settings):
    settings.LUOSHI = {**settings.LUOSHI, "UPLOAD_MB": 1}
    with pytest.raises(Refused, match="超过 1 MB"):
        receive_source(actor=VISITOR, name="大.pdf", chunks=[b""], size=(1 << 20) + 1)
    assert not Source.objects.exists()


def test_a_visitors_file_belongs_to_the_session_and_expires(db):
    source = bring(None, actor=VISITOR)
    assert (source.body, source.session, source.brought_by) == (None, "a session", None)
    assert timedelta(hours=23) < source.expires_at - timezone.now() < timedelta(hours=25)


def test_a_flood_of_visitors_files_is_stopped_and_holds_up_no_office(
    world, settings, django_capture_on_commit_callbacks
):
    settings.LUOSHI = {**settings.LUOSHI, "VISITOR_WAITING": 2}
    bring(None, "一", actor=VISITOR)
    bring(None, "二", actor=VISITOR)
    with pytest.raises(Refused, match="太多"):
        bring(None, "三", actor=VISITOR)
    default_task_backend.clear()
    with django_capture_on_commit_callbacks(execute=True):
        bring(world.office)
    assert [result.task.priority for result in default_task_backend.results] == [10]


def test_visitors_may_be_kept_out(db, settings):
    settings.LUOSHI = {**settings.LUOSHI, "VISITOR_READING": False}
    with pytest.raises(NotAllowed):
        bring(None, actor=VISITOR)


@pytest.mark.parametrize("role", ["system", "security", "auditor", "nobody"])
def test_a_person_without_work_on_documents_brings_in_none(world, role):
    with pytest.raises(NotAllowed, match="投入文件"):
        bring(world.office, actor=world.actor(role))


def test_the_database_refuses_a_file_that_belongs_to_nobody(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        Source.objects.create(name="a", sha256="0" * 64, size=1)
