"""Kind and frequency of an English unit, and whether there is anything to check in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from luoshi_core.reading.commitments.english.predicate import Force
from luoshi_core.reading.commitments.english.units import Unit
from luoshi_core.reading.commitments.english.words import NEVER, VAGUE
from luoshi_core.reading.model import Cadence, Kind, Operator, Target

_INDICATOR_VERB = re.compile(
    r"^(?:also |further )*(?:be )?(?:reduc|cut|lower|decreas|shorten|halv|increas|rais|grow|doubl|tripl"
    r"|quadrupl|boost|lift|improv|achiev|reach|attain|maintain|keep|kept|hold|limit"
    r"|bring|brought|exceed|meet|met\b|\d[\d.]*\s?(?:%|percent|per cent) (?:lower|higher|fewer|more|less)"
    r"|sustain|rise|fall|drop|stay|remain|stand at|climb|not exceed|average|eliminat|minimi[sz]|maximi[sz]"
    r"|at least|no more|account for|total|amount)\w*",
    re.IGNORECASE,
)
_CHANGES_TO = re.compile(
    r"(?:also |further )*(?:be )?(?:reduc|cut|lower|decreas|shorten|increas|rais|grow|boost|lift|bring"
    r"|brought)\w*\s[^;]*?\bto "
    r"(?:at (?:least|most) |no (?:more|less|fewer|later) than |(?:under|over|below|above|about) )?[$£€]?\d",
    re.IGNORECASE,
)
"""What grows or shrinks to a number is an indicator whatever it is called."""
_INDICATOR = re.compile(
    r"\b(?:rates?|share|proportion|percentage|percent|per cent|number|average"
    r"|median|times?(?!\s(?:an?|per|each|every)\b)"
    r"|levels?|volume|amount|total|emissions?|consumption|usage|participation|attendance|satisfaction|turnout"
    r"|coverage|occupancy|ridership|membership|visits?|visitors|waste|energy use|water use|costs?"
    r"|expenditure|income|revenue|deaths?|injuries|collisions?|crashes|crime|incidents?|complaints|backlog"
    r"|vacanc\w+|turnover"
    r"|absence|absenteeism|unemployment|employment|employment rate|homelessness|poverty|literacy|score"
    r"|index|ratio|density|length|capacity|canopy|cover|response times?|waiting times?|speed|frequency"
    r"|hours|loans|issues|users|borrowers|population|readership|footfall|throughput|tonnage|recycling"
    r"|diversion|compliance|accuracy|availability|downtime|debt|deficit|reserves|gap|intake|enrol?ment"
    r"|graduation|completion|fatalities)\b|%",
    re.IGNORECASE,
)
_SHARE_SUBJECT = re.compile(
    r"^(?:at least |no fewer than |no less than |not less than |more than |over |all |up to |no more than "
    r"|a minimum of |by [^,]+, )?(?:\d[\d.,]*\s?(?:%|percent|per cent)|nine in ten|half|three[- ]quarters"
    r"|two[- ]thirds|one[- ]third)",
    re.IGNORECASE,
)
_ONLY_ALLOWS = re.compile(r"be (?:able|invited|encouraged|welcome|entitled|eligible|free|asked) to\b", re.IGNORECASE)
_ABSTRACT = re.compile(
    r"(?:support|improve|enhance|strengthen|develop|build|create|increase|raise|sustain|maintain|ensure"
    r"|deliver|drive|maximi[sz]e|deepen|nurture|help|work|make|protect|uphold|share|keep|be)\b[^.;]*?"
    r"\b(?:growth|pride|awareness|quality of life|wellbeing|well-being|resilience|spirit|excellence"
    r"|confidence|trust|cohesion|ownership|belonging|opportunities for all|culture of|sense of|vibrancy"
    r"|prosperity|partnership working|best place|great place|values|heart of)\b",
    re.IGNORECASE,
)
_LEVEL_OF_SERVICE = re.compile(
    r"^\w+ (?:at least |no fewer than |more than |over )?\d[\d.]*\s?(?:%|percent|per cent) of\b", re.IGNORECASE
)
_STANDING = re.compile(
    r"\b(?:at all times|24 hours a day|24/7|around the clock|round the clock|continuous(?:ly)?|continually"
    r"|ongoing|on an ongoing basis|permanently|continue to|keep|maintain|retain|remain|comply|ensure"
    r"|as needed|as required|year[- ]round"
    r"|for (?:each|every|any|all)|before (?:any|each|every)|after (?:any|each|every)|on request"
    r"|upon (?:request|receipt)|(?:of|after|from) receipt|at (?:each|every|any)|prior to (?:any|each"
    r"|every)|in (?:each|every|all) (?:case|instance)|unless)\b",
    re.IGNORECASE,
)
_RULE_VERB = re.compile(
    r"^(?:be (?:open|available|present|displayed|kept|maintained|accompanied|supervised|responsible|free"
    r"|recorded|accessible|stored|locked|staffed|logged|signed|worn|carried|retained)|display|carry|wear"
    r"|keep|maintain|retain|remain|comply|ensure|respond|answer|acknowledge|notify|obtain"
    r"|hold (?:a )?valid|record|log|store|provide access|give (?:priority|preference)|use only|follow"
    r"|observe|stay)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(r"^(?:every|each|any|all|no)\s", re.IGNORECASE)
_PROMISES_NOTHING = re.compile(
    r"^(?:be (?:\w+ly )?(?:encouraged|considered|valued|prioriti[sz]ed|welcomed?|needed|celebrated"
    r"|required|supported|recogni[sz]ed|invited|empowered|inspired|achieved|delivered|funded|guided"
    r"|underpinned|supplemented|affected|faced|met with|based))\b",
    re.IGNORECASE,
)
_TALKS = re.compile(
    r"(?:none|nothing) of (?:this|that|these|those|it|which)\b|(?:no|not) (?:one|single) \w+ (?:can|will) .*\balone\b",
    re.IGNORECASE,
)
"""What nobody is barred from: None of this will happen in committee rooms alone."""
_ALWAYS_IDLE = re.compile(
    r"^(?:strive|endeavou?r|aspire|hope|recogni[sz]e|celebrate|embrace|champion|promote|foster|encourage"
    r"|inspire|value|listen|work together|continue to (?:strive|value|be|work)|remember|believe|consider"
    r"|explore|seek to|look (?:at|into|for)|take pride|lead by example|have regard|care)\b",
    re.IGNORECASE,
)


def is_checkable(unit: Unit, words: str, *, item: bool) -> bool:
    """Whether somebody could report the unit as done or not done."""
    predicate = unit.predicate
    verb = words[predicate.verb :] if 0 <= predicate.verb < len(words) else words
    marked = bool(unit.timings or unit.targets or unit.inherited)
    if predicate.force is Force.NONE:
        return False
    if predicate.force is Force.BAN:
        return NEVER.match(verb) is None and _TALKS.match(words) is None
    if _ONLY_ALLOWS.match(verb):
        return False
    if NEVER.match(verb) and not (predicate.actor and marked):
        return False
    if predicate.force is Force.DECIDED:
        return any(t.due is not None or t.cadence is not None for t in unit.timings)
    if predicate.force is Force.INTENT:
        return bool(unit.targets) and bool(unit.timings)
    if marked:
        return True
    if predicate.imperative and predicate.actor is None:
        return item and _ALWAYS_IDLE.match(verb) is None and _ABSTRACT.match(verb) is None
    return not _is_idle(unit, verb)


def _is_idle(unit: Unit, verb: str) -> bool:
    predicate = unit.predicate
    if _ALWAYS_IDLE.match(verb) or _PROMISES_NOTHING.match(verb):
        return True
    if not predicate.will:
        return predicate.thing and not verb.lower().startswith("be ")
    if predicate.actor is None:
        return not (predicate.thing and re.match(r"be \w+", verb))
    return VAGUE.match(verb) is not None


def kind_of(unit: Unit, words: str, cadence: Cadence) -> Kind:
    """Prohibition first, then target, then standing, else action."""
    if unit.predicate.force is Force.BAN:
        return Kind.PROHIBITION
    if is_indicator(unit, words):
        return Kind.TARGET
    return Kind.STANDING if cadence is Cadence.STANDING else Kind.ACTION


def is_indicator(unit: Unit, words: str) -> bool:
    """Whether the unit only says that an indicator reaches, keeps, rises or falls."""
    if not unit.targets or unit.conditional:
        return False
    predicate = unit.predicate
    verb = words[predicate.verb :]
    subject = words[: predicate.verb]
    ops = {match.target.op for match in unit.targets}
    if _SHARE_SUBJECT.match(subject or words):
        return True
    if _LEVEL_OF_SERVICE.match(verb) and len(unit.targets) > 1:
        return True
    if not _INDICATOR_VERB.match(verb):
        return False
    changes = bool(ops & {Operator.RISE, Operator.FALL, Operator.TIMES})
    return (
        changes
        or _CHANGES_TO.match(verb) is not None
        or _INDICATOR.search(verb) is not None
        or (predicate.thing and _INDICATOR.search(subject) is not None)
    )


def raises_indicator(task: str, targets: Iterable[Target]) -> bool:
    """Whether a task beside its goal only says that an indicator is to reach or change by it."""
    ops = {target.op for target in targets}
    if not ops or not _INDICATOR_VERB.match(task):
        return False
    return bool(ops & {Operator.RISE, Operator.FALL, Operator.TIMES}) or _INDICATOR.search(task) is not None


_EACH_TIME = re.compile(
    r"\b(?P<how>annual|yearly|quarterly|monthly|weekly|daily)\s(?:[\w-]+\s){0,3}?(?:reports?|inventory"
    r"|survey|review|audit|update|meetings?|inspections?|statement|newsletter|bulletin|forum|summary"
    r"|return|briefings?"
    r"|check|assessment|exercise|drill|account|accounts|count|census|fair|festival|conference|performance"
    r"|scorecard|dashboard|walk-?throughs?|tests?|samples?|clean-?up|training|workshops?|patrols?"
    r"|collections?)\b",
    re.IGNORECASE,
)
_OFTEN = {
    "annual": Cadence.YEARLY,
    "yearly": Cadence.YEARLY,
    "quarterly": Cadence.QUARTERLY,
    "monthly": Cadence.MONTHLY,
    "weekly": Cadence.WEEKLY,
    "daily": Cadence.DAILY,
}


def cadence_of(unit: Unit, words: str) -> Cadence:
    """The printed frequency, standing for rules without an end, else once."""
    if unit.predicate.force is Force.BAN:
        return Cadence.STANDING
    deadline = any(t.due is not None for t in unit.timings)
    names_measure = unit.start + unit.predicate.verb if deadline and unit.predicate.thing else unit.start
    printed = next((t.cadence for t in unit.timings if t.cadence is not None and t.start >= names_measure), None)
    if unit.conditional:
        return Cadence.STANDING
    if printed is None and not deadline and (match := _EACH_TIME.search(words)):
        printed = _OFTEN[match["how"].lower()]
    if printed is not None:
        return Cadence.ONCE if deadline and is_indicator(unit, words) else printed
    return Cadence.STANDING if not deadline and is_standing(unit, words) else Cadence.ONCE


def is_standing(unit: Unit, words: str) -> bool:
    """Whether a unit without a date is a rule that has no end."""
    verb = words[unit.predicate.verb :]
    if is_indicator(unit, words):
        return _runs_from_event(words)
    if _RULE_VERB.match(verb) or _STANDING.search(words) or _runs_from_event(words):
        return True
    return _GENERIC.match(words) is not None and not unit.predicate.thing and unit.inherited is None


_EVENT = re.compile(
    r"\bwithin (?:\w+[- ])?(?:\w+ )?(?:\(\d+\) )?(?:seconds?|minutes?|hours?|(?:working |business "
    r"|calendar )?days?|weeks?|months?)\b"
    r"|\b(?:days?|hours?|weeks?|minutes?|months?) (?:before|after|of|following) (?:each|every|any|receipt"
    r"|receiving|a|an|the|notice|notification|request|report)\b",
    re.IGNORECASE,
)


def _runs_from_event(words: str) -> bool:
    return _EVENT.search(words) is not None
