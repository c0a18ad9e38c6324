"""The lines of a head that are no title: numbers, marks, fields, dates, recipients, bylines."""

from __future__ import annotations

import re
import unicodedata

from luoshi_core.reading.header.bodies import is_body_line, without_seal
from luoshi_core.reading.header.dates import ALONE, ANY_CHINESE, MONTH_ALONE, MONTH_OF_YEAR
from luoshi_core.reading.header.field_names import ANY_NAME, FIELD_OF
from luoshi_core.reading.header.findings import Findings
from luoshi_core.reading.traced import Traced

_YEAR = r"[〔\[［【(（﹝<〈]\s*[12１２][\d０-９]{3}\s*[〕\]］】)）﹞>〉]"
NUMBER = re.compile(
    rf"(?:[^\s\u3000，。；：:（()）《》、]{{1,24}}?)?\s*{_YEAR}\s*(?:第\s*)?[\d０-９]{{1,5}}(?:-\d+)?\s*[号期](?:[（(]总第?\s*\d+\s*[号期][）)])?"
    r"|[（(]?(?:[12]\d{3}年)?\s*(?:总)?第\s*[\d０-９〇一二三四五六七八九十百]{1,6}\s*[号期]令?[）)]?(?:\s*[（(]总第?\s*\d+\s*[号期][）)])?"
    r"|\S{1,16}(?:令|公告)\s*[（(]?第\s*[\d０-９〇一二三四五六七八九十百]{1,6}\s*号[）)]?"
)
BRACKETED_NUMBER = re.compile(rf"[（(]([^（()）]{{2,16}}{_YEAR}\s*(?:第\s*)?[\d０-９]{{1,5}}\s*号)[）)]$")
RULE = re.compile(r"[\W_]{2,}$")
"""A line drawn across the page, or a row of stars: no letter and no digit."""
_MARK = re.compile(
    r"(?:(?:绝密|机密|秘密|内部(?:资料|文件)?|特急|加急|平急|特提|急件|急)(?:\s*[★☆]?\s*(?:长期|\d+\s*[年个月]+))?"
    r"|[★☆]\s*\d*\s*年?|(?:份号|密级|紧急程度|保密期限)\s*[:：].*|\d{6})$"
)
_BODY_AND_DATE = re.compile(
    rf"(.{{2,40}}?)\s*({ANY_CHINESE.pattern}|{MONTH_OF_YEAR})\s*(?:编?制|编印?|印制?|填报|汇总)?$"
)
_MADE_BY = re.compile(r"(.{4,40}?)\s*(?:主办|编印|编辑|编发|印发|编写|编)$")
_SIGNER = re.compile(r"签\s*发\s*人?\s*[:：]\s*(.*)$")
_AS_OF = re.compile(rf"[（(]?(?:数据)?截[至止]到?\s*({ANY_CHINESE.pattern})[）)]?$")
_WIDE = re.compile(r"[ \t\u3000\xa0]{2,}|[\t\u3000]+|\s*[|｜丨]\s*")

_FIELD = re.compile(rf"({ANY_NAME})\s*(?:[（(][^（()）]{{1,6}}[）)])?\s*[:：]\s*(.*)$", re.DOTALL)
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff])[\s\u3000]+(?=[\u4e00-\u9fff]\s*[:：])")

ADOPTION = re.compile(r"[（(].*(?:通过|公布|发布|修订|修正|批准|施行|审议|印发).*[）)]$", re.DOTALL)
_NOT_IN_FORCE = re.compile(rf"{ANY_CHINESE.pattern}(?!\s*起)")
_ADOPTED_BY = re.compile(r"日\s*(.{2,40}?)(?:第[一二三四五六七八九十百\d]+次.{0,8}?会议)")
_TERM = re.compile(r"第[一二三四五六七八九十\d]+届")
_PASSED = re.compile(rf"({ANY_CHINESE.pattern})[^日]{{0,60}}?(?:通过|公布|发布|修订|修正|批准|审议)")

