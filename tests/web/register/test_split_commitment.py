"""One commitment becomes several."""

from __future__ import annotations

import pytest
from reviewing import entries, everything, rows_of

from luoshi.common.errors import Refused
from luoshi.register.actions import edit_commitment, publish_register, split_commitment
from luoshi.register.errors import Stale
from luoshi.register.models import Change, Commitment


def _split(actor, row, *cuts, **more):
    return split_commitment(actor=actor, commitment=row, revision=row.revision, cuts=cuts, **more)


@pytest.fixture
def row(document):
    return rows_of(document)[0]


def test_the_parts_take_over_every_field_and_their_own_words(world, document, actor, row):
    row = edit_commitment(
        actor=actor,
        commitment=row,
        revision=1,
        changes={"owner": world.culture, "checker": world.office, "leader": "张三", "evidence": ["record"]},
    )
    cut = row.quote.index("、更新")
    first, second = _split(actor, row, cut, reason="两件事")
    text = document.source.leaves.get().text
    assert (first.pk, first.serial, second.serial) == (row.pk, 1, 4)
    assert (first.quote, second.quote) == (row.quote[:cut], row.quote[cut + 1 :])
    for part in (first, second):
        part.refresh_from_db()
        assert "".join(text[a:b] for a, b in part.spans) == part.quote
        assert (part.start, part.end) == (part.spans[0][0], part.spans[-1][1])
        assert (part.owner, part.checker, part.leader, part.evidence, part.due, part.partners) == (
            world.culture,
            world.office,
            "张三",
            ["record"],
            row.due,
            row.partners,
        )
    assert [[t["value"] for t in part.targets] for part in (first, second)] == [[12], [30]]
    assert (second.split_from, second.revision, second.state, second.place) == (row, 1, "proposed", world.city)


def test_the_gate_of_each_part_is_its_own(actor, row):
    first, second = _split(actor, row, row.quote.index("市财政局"))
    assert "change" in second.missing_parts or "change" in first.missing_parts


def test_the_journal_and_the_change_hold_words_and_targets(actor, row):
    targets = [12, 30]
    first, second = _split(actor, row, row.quote.index("、更新"), reason=" 两件事 ")
    (entry,) = entries("register.split")
    assert entry["before"]["quote"] == row.quote
    assert [target["value"] for target in entry["before"]["targets"]] == targets
    assert entry["after"]["quote"] == first.quote
    assert [target["value"] for target in entry["after"]["targets"]] == [12]
    assert entry["after"]["parts"] == {second.code: second.quote}
    assert entry["reason"] == "两件事"
    change = Change.objects.get()
    assert (change.commitment, change.revision, change.fields["quote"]) == (first, 2, [row.quote, first.quote])


def test_in_three(actor, row):
    parts = _split(actor, row, row.quote.index("、更新"), row.quote.index("新建"), row.quote.index("新建"))
    assert [part.serial for part in parts] == [1, 4, 5]
    assert "".join(part.quote for part in parts) == row.quote.replace("，新建", "新建").replace("、更新", "更新")


def test_cuts_that_cannot_be(actor, row):
    before = everything()
    end = len(row.quote)
    for cuts, words in [
        ((), "至少选一处"), ((0, end), "至少选一处"), ((-1,), "不在原文内"), ((end + 1,), "不在原文内"),
        ((5, row.quote.index("、更新"), row.quote.index("、更新") + 1), "没有文字"),
    ]:  # fmt: skip
        with pytest.raises(Refused, match=words):
            _split(actor, row, *cuts)
        assert everything() == before


@pytest.mark.parametrize(
    ("state", "of_parts"),
    [("proposed", "proposed"), ("accepted", "accepted"), ("registered", "accepted"), ("rejected", None),
     ("withdrawn", None)],
)  # fmt: skip
def test_each_state(actor, row, state, of_parts):
    Commitment.objects.filter(pk=row.pk).update(state=state)
    if of_parts is None:
        before = everything()
        with pytest.raises(Refused, match="先恢复"):
            _split(actor, row, 10)
        assert everything() == before
    else:
        assert [part.state for part in _split(actor, row, 10)] == [state, of_parts]


def test_the_parts_of_what_was_published_come_with_the_next_version(document, actor, row):
    Commitment.objects.filter(pk=row.pk).update(state="accepted")
    publish_register(actor=actor, document=document)
    row.refresh_from_db()
    parts = _split(actor, row, row.quote.index("、更新"))
    assert parts[0].is_changed
    version = publish_register(actor=actor, document=document, reason="拆分")
    assert [item.content["quote"] for item in version.items.all()] == [part.quote for part in parts]


def test_twice_is_stale(actor, row):
    cut = row.quote.index("、更新")
    _split(actor, row, cut)
    before = everything()
    with pytest.raises(Stale):
        split_commitment(actor=actor, commitment=row, revision=1, cuts=[cut])
    assert everything() == before


def test_a_change_of_another_field_is_no_hindrance_and_is_handed_on(world, actor, row):
    edit_commitment(actor=world.actor("leader"), commitment=row, revision=1, changes={"leader": "张三"})
    parts = split_commitment(actor=actor, commitment=row, revision=1, cuts=[row.quote.index("、更新")])
    assert [part.leader for part in parts] == ["张三", "张三"]


def test_targets_without_a_place_are_neither_lost_nor_doubled(actor, row):
    def target(value, unit, measure=""):
        return {"measure": measure, "op": "=", "value": value, "unit": unit}

    targets = [target(30, "个"), target(12, "座"), target(1200000, "元"), target(2, ""), target(9, "月")]
    Commitment.objects.filter(pk=row.pk).update(targets=targets)
    row.refresh_from_db()
    first, second = _split(actor, row, row.quote.index("、更新"))
    assert [t["value"] for t in first.targets] == [12, 1200000, 2, 9]
    assert [t["value"] for t in second.targets] == [30]


def test_words_whose_places_do_not_add_up_keep_all_places_and_split_the_targets(actor, row):
    Commitment.objects.filter(pk=row.pk).update(quote=row.quote + "补")
    row.refresh_from_db()
    first, second = _split(actor, row, row.quote.index("、更新"))
    assert first.spans == second.spans == row.spans
    assert [[t["value"] for t in part.targets] for part in (first, second)] == [[12], [30]]


def test_a_row_of_a_ledger_has_words_and_no_place(actor, row):
    Commitment.objects.filter(pk=row.pk).update(spans=[], start=0, end=0)
    row.refresh_from_db()
    first, second = _split(actor, row, row.quote.index("、更新"))
    assert (first.spans, second.spans, second.start, second.end) == ([], [], 0, 0)
