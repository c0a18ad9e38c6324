"""Several commitments become one."""

from __future__ import annotations

import pytest
from reviewing import entries, everything, reviewed, rows_of

from luoshi.common.errors import Refused
from luoshi.register.actions import (
    decide,
    edit_commitment,
    merge_commitments,
    open_review,
    publish_register,
    split_commitment,
)
from luoshi.register.errors import Stale
from luoshi.register.models import Change, Commitment


def _merge(actor, *rows, **more):
    for row in rows:
        row.refresh_from_db()
    return merge_commitments(actor=actor, commitments=rows, revisions=[row.revision for row in rows], **more)


def test_distant_words_are_joined_by_dots_in_the_order_of_the_text(document, actor):
    first, second, third = rows_of(document)
    merged = _merge(actor, third, first, second)
    merged.refresh_from_db()
    assert merged == first
    assert merged.quote == f"{first.quote}……{second.quote}。{third.quote}"
    assert merged.end == third.end
    assert {row.merged_into for row in rows_of(document)[1:]} == {first}
    assert [row.state for row in rows_of(document)] == ["proposed", "rejected", "rejected"]


def test_neighbours_keep_the_marks_between_them_and_can_be_cut_again(document, actor):
    second, third = rows_of(document)[1:]
    text = document.source.leaves.get().text
    merged = _merge(actor, second, third)
    assert merged.quote == f"{second.quote}。{third.quote}"
    assert "".join(text[a:b] for a, b in merged.spans) == merged.quote
    merged.refresh_from_db()
    cut = len(second.quote)
    parts = split_commitment(actor=actor, commitment=merged, revision=merged.revision, cuts=[cut])
    assert [(p.quote, p.start, p.end) for p in parts] == [(r.quote, r.start, r.end) for r in (second, third)]
    assert [p.targets for p in parts] == [second.targets, third.targets]


def test_what_was_split_is_whole_again(document, actor):
    row = rows_of(document)[0]
    parts = split_commitment(actor=actor, commitment=row, revision=1, cuts=[row.quote.index("、更新")])
    merged = _merge(actor, *parts)
    text = document.source.leaves.get().text
    assert (merged.quote, merged.targets) == (row.quote, row.targets)
    assert "".join(text[a:b] for a, b in merged.spans) == row.quote


def test_overlapping_words_stand_under_each_other(document, actor):
    first, second, _ = rows_of(document)
    Commitment.objects.filter(pk=second.pk).update(start=first.start + 1, spans=[[first.start + 1, first.end]])
    assert _merge(actor, first, second).quote == f"{first.quote}\n{second.quote}"


def test_the_same_words_and_targets_are_not_said_twice(document, actor):
    first, second, _ = rows_of(document)
    moved = [{**target, "spans": [[0, 2]]} for target in first.targets]
    Commitment.objects.filter(pk=second.pk).update(quote=first.quote, targets=moved)
    merged = _merge(actor, first, second)
    assert (merged.quote, merged.targets) == (first.quote, first.targets)
    assert merged.spans == [*first.spans, *second.spans]


def test_it_takes_what_it_lacks_with_where_it_came_from(world, document, actor):
    first, second, _ = rows_of(document)
    Commitment.objects.filter(pk=first.pk).update(owner_name="", due=None, beneficiary="")
    changes = {
        "owner": world.culture.name, "checker": "市统计局", "leader": "张三", "partners": ["甲局"], "due": "2026-12-31",
        "evidence": ["felt"], "baseline": "零", "change": "更多人读书",
    }  # fmt: skip
    edit_commitment(actor=actor, commitment=second, revision=1, changes=changes)
    merged = _merge(actor, first, second)
    merged.refresh_from_db()
    assert (merged.owner, merged.checker_words, merged.leader, merged.baseline, merged.change) == (
        world.culture,
        "市统计局",
        "张三",
        "零",
        "更多人读书",
    )
    assert (merged.partners, merged.evidence, merged.due.isoformat(), merged.cadence) == (
        ["市财政局", "甲局"],
        ["felt"],
        "2026-12-31",
        "quarterly",
    )
    assert len(merged.targets) == 3
    assert merged.missing_parts == ()
    second.refresh_from_db()
    for name in ("owner", "checker", "leader", "due", "baseline", "beneficiary"):
        assert merged.found[name] == second.found[name]


