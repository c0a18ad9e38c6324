"""Who acts in a clause: the bodies at its start, those that 由 names, those that help."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from luoshi_core.reading.commitments.chinese.bodies import NAME, NAME_IN_LIST, is_body
from luoshi_core.reading.commitments.chinese.owners import split_names
from luoshi_core.reading.commitments.chinese.verbs import ADVERBS, VERBS
from luoshi_core.reading.commitments.timing import Timing

_ETC = r"(?:等(?:[^，。；、]{0,6}?(?:部门|单位))?)?"
_LIST = rf"{NAME}(?:(?:、|和|与|及|以及){NAME})*(?![、和与]|及(?!时))"
_LIST_TO_END = rf"{NAME_IN_LIST}(?:(?:、|和|与|及|以及){NAME_IN_LIST})*(?![、和与]|及(?!时))"
_DEPARTMENTS = (
    r"(?:[^\W\d_]{2,6}、)+[^\W\d_]{2,6}(?:等(?:有关|相关)?)?(?:行政)?(?:主管)?(?:部门|单位)(?=要|应|须|将|按|加"
    r"|负|每)"
)
_AUX = r"(?:要|应当?|须|将|可|负责|具体负责)?"

LEAD_IN = re.compile(
    r"(?:（[一二三四五六七八九十\d]{1,3}）|本报(?:讯|[^，。]{0,8}电)(?:（[^）]*）)?\s*|据(?!悉"
    r"|了解)[^，]{2,20}?(?:介绍|透露)|(?:[一二三四五六七八九十]"
    r"|第[一二三四五六七八九十])(?:是要?|要)|[①-⑳]|首先|其次|再次|最后|同时|此外|另外|其中|其后|此后|随后|之后|并且?|且|但是?"
    r"|下一步|下步|今后|届时"
    r"|即日起|汛期|冬春季?|[春夏秋冬]季|暑假?期?间?|寒假|节假日期间|重[大要]节假日期间|原则上|请|对此|为此|据悉"
    r"|据了解|按计划|根据计划|(?:原则)?同意(?=[市县区])|(?:力争|确保|争取|计划)(?=[到于在至\d年全])"
    r"|记者[^，]{0,20}?(?:获悉|了解到)|会议(?:决定|议定|明确|同意|要求)|要|[于在到至自从](?=\d|年|“))+[，、：]?"
)
#: What LEAD_IN starts with.
_OPENS_LEAD_IN = frozenset(
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十下且为之争于今从会但其再冬到力即原另同在夏寒对届并按据春暑最本根此"
    "汛确秋第自至节要计记请重随首（"
)
_WITH = r"(?:携手|联手|会同|联合|协同|商|与)"
#: What stands between 会同 and a comma can only be a list of bodies, whatever their names look like.
_OFFICES = r"[^\W\d_]{2,9}(?:[、和与及][^\W\d_]{2,9}){0,4}(?:等部门)?(?=[，；。]|$)"
_SUBJECT = re.compile(
    rf"(?P<by>由|以(?=[^，]{{2,20}}为主))?(?:(?P<list>{_LIST})(?P<etc>{_ETC})"
    rf"|(?P<departments>{_DEPARTMENTS}))(?P<lead>[要应将]?牵头|为主)?"
    rf"(?:{_AUX}，?{_WITH}(?:(?P<helpers>{_LIST_TO_END}){_ETC}|(?P<others>{_OFFICES})))?"
)
_BY = re.compile(rf"由(?P<list>{_LIST}){_ETC}(?P<lead>牵头)?(?:，?{_WITH}(?P<helpers>{_LIST_TO_END}))?")
#: Behind 由 stands an agent even where its name is made of common words (由供电公司赔偿).
_AGENT = (
    r"[^\W\d_的]{1,10}?(?:公司|集团|企业|单位|部门|机构|中心|小组|团队|办公室|[部科室处股组队站所院馆校厅局办委厂班]"
    r"|[^\W\d_]{1,4}人(?!员))"
)
_BY_ANY = re.compile(
    rf"由(?P<list>{_AGENT}(?:[、和与及]{_AGENT}){{0,4}})(?P<lead>牵头)?(?<!组成)"
    rf"(?=负责(?!人)|统一|承担|牵头|[于在按对给每予先另再]|{ADVERBS}|{VERBS}|[，；。]|$)"
)
_HELPERS = re.compile(
    rf"(?:(?:会同|联合|协同)(?P<with>{_LIST_TO_END}){_ETC}(?=$|[，；。])"
    rf"|(?:由)?(?P<list>{_LIST_TO_END}){_ETC}(?:等)?(?:要|应|须|按照?(?:各自)?职责(?:分工)?|分别|积极|密切|予以"
    rf"|做好|共同|抓好|主动)*"
    r"(?:配合|协助|协同(?:推进|配合|落实|实施|做好|联动)?|参与|参加|具体(?:负责|落实|实施|承办)|支持|予以支持"
    r"|给予支持|协办)(?:做好|落实"
    r"|推进|实施|相关|有关|工作|办理|配合)*(?=$|[，；。、]))"
)
#: A body that its duty follows behind a colon (各村（社区）：组织群众转移).
_BEFORE_COLON = re.compile(rf"(?=[各市县区镇乡村])(?P<list>{_LIST_TO_END})(?P<lead>牵头)?(?P<helpers>(?!))?")
_JOINED = re.compile(
    rf"(?:还|也|再|要|应|须|将|拟|继续|进一步|积极|主动)*(?:会同|联合|协同)(?P<list>{_LIST_TO_END}){_ETC}(?=[^，。；])"
)
_PRESIDES = re.compile(r"[要应将]?(?:共同)?(?:牵头|负责)(?:总?负责|抓总|组织|实施|落实|推进|抓好|统筹)*$")


_MADE_UP = re.compile(r"组成|担任|兼任|任(?:组长|主任|总指挥)")
_CHANGES = re.compile(r"[到至为成]\d|[提降升改变转]")
_NO_NAME = re.compile(
    r"人均|接受|提供|进入|参加|享受|走进|利用|使用|送到|覆盖|开展|努力|创建|打造|推进|举办|完成|实现|新建|建成"
    r"|设在|任组长"
)


_SOURCE = re.compile(rf"(?:据|记者[^，]{{0,12}}?从)(?P<list>{_LIST})(?:[^，]{{0,10}}?)(?:介绍|透露|获悉|了解到)")


@dataclass(slots=True)
class Subject:
    """The bodies that act: owner, partners named with it, partners for its own clause only.

    ``by`` marks an agent named by 由; ``leads`` one that is marked 牵头, whose helpers
    help for the whole sentence; ``start`` and ``end`` are where the words stand.
    """

    owner: str
    partners: tuple[str, ...]
    helpers: tuple[str, ...]
    start: int
    end: int
    by: bool = False
    leads: bool = False


def skip_lead_in(text: str, start: int, end: int, timings: Sequence[Timing]) -> int:
    """Where the clause's own words start: behind 一是, 同时, 年底前 and the like."""
    at = start
    while at < end:
        if text[at] in _OPENS_LEAD_IN and (match := LEAD_IN.match(text, at, end)):
            at = match.end()
        elif timings and (moved := next((t.end for t in timings if t.start <= at < t.end), 0)):
            at = moved
            if at < end and text[at] in "，、":
                at += 1
        else:
            break
    return min(at, end)


