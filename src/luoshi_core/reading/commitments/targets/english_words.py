"""The words around an English number: what it counts, how it compares, and whether it only identifies."""

from __future__ import annotations

import re

from luoshi_core.reading.commitments.numerals_english import NUMBER_WORDS
from luoshi_core.reading.model import Operator

_STOP = (
    r"(?:of|in|at|by|for|to|with|on|per|and|or|that|which|who|each|every|from|through|no|until|during|within|before|after|as|is|are|be|will|"
    r"shall|must|annually|monthly|weekly|daily|quarterly|yearly|citywide|countywide|statewide|into|over|under|about|the|a|an|this|so|across|"
    r"throughout|between|among|toward|towards|including|using|served|installed|built|where|when|if|than|it|its|their|near|along|via)"
)
_RUN = re.compile(rf"\s(?P<words>(?:(?!{_STOP}\b)[A-Za-z][\w'’-]*\s?){{1,6}})", re.VERBOSE)
_IRREGULAR = frozenset(
    ["people", "children", "women", "men", "feet", "staff", "personnel", "youth", "housing", "square"]
)
_NOT_PLURAL = frozenset(
    [
        "bus",
        "business",
        "access",
        "process",
        "campus",
        "status",
        "address",
        "progress",
        "gas",
        "less",
        "across",
        "always",
        "this",
        "analysis",
        "basis",
    ]
)
_TWO_WORDS = re.compile(
    r"\s(?P<unit>(?:square|cubic|linear|lane|acre)[\s-](?:feet|foot|miles|yards|meters|metres|kilometers|kilometres)"
    r"|(?:business|working|calendar)\sdays?)\b"
)
_OR_MORE = re.compile(r"\sor\s(?:more|fewer|less)(?=\s)")

_LEAST = (
    r"at\sleast|(?:no|not)\s(?:fewer|less|lower)\sthan|(?:a\s)?minimum\s(?:of\s)?|more\sthan|greater\sthan|higher\sthan|over|above|exceed(?:s|ing)?|"
    r"reach(?:es|ing)?|achiev(?:e|es|ing)|attain(?:s|ing)?|maintain(?:s|ing)?(?:\s\w+){0,3}?\s(?:at|of)?|upwards?\sof|≥|>"
)
_MOST = (
    r"(?:no|not)\s(?:more|greater|longer|higher|later)\sthan|at\smost|up\sto|(?:a\s)?maximum\s(?:of\s)?|(?:less|fewer|lower)\sthan|under|below|"
    r"within|not\s(?:to\s)?exceed(?:ing)?|limit(?:ed)?\sto|cap(?:ped)?\s(?:[a-z]+\s){0,5}at|≤|<"
)
_BEFORE = re.compile(
    rf"(?:\b(?P<most>{_MOST})|\b(?P<least>{_LEAST}))\s?(?:or\sequal\sto\s)?(?:an?\s|the\s)?(?:average\sof\s|total\sof\s)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s?(?:[a-z]+\s){0,3}?or\s(?:(?P<least>more|higher|greater|above|better|longer)|(?P<most>less|fewer|lower|below|shorter|better))\b"
)
_ABOUT = re.compile(r"\b(?:about|approximately|around|roughly|some|nearly)\s$")
_RISE = r"increas\w*|rais\w*|grow\w*|expand\w*|boost\w*|improv\w*|rise\w*|gain\w*|add\w*|up|higher|lift\w*|increase"
_FALL = (
    r"reduc\w*|cut\w*|lower\w*|decreas\w*|declin\w*|shrink\w*|shorten\w*|fall\w*|drop\w*|down|less|fewer|slash\w*|trim\w*|"
    r"limit\w*"
)
_CHANGE = re.compile(rf"\b(?:(?P<rise>{_RISE})|(?P<fall>{_FALL}))\b", re.IGNORECASE)
_NOUN_OF_CHANGE = re.compile(
    r"\s(?:[a-z]+\s)?(?:(?P<rise>increase|growth|rise|gain|improvement)|(?P<fall>reduction|decrease|decline|drop|cut))\b"
)
_TO = re.compile(r"\bto\s(?:an?\s(?:average|total)\sof\s)?$")
_BY = re.compile(
    r"\bby\s(?:an?\s(?:average|total|additional)\s(?:of\s)?|another\s|at\sleast\s|more\sthan\s|up\sto\s|an\sadditional\s)?$"
)

