"""A commitment is made to quote other words; everything else about it stays."""

from __future__ import annotations

import pytest
from reviewing import entries, reviewed, rows_of

from luoshi.common.errors import NotAllowed, Refused
from luoshi.journal.queries import find_faults
from luoshi.register.actions import edit_commitment, requote_commitment
from luoshi.register.errors import Stale


@pytest.fixture
def document(world):
    return reviewed(world.office)


def place_of(document, words: str) -> tuple[int, int]:
    text = "".join(leaf.text for leaf in document.source.leaves.order_by("number"))
    return text.index(words), text.index(words) + len(words)


def test_the_words_change_with_their_place_and_nothing_else(world, document):
    row = rows_of(document)[0]
    start, end = place_of(document, "新建城市书房12座")
    actor = world.actor("delivery")
    changed = requote_commitment(actor=actor, commitment=row, revision=1, start=start, end=end)
    assert (changed.quote, changed.spans, changed.revision) == ("新建城市书房12座", [[start, end]], 2)
    assert (changed.due, changed.owner_name, changed.targets) == (row.due, row.owner_name, row.targets)
    assert changed.found["quote"]["by"] == actor.name
    assert changed.changes.get().fields == {"quote": [row.quote, "新建城市书房12座"]}
    requote_commitment(actor=actor, commitment=row, revision=2, start=start, end=end)
    assert len(entries("register.requote_commitment")) == 1
    assert not list(find_faults())


def test_who_may_not_and_what_cannot_be(world, document):
    row = rows_of(document)[0]
    start, end = place_of(document, "城市书房")
    for stranger in ("north", "auditor"):
        with pytest.raises(NotAllowed):
            requote_commitment(actor=world.actor(stranger), commitment=row, revision=1, start=start, end=end)
    actor = world.actor("delivery")
    for a, b in ((end, start), (0, 10**9), (start, start)):
        with pytest.raises(Refused):
            requote_commitment(actor=actor, commitment=row, revision=1, start=a, end=b)


def test_words_that_somebody_else_has_changed_are_looked_at_first(world, document):
    row = rows_of(document)[0]
    one, two = place_of(document, "新建城市书房12座"), place_of(document, "城市书房12座")
    requote_commitment(actor=world.actor("leader"), commitment=row, revision=1, start=one[0], end=one[1])
    with pytest.raises(Stale):
        requote_commitment(actor=world.actor("delivery"), commitment=row, revision=1, start=two[0], end=two[1])
    edit_commitment(actor=world.actor("leader"), commitment=row, revision=2, changes={"leader": "张三"})
    done = requote_commitment(actor=world.actor("delivery"), commitment=row, revision=2, start=two[0], end=two[1])
    assert (done.quote, done.leader) == ("城市书房12座", "张三")