_ADDRESSEES = (
    "政府|部门|单位|局|委|办|厅|部|院|会|镇|乡|街道|公司|企业|学校|中心|机构|集团|所|站|馆|团体|高校|园区|社区|同志|领导小组|成员|处|"
    "科|室|股|居民|村民|市民|业主|干部|职工|党员|会员|人员|负责人|[）)]"
)
_RECIPIENTS = re.compile(rf"[^。；！？]{{1,200}}(?:{_ADDRESSEES})\s*[：:]$")
_NO_RECIPIENTS = re.compile(r"如下|以下|通知[：:]|要求|事项|牵头|责任|配合|负责")
SALUTATION = re.compile(r"(?:各位|同志们|女士们|尊敬的|朋友们|同学们|老师们|全体)[^。]{0,60}[：:！!]$")
_BYLINE = re.compile(
    r"(?:[□■◎○●◆▲]\s*|(?:作者|文|记者|本报记者|通讯员|讲稿|撰文)\s*[:：/／丨|]?\s*)([\u4e00-\u9fff·]{2,6}(?:[\s、，][\u4e00-\u9fff·]{2,6}){0,3})$"
)
_OFFICES = "书记|市长|县长|区长|州长|省长|主任|局长|厅长|部长|主席|院长|教授|镇长|乡长|主编"
_PERSON = re.compile(rf"(?:.{{2,20}}(?:{_OFFICES})[\s\u3000]+)?([\u4e00-\u9fff](?:[\s\u3000]*[\u4e00-\u9fff]){{1,3}})$")


def number_words(text: str) -> str:
    """A number as printed with half-width digits and without spaces."""
    return re.sub(r"[\s\u3000]+", "", "".join(unicodedata.normalize("NFKC", c) if c.isdigit() else c for c in text))


def read_line(line: Traced, into: Findings) -> bool:
    """Read a line of the head that is no title into ``into``; False if it is none of that kind."""
    text = line.text
    if RULE.match(text):
        return True
    if ADOPTION.match(text) and not NUMBER.fullmatch(_unbracketed(text)):
        return _read_adoption(line, into)
    return read_segments([segment for segment in _cut(_without_brackets(line)) if segment], into)


def read_segments(segments: list[Traced], into: Findings) -> bool:
    """Read what stands side by side on a line or in the cells of a row; False if any of it is something else."""
    kinds = [_kind(segment.text, alone=len(segments) == 1) for segment in segments]
    if not all(kinds) or set(kinds) == {"body"}:
        return False
    for kind, segment in zip(kinds, segments, strict=True):
        _note(kind or "", segment, into)
    return True


def read_footer(line: Traced, into: Findings) -> bool:
    """Read who filled in a table and when, where that stands below or in it; False if the line says something else."""
    found = _field(line.text)
    says = FIELD_OF[found[1]] in ("filed by", "written") if found else _AS_OF.match(line.text) is not None
    return says and read_line(line, into)


def _without_brackets(line: Traced) -> Traced:
    """（云栾市文化馆　2026年3月） without the brackets that hold all of it."""
    text = line.text
    whole = text[:1] in ("（", "(") and text[-1:] in ("）", ")") and not any(mark in text[1:-1] for mark in "（()）")
    return line.cut(1, len(text) - 1).strip() if whole and _WIDE.search(text) else line


def _cut(line: Traced) -> list[Traced]:
    parts, at = [], 0
    for found in _WIDE.finditer(line.text):
        if line.text[: found.start()].rstrip().endswith(("：", ":")):
            continue
        parts.append(line.cut(at, found.start()))
        at = found.end()
    return [*parts, line.cut(at)]


def _kind(text: str, alone: bool) -> str | None:
    text = text.strip()
    if NUMBER.fullmatch(_unbracketed(text)) and not text.startswith(("关于", "转发")):
        return "number"
    if _SIGNER.match(text):
        return "signer"
    if _MARK.match(text):
        return "mark"
    if ALONE.match(text):
        return "date"
    if MONTH_ALONE.match(text):
        return "month"
    if _AS_OF.match(text):
        return "as of"
    if _field(text):
        return "field"
    if not alone and is_body_line(text):
        return "body"
    if alone and (found := _BODY_AND_DATE.match(_unbracketed(text))) and is_body_line(found[1]):
        return "body and date"
    if (found := _MADE_BY.match(text)) and is_body_line(found[1]):
        return "maker"
    return None