_NAMES = re.compile(
    r"\b(?:Section|Sections|Goal|Action|Chapter|Title|Article|Grade|Grades|Phase|District|Ward|Zone|Route|Highway|Interstate|Item|Exhibit|Appendix|"
    r"Table|Figure|Measure|Proposition|Resolution|Ordinance|No\.|Number|Form|Part|Tier|Level|Class|Objective|Strategy|Priority|Policy|Page|Line|"
    r"Room|Building|Station|Pier|Fire\sStation|Division|Step|Stage|Category|Type|Version|File|aged?|ages|call|dial|Act\sof|since|year|the|these|"
    r"those|every|per|#|one\sof|either|first|last|next|top)\s$"
)
_AFTER_IDENTIFIES = re.compile(
    r"\s?(?:a\.m\.|p\.m\.|am\b|pm\b|years?\s(?:of\sage|old|or\solder)|or\solder|and\solder|or\syounger|and\sunder|and\sover\b|o['’]clock)"
)
_INSIDE = re.compile(r"\b[Ii]n\s$")
_HOW_LONG = re.compile(
    r"[\s-]?(?:\w+\s)?(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|quarters?|years?|decades?|phases?|stages?|steps?"
    r"|parts?|rounds?|ways?|turns?|of|and|or|to)\b|[^\s\w]|$|\s?%|\s(?:percent|per\scent|thousand|million)"
)
_ONE_IN = re.compile(rf"\b(?:\d+|{'|'.join(NUMBER_WORDS)})\s[Ii]n\s$")
_DISTANCE = re.compile(r"\b(?:within|beyond|outside)\s(?:an?\s|the\s)?$")
_LENGTH = re.compile(
    r"\s(?:square\s)?(?:feet|foot|yards?|miles?|meters?|metres?|kilometers?|kilometres?|blocks?)\s(?:of|from)\b"
)
_SIZED_THING = re.compile(
    r"\b(?:buildings?|projects?|contracts?|properties|property|employers?|facilities|facility|developments?|events?|sites?|lots?|structures?|"
    r"households?|businesses|vendors?|vehicles|streets|purchases?|grants?|incidents?|violations?|trees|parcels?|tenants?|landlords?)\s"
    r"(?:(?:that|which)\s(?:are|have|exceed)\s)?(?:over|above|exceeding|under|below|valued\sat|costing|"
    r"(?:with\s|of\s)?(?:larger|greater|smaller|more|less|fewer|taller)\sthan|(?:of|with)\sat\sleast)\s$"
)
_CONDITION = re.compile(r"^\W*(?:If|When|Whenever|Where|Upon|For\sany|Any\s\w+\sthat|Unless|In\sthe\sevent)\b")


_NEAR = 80
_SAYS_LITTLE = ("%", "percentage points", "times")
_ENDS_MEASURE = re.compile(
    r"(?:^|\s)(?:by|at|in|on|before|to|per|no\slater|each|every|within|annually|monthly|weekly|daily|quarterly|and\s\d)\b|[,.;]"
)
_NUMERAL_AHEAD = re.compile(rf"^(?:[\d,.]+|{'|'.join(NUMBER_WORDS)}|an?|or|more|fewer|less|[\s-])+(?=\b[A-Za-z])")
_PARTS_CLAUSES = re.compile(r"[;.]\s|,\s(?:and\s)?")
_UP_TO_VERB = re.compile(r"^.*\b(?:shall|must|will)\s(?=[a-z]+\s\w)")
_TAIL = re.compile(rf"\s*(?:{_LEAST}|{_MOST}|\b(?:to|by|from|of|at|an?|the|will|shall|is|are))\s*$")
_TAIL_ENDS = (
    *("least", "most", "than", "minimum", "maximum", "over", "above", "under", "below", "within", "up to", "≥", ">"),
    *("exceed", "exceeds", "exceeding", "reach", "reaches", "reaching", "achieve", "achieves", "achieving", "attain"),
    *("attains", "attaining", "≤", "<", "to", "by", "from", "of", "at", "a", "an", "the", "will", "shall", "is", "are"),
)
_LEADING_VERB = re.compile(
    r"^\s*(?:[A-Z][a-z]+|increase|reduce|raise|cut|lower|maintain|expand|grow|keep)\s(?:the\s|an?\s)?(?=\w)"
)


