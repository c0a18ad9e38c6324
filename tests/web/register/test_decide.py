"""Decisions about commitments."""

from __future__ import annotations

import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from reviewing import entries, everything, rows_of

from luoshi.common.errors import Refused
from luoshi.register.actions import DECISIONS, decide, decide_all, edit_commitment, split_commitment
from luoshi.register.enums import State
from luoshi.register.errors import Stale
from luoshi.register.models import Change, Commitment
from luoshi_core.lifecycle import REGISTER, IllegalStep


def test_each_decision_is_possible_only_where_the_table_says(document, actor):
    row = rows_of(document)[0]
    for decision, state in itertools.product(DECISIONS, State.values):
        Commitment.objects.filter(pk=row.pk).update(state=state)
        before = everything()
        end = REGISTER.steps[decision][1]
        if REGISTER.allows(state, decision):
            assert decide(actor=actor, commitment=row, decision=decision, reason="理由").state == end
            assert len(entries()) == before[-1] + 1
        elif state == end:
            decide(actor=actor, commitment=row, decision=decision, reason="理由")
            assert everything() == before
        else:
            with pytest.raises(IllegalStep):
                decide(actor=actor, commitment=row, decision=decision, reason="理由")
            assert everything() == before


@pytest.mark.parametrize("decision", DECISIONS)
def test_a_decision_is_kept_with_its_reason(document, actor, decision):
    start = min(REGISTER.steps[decision][0])
    Commitment.objects.update(state=start)
    row = rows_of(document)[0]
    decide(actor=actor, commitment=row, decision=decision, revision=1, reason=" 理由 ")
    end = REGISTER.steps[decision][1]
    (entry,) = entries(DECISIONS[decision])
    assert (entry["before"], entry["after"], entry["reason"]) == ({"state": start}, {"state": end}, "理由")
    assert (entry["subject_id"], entry["actor"]) == (str(row.pk), actor.id)
    change = Change.objects.get()
    assert (change.revision, change.fields, change.reason, change.verb) == (
        2,
        {"state": [start, end]},
        "理由",
        DECISIONS[decision],
    )
    row.refresh_from_db()
    assert (row.state, row.revision) == (end, 2)


@pytest.mark.parametrize("decision", ["withdraw", "restore"])
def test_what_was_published_is_not_moved_without_a_word(document, actor, decision):
    Commitment.objects.update(state=min(REGISTER.steps[decision][0]))
    before = everything()
    with pytest.raises(Refused, match="请写明理由"):
        decide(actor=actor, commitment=rows_of(document)[0], decision=decision, reason="  ")
    assert everything() == before


@pytest.mark.parametrize("decision", ["publish", "", "x"])
def test_there_are_no_other_decisions(document, actor, decision):
    before = everything()
    with pytest.raises(Refused, match="没有"):
        decide(actor=actor, commitment=rows_of(document)[0], decision=decision)
    assert everything() == before


def test_all_or_none(document, actor):
    first, second, third = rows_of(document)
    Commitment.objects.filter(pk=third.pk).update(state="registered")
    before = everything()
    with pytest.raises(IllegalStep):
        decide_all(actor=actor, commitments=[(row.pk, 1) for row in (first, second, third)], decision="accept")
    with pytest.raises(Refused, match="任务已不存在"):
        decide_all(actor=actor, commitments=[(first.pk, 1), (10**9, 1)], decision="accept")
    assert everything() == before
    assert decide_all(actor=actor, commitments=[], decision="accept") == []


def test_each_has_its_own_entry_and_the_undecided_ones_alone(document, actor):
    first, second, third = rows_of(document)
    decide(actor=actor, commitment=second, decision="accept")
    wanted = [(row.pk, None) for row in (first, second, third, first)]
    assert decide_all(actor=actor, commitments=wanted, decision="accept") == [first.pk, third.pk]
    assert [entry["subject_id"] for entry in entries("register.accept")] == [
        str(row.pk) for row in (second, first, third)
    ]
    assert {row.revision for row in rows_of(document)} == {2}


def test_nobody_decides_about_words_changed_before_their_eyes(world, document, actor):
    row = rows_of(document)[0]
    other = world.actor("leader")
    edit_commitment(actor=other, commitment=row, revision=1, changes={"due": "2027-01-01"})
    before = everything()
    with pytest.raises(Stale) as stale:
        decide(actor=actor, commitment=row, decision="accept", revision=1)
    assert stale.value.clash == {"due": ("2027-01-01", None)}
    assert stale.value.by == other.name
    assert everything() == before
    assert decide(actor=actor, commitment=row, decision="accept", revision=2).state == "accepted"


def test_nobody_decides_about_words_that_were_cut(document, actor):
    row = rows_of(document)[0]
    split_commitment(actor=actor, commitment=row, revision=1, cuts=[row.quote.index("、更新")])
    with pytest.raises(Stale) as stale:
        decide(actor=actor, commitment=row, decision="accept", revision=1)
    assert "quote" in stale.value.clash


def test_a_decision_of_somebody_else_does_not_hide_the_words(world, document, actor):
    row = rows_of(document)[0]
    decide(actor=world.actor("leader"), commitment=row, decision="reject", revision=1)
    assert decide(actor=actor, commitment=row, decision="accept", revision=1).state == "accepted"


def test_what_was_merged_away_stands_alone_again(document, actor):
    first, second, _ = rows_of(document)
    Commitment.objects.filter(pk=second.pk).update(state="rejected", merged_into=first)
    assert decide(actor=actor, commitment=second, decision="reopen").merged_into is None


def test_many_take_few_queries(document, actor):
    rows = rows_of(document)
    Commitment.objects.bulk_create(
        Commitment(document=document, serial=100 + i, keeper=rows[0].keeper, place=rows[0].place, quote=f"{i}")
        for i in range(300)
    )
    wanted = list(Commitment.objects.values_list("pk", "revision"))
    with CaptureQueriesContext(connection) as queries:
        assert len(decide_all(actor=actor, commitments=wanted, decision="accept")) == 303
    assert len(queries) < 40
    assert len(entries("register.accept")) == 303
