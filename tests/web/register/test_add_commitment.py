"""Words that reading overlooked, selected in the text."""

from __future__ import annotations

import pytest
from bringing import bring_and_read
from reviewing import entries, everything, reviewed, rows_of

from luoshi.bodies.actions import add_alias
from luoshi.common.errors import Refused
from luoshi.documents.models import Document
from luoshi.register.actions import add_commitment, decide
from luoshi.register.models import Commitment
from luoshi.register.selection import MOST


def _place(document, words):
    text = "".join(document.source.leaves.order_by("number").values_list("text", flat=True))
    return text.index(words), text.index(words) + len(words)


def _add(actor, document, words):
    start, end = _place(document, words)
    return add_commitment(actor=actor, document=document, start=start, end=end)


def test_it_is_accepted_and_stands_under_its_heading(world, document, actor):
    row = _add(actor, document, "各单位要高度重视")
    assert (row.quote, row.state, row.path, row.serial, row.keeper) == (
        "各单位要高度重视",
        "accepted",
        ["二"],
        4,
        world.office,
    )
    assert row.found["quote"]["how"] == "selected"
    assert row.found["quote"]["by"] == actor.name
    assert row.found["quote"]["at"]
    row.refresh_from_db()
    assert row.spans == [list(_place(document, "各单位要高度重视"))]


def test_its_words_say_owner_time_and_targets(world, document, actor):
    add_alias(actor=actor, body=world.culture, name="市文旅局")
    row = _add(actor, document, "市文旅局牵头，市财政局配合，2026年9月底前新建城市书房12座、更新乡镇文化站30个。")
    assert (row.owner, row.due.isoformat(), row.partners) == (world.culture, "2026-09-30", ["市财政局"])
    assert [target["value"] for target in row.targets] == [12, 30]


def test_the_journal_keeps_the_words(document, actor):
    row = _add(actor, document, "各单位要高度重视")
    entry = entries("register.add_commitment")[0]
    assert entry["after"] == {"code": row.code, "quote": row.quote, "owner": row.owner_words, "due": ""}
    assert entry["subject_id"] == str(row.pk)


def test_the_same_selection_again_is_the_same_row(document, actor):
    first = _add(actor, document, "各单位要高度重视")
    before = everything()
    start, end = _place(document, "各单位要高度重视")
    assert add_commitment(actor=actor, document=document, start=start, end=end) == first
    blanks = document.source.leaves.get().text[end : end + 2]
    assert blanks.startswith("。")
    assert everything() == before


def test_what_is_proposed_already_is_not_added_beside_it(document, actor):
    row = rows_of(document)[1]
    assert add_commitment(actor=actor, document=document, start=row.start, end=row.end) == row


def test_what_was_rejected_can_be_added_again(document, actor):
    first = _add(actor, document, "各单位要高度重视")
    decide(actor=actor, commitment=first, decision="reject")
    assert _add(actor, document, "各单位要高度重视") != first


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5), (-3, 5), (0, 10**9), (10**9, 10**9 + 1)])
def test_nothing_is_selected(document, actor, start, end):
    before = everything()
    with pytest.raises(Refused, match="选中一段原文"):
        add_commitment(actor=actor, document=document, start=start, end=end)
    assert everything() == before


def test_only_blanks_are_selected(document, actor):
    start, _ = _place(document, "\n\n")
    with pytest.raises(Refused, match="空白"):
        add_commitment(actor=actor, document=document, start=start, end=start + 2)


def test_a_whole_chapter_is_no_commitment(world, actor):
    document = reviewed(world.office, "一、总则\n" + "重视再重视，" * (MOST // 6 + 1) + "落实。\n")
    with pytest.raises(Refused, match=str(MOST)):
        add_commitment(actor=actor, document=document, start=0, end=MOST + 1)


def test_words_of_another_document_of_the_page_are_refused(document, actor):
    start, end = _place(document, "各单位要高度重视")
    Document.objects.filter(pk=document.pk).update(spans=[[0, start]])
    document.refresh_from_db()
    with pytest.raises(Refused, match="不在这份文件里"):
        add_commitment(actor=actor, document=document, start=start, end=end)


def test_blanks_at_the_edges_and_line_breaks_are_left_off(world, actor):
    document = bring_and_read(world.office, "一、供水\n\n  各镇要建好\n  供水站。\n\n").documents.get()
    start, _ = _place(document, "一、供水")
    text = document.source.leaves.get().text
    row = add_commitment(actor=actor, document=document, start=start + 4, end=len(text))
    assert "\n" not in row.quote
    assert row.quote.startswith("各镇")
    assert text[row.start : row.end].strip() == text[row.start : row.end]


def test_english_words_stay_apart_at_a_line_break(world, actor):
    document = bring_and_read(world.office, "Plan\n\nThe council will open\nthree libraries by June.\n").documents.get()
    text = document.source.leaves.get().text
    at = text.index("The council")
    row = add_commitment(actor=actor, document=document, start=at, end=len(text))
    assert row.quote == "The council will open three libraries by June."


def test_the_number_of_a_commitment_is_never_given_twice(document, actor):
    first = _add(actor, document, "各单位要高度重视")
    second = _add(actor, document, "高度重视")
    assert [first.serial, second.serial] == [4, 5]
    assert Commitment.objects.filter(document=document).count() == 5
