"""The same commitment printed twice, and what an article asks for without binding anybody."""

from __future__ import annotations

import datetime as dt

from luoshi_core.reading.commitments import find_calls, find_commitments
from luoshi_core.reading.commitments.duplicates import mark_duplicates
from luoshi_core.reading.header import Header
from luoshi_core.reading.model import Commitment, Operator, Target
from luoshi_core.reading.passages import Passage
from luoshi_core.reading.traced import Traced


def _one(quote: str, owner: str | None = None, value: float | None = None, due: dt.date | None = None) -> Commitment:
    targets = (Target("", Operator.EQUAL, value, "个"),) if value is not None else ()
    return Commitment(quote, (), owner=owner, due=due, targets=targets)


def _first_of(*commitments: Commitment) -> list[int | None]:
    return [c.duplicate_of for c in mark_duplicates(commitments)]


def test_a_commitment_printed_again_in_a_table_points_to_the_first() -> None:
    body = _one("市文旅局年底前新建城市书房12个", "市文旅局", 12)
    row = _one("新建城市书房12个", "市文化和旅游局", 12, dt.date(2026, 12, 31))
    assert _first_of(body, row, row) == [None, 0, 0]


def test_other_numbers_dates_or_bodies_are_no_duplicates() -> None:
    body = _one("新建城市书房12个", "市文旅局", 12, dt.date(2026, 6, 30))
    assert _first_of(body, _one("新建城市书房15个", "市文旅局", 15)) == [None, None]
    assert _first_of(body, _one("新建城市书房12个", "市文旅局", 12, dt.date(2026, 9, 30))) == [None, None]
    assert _first_of(body, _one("新建城市书房12个", "县教育局", 12)) == [None, None]


def test_an_english_row_repeats_a_sentence_whatever_its_date_and_modal() -> None:
    body = _one("Works Team will fit 90 sea doors by the end of 2026/27", "Works Team", 90)
    assert _first_of(body, _one("Fit sea doors at quays 90 doors", "Works Team", 90)) == [None, 0]


def test_tasks_without_numbers_must_be_nearly_the_same() -> None:
    first = _one("完成水源地隐患排查", "县水利局")
    assert _first_of(first, _one("完成水源地隐患排查工作", "县水利局")) == [None, 0]
    assert _first_of(first, _one("完成燃气管道隐患排查", "县水利局")) == [None, None]


ARTICLE = (
    "推动公共文化服务高质量发展，要坚持正确导向。健全基层文化经费保障机制，设立乡村阅读扶持资金，让更多人受益。"
    "近年来，各地建立了一批文化平台。有学者提出，应设立专项基金。鼓励社会力量举办展览。"
)


def test_an_article_calls_for_what_an_office_could_adopt_and_binds_nobody() -> None:
    header = Header("以书香润泽乡村", (), date=dt.date(2026, 4, 2), binding=False, newspaper=True)
    passages = [Passage((), text=Traced.of(ARTICLE, 7))]
    commitments = find_commitments(passages, header)
    calls = find_calls(passages, header, commitments)
    assert commitments == ()
    assert [call.quote for call in calls] == ["健全基层文化经费保障机制", "设立乡村阅读扶持资金"]
    assert calls[0].spans[0].start == 7 + ARTICLE.index("健全")


def test_a_binding_document_has_commitments_and_no_calls() -> None:
    header = Header("某市2026年工作要点", (), date=dt.date(2026, 2, 1), plan_year=2026)
    passages = [Passage(("一", "1"), text=Traced.of("建立乡村阅读扶持机制。"))]
    commitments = find_commitments(passages, header)
    assert [c.quote for c in commitments] == ["建立乡村阅读扶持机制"]
    assert find_calls(passages, header, commitments) == ()


def test_advice_to_do_something_that_can_be_seen_is_a_call() -> None:
    header = Header("春风吹进山村", (), date=dt.date(2026, 4, 2), binding=False, newspaper=True)
    words = "不妨在社区开设共享书架。学校可以每年选派青年教师到乡村支教。专家建议，少吃盐。"
    calls = find_calls([Passage((), text=Traced.of(words))], header, ())
    assert [call.quote for call in calls] == ["不妨在社区开设共享书架", "学校可以每年选派青年教师到乡村支教"]
