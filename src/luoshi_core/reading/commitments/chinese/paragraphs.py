"""A paragraph read into drafts, sentence by sentence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.chinese.carrying import Carry
from luoshi_core.reading.commitments.chinese.clauses import Clause, may_name_body, read_clauses
from luoshi_core.reading.commitments.chinese.drafts import Bracket, Draft, Reading
from luoshi_core.reading.commitments.chinese.frames import is_frame, is_reported, is_urged
from luoshi_core.reading.commitments.chinese.inheritance import is_duty_sentence
from luoshi_core.reading.commitments.chinese.owners import lists_parties, read_parties
from luoshi_core.reading.commitments.chinese.prospects import Prospect, prospect_of
from luoshi_core.reading.commitments.chinese.sentences import Sentence, cut_sentences, hide_asides, with_full_marks
from luoshi_core.reading.commitments.chinese.splitting import Unit, split_units
from luoshi_core.reading.commitments.chinese.subjects import Subject, find_source
from luoshi_core.reading.commitments.chinese.tense import tells_past
from luoshi_core.reading.commitments.targets import TargetMatch, find_targets
from luoshi_core.reading.commitments.timing import Timing, find_timings
from luoshi_core.reading.model import Cadence

#: No sentence is longer than this; what is, is broken text.
_LONGEST = 2_000

# The patterns of this module that are searched for start with literal characters in every branch:
# then the search passes over other characters without trying the branches.
_COULD_BE_TIMED = re.compile(
    r"年|月|日|前|底|末|旬|季度|每|逐[年月]|天内|小时|分钟|个工作日|常态|持续|随时|长期|全天|周|学期|节|“十|即日"
)
#: What an item is called before it is said (整改目标：…).
_LABEL = re.compile(
    r"(?:[今本全][年县市区镇乡村]|[本我各][^，；：\d]{1,6}?)?的?(?:总体|主要|预期|工作|奋斗|发展|努力)?"
    r"(?:奔头|盼头|目标|打算|想法|指标|安排|愿景|任务|重点)(?:就?是|为|有)?[：:]|"
    r"(?:整改|工作|责任|年度|总体|主要|阶段|预期|具体|重点|落实|治理|攻坚)?(?:目标|措施|任务|举措|内容)(?:任务|要求)?[：:]"
)
_OPENS_LABEL = frozenset("今本全我各的奋发努奔盼打想指愿任预主举任具内工年总措攻整治目落责重阶预")
_FROM_FORCE = re.compile(r"(?:施行|实施|生效)之日起")
_CONTACT = re.compile(r"联系(?:人|电话|方式)|电话|邮箱|电子邮箱|传真|通[讯信]地址")
#: What a sentence of an article must hold to bind anybody: a number, a time, a ban or a local body.
_BINDS_IN_ARTICLE = re.compile(
    r"[0-9０-９严不禁律年今全每季半常开由各市县区镇乡]"
    r"(?:(?<=[0-9０-９])|(?<=严)禁|(?<=不)[得准许搞]|(?<=律)不|(?<=禁)止|(?<=年)[内底]|(?<=[今全每])年|(?<=每)[月日周天季]"
    r"|(?<=季)度|(?<=半)年|(?<=常)态"
    r"|(?<=开)学|(?<=由)[市县区镇乡各]|(?<=[各市县区镇乡])[^，。；]{0,12}?[局委办馆站院校府司团])"
)
_YEAR_ONLY = re.compile(r"今年|全年|本年度?|20\d\d年")
_YEAR_OPENS = re.compile(r"(?:^|[。！？；])(20\d\d)年(?![底末前内])")
_COULD_COUNT = re.compile(r"[\d一二两三四五六七八九十百千万半零全翻](?:(?<![全翻])|(?<=全)(?:覆盖|部)|(?<=翻)番)")
_RULE_STANDS = re.compile(
    "|".join(
        rf"{keep}[^，；]*(?:制度?|机制|责任制|规定|标准|规程|纪律)$"
        for keep in ("落实", "执行", "实行", "坚持", "遵守", "严格", "实施")
    )
    + r"|应(?<![供适响反效对相呼感]应)(?![急用对答聘届试变])|应当|一律|全程|做到[^，]*(?:必|日清|月结)"
    r"|时(?<=[^，]{2}时)(?:停止|立即|及时|应当)|后(?<=[^，]{2}后)(?:停止|立即|及时|应当)"
)


_Cut = tuple[int, int, str]


@dataclass(slots=True)
class _Paragraph:
    """A paragraph on its way to a reading; ``rule`` says that it stands in an article of a regulation."""

    text: str
    hidden: str
    rule: bool
    years: _YearsNamed
    drafts: list[Draft] = field(default_factory=list)
    brackets: list[Bracket] = field(default_factory=list)

    def reading(self) -> Reading:
        """The drafts, each with the bracket that stands behind it."""
        drafts, unanswered = self.drafts, 0
        for bracket in self.brackets:
            while unanswered < len(drafts) and drafts[unanswered].start < bracket.start:
                drafts[unanswered].bracket = bracket
                unanswered += 1
        return Reading(drafts, self.brackets)


@dataclass(slots=True)
class _Told:
    """A sentence on its way to drafts; ``hidden`` are its words without asides, ``brackets`` its responsibilities."""

    paragraph: _Paragraph
    sentence: Sentence
    hidden: str
    brackets: list[Bracket]
    timings: Sequence[Timing] = ()
    targets: Sequence[TargetMatch] = ()
    cuts: Sequence[_Cut] = ()
    source: Subject | None = None
    clauses: Sequence[Clause] = ()

    def words(self) -> str:
        """Its words as they stand."""
        return self.paragraph.text[self.sentence.start : self.sentence.end]


class ParagraphReader:
    """Reads the paragraphs of one document; knows the document's time.

    ``judged`` says that a judge will choose among the drafts: what it could not take is left out.
    """

    def __init__(
        self,
        context: PlanContext,
        rule: bool,
        in_force: dt.date | None = None,
        article: bool = False,
        judged: bool = False,
    ) -> None:
        self._judged = judged
        self._gate = _BINDS_IN_ARTICLE if article else None
        self._context = context
        self._rule = rule
        self._in_force = in_force

    def read(self, text: str) -> Reading:
        """The drafts of a paragraph."""
        return self.read_all([(text, self._rule)])[0]

    def read_all(self, texts: Iterable[tuple[str, bool]]) -> list[Reading]:
        """The drafts of each paragraph; beside its text stands whether it is an article of a regulation.

        All sentences go through one stage before the next: a stage has patterns of its own,
        and a processor that changes between all of them for each sentence takes half as long again.
        """
        paragraphs = [self._paragraph(text, rule) for text, rule in texts]
        told = [one for paragraph in paragraphs for one in self._sentences(paragraph)]
        told = [one for one in told if self._may_tell(one)]
        for one in told:
            self._find_timings(one)
        for one in told:
            _find_targets(one)
        for one in told:
            one.cuts = _cuts(one.paragraph.text, one.sentence, one.brackets)
            one.source = find_source(one.paragraph.text, one.sentence.start, one.sentence.end)
        if self._judged:
            told = [one for one in told if one.timings or one.targets or self._may_bind(one)]
        for one in told:
            _read_clauses(one)
        for one in told:
            one.paragraph.drafts += self._drafts(one)
        return [paragraph.reading() for paragraph in paragraphs]

    def _paragraph(self, text: str, rule: bool) -> _Paragraph:
        if self._gate and not self._gate.search(text):
            text = ""
        text = with_full_marks(text)
        return _Paragraph(text, hide_asides(text), rule, _YearsNamed(text))

    def _sentences(self, paragraph: _Paragraph) -> Iterator[_Told]:
        """The sentences of a paragraph that do not only say who answers for those before them."""
        text = paragraph.text
        for sentence in cut_sentences(text):
            if sentence.end - sentence.start > _LONGEST:
                continue
            if is_duty_sentence(text[sentence.start : sentence.end].strip()):
                paragraph.brackets.append(self._as_bracket(text, sentence.start, sentence.end))
                continue
            found: list[Bracket] = []
            if sentence.brackets:
                found = [b for span in sentence.brackets if (b := self._bracket(text, span))]
                paragraph.brackets += found
            yield _Told(paragraph, sentence, paragraph.hidden[sentence.start : sentence.end], found)

    def _bracket(self, text: str, span: tuple[int, int]) -> Bracket | None:
        start, end = span
        words = text[start + 1 : end - 1]
        behind, before = text[end:].lstrip()[:1], text[:start].rstrip()[-1:]
        if behind not in "，；。\n" and before not in "。；":
            return None
        return self._as_bracket(text, start, end) if lists_parties(words) else None

    def _as_bracket(self, text: str, start: int, end: int) -> Bracket:
        words = text[start:end]
        listed = words[words.index("由") + 1 :] if words[:1] in "此该上以本" and "由" in words else words
        return Bracket(start, end, read_parties(listed), find_timings(words, self._context))

    def _may_tell(self, one: _Told) -> bool:
        """Whether a sentence may say what is to be done: it is no story, frame or report."""
        sentence, words = one.sentence, one.hidden
        if self._gate and not self._gate.search(one.paragraph.text, sentence.start, sentence.end):
            return False
        return not (tells_past(words) or is_frame(words) or is_reported(words))

    def _find_timings(self, one: _Told) -> None:
        """Deadlines and frequencies of a sentence, placed in the sentence."""
        words = one.words()
        if _COULD_BE_TIMED.search(words):
            year = one.paragraph.years.before(one.sentence.start)
            one.timings = find_timings(words, self._context_of(words), year)

    def _may_bind(self, one: _Told) -> bool:
        """Whether a judge could take anything of a sentence without number, deadline and frequency."""
        start, hidden = one.sentence.start, one.paragraph.hidden
        starts = (_skip_marks(hidden, cut[0], cut[1]) - start for cut in one.cuts)
        prospect = prospect_of(one.hidden, starts, self._gate is not None)
        if prospect is Prospect.NEEDS_BODY:
            return one.source is not None or may_name_body(one.paragraph.text, hidden, one.cuts)
        return prospect is Prospect.OPEN

    def _context_of(self, words: str) -> PlanContext:
        """The document's time; for limits that run from its coming into force, the printed day of that."""
        if self._in_force and _FROM_FORCE.search(words):
            return replace(self._context, date=self._in_force)
        return self._context

    def _drafts(self, one: _Told) -> list[Draft]:
        drafts: list[Draft] = []
        groups: list[int] = []
        carry = Carry(self._context.date, one.source)
        if one.clauses and one.clauses[0].start > one.sentence.start:
            carry.lead_in(self._led_in_by(one, one.clauses[0].start))
        urged = is_urged(one.hidden)
        for unit in split_units(one.clauses):
            carry.enter(unit[0])
            draft = self._draft(one.paragraph, unit)
            draft.urged = urged
            carry.hand_on(draft, unit)
            drafts.append(draft)
            groups.append(len(carry.helpers) - 1)
        for draft, group in zip(drafts, groups, strict=True):
            if draft.partners or carry.helpers[group]:
                owner = draft.subject.owner if draft.subject else None
                names = dict.fromkeys((*draft.partners, *carry.helpers[group]))
                draft.partners = tuple([name for name in names if name != owner])
        return drafts

    def _led_in_by(self, one: _Told, end: int) -> Iterable[Timing]:
        """The timings of the words before the first unit of a sentence (今年的目标是：…)."""
        start, text = one.sentence.start, one.paragraph.text
        if text.startswith(("今年的", "今年全"), start):
            return [Timing(start, start + 2, t.due) for t in find_timings("今年，", self._context)]
        return [timing for timing in one.timings if timing.end <= end]

    def _draft(self, paragraph: _Paragraph, unit: Unit) -> Draft:
        hidden = paragraph.hidden
        end = unit[-1].end
        start = _skip_marks(hidden, unit[0].start, end)
        words = hidden[start:end]
        draft = Draft(start, end, words)
        for clause in unit:
            draft.targets += clause.targets
            draft.forbids |= clause.forbids
            draft.condition |= clause.condition
            draft.marked |= clause.marked
            draft.limits |= clause.limits
        self._set_time(hidden, draft, [t for clause in unit if not clause.describes for t in clause.timings])
        draft.stands = (
            draft.forbids
            or draft.condition
            or (draft.due is None and draft.every is None and _stands(draft, paragraph.rule))
        )
        return draft

    @staticmethod
    def _set_time(hidden: str, draft: Draft, main: list[Timing]) -> None:
        """The deadline and the frequency among the timings of a unit."""
        if not main:
            return
        dates = [t for t in main if t.due or (t.remarks and not t.cadence)]
        exact = [t for t in dates if not _YEAR_ONLY.fullmatch(hidden, t.start, t.end)]
        draft.due = next(reversed(exact or dates), None)
        draft.year_only = bool(dates) and not exact
        draft.every = next((t for t in main if t.cadence and t.cadence is not Cadence.STANDING), None)
        steady = next((t for t in main if t.cadence is Cadence.STANDING), None)
        if draft.every is None and steady is not None and draft.due is None:
            draft.every = steady


