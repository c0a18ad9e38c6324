"""Who is answerable, from brackets, lines, headings and introductions."""

from __future__ import annotations

import datetime as dt

import pytest

from luoshi_core.reading.commitments import find_commitments
from luoshi_core.reading.commitments.chinese.owners import lists_parties, read_parties
from luoshi_core.reading.header import Header
from luoshi_core.reading.model import Commitment, Heading, How
from luoshi_core.reading.passages import Passage
from luoshi_core.reading.traced import Span, Traced

LISTS = {
    "责任单位：市甲局、市乙局": ("市甲局", ("市乙局",), None),
    "牵头单位：市甲局；配合单位：市乙局，各县（市、区）": ("市甲局", ("市乙局", "各县（市、区）"), None),
    "市甲局牵头，市乙局、各县（区）配合": ("市甲局", ("市乙局", "各县（区）"), None),
    "市文化和旅游局、市财政局按职责分工负责": ("市文化和旅游局", ("市财政局",), None),
    "责任单位：市乙局、市甲局（牵头）": ("市甲局", ("市乙局",), None),
    "由市甲局会同市乙局负责": ("市甲局", ("市乙局",), None),
    "牵头领导：某某；责任单位：市甲局；完成时限：6月底": ("市甲局", (), "某某"),
    "市发改委（市能源局）、各县（区）人民政府": ("市发改委（市能源局）", ("各县（区）人民政府",), None),
    "县甲局和县乙局": ("县甲局", ("县乙局",), None),
    "配合单位：市乙局": (None, ("市乙局",), None),
}


@pytest.mark.parametrize("text", LISTS)
def test_a_list_of_bodies_names_one_owner_and_its_partners(text: str) -> None:
    parties = read_parties(text)
    assert (parties.owner, parties.partners, parties.leader) == LISTS[text]
    assert lists_parties(text)


@pytest.mark.parametrize("text", ["见附件", "单位：万元", "2025年版", "含驻地高校", "一", "详见实施方案"])
def test_other_brackets_name_nobody(text: str) -> None:
    assert not lists_parties(text)


def test_a_list_may_say_which_item_is_whose() -> None:
    by_number = read_parties("第1项市甲局，第2—3项市乙局")
    assert [by_number.share_of(n, "").owner for n in "123"] == ["市甲局", "市乙局", "市乙局"]
    by_words = read_parties("市甲局（桥梁）、市乙局（道路）")
    assert by_words.share_of("1", "改造桥梁18座").owner == "市甲局"
    assert by_words.share_of("2", "新建道路26公里").owner == "市乙局"
    assert by_words.share_of("2", "新建道路26公里").partners == ()


def _read(*passages: Passage) -> list[Commitment]:
    header = Header("某市2026年工作要点", (), date=dt.date(2026, 2, 10), plan_year=2026)
    return list(find_commitments(passages, header))


def _item(text: str, *path: str, heading: str = "", source: int = 0) -> Passage:
    headings = (Heading(1, "一", heading),) if heading else ()
    words = (Traced.of(heading, 900),) if heading else ()
    return Passage(path, text=Traced.of(text, source), headings=headings, heading_words=words)


def test_a_bracket_holds_for_the_units_before_it_and_is_no_part_of_the_quote() -> None:
    first, second = _read(_item("新建书房6座。更新图书2万册。（责任单位：市甲局）", "一", "1", source=50))
    assert (first.owner, second.owner) == ("市甲局", "市甲局")
    assert second.quote == "更新图书2万册"
    assert first.spans == (Span(50, 56),)
    assert first.found["owner"].how is How.BRACKET


def test_a_heading_lends_its_bodies_and_its_deadline_to_units_without_their_own() -> None:
    heading = "城乡防汛（牵头单位：市甲局；配合单位：市乙局；6月底前）"
    one, other, often = _read(
        _item("完成118座水库排查。", "一", "1", heading=heading),
        _item("市丙局5月底前公布名单。", "一", "2", heading=heading),
        _item("每周开展一次巡查。", "一", "3", heading=heading),
    )
    assert (one.owner, one.partners, one.due) == ("市甲局", ("市乙局",), dt.date(2026, 6, 30))
    assert (other.owner, other.partners, other.due) == ("市丙局", (), dt.date(2026, 5, 31))
    assert (often.owner, often.due) == ("市甲局", None)
    assert one.found["owner"].spans == (Span(900, 900 + len(heading)),)


def test_a_list_with_the_same_lead_adds_its_partners_to_an_owner_of_the_units_own() -> None:
    (one,) = _read(_item("市甲局年底前建成展馆2个。（牵头单位：市甲局；配合单位：市乙局）", "一", "1"))
    assert (one.owner, one.partners) == ("市甲局", ("市乙局",))


def test_a_line_behind_several_items_holds_for_all_since_the_last_line() -> None:
    owners = [
        c.owner
        for c in _read(
            _item("建成展馆2个。", "一", "1"),
            _item("培训馆员30名。", "一", "2"),
            _item("责任单位：市甲局", "一", "2"),
            _item("修缮古桥3座。", "一", "3"),
            _item("责任单位：市乙局", "一", "3"),
        )
    ]
    assert owners == ["市甲局", "市甲局", "市乙局"]


def test_a_sentence_may_introduce_a_section_with_the_body_that_does_it() -> None:
    one, other = _read(
        _item("以下任务由市甲局负责：", "一"), _item("建成展馆2个。", "一", "1"), _item("建成展馆3个。", "二", "1")
    )
    assert (one.owner, one.found["owner"].how) == ("市甲局", How.INTRODUCTION)
    assert other.owner is None


def test_a_sentence_about_all_items_sets_their_deadline_and_is_no_commitment_itself() -> None:
    one, often = _read(
        _item("建成展馆2个。", "一", "1"),
        _item("每月巡查一次。", "一", "2"),
        _item("以上事项须于11月底前全部完成。", "一", "2"),
    )
    assert (one.due, one.found["due"].how) == (dt.date(2026, 11, 30), How.DOCUMENT)
    assert often.due is None


def test_half_width_marks_cut_like_full_width_ones() -> None:
    first, second = _read(_item("市甲局建成展馆2个,培训馆员30名;", "一", "1"))
    assert (first.quote, second.quote, second.owner) == ("市甲局建成展馆2个", "培训馆员30名", "市甲局")
