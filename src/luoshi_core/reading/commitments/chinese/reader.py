"""The paragraphs of a Chinese document -> its commitments; rows of tables are read elsewhere."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.chinese import judging
from luoshi_core.reading.commitments.chinese.drafts import Bracket, Draft, Reading
from luoshi_core.reading.commitments.chinese.inheritance import (
    Duty,
    duty_of_heading,
    duty_of_line,
    introduction,
    is_duty_sentence,
    may_set_all_due,
    sets_all_due,
    start_of_last,
)
from luoshi_core.reading.commitments.chinese.owners import read_parties
from luoshi_core.reading.commitments.chinese.paragraphs import ParagraphReader
from luoshi_core.reading.commitments.chinese.resolving import Sources, resolve
from luoshi_core.reading.commitments.timing import Timing, find_timings
from luoshi_core.reading.header import Header
from luoshi_core.reading.model import Commitment, How
from luoshi_core.reading.passages import Grid, Passage, Piece
from luoshi_core.reading.traced import Span, Traced

_RULE_TITLE = re.compile(
    r"(?:办法|条例|规定|细则|制度|规则|规范|准则|公约|守则|标准|规程|章程|导则|须知|规约|承诺"
    r"|指引)(?:（[^）]*）)?(?:$"
    r"|》(?:（[^）]*）)?的?(?:通知|公告|决定|令)?$)"
)
#: A line that is a label or announces a list (整改措施：, 现承诺如下：).
_LABEL_LINE = re.compile(r"[^，。；：:\d]{2,14}[：:]\s*$|[^。；]{0,60}(?:如下|以下[^，。；]{0,10})[：:]\s*$")
_IN_FORCE = re.compile(r"自(20\d\d)年(\d{1,2})月(\d{1,2})日起(?:正式)?(?:施行|实施|执行|生效|试行)")
_REVIEW = re.compile(
    r"回顾$|^.{0,10}(?:主要)?(?:成效|成绩|成就)|存在(?:的)?(?:主要)?(?:问题|不足|困难)|基本情况|现状"
    r"|面临(?:的)?形势|形势(?:分析|任务)?$"
    r"|督[查导](?:内容|范围|对象)$|重要意义|重大意义|背景|必要性|指导思想|基本原则|工作原则|起草(?:说明|情况|过程)|名词解释|术语|定义"
)


REACH = 500
"""So many units at most can be meant by a line behind them; those before it are settled."""


@dataclass(slots=True)
class Entry:
    """A draft in its passage, and the line behind it that may name who is responsible."""

    passage: Passage
    draft: Draft
    intro: Duty | None
    line: Duty | None = None


@dataclass(slots=True)
class _Look:
    """A paragraph that is to be read, or one that says for others who answers or until when."""

    text: Traced
    reads: bool = False
    duty: Duty | None = None
    intro: Duty | None = None
    all_due: Timing | None = None
    apart: tuple[int, int] = (0, 0)  # the sentence that speaks for others is none of the paragraph's own


class ChineseReader:
    """Reads one document paragraph by paragraph; ``finish`` turns an entry into a commitment when it is settled.

    ``reach`` is the number of units after which it is; None if the last sentence may still date all of them.
    """

    def __init__(self, header: Header, context: PlanContext) -> None:
        self._header = header
        self._context = context
        self._rule = bool(_RULE_TITLE.search(header.title))
        article = header.newspaper or not header.binding
        force = _in_force(header.body)
        self._paragraphs = ParagraphReader(context, self._rule, force, article=article, judged=True)
        self._headings: dict[str, Duty | None] = {}
        self._intros: list[Duty] = []
        self._open: list[Entry] = []
        self._lined: list[Entry] = []
        self.all_due: tuple[Timing, tuple[Span, ...]] | None = None
        all_due = any(isinstance(p, Piece) and may_set_all_due(p.text.text) for p in header.body)
        self.reach = None if all_due else REACH

    def take_all(self, passages: Sequence[Passage]) -> Iterator[list[Entry]]:
        """The entries of each passage, in reading order; a table has none here."""
        looks = [self._look(passage) for passage in passages]
        readings = iter(
            self._paragraphs.read_all(
                (look.text.text, self._rule or _in_article(passage))
                for passage, look in zip(passages, looks, strict=True)
                if look and look.reads
            )
        )
        for passage, look in zip(passages, looks, strict=True):
            if look is None:
                yield []
            elif look.reads:
                yield self._take_reading(passage, look, next(readings))
            else:
                self._take_duty(passage, look)
                yield []

    def _look(self, passage: Passage) -> _Look | None:
        """What a paragraph is, told from its own words; None where nothing comes of it."""
        text = passage.text
        if text is None or passage.heading or any(_REVIEW.search(h.title) for h in passage.headings):
            return None
        if duty := duty_of_line(text, self._context):
            return _Look(text, duty=duty)
        if is_duty_sentence(text.text.strip().rstrip("。；")):
            return _Look(text)
        if intro := introduction(passage, self._context):
            apart = start_of_last(text.text)
            return _Look(text, intro=intro, reads=apart > 0, apart=(apart, len(text.text)))
        if text.text.rstrip()[-1:] in "：:" and _LABEL_LINE.match(text.text):
            return None
        if found := sets_all_due(text.text, self._context):
            return _Look(text, reads=True, all_due=found[0], apart=found[1])
        return _Look(text, reads=True)

    def _take_duty(self, passage: Passage, look: _Look) -> None:
        if look.duty:
            self._give_line(passage, look.duty)
        elif look.intro:
            self._intros.append(look.intro)
        else:
            self._answer(passage, look.text)

    def _take_reading(self, passage: Passage, look: _Look, reading: Reading) -> list[Entry]:
        entries = self._enter(passage, look.text, reading)
        if look.intro:
            self._intros.append(look.intro)
        if found := look.all_due:
            self.all_due = (found, look.text.spans(found.start, found.end))
        start, end = look.apart
        return [entry for entry in entries if not start <= entry.draft.start < end]

    def _enter(self, passage: Passage, text: Traced, reading: Reading) -> list[Entry]:
        intro = next((i for i in reversed(self._intros) if passage.path[: len(i.path)] == i.path), None)
        listed = bool(reading.brackets) or intro is not None or any(map(self._of_heading, passage.heading_words))
        judge = judging.Judge(self._header, listed, self._rule, bool(passage.path))
        new = [Entry(passage, draft, intro) for draft in reading.drafts if judge.commits(draft)]
        if new and self._lined:
            self._end_lines(passage.path)
        self._open += new
        del self._open[:-REACH]
        if reading.brackets and reading.brackets[-1].end >= len(text.text.rstrip("。； ")):
            self._close_item(passage, _as_duty(reading.brackets[-1], text))
        return new

    def _answer(self, passage: Passage, text: Traced) -> None:
        """A paragraph that only says who answers: for the items before it, else for those behind it."""
        words = text.text[1:] if text.text[:1] == "由" else text.text
        found = find_timings(text.text, self._context)
        duty = Duty(read_parties(words), found, text.spans(), How.INTRODUCTION, passage.path)
        if any(entry.passage.path[: len(passage.path)] == passage.path for entry in self._open):
            self._give_line(passage, duty)
        else:
            self._intros.append(duty)

    def _give_line(self, passage: Passage, duty: Duty) -> None:
        """A line behind one or several items holds for those since the last line, under the same headings."""
        lined: list[Entry] = []
        for entry in self._open:
            if entry.passage.headings == passage.headings and entry.draft.bracket is None:
                again = entry.passage.path == passage.path or any(entry is other for other in self._lined)
                if entry.line is None or again:
                    lined.append(entry)
                    entry.line = _joined(entry.line, duty)
        self._lined = lined

    def _end_lines(self, path: tuple[str, ...]) -> None:
        """A new item behind lines: those lines hold for nothing more than what they reached."""
        self._open = [entry for entry in self._open if entry.line is None and entry.passage.path == path]
        self._lined = []

    def _close_item(self, passage: Passage, duty: Duty) -> None:
        for entry in self._open:
            if entry.passage.path == passage.path and passage.path and entry.draft.bracket is None:
                entry.line = entry.line or duty
        self._open = []

    def _of_heading(self, words: Traced) -> Duty | None:
        if words.text not in self._headings:
            if len(self._headings) > REACH:
                self._headings.clear()
            self._headings[words.text] = duty_of_heading(words, self._context)
        return self._headings[words.text]

    def finish(self, entry: Entry) -> Commitment:
        """The commitment, with what its brackets, headings and introduction lend it."""
        passage, draft = entry.passage, entry.draft
        assert passage.text is not None
        bracket = _as_duty(draft.bracket, passage.text) if draft.bracket else None
        headings = [d for words in reversed(passage.heading_words) if (d := self._of_heading(words))]
        sources = Sources(bracket or entry.line, headings, entry.intro, self.all_due)
        return resolve(passage, draft, sources, self._rule)


def _in_article(passage: Passage) -> bool:
    return any(label.startswith("第") and label.endswith("条") for label in passage.path)


def _in_force(body: Iterable[Piece | Grid]) -> dt.date | None:
    """The printed day from which a rule is in force."""
    for piece in body:
        if isinstance(piece, Piece) and "起" in piece.text.text and (match := _IN_FORCE.search(piece.text.text)):
            try:
                return dt.date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                return None
    return None


def _as_duty(bracket: Bracket, text: Traced) -> Duty:
    return Duty(bracket.parties, bracket.timings, text.spans(bracket.start, bracket.end), How.BRACKET)


def _joined(first: Duty | None, second: Duty) -> Duty:
    """Two lines behind one item (责任单位：…, 完成时限：…) read as one."""
    if first is None:
        return second
    parties = first.parties if first.parties.owner else second.parties
    if first.parties and second.parties and parties is first.parties:
        parties.partners = tuple(
            dict.fromkeys((*parties.partners, *filter(None, (second.parties.owner,)), *second.parties.partners))
        )
        parties.leader = parties.leader or second.parties.leader
    elif first.parties.leader and not parties.leader:
        parties.leader = first.parties.leader
    return Duty(parties, (*first.timings, *second.timings), (*first.spans, *second.spans), How.BRACKET)