def _stands(draft: Draft, rule: bool) -> bool:
    if draft.limits and all(m.target.op == "<=" for m in draft.targets):
        return True
    return rule or _RULE_STANDS.search(draft.words) is not None


def _find_targets(one: _Told) -> None:
    """The numbers of a sentence; its timings and they are then placed in the paragraph."""
    start, words, timings = one.sentence.start, one.words(), one.timings
    targets = find_targets(words, timings) if _COULD_COUNT.search(words) else ()
    one.timings = [Timing(t.start + start, t.end + start, t.due, t.cadence, t.remarks) for t in timings]
    one.targets = [TargetMatch(m.start + start, m.end + start, m.target) for m in targets]


def _read_clauses(one: _Told) -> None:
    paragraph = one.paragraph
    one.clauses = read_clauses(paragraph.text, paragraph.hidden, one.cuts, one.timings, one.targets)
    if one.brackets:
        ends = {bracket.start for bracket in one.brackets}
        for clause in one.clauses:
            clause.closed = clause.end in ends


def _skip_marks(text: str, start: int, end: int) -> int:
    while start < end and text[start] in "，；：、 　":
        start += 1
    return start


class _YearsNamed:
    """The years that the sentences of a paragraph are about (2026年，…), not those only set as a deadline."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._names_none = "20" not in text
        self._at = 0
        self._year: int | None = None

    def before(self, start: int) -> int | None:
        """The last year named before a place; places come in ascending order."""
        if self._names_none:
            return None
        for match in _YEAR_OPENS.finditer(self._text, max(self._at - 1, 0), start):
            self._year = int(match[1])
        self._at = start
        return self._year


def _cuts(text: str, sentence: Sentence, brackets: list[Bracket]) -> list[_Cut]:
    """The clauses of a sentence as (start, end, mark before); responsibility brackets at their ends are left out."""
    cuts: list[_Cut] = []
    skip = {bracket.end: bracket.start for bracket in brackets} if brackets else {}
    opens = {bracket.start: bracket.end for bracket in brackets} if brackets else {}
    at, stop = sentence.start, ""
    if text[at] in _OPENS_LABEL and (label := _LABEL.match(text, at, sentence.end)):
        at = label.end()
    for mark in (*sentence.marks, sentence.end):
        if mark < at:
            continue
        start, end = (opens.get(at, at), skip.get(mark, mark)) if brackets else (at, mark)
        if start < end and text[start] in "联电邮传通" and _CONTACT.match(text, start, end):
            break
        if start < end:
            cuts.append((start, end, stop))
        at, stop = mark + 1, text[mark] if mark < sentence.end else ""
    return cuts
