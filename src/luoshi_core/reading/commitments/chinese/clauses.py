"""What each clause of a sentence brings: its subject, verb, time, numbers, and whether it forbids or sets a"
" condition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from luoshi_core.reading.commitments.chinese.subjects import (
    Subject,
    find_helpers,
    find_joined,
    find_subject,
    only_presides,
    skip_lead_in,
)
from luoshi_core.reading.commitments.chinese.verbs import CONCRETE, has_verb, opens_with_verb
from luoshi_core.reading.commitments.targets import TargetMatch
from luoshi_core.reading.commitments.timing import Timing
from luoshi_core.reading.model import Cadence, Operator

PROHIBITION = re.compile(
    r"严禁|禁止(?<!令行禁止)(?![类令性])|不得(?!不|已|[少低小晚迟短]于)|一律不|不准|不许|绝不允许|决不允许"
)
_CONDITION = re.compile(
    r"(?:凡是?|遇有?|如遇?|一旦|若|对于?|当|因|经|未|逾期|违反|有下列|发生|出现|接到|发现|符合|拒不"
    r"|在)[^，]*(?:的|时|后|之一的)$|凡是?|遇有|如遇|一旦|如有|若有|如发生|如出现|[^，]{2,}(?<!目)的$"
)
_TOPIC = re.compile(r"对于?(?!照|接|标|外开放|口帮扶)")
#: 对报名不足10人的班次，由…: what has to be true of a thing stands before 的.
_TOPIC_IF = re.compile(
    r"对于?[^，]*?(?:不足|不够|不到|不[合达符]|未|超过|超出|超期|低于|高于|少于|多于|逾期|发生|出现|符合|满|以上|以下|存在|发现"
    r"|违|损|失效|老化|缺|过期|拒)[^，]*?的[^，]{1,8}$"
)
_COULD_HELP = re.compile(r"[配协参支会联具](?:合|助|同|与|加|持|办|体)")
_COULD_JOIN = re.compile(r"会同|联合|协同")
_IF_SO = re.compile(
    r"(?:逾期|未|不|拒|违反|超过)[^，]*?的(?=予以|给予|由|将|依|一律|要|应|按|视|取消|扣|追)"
    r"|(?:发现|遇到|接到|出现|发生)[^，]*?(?:立即|及时|第一时间|马上)"
    r"|(?:连续[一二两三四五六\d]|存在|出现|发生|不符合|不具备)[^，]*的(?![^，]*的)[^，]{1,12}?(?:$|一律)"
    r"|对[^，]{2,24}的(?:单位|部门|个人|人员|企业|乡镇|学校|集体)?(?:予以|给予|取消|依法依规|实行问责)"
)
#: What a clause that sets a condition starts or else ends with.
OPENS_CONDITION = frozenset("对凡遇如一逾未不拒违超发接出连存")
_ENDS_CONDITION = frozenset("的时后")
_ACTS_ON = re.compile(
    rf"逐[一家个项户级]|全面|进行|开展|予以|给予|实行|实施|严格|集中|定期|一律|全部|依法|分类|加以|组织|落实"
    rf"|负责|建立|(?:{CONCRETE}|到位|一遍)$"
)
_DESCRIBES = re.compile(
    r"其中|(?:达到?|占|约|共)\d|[按以]?照?每(?:[场所个座处家名户人件台辆套次期亩村校馆站镇乡间组班队片条栋幢支届批株艘科])(?!月|年|周|季|天"
    r"|日)|总(?:投资|面积|长|规模|额|量)|占地|建筑面积|面积|规模(?!养|种|化|以上|企业|经营|较|猪|牛|羊|鸡)|全长|长度|单个|平均每|合计|共计|涉及(?![^，]*一律)"
    r"|预计(?:投资|总)|投资(?:额|约|总|[\d])"
)
_OPENS_DESCRIPTION = frozenset("以全共其单占合平建总投按每涉照约规达长面预")
_RESULT = re.compile(r"(?:确保|使|让|实现|做到|形成|以便|从而|切实做到|推动实现|力求)")
_OPENS_RESULT = frozenset("从以使做切力实形推确让")
_MEASURE_WORD = re.compile(
    r"率|满意度|人次|比例|占比|比重|温|压|时间|时长|时限|次数|场次|数量|总量|收入|产值|增加值|面积|规模|标准|数|度|量|额|费"
)
_COMPARES = re.compile(
    r"(?:拥有|不少于|不低于|不超过|不高于|超过|突破|控制在|保持在|稳定在|至少|达到?|增至|降至|占|为|力争|不得少于"
    r"|不得低于|不得超过|不得高于)"
)
#: 持续 and 坚持 alone do not start a commitment; 常态化 and 长期坚持 do.
_WEAK_LENGTH = 2
#: What may follow a body or a date when somebody does something; and what only says when, where or how many.
_DOING = re.compile(
    r"[要应将须可再还均都]?(?![的之为是等至到以和与及或在于按对达不占约共有]|[现共设拥占]有|下[设辖])(?:[一-鿿]{3}|[一-鿿]{2}\d|(?<=[前底内])[一-鿿]{2}$)"
)
_NO_DEED = re.compile(
    r"[的时前后间中上下内外季节期日午晚末初点起者]$|[率额量数度值费款]\D{0,2}[\d.]+|由|(?:工作|任务|计划|要点|方案|目标|情况)$"
)
#: Where the result of the clause before goes (…，报院办公室汇总).
_REPORTS = re.compile(
    r"(?:并|再|统一|一并|汇总后|审核后|及时|按时|[^，]{0,6}(?:结果|情况|名单|材料|清单|方案))*"
    r"(?:上报|报(?:送|请|经|至)?(?![告道名销酬警纸社刊废复损表备])[^，]{2,16}$)"
)
#: Four characters that say how (专款专用), not when, where or if.
_MANNER_LENGTH = 4
_MANNER = re.compile(r"(?!.*[未非无不者后前时期内中间上下凡])[一-鿿]{4}")
_OCCASION = re.compile(r"[^，]{4,}(?:后|(?<!小)时|之际|期间|以后)$")
_INSTITUTION = re.compile(
    r"(?:馆|站|点|室|中心|学校|[小中大]学|幼儿园|医院|剧院|企业|公司|园区|景区|社区|[县区镇乡村])$"
)
_FIGURE = re.compile(
    r"(?:每[年月周日]|全年|年内|[^，]{0,8}底前)?[^，要应须将]{0,14}?(?:率|满意度|人数|面积|时间|时长|数量|总量"
    r"|藏量|天数|次数|场次|人次|比例|经费|收入|规模)"
    r"[^，]{0,6}?(?:不少于|不低于|不超过|达到?|超过|控制在|保持|提高|增长|压缩|压减|缩短|降|下降|减少|增加|增至|翻|突破|稳定|力争|为|(?:新增|增设|建成)\d+(?:处|座|家|所|间)$)"
)
#: A house of the county that opens or serves so and so often keeps its own promise (县图书馆每周开放不少于63小时).
_NAMED = re.compile(r"(?:[省市县区州旗镇乡]|[^各新]{2,4}[市县区])(?:.{0,8})[馆院团心]$")
_SERVES = re.compile(r"(?:每[年月周日天季]度?|全年|年内)[^，面规]{0,6}(?:开放|服务|接待|演出|培训|接诊|门诊|巡诊)")
#: How many there are to be (村卫生室达到60家): the things are counted, they do nothing.
_COUNTED = re.compile(
    r"(?:[^，]{0,8}?(?:前|底|年内|全年|年))?(?:要|应|将|力争|确保|总?数)*"
    r"(?:达到?|增加?[到至]|发展到|扩大到|增至|不少于|超过|突破)[\d一二两三四五六七八九十百]+[家个所座处间]"
)
_SHORTENED = re.compile(r"(?:压缩|压减|缩短|减少|降低?|(?:时限|时间|时长|周期|间隔|用时|耗时|车程)控制)[到至在为]?$")
#: Where a ban holds (保护区内，一律不得…), and the things it is about (留存的构件，一律不得…).
_PLACE = re.compile(
    r"(?:[区围段道域地园场馆校村库线街河湖山路院城站]以?[内上中里旁边]|期间|沿线|两侧|周边|范围以?[内外])$"
)
_THINGS = re.compile(r"[^，\d]{2,16}的[^，的\d]{1,16}|[^，\d]{4,24}等[^，\d]{1,6}")
_EACH = re.compile(r"每[^，\d]{1,6}?(?:不少于|不低于|不超过|至少|不得少于|[\d一二两三四五六七八九十])")
_TIME_UNIT = re.compile(r"^(?:个?(?:工作日|自然日|月|小时|星期|日历日)|日|天|分钟|秒|周)$")


@dataclass(slots=True)
class Clause:
    """``text[start:end]`` between two commas, with what was found in it.

    ``helpers`` help for the sentence, ``joined`` (会同某局) only here; ``opened`` says
    that a date alone stands before it, ``closed`` that a bracket with bodies stands behind it.
    ``own`` is where its own words start, behind 同时, 一是 and a leading date, and
    ``said`` where they start behind the subject. ``stop`` is the mark before it.
    """

    start: int
    end: int
    stop: str
    own: int
    said: int = 0
    subject: Subject | None = None
    helpers: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    timings: Sequence[Timing] = ()
    targets: Sequence[TargetMatch] = ()
    forbids: bool = False
    condition: bool = False
    verb: bool = False
    describes: bool = False
    result: bool = False
    manner: bool = False
    closed: bool = False
    opened: bool = False
    limits: bool = False
    timed: bool = False
    marked: bool = False

    def timed_itself(self) -> bool:
        """Whether a deadline or a frequency stands in its own words."""
        return any(t.cadence is not Cadence.STANDING for t in self.timings)

    def weigh(self) -> None:
        """Settle ``timed`` and ``marked`` once everything in the clause is known.

        A clause is timed by its own deadline or frequency, and marked where it starts a
        commitment: by a ban, or by its own verb with a number, deadline or frequency.
        """
        self.timed = self.opened or (bool(self.timings) and any(map(_is_strong, self.timings)))
        self.marked = self.forbids or (self.verb and not self.describes and (self.timed or bool(self.targets)))


def _is_strong(timing: Timing) -> bool:
    return timing.cadence is not Cadence.STANDING or timing.end - timing.start > _WEAK_LENGTH


def read_clauses(
    text: str,
    hidden: str,
    cuts: Sequence[tuple[int, int, str]],
    timings: Sequence[Timing],
    targets: Sequence[TargetMatch],
) -> list[Clause]:
    """The clauses of a sentence; ``cuts`` are their (start, end, mark before), the rest is what the sentence holds."""
    if not cuts:
        return []
    first, last = cuts[0][0], cuts[-1][1]
    bans = PROHIBITION.search(hidden, first, last) is not None
    helps = _COULD_HELP.search(text, first, last) is not None
    clauses: list[Clause] = []
    before: Clause | None = None
    counted = False
    for start, end, stop in cuts:
        clause = Clause(start, end, stop, start)
        if timings:
            clause.timings = [t for t in timings if start <= t.start < end]
        if targets:
            clause.targets = [m for m in targets if start <= m.start < end]
            clause.limits = any(_limits_event(text, match) for match in clause.targets)
        clause.own = clause.said = skip_lead_in(text, start, end, clause.timings)
        if before and hidden[start] in _OPENS_DESCRIPTION and (described := _DESCRIBES.match(hidden, start, end)):
            clause.describes = counted or "每" not in described[0]
        counted = counted or bool(clause.targets)
        if not clause.describes:
            clause.forbids = bans and PROHIBITION.search(hidden, start, end) is not None
        _find_bodies(text, hidden, clause, helps)
        measured = bool(clause.timings or clause.targets)
        clause.condition = _sets_condition(hidden[clause.own : end], measured=measured, timed=bool(clause.timings))
        if clause.condition and clause.targets:
            threshold = hidden.rfind("的", start, end)
            clause.targets = [match for match in clause.targets if match.start > threshold]
        clause.verb = _has_verb(hidden, clause)
        if before:
            _set_in_sentence(hidden, clause)
            _follow(text, before, clause)
        clause.weigh()
        clauses.append(clause)
        before = clause
    return clauses


def _set_in_sentence(hidden: str, clause: Clause) -> None:
    """What a clause behind another is to it: a report on it, its result, the manner of it."""
    own, end = clause.own, clause.end
    if hidden.find("报", own, end) >= 0 and _REPORTS.match(hidden, own, end):
        clause.subject, clause.result = None, True
    if clause.subject:
        return
    if not clause.result and own < end and hidden[own] in _OPENS_RESULT:
        clause.result = _RESULT.match(hidden, own, end) is not None
    clause.manner = end - own == _MANNER_LENGTH and _MANNER.fullmatch(hidden, own, end) is not None


def may_name_body(text: str, hidden: str, cuts: Iterable[tuple[int, int, str]]) -> bool:
    """Whether a body acts, or a condition stands, in any clause of a sentence that holds no number and no time."""
    for start, end, _ in cuts:
        own = skip_lead_in(text, start, end, ())
        if find_subject(text, own, end) or _sets_condition(hidden[own:end], measured=False):
            return True
    return False


def _find_bodies(text: str, hidden: str, clause: Clause, helps: bool) -> None:
    """Who acts in a clause, who helps, who joins; ``helps`` says that the sentence has a word for helping."""
    start, end = clause.own, clause.end
    if not clause.describes:
        if helps and _COULD_HELP.search(text, start, end):
            clause.helpers = find_helpers(text, start, end)
        if clause.helpers:
            return
        if subject := find_subject(text, start, end):
            _let_act(hidden, clause, subject)
            return
    if helps and _COULD_JOIN.search(text, start, end):
        clause.joined = find_joined(text, start, end)


def _let_act(hidden: str, clause: Clause, subject: Subject) -> None:
    if not _is_about_thing(hidden, subject, clause.end):
        clause.subject = subject
        if subject.start <= clause.own + 1:
            clause.said = subject.end


def _follow(text: str, before: Clause, clause: Clause) -> None:
    """What two clauses side by side mean for one another: an occasion acts not, a date alone holds for the next."""
    if clause.forbids and not clause.subject and before.verb and _is_topic(text, before, clause):
        before.verb = False
    if before.verb and not before.describes and _counts_each(text, clause):
        clause.describes, before.marked = True, True
    if clause.subject and _OCCASION.search(text, before.start, before.end):
        before.subject, before.verb = None, False
        before.weigh()
    if clause.stop == "，" and before.timings and before.own >= before.end:
        clause.opened = before.timed


def _is_topic(text: str, before: Clause, clause: Clause) -> bool:
    """Whether a clause only names the place or the thing of which the ban behind it speaks."""
    if before.marked or before.subject or before.condition or before.describes or before.stop == "，":
        return False
    if PROHIBITION.match(text, clause.own, clause.end) is None:
        return False
    return _PLACE.search(text, before.start, before.end) is not None or (
        _THINGS.fullmatch(text, before.own, before.end) is not None and not opens_with_verb(text, before.own)
    )


def _counts_each(text: str, clause: Clause) -> bool:
    """Whether a clause without a verb only says how many each gets (每村不少于1名)."""
    return (
        bool(clause.targets)
        and not (clause.verb or clause.timings or clause.subject)
        and text[clause.start] == "每"
        and _EACH.match(text, clause.start, clause.end) is not None
    )


def _limits_event(text: str, match: TargetMatch) -> bool:
    """Whether a number is a time limit that runs from an event (10日内反馈)."""
    target = match.target
    return (
        target.op is Operator.AT_MOST
        and _TIME_UNIT.match(target.unit) is not None
        and "内" in text[match.start : match.end + 1]
        and _SHORTENED.search(text, max(0, match.start - 8), match.start) is None
    )


def _is_about_thing(hidden: str, subject: Subject, end: int) -> bool:
    """Whether the name only tells whose figure it is (文化站建筑面积不低于500平方米): a thing acts not."""
    return (
        not subject.by
        and not subject.partners
        and _INSTITUTION.search(subject.owner) is not None
        and not (_NAMED.match(subject.owner) and _SERVES.match(hidden, subject.end, end))
        and (_FIGURE.match(hidden, subject.end, end) or _COUNTED.match(hidden, subject.end, end)) is not None
    )


def _sets_condition(words: str, *, measured: bool, timed: bool = False) -> bool:
    if words[:1] not in OPENS_CONDITION and words[-1:] not in _ENDS_CONDITION:
        return False
    if _TOPIC.match(words):
        if _TOPIC_IF.match(words) and not (timed or _ACTS_ON.search(words, words.rindex("的"))):
            return True
        return (
            words.endswith(("的", "时")) or _IF_SO.match(words) is not None or not (measured or _ACTS_ON.search(words))
        )
    return (
        (words.endswith(("的", "时", "后")) and _CONDITION.fullmatch(words) is not None)
        or _IF_SO.match(words) is not None
        or words.startswith(("凡", "遇有", "如遇", "一旦"))
    )


def _does_something(hidden: str, clause: Clause, at: int) -> bool:
    """Whether words follow a body or a date that can only say what is to be done, whatever their verb."""
    if not (clause.timed_itself() or clause.limits or (clause.subject and clause.targets)):
        return False
    if clause.limits:
        at = max(at, clause.targets[-1].end)
    elif not clause.subject:
        at = max(at, clause.timings[0].end)
    return _DOING.match(hidden, at, clause.end) is not None and _NO_DEED.search(hidden, at, clause.end) is None


def _has_verb(hidden: str, clause: Clause) -> bool:
    if clause.helpers or (clause.subject and only_presides(hidden, clause.said, clause.end)):
        return False
    at = clause.said
    for timing in clause.timings:
        if timing.start <= at < timing.end:
            at = timing.end
    if has_verb(hidden, at, clause.end) or (at < clause.end and hidden.startswith("负责", at)):
        return True
    if _does_something(hidden, clause, at):
        return True
    compares = _COMPARES.search(hidden, at, clause.end)
    if compares is None:
        return False
    named = compares.start() - at > 3 or _MEASURE_WORD.search(hidden, at, compares.start())
    return bool(clause.timings or named)
