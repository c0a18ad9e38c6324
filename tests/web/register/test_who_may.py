"""Every verb about a commitment is for the posts that review, and for what is their own."""

from __future__ import annotations

import pytest
from bringing import SYSTEM, bring_and_read
from django.db import transaction
from reviewing import VISITOR, everything, reviewed, rows_of, who

from luoshi.bodies.enums import PostKind
from luoshi.bodies.models import Post
from luoshi.common.errors import NotAllowed, Refused
from luoshi.register.actions import (
    DECISIONS,
    Edit,
    add_commitment,
    decide,
    edit_commitment,
    edit_commitments,
    merge_commitments,
    open_review,
    publish_register,
    split_commitment,
)
from luoshi.register.models import Commitment

#: a state from which each decision is possible
STARTS = {
    "accept": "proposed", "reject": "proposed", "reopen": "rejected", "withdraw": "registered", "restore": "withdrawn",
}  # fmt: skip


def _decide(decision):
    def verb(actor, document):
        Commitment.objects.filter(document=document).update(state=STARTS[decision])
        decide(actor=actor, commitment=rows_of(document)[0], decision=decision, reason="理由")

    return verb


def _publish(actor, document):
    Commitment.objects.filter(document=document).update(state="accepted")
    publish_register(actor=actor, document=document)


VERBS = {
    "open": lambda actor, document: open_review(actor=actor, document=document),
    "add": lambda actor, document: add_commitment(actor=actor, document=document, start=0, end=5),
    "edit": lambda actor, document: edit_commitment(
        actor=actor, commitment=rows_of(document)[0], revision=1, changes={"leader": "张三"}
    ),
    "edit many": lambda actor, document: edit_commitments(
        actor=actor, edits=[Edit(rows_of(document)[0].pk, 1, {"leader": "张三"})]
    ),
    **{name: _decide(name) for name in DECISIONS},
    "split": lambda actor, document: split_commitment(
        actor=actor, commitment=rows_of(document)[0], revision=1, cuts=[10]
    ),
    "merge": lambda actor, document: merge_commitments(
        actor=actor, commitments=rows_of(document)[:2], revisions=[1, 1]
    ),
    "publish": _publish,
}
STRANGERS = ("officer", "editor", "north", "south", "system", "security", "auditor", "nobody", "visitor")


def test_who_may_not_changes_nothing(world, document):
    for verb, act in VERBS.items():
        Commitment.objects.filter(document=document).update(state=STARTS.get(verb, "proposed"))
        for role in STRANGERS:
            before = everything()
            with pytest.raises(NotAllowed):
                act(who(world, role), document)
            if verb != "publish" and verb not in DECISIONS:
                assert everything() == before, (verb, role)


@pytest.mark.parametrize("kind", PostKind.values)
def test_the_post_decides(world, document, kind):
    Post.objects.create(person=world.persons["nobody"], body=world.office, kind=kind)
    for verb, act in VERBS.items():
        publishers = {"delivery", "editor"}
        allowed = publishers if verb == "publish" else {*publishers, "leader", "officer"}
        with transaction.atomic():
            if kind in allowed:
                act(world.actor("nobody"), document)
            else:
                with pytest.raises(NotAllowed):
                    act(world.actor("nobody"), document)
            transaction.set_rollback(True)


def test_a_post_that_has_ended_allows_nothing(world, document):
    Post.objects.update(ended_at="2026-01-01T00:00:00Z")
    for act in VERBS.values():
        with pytest.raises(NotAllowed):
            act(world.actor("delivery"), document)


def test_a_body_keeps_the_registers_of_those_below_it(world):
    world.culture.parent = world.office
    world.culture.save()
    document = reviewed(world.culture)
    decide(actor=world.actor("delivery"), commitment=rows_of(document)[0], decision="accept")
    with pytest.raises(NotAllowed):
        decide(actor=world.actor("officer"), commitment=rows_of(reviewed(world.office))[0], decision="accept")


def test_many_are_refused_together_when_one_is_not_ones_own(world, document):
    other = rows_of(reviewed(world.north_culture))[0]
    mine = rows_of(document)[0]
    before = everything()
    with pytest.raises(NotAllowed):
        edit_commitments(
            actor=world.actor("delivery"),
            edits=[Edit(mine.pk, 1, {"leader": "张三"}), Edit(other.pk, 1, {"leader": "张三"})],
        )
    with pytest.raises(NotAllowed):
        merge_commitments(actor=world.actor("delivery"), commitments=[mine, other], revisions=[1, 1])
    assert everything() == before


def test_a_visitors_file_has_no_register(world):
    document = bring_and_read(None, actor=VISITOR).documents.get()
    for verb in (open_review, lambda **k: add_commitment(**k, start=0, end=5)):
        with pytest.raises(Refused, match="访客的文件不建台账"):
            verb(actor=SYSTEM, document=document)
        with pytest.raises(NotAllowed):
            verb(actor=VISITOR, document=document)
