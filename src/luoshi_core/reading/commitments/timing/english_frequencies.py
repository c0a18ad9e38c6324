"""English frequencies: every quarter, twice a week, by the 10th of each month, an annual report, at all times."""

from __future__ import annotations

import re

from luoshi_core.reading.commitments.numerals import parse_number
from luoshi_core.reading.commitments.numerals_english import NUMBER_WORDS
from luoshi_core.reading.commitments.timing.frequencies import nearest_cadence
from luoshi_core.reading.commitments.timing.grammar import Rule, Years, rule
from luoshi_core.reading.commitments.timing.types import Timing
from luoshi_core.reading.model import Cadence

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_SPAN = rf"""
    (?P<span>business\sdays?|(?:week)?days?|workdays?|nights?|mornings?|evenings?|shifts?|weekends?|weeks?|fortnights?|months?|quarters?
    |(?:fiscal\s|calendar\s|school\s|academic\s)?years?|semesters?|springs?|summers?|falls?|winters?|seasons?|{_WEEKDAY})(?!\d)\b
"""
_EVERY = rf"""
    \b(?:(?:[Oo]n|[Bb]y|[Bb]efore|[Aa]t|[Ww]ithin)\s(?:the\s)?(?:(?!by\s|before\s|on\s)[\w-]+\s){{1,5}}?(?:of|in)\s|[Oo]nce\s)?
    (?:[Ee]ach|[Ee]very|[Pp]er)\s(?P<other>other\s|second\s)?(?P<count>(?:\d{{1,2}}|two|three|four|five|six|ten)\s)?
    (?:succeeding\s|subsequent\s)?{_SPAN}
"""
_A_SPAN = r"(?<=[a-z0-9]\s)(?:a|an)\s(?P<span>day|week|month|quarter|year|night)\b(?!\s(?:later|after|before|ago|of))"
_ADVERB = r"""
    \b(?P<word>[Dd]aily|[Nn]ightly|[Ww]eekly|[Bb]i-?weekly|[Ff]ortnightly|[Mm]onthly|[Ss]emi-?monthly|[Bb]i-?monthly|[Qq]uarterly
    |[Aa]nnually|[Aa]nnual|[Yy]early|[Ss]emi-?annual(?:ly)?|[Bb]i-?annual(?:ly)?|[Bb]iennial(?:ly)?|[Tt]riennial(?:ly)?)\b
"""
_STANDING = r"""
    \b(?:(?:[Oo]n\san\s)?[Oo]ngoing(?:\sbasis)?|[Cc]ontinuous(?:ly)?|[Cc]ontinual(?:ly)?|[Aa]t\sall\stimes|[Pp]ermanently|[Aa]round\sthe\sclock
    |24\s?/\s?7|24\shours\s(?:a|per|each)\sday|24-hour|twenty-four\shours\sa\sday|[Yy]ear-round|[Rr]egularly|[Rr]outinely|[Pp]eriodically)\b
"""

_DAYS = {
    **dict.fromkeys(("day", "weekday", "workday", "business day", "night", "morning", "evening", "shift"), 1.0),
    **dict.fromkeys(
        ("week", "weekend", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), 7.0
    ),
    "fortnight": 14.0,
    "month": 30.0,
    "quarter": 91.0,
    **dict.fromkeys(("year", "semester", "spring", "summer", "fall", "winter", "season"), 365.0),
    "daily": 1.0,
    "nightly": 1.0,
    "weekly": 7.0,
    "biweekly": 14.0,
    "fortnightly": 14.0,
    "semimonthly": 15.0,
    "monthly": 30.0,
    "bimonthly": 61.0,
    "quarterly": 91.0,
    **dict.fromkeys(("annual", "annually", "yearly", "semiannual", "semiannually", "biannual", "biannually"), 365.0),
    **dict.fromkeys(("biennial", "biennially", "triennial", "triennially"), 730.0),
}
_DONE_AGAIN = re.compile(
    r"\s(?:[\w-]+\s(?:and\s)?){0,3}?(?:reports?|reviews?|updates?|audits?|surveys?|inspections?|meetings?|summar(?:y|ies)|briefings?|assessments?|"
    r"statements?|evaluations?|forums?|trainings?|drills?|exercises?|cleanings?|clean-?ups?|sweeps?|patrols?|newsletters?|bulletins?|checks?|counts?|"
    r"scorecards?|workshops?|sessions?|events?|fairs?|festivals?|testing|monitoring|sampling|maintenance|service|progress|hearings?|summits?|conferences?|walks?)\b"
)
_MEASURED = re.compile(
    r"\s(?:\w+\s)?(?:rents?|fees?|incomes?|pass(?:es)?|ridership|users?|averages?|rates?|costs?|wages?|payments?|permits?|traffic|trips|budgets?|"
    r"operating|volume|emissions|household|savings|revenues?|growth|goals?|targets?|allocation|appropriation|plan\b|work\splan)"
)


def _read_every(match: re.Match[str], years: Years) -> Timing:
    words = re.sub(r"^(?:fiscal|calendar|school|academic)\s", "", match["span"])
    count = parse_number((match["count"] or "1").strip()) or 1.0
    days = _DAYS[words.removesuffix("s") if words not in _DAYS else words]
    return Timing(match.start(), match.end(), cadence=nearest_cadence(days * count * (2 if match["other"] else 1)))


def _read_a_span(match: re.Match[str], years: Years) -> Timing | None:
    """Twice a week, 500 trees a year: only where a count or “once” stands before."""
    before = match.string[: match.start()].rstrip()
    if not re.search(
        rf"(?:\b(?:once|twice|times|thrice|meetings?|sessions?|events?|inspections?|visits?|days)"
        rf"|(?:\d+|\b(?:{'|'.join(NUMBER_WORDS)}))(?:\s[\w-]+){{0,4}})$",
        before,
        re.IGNORECASE,
    ):
        return None
    return Timing(match.start(), match.end(), cadence=nearest_cadence(_DAYS[match["span"]]))


def _read_adverb(match: re.Match[str], years: Years) -> Timing | None:
    text, end = match.string, match.end()
    word = match["word"].lower().replace("-", "")
    if _MEASURED.match(text, end):
        return None
    describes = word in ("annual", "daily", "semiannual", "biannual", "biennial", "triennial", "yearly")
    if (
        describes
        and re.match(r"\s[a-z]", text[end:])
        and not _DONE_AGAIN.match(text, end)
        and not _is_adverb(text, end)
    ):
        return None
    return Timing(match.start(), end, cadence=nearest_cadence(_DAYS[word]))


def _is_adverb(text: str, end: int) -> bool:
    return (
        re.match(
            r"\s(?:to|at|in|on|by|for|from|and|until|through|during|the|all|with|between|as|each|along|of)\b",
            text[end:],
        )
        is not None
    )


def _read_standing(match: re.Match[str], years: Years) -> Timing:
    return Timing(match.start(), match.end(), cadence=Cadence.STANDING)


ENGLISH_FREQUENCY_RULES: tuple[Rule, ...] = (
    rule("ach very per Per", _EVERY, _read_every),
    rule("day week month quarter year night", _A_SPAN, _read_a_span),
    rule("aily ightly eekly onthly uarterly nnual early ennial", _ADVERB, _read_adverb),
    rule(
        "ngoing ontinu times ermanent clock 24 twenty-four ear-round egularly outinely eriodically",
        _STANDING,
        _read_standing,
    ),
)