def test_its_own_fields_stay(world, document, actor):
    first, second, _ = rows_of(document)
    first = edit_commitment(actor=actor, commitment=first, revision=1, changes={"leader": "甲", "due": "2027-06-30"})
    edit_commitment(actor=actor, commitment=second, revision=1, changes={"leader": "乙", "due": "2026-12-31"})
    merged = _merge(actor, first, second)
    assert (merged.leader, merged.due.isoformat(), merged.owner_words) == ("甲", "2027-06-30", "市文旅局")


def test_nobody_becomes_its_own_checker_by_merging(world, document, actor):
    first, second, _ = rows_of(document)
    edit_commitment(actor=actor, commitment=first, revision=1, changes={"owner": world.culture})
    edit_commitment(actor=actor, commitment=second, revision=1, changes={"checker": world.culture})
    assert _merge(actor, first, second).checker_words == ""


def test_journal_and_changes_hold_every_field(document, actor):
    first, second, _ = rows_of(document)
    merged = _merge(actor, first, second, reason=" 一件事 ")
    (entry,) = entries("register.merge")
    assert entry["before"]["quote"] == first.quote
    assert entry["after"]["quote"] == merged.quote
    assert set(entry["before"]) == {"quote", "targets", "beneficiary", "cadence"}
    assert set(entry["after"]) == {*entry["before"], "merged"}
    assert (entry["after"]["merged"], entry["reason"]) == ([second.code], "一件事")
    assert {(c.commitment_id, c.revision): list(c.fields) for c in Change.objects.all()}[second.pk, 2] == ["state"]
    assert Change.objects.filter(commitment=first).get().revision == 2


def test_what_a_version_holds_is_withdrawn_and_its_words_stay_in_the_register(document, actor):
    first, second, third = rows_of(document)
    for row in (second, third):
        decide(actor=actor, commitment=row, decision="accept")
    publish_register(actor=actor, document=document)
    merged = _merge(actor, first, second)
    assert [row.state for row in rows_of(document)] == ["accepted", "withdrawn", "registered"]
    version = publish_register(actor=actor, document=document, reason="合并")
    assert [item.content["quote"] for item in version.items.all()] == [merged.quote, third.quote]
    assert entries("register.merge")[0]["after"]["state"] == "accepted"


def test_what_cannot_be_merged(world, document, actor):
    first, _, third = rows_of(document)
    other = rows_of(reviewed(world.office, "一、供水\n县水利局2026年9月底前建成泵站3座。\n"))[0]
    Commitment.objects.filter(pk=third.pk).update(state="rejected")
    before = everything()
    for rows, words in [
        ([], "两条以上"), ([first], "两条以上"), ([first, first], "两条以上"), ([first, other], "同一份文件"),
        ([first, third], f"{third.code} 已不在审核中"),
    ]:  # fmt: skip
        with pytest.raises(Refused, match=words):
            merge_commitments(actor=actor, commitments=rows, revisions=[row.revision for row in rows])
        assert everything() == before
    Commitment.objects.filter(pk=third.pk).update(state="withdrawn")
    with pytest.raises(Refused, match="已不在审核中"):
        merge_commitments(actor=actor, commitments=[first, third], revisions=[1, 1])


def test_twice_is_refused_and_changes_nothing(document, actor):
    first, second, _ = rows_of(document)
    _merge(actor, first, second)
    before = everything()
    with pytest.raises(Refused):
        merge_commitments(actor=actor, commitments=[first, second], revisions=[2, 2])
    with pytest.raises(Refused):
        merge_commitments(actor=actor, commitments=[first, second], revisions=[1, 1])
    assert everything() == before


def test_words_that_were_cut_since_are_stale(document, actor):
    first, second, _ = rows_of(document)
    split_commitment(actor=actor, commitment=first, revision=1, cuts=[first.quote.index("、更新")])
    before = everything()
    with pytest.raises(Stale):
        merge_commitments(actor=actor, commitments=[second, first], revisions=[1, 1])
    assert everything() == before
    merge_commitments(actor=actor, commitments=[second, first], revisions=[1, 2])


def test_what_is_gone_is_not_silently_left_out(document, actor):
    rows = rows_of(document)
    Commitment.objects.filter(pk=rows[2].pk).delete()
    with pytest.raises(Refused, match="任务已不存在"):
        merge_commitments(actor=actor, commitments=rows, revisions=[1, 1, 1])


def test_a_merged_register_opened_again_proposes_nothing(document, actor):
    _merge(actor, *rows_of(document)[:2])
    assert open_review(actor=actor, document=document) == 0