def _unbracketed(text: str) -> str:
    """（云政办〔2025〕8号） without the brackets around it."""
    inner = text[1:-1]
    return inner if text[:1] in "（(" and text[-1:] in "）)" and not ("（" in inner or "(" in inner) else text


def is_field_name(text: str) -> bool:
    """Whether a cell holds the name of a field, with or without its colon."""
    return _SPACED.sub("", text).rstrip("：: ").replace("　", "") in FIELD_OF


def note_field(name: str, value: Traced, into: Findings) -> None:
    """Note the value of a field that stands in a cell beside its name."""
    into.put(FIELD_OF[name.rstrip("：: ").replace("　", "")], value.text, value)


def _field(text: str) -> re.Match[str] | None:
    return _FIELD.match(_SPACED.sub("", text))


def _note(kind: str, segment: Traced, into: Findings) -> None:
    text = segment.text.strip()
    if kind == "number":
        into.put("number", number_words(_unbracketed(text)), segment)
    elif kind == "signer" and (found := _SIGNER.match(text)):
        into.put("signer", found[1], segment)
    elif kind == "mark":
        into.put("mark", text, segment)
    elif kind == "date":
        into.put("date", text, segment)
    elif kind == "as of":
        into.put("written", text, segment)
    elif kind == "body":
        into.put("issuer", text, segment)
    elif kind == "body and date" and (found := _BODY_AND_DATE.match(_unbracketed(text))):
        into.put("issuer", found[1], segment)
        into.put("date" if found[2].endswith("日") else "month", found[2], segment)
    elif kind == "month":
        into.put("month", text, segment)
    elif kind == "maker" and (found := _MADE_BY.match(text)):
        into.put("issuer", found[1], segment)
    elif kind == "field" and (found := _field(text)):
        _note_field(FIELD_OF[found[1]], found[2], segment, into)


def _note_field(field: str, value: str, segment: Traced, into: Findings) -> None:
    if field != "filed by" or is_body_line(value):
        into.put(field, without_seal(value) if field == "filed by" else value, segment)


def _read_adoption(line: Traced, into: Findings) -> bool:
    """A note under the title of a regulation: who passed it on which day, the last change counting."""
    text = line.text
    dates = [found[1] for found in _PASSED.finditer(text)] or _NOT_IN_FORCE.findall(text)
    if not dates:
        return False
    into.put("date", dates[-1], line)
    if found := _ADOPTED_BY.search(text):
        into.put("adopted by", _TERM.sub("", found[1]), line)
    return True


def recipients_of(text: str) -> tuple[str, ...]:
    """The bodies that a line such as 各县（区）人民政府，市直各部门： is addressed to; empty if it is no such line."""
    if not _RECIPIENTS.match(text) or _NO_RECIPIENTS.search(text):
        return ()
    words = text.rstrip("：: ")
    parts = re.split(r"[，,；;]", words) if re.search(r"[，,；;]", words) else re.split(r"、(?![^（(]*[）)])", words)
    return tuple(part.strip() for part in parts if part.strip())


def byline_of(text: str) -> str | None:
    """The name in a marked byline (□ 令狐漱, 文/令狐漱), or None."""
    found = _BYLINE.match(text)
    return found[1].strip() if found else None


_HOLDER = re.compile(r"(.{2,30}政府)(?:代理?|常务|副)*(?:市长|县长|区长|州长|省长|镇长|乡长|主席)[\s\u3000]+\S")


def office_holders_body(text: str) -> str | None:
    """The government that a head names by its office behind its report (某市人民政府市长　某某), or None."""
    found = _HOLDER.match(text)
    return found[1] if found and is_body_line(found[1]) else None


def person_of(text: str) -> str | None:
    """The name of a person that is all of a line, perhaps behind an office (市长　鄢若川), or None."""
    found = _PERSON.match(text)
    return re.sub(r"[\s\u3000]", "", found[1]) if found else None