def find_subject(text: str, start: int, end: int) -> Subject | None:
    """The bodies that act in ``text[start:end]``, which starts with the clause's own words."""
    if match := _SUBJECT.match(text, start, end):
        return _as_subject(match, bool(match["by"]))
    if text[end : end + 1] == "：" and (match := _BEFORE_COLON.fullmatch(text, start, end)):
        return _as_subject(match, False)
    at = text.find("由", start, end)
    if at > start and (match := _BY.match(text, at, end)) and not _MADE_UP.search(text, match.end(), end):
        return _as_subject(match, True)
    if (
        at >= start
        and (match := _BY_ANY.match(text, at, end))
        and not _MADE_UP.search(text, match.end(), end)
        and not _CHANGES.search(text, at, end)
    ):
        return _as_subject(match, True)
    return None


def _as_subject(match: re.Match[str], by: bool) -> Subject | None:
    groups = match.groupdict()
    if match["list"] and _NO_NAME.search(match["list"]):
        return None
    if departments := groups.get("departments"):
        return Subject(departments, (), (), match.start(), match.end(), by)
    owner, *partners = split_names(match["list"])
    if len(owner) == 1:
        return None
    leads = bool(match["lead"])
    helpers = split_names(groups["helpers"]) if groups.get("helpers") else []
    if (others := groups.get("others")) and all(map(is_body, names := split_names(others))):
        helpers = names
    return Subject(
        owner,
        tuple(partners),
        tuple(name for name in helpers if name not in (owner, *partners)),
        match.start("list"),
        match.end(),
        by,
        leads,
    )


def find_source(text: str, start: int, end: int) -> Subject | None:
    """The body that a news sentence quotes about its own plans (据市甲局介绍，…)."""
    match = _SOURCE.match(text, start, end) if text[start : start + 1] in "据记" else None
    return Subject(match["list"], (), (), match.start("list"), match.end("list")) if match else None


def find_helpers(text: str, start: int, end: int) -> tuple[str, ...]:
    """The bodies of a clause that says nothing but who helps (市乙局、市丙局配合), or ()."""
    match = _HELPERS.match(text, start, end)
    return split_names(match["list"] or match["with"]) if match and match.end() == end else ()


def find_joined(text: str, start: int, end: int) -> tuple[str, ...]:
    """The bodies together with which a clause without a subject acts (会同市乙局开展…), or ()."""
    match = _JOINED.match(text, start, end)
    return split_names(match["list"]) if match else ()


def only_presides(text: str, start: int, end: int) -> bool:
    """Whether what stands behind the subject only says that it leads or answers."""
    return start >= end or _PRESIDES.match(text, start, end) is not None