def noun_behind(text: str, place: int) -> tuple[str, int] | None:
    """The noun a number counts and where it ends: bins in “350 covered litter bins by”."""
    if or_more := _OR_MORE.match(text, place):
        place = or_more.end()
    if pair := _TWO_WORDS.match(text, place):
        return pair["unit"], pair.end()
    run = _RUN.match(text, place)
    if run is None:
        return None
    words = [(word[0].rstrip("'’"), word.end()) for word in re.finditer(r"\S+", run["words"])]
    plural = [word for word in words if _is_plural(word[0])]
    noun, end = plural[-1] if plural else words[-1]
    return noun, run.start("words") + end


def _is_plural(word: str) -> bool:
    low = word.lower()
    return low in _IRREGULAR or (low.endswith("s") and not low.endswith("ss") and low not in _NOT_PLURAL)


def compares(text: str, start: int, ends: tuple[int, int], unit: str) -> Operator:
    """The operator of the number that begins at ``start``; ``ends`` are where its numeral and its unit end."""
    before = text[max(0, start - _NEAR) : start]
    if _ABOUT.search(before):
        return Operator.EQUAL
    if unit in ("%", "percentage points"):
        change = _change(text, before, ends[1])
        if change is not None:
            return change
    if behind := _BEHIND.match(text, ends[0]) or _BEHIND.match(text, ends[1]):
        return Operator.AT_LEAST if behind["least"] else Operator.AT_MOST
    if near := _BEFORE.search(before):
        return Operator.AT_MOST if near["most"] else Operator.AT_LEAST
    if _TO.search(before) and (changes := list(_CHANGE.finditer(before))):
        return Operator.AT_LEAST if changes[-1]["rise"] else Operator.AT_MOST
    return Operator.EQUAL


def _change(text: str, before: str, end: int) -> Operator | None:
    """A rise or fall by the number; None where it is a level that is reached."""
    if noun := _NOUN_OF_CHANGE.match(text, end):
        return Operator.RISE if noun["rise"] else Operator.FALL
    if not _BY.search(before) and not re.search(r"\b(?:grow|rise|fall|drop|decline)s?\s(?:at\sleast\s)?$", before):
        return None
    changes = list(_CHANGE.finditer(before))
    if not changes:
        return None
    return Operator.RISE if changes[-1]["rise"] else Operator.FALL


def identifies(text: str, start: int, end: int) -> bool:
    """Whether a number names a section, an age, an hour, a distance or the size of the things meant."""
    before = text[max(0, start - _NEAR) : start]
    if _NAMES.search(before) or _AFTER_IDENTIFIES.match(text, end) or _SIZED_THING.search(before):
        return True
    if _INSIDE.search(before) and (_HOW_LONG.match(text, end) or _ONE_IN.search(before.lower())):
        return True
    if _DISTANCE.search(before) and _LENGTH.match(text, end):
        return True
    return re.search(r"\bfrom\s$", before) is not None and re.match(r"\s?[^.;]{0,24}?\bto\s", text[end:]) is not None


def is_condition(text: str, start: int) -> bool:
    """Whether the number stands in the condition before the duty (If … for more than 10 days, …)."""
    return (
        _CONDITION.match(text) is not None
        and "," in text[start:]
        and not re.search(r"\b(?:shall|must|will)\b", text[:start])
    )


def name_measure(text: str, start: int, end: int, unit: str) -> str:
    """The words that say what is counted or measured."""
    cut = _ENDS_MEASURE.search(text, end)
    behind = text[end : cut.start() if cut else len(text)].strip()
    before = _object(text[:start])
    if unit in _SAYS_LITTLE or unit.endswith(("hours", "days", "minutes", "weeks", "months")):
        return before or behind
    counted = _NUMERAL_AHEAD.sub("", text[start:end])
    return f"{counted} {behind}".strip() or before


def _tail(clause: str) -> re.Match[str] | None:
    """Words at the end that only compare; a quick look at the last one first."""
    if not clause.rstrip().endswith(_TAIL_ENDS) and "maintain" not in clause:
        return None
    return _TAIL.search(clause, max(0, len(clause) - _NEAR // 2))


def _object(before: str) -> str:
    """What stands between the verb and the number: share of … in “Increase the share of … to at least”."""
    clause = _PARTS_CLAUSES.split(before)[-1]
    clause = _UP_TO_VERB.sub("", clause)
    while (tail := _tail(clause)) and tail[0].strip():
        clause = clause[: tail.start()]
    return _LEADING_VERB.sub("", clause).strip()
