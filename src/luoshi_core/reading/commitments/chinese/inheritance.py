"""What a unit may take from outside its sentence: brackets, lines, headings, introductions, dates for all items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.chinese.bodies import is_body
from luoshi_core.reading.commitments.chinese.owners import (
    Parties,
    lists_parties,
    read_parties,
    split_names,
    starts_with_role,
)
from luoshi_core.reading.commitments.chinese.subjects import Subject, find_subject, skip_lead_in
from luoshi_core.reading.commitments.timing import Timing, find_timings
from luoshi_core.reading.model import How
from luoshi_core.reading.passages import Passage
from luoshi_core.reading.traced import Span, Traced

_HEADING_BRACKET = re.compile(r"[（(]((?:[^（）()]|[（(][^（）()]*[）)])*)[）)]")
_ANSWERS = re.compile(r"(?:由|责任单位[：:])?([^，。；]{2,60}?(?:牵头|负责)[^。]*)$")
_NUMBER = re.compile(r"^[一二三四五六七八九十\d]+[、.．]|^（[一二三四五六七八九十\d]+）")
_AREAS = re.compile(r"[县市区镇]（[县市区镇乡、街道]+）$|（[县市区镇乡、街道]+）[、，]")
#: Headings that end like a body but name a place or thing (建好新校区, 美丽乡村).
_THING = re.compile(
    r"关于|(?![各市县区旗]|有关|相关|属地).*(?:[区园村校院馆站场店街]|乡村|城镇|校园|社区|队伍)$"
    r"|(?:建设|建成|建好|打造|创建|新建|改造|做强|做优|发展|培育|办好|管好|服务|优化|规范|盘活).{2,}(?:中心|[镇乡县市企业])$"
)
#: A heading that only names the period it plans for (下半年工作安排) sets no deadline.
_DATED = re.compile(r"[月底末前旬]")
_FOLLOWING = re.compile(
    r"(?:以下|下列|如下|下述|下面)[^，。；]{0,12}(?:工作|任务|事项|措施|项目|实事|活动|责任|职责|要求|举措"
    r"|目标|承诺|[几\d一二三四五六七八九十]+件事|事情)|(?:重点|主要|切实|着力)?(?:抓好|做好|做到|完成|推进|负责|履行|承诺)[^，。；]{0,24}：$"
)
_OURSELVES = re.compile(
    r"[我本](?:公司|集团|企业|单位|部门|中心|分公司|街道|社区|园区|支部|[局委办院校馆站所司行店社厂处科股室队乡镇村县市区州旗])"
    r"(?=[^。；]{0,30}(?:承诺|保证|[将要]|做好|抓好|做到|完成|推进|履行|如下))"
)
_DUTY_SENTENCE = re.compile(r"^由[^，。；]{2,60}?(?:牵头|负责)[^。；]{0,60}$")
_DUTY_FOR_THIS = re.compile(
    r"^(?:此|该|上述|以上|本)(?:项|条|类)?[^，。由]{0,6}由([^，。；]{2,60}?(?:牵头"
    r"|负责)[^，。；]{0,12})(?:，[^，。；]*(?:完成|到位|办结))?$"
)
_ALL_ITEMS = re.compile(
    r"(?:请[^，。]{1,10}，)?(?:除[^，。]{1,16}外，)?(?:(?:以上|上述|以下|下列|本[^，。；]{1,4}(?:所列|确定的|明确的))(?:各项|所有"
    r"|各)?[^，。；对将把]{0,8}?(?:事项|任务|工作|项目|问题|措施|实事)"
    r"|(?:各项|所有|全部)(?:工作|重点)?(?:任务|事项|实事|项目)(?=[^。]*(?:除[^，。]*外|均|全部)))[^。；]{0,30}$"
)
#: A sentence that is not the last of its paragraph must say that it means every item.
_EVERY = re.compile(r"均|除[^，。]*外|全部|一律")
_DONE = re.compile(r"完成|办结|落实|到位|销号|完工|见效")


@dataclass(slots=True)
class Duty:
    """Parties and dates that hold for several units, and where they were read."""

    parties: Parties
    timings: Sequence[Timing]
    spans: tuple[Span, ...]
    how: How
    path: tuple[str, ...] = ()

    @property
    def timing(self) -> Timing | None:
        """The deadline, else the frequency, that it sets."""
        return next((t for t in reversed(self.timings) if t.due), None) or next(iter(self.timings), None)


def duty_of_line(text: Traced, context: PlanContext) -> Duty | None:
    """A paragraph that says nothing but who is responsible, or until when."""
    words = text.text.strip()
    if len(words) > 160 or not (starts_with_role(words) or (words[:1] in "（([【［" and lists_parties(words))):
        return None
    return Duty(read_parties(words), find_timings(words, context), text.spans(), How.BRACKET)


def is_duty_sentence(words: str) -> bool:
    """Whether a sentence says nothing but who answers for what stands before it."""
    if words[:1] in "此该上以本" and (match := _DUTY_FOR_THIS.match(words)):
        return lists_parties(match[1])
    if "：" not in words[:12] and words[:1] != "由":
        return False
    return starts_with_role(words) or (_DUTY_SENTENCE.match(words) is not None and lists_parties(words[1:]))


def duty_of_heading(words: Traced, context: PlanContext) -> Duty | None:
    """What a heading says about who is responsible and until when."""
    text = words.text
    parties = Parties()
    for match in _HEADING_BRACKET.finditer(text):
        if lists_parties(match[1]):
            parties = read_parties(match[1])
    title = _HEADING_BRACKET.sub("", text).strip(" 。：:")
    if not parties:
        parties = _parties_of_title(text, title)
    timings = [t for t in find_timings(text, context) if _DATED.search(text[t.start : t.end])]
    return Duty(parties, timings, words.spans(), How.HEADING) if parties or timings else None


def _parties_of_title(text: str, title: str) -> Parties:
    if "由" in text and (match := _ANSWERS.search(text[text.index("由") :].strip("。：:"))) and lists_parties(match[1]):
        return read_parties(match[1])
    bare = _NUMBER.sub("", text.strip(" 。：:") if _AREAS.search(text) else title)
    names = split_names(bare)
    if lists_parties(bare) and all(is_body(name) and not _THING.match(name) for name in names):
        return read_parties(bare)
    return Parties()


def introduction(passage: Passage, context: PlanContext) -> Duty | None:
    """A sentence that introduces a section and says who does all of it (某局将抓好以下工作)."""
    text = passage.text
    if text is None:
        return None
    words = text.text
    start = start_of_last(words)
    if len(words) - start > 160 or not ("下" in words or words.endswith("：")):
        return None
    following = _FOLLOWING.search(words, start)
    if following is None:
        return None
    timings = find_timings(words, context)
    at = skip_lead_in(words, start, len(words), timings)
    if named := _named_by(words, at, following.start()):
        parties = read_parties(named)
    elif subject := _subject_right_before(words, following.start(), at, timings):
        parties = Parties(subject.owner, (*subject.partners, *subject.helpers))
    elif ours := _OURSELVES.search(words, at):
        parties = Parties(ours[0])
    elif subject := find_subject(words, at, len(words)):
        parties = Parties(subject.owner, (*subject.partners, *subject.helpers))
    else:
        return None
    due = [t for t in timings if t.due and t.start >= start]
    return Duty(parties, due, text.spans(start, len(words)), How.INTRODUCTION, passage.path)


def _named_by(words: str, start: int, place: int) -> str | None:
    """The list that 由 opens in an introduction (由甲局牵头，乙局配合，做好下列工作), or None."""
    by = words.find("由", start)
    if by < 0:
        return None
    comma = words.rfind("，", by, place)
    for end in (comma, len(words)):
        named = _ANSWERS.search(words[by:end].strip("。：:；")) if end > by else None
        if named and lists_parties(named[1]):
            return named[1]
    return None


def _subject_right_before(words: str, place: int, start: int, timings: Sequence[Timing]) -> Subject | None:
    """Who acts in the last clause of an introduction that has others before it."""
    comma = words.rfind("，", start, place) + 1
    return find_subject(words, skip_lead_in(words, comma, len(words), timings), len(words)) if comma else None


def may_set_all_due(text: str) -> bool:
    """Whether a sentence of a paragraph, printed with its label, may be such a one (a cheap look)."""
    return any(
        _DONE.search(sentence) is not None and _ALL_ITEMS.search(sentence) is not None
        for _, sentence in _sentences_about_all(text)
    )


def sets_all_due(text: str, context: PlanContext) -> tuple[Timing, tuple[int, int]] | None:
    """The deadline that a sentence sets for all items (以上事项须于…前完成), and where that sentence stands."""
    for start, sentence in _sentences_about_all(text):
        if _ALL_ITEMS.match(sentence) is None or not _DONE.search(sentence):
            continue
        timings = [t for t in find_timings(sentence, context) if t.due]
        if timings:
            last = timings[-1]
            found = Timing(last.start + start, last.end + start, last.due, None, last.remarks)
            return found, (start, start + len(sentence))
    return None


def _sentences_about_all(text: str) -> Iterator[tuple[int, str]]:
    """The last sentence of a paragraph, and those before it that speak of every item."""
    if "前" not in text and "内" not in text and "底" not in text:
        return
    start, last = 0, len(text.rstrip("。； "))
    while start < last:
        end = text.find("。", start)
        end = last if end < 0 else min(end, last)
        sentence = text[start:end]
        if end == last or (_EVERY.search(sentence) and _ALL_ITEMS.match(sentence)):
            yield start, sentence
        start = end + 1


def start_of_last(text: str) -> int:
    """Where the last sentence of a paragraph starts."""
    return text.rfind("。", 0, len(text.rstrip("。；")) - 1) + 1
