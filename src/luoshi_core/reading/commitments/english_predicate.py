"""What an English clause says that somebody is to do: its modal or imperative, its subject, who joins in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from itertools import islice

from luoshi_core.reading.commitments.english_parties import clean_name, is_actor, is_proper, names_in
from luoshi_core.reading.commitments.english_words import BODY, NOUNS_TOO, THING, VERBS


class Force(Enum):
    """How a clause binds."""

    DUTY = "duty"
    INTENT = "intent"
    DECIDED = "decided"
    BAN = "ban"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Predicate:
    """The verb of a clause and who is bound by it.

    ``verb`` is where the words behind the modal begin; ``actor`` the owner that
    the clause names itself, ``thing`` whether it has a subject that cannot act,
    ``pronoun`` whether the subject points back to the one before.
    """

    force: Force
    verb: int
    actor: str | None = None
    partners: tuple[str, ...] = ()
    thing: bool = False
    pronoun: bool = False
    imperative: bool = False
    will: bool = False


_MOST_MODALS = 12
_COMMA = re.compile(r",\s+")
_DIRECTED = r"(?:directed|instructed|ordered|required|requested|charged|tasked|mandated|obliged|bound|expected)"
_HARD = (
    rf"shall|must|will(?! of\b)|(?:is|are) to(?= \w)|ha(?:s|ve) to|(?:is|are) (?:hereby |also "
    rf"|further )*(?:authori[sz]ed and )?{_DIRECTED} (?:to|with)"
    r"|(?:agrees?|commits?|undertakes?|pledges?|promises?|(?:has|have|is|are) (?:agreed|committed"
    r"|undertaken|pledged)) to"
    r"|(?:is|are) responsible for(?! (?:every|all|each|any)\b)|is hereby (?:established|created|appointed|adopted)"
)
_BARRED = (
    r"(?:shall|must|will|(?-i:may)|can) (?:not|never|no longer)(?! (?:less|fewer|later|more|sooner"
    r"|earlier) than)|cannot|mustn't|won't"
    r"|(?:is|are|shall be|will be|must be) (?:strictly |hereby |expressly |also )*(?:prohibited|forbidden"
    r"|banned|not (?:permitted|allowed))"
)
_MODAL = re.compile(
    rf"\b(?:(?P<ban>{_BARRED})|(?P<soft>(?-i:may)|might|could|can|should|would|ought to|(?:is"
    rf"|are) (?:encouraged|invited|urged|welcome|free|authori[sz]ed|permitted|allowed|entitled|able"
    rf"|expected soon) to)"
    rf"|(?P<decided>(?:was|were) (?:directed|instructed|asked|requested|tasked|ordered|required) to)"
    rf"|(?P<intent>(?:aims?|intends?|plans?|seeks?|hopes?|wants?|proposes?|(?:aim|goal|target|objective"
    rf"|ambition|intention|plan) is) to)|(?P<hard>{_HARD}))\b",
    re.IGNORECASE,
)
_NOT_MODAL = re.compile(r"\b(?:political|good|free|the|public|collective|their|our|and|of|own|there)\s$", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|where|so|because|why|how|whether|what)\b", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|do|does|did)\b", re.IGNORECASE)
_BAN_SUBJECT = re.compile(
    r"(?:and |but )?(?:no(?! (?:later|fewer|less|more|sooner|earlier) than\b)(?: (?:one|body))?|nobody"
    r"|none of|neither|under no circumstances|at no time)\b",
    re.IGNORECASE,
)
_BAN_ORDER = re.compile(r"(?:and |but )?(?:do not|don't|never|avoid|refrain from|cease|prohibit)\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"(?:and |but )?(?:if|when|whenever|where|wherever|should|in the event|upon|once|unless|in case"
    r"|for (?:any|each|every)|each time|every time|as soon as|before|after|following)\b",
    re.IGNORECASE,
)
_DIRECTS = re.compile(
    r"\b(?:(?P<past>directed|instructed|ordered|requested|asked|tasked|resolved|agreed|decided|voted)"
    r"|directs?|instructs?|orders?|requires?|requests?|asks?|calls on|calls upon|tasks?"
    r"|charges?)(?: that)? (?P<who>(?!to\b)(?:the |each |all |every |its |our )?[^,.;]{2,80}?) (?:to|shall"
    r"|must|with|would|will)\s+(?=\w)",
    re.IGNORECASE,
)
_ASSIGNS = re.compile(r"(?P<who>[A-Z][^.;:–—]{2,80}?)(?:\s+to\s+|\s*[–—:]\s+|\s-\s)(?=[A-Za-z])")
_DECIDES = re.compile(r"\b(?:it was|and|voted|also)\s*$", re.IGNORECASE)
_DUTY_OF = re.compile(
    r"\b(?:is|shall be|will be) the (?:responsibility|duty|task|role|job) of (?P<who>(?:the |each |all "
    r"|every )?[^,.;]{2,80}?) to\s+(?=\w)",
    re.IGNORECASE,
)
_ADVERBS = re.compile(
    r"(?:(?:also|then|and|but|or|further|jointly|publicly|annually|quarterly|monthly|weekly|daily"
    r"|regularly|actively|fully|immediately|promptly|continually|continuously|formally|where possible"
    r"|not only|together)\s+)+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_AFTER_VERB = re.compile(
    r"\s+(?:an?|the|all|each|every|any|our|its|their|at least|up to|no (?:fewer|less|more)|[$£€]?\d[\d,.]*"
    r"|two|three|four|five|six|seven|eight|nine|ten|new|more|additional|local|to)\b",
    re.IGNORECASE,
)
_BEHIND_NOUN = re.compile(r"\s+(?:of|is|are|was|were|has|have|will|shall|must|may|should|can)\b(?! \d)")
_TIME_AHEAD = re.compile(
    r"(?:and |but )?(?:the |this )?(?:(?:by|in|on|before|from|until|till|within|during|through|to|no|not|than|or|at"
    r"|once|every|each|per|of|end|close|starting|beginning|commencing|effective|for|late|early|mid|next|current"
    r"|coming|first|second|third|fourth|fiscal|calendar|year|quarter|half|ongoing|permanently|around|new|christmas"
    r"|daily|nightly|weekly|fortnightly|monthly|annual|annually|yearly|regularly|routinely|periodically)\b"
    r"|(?:over|throughout)\sthe\s(?:next|coming|following)|fy|q[1-4]|bi|semi|tri|contin|twenty-four|independence|juneteenth"
    r"|\d{1,2}(?:st|nd|rd|th|/|\s|-)|20\d\d(?:-|\s?(?:and|to|through|[–—]))"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\d|day|week|month|quarter|year|night|morning|evening|shift|season|semester|spring|summer|fall|winter|nnual|ennial"
    r"|half|ongoing|contin|times|permanently|clock|regularly|routinely|periodically|fiscal|christmas|juneteenth"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|fy|q[1-4])|twenty-four|rtly|ily\b",
    re.IGNORECASE,
)
_FARTHEST_TIME = 120
_NO_VERB = re.compile(
    r"^(?:a|an|the|this|these|those|that|there|it|in|on|at|by|for|from|with|within|without|of|to|over"
    r"|under|during|since|as|if|when|where|while|until|unless|after|before|through|about|all|each|every"
    r"|any|some|many|most|both|our|its|their|his|her|my|your|we|they|he|she|you|i|and|but|or|nor|yet|so"
    r"|not|no|new|more|less|one|two|three|four|five|six|seven|eight|nine|ten|only|even|also|how|what|why"
    r"|who|which|whose|note|see|please|together|today|however|annual|quarterly|monthly|weekly|daily"
    r"|neither|either|whether|such|several|other|another|half|enough|upon|per|via|despite|beyond|among"
    r"|between|into|near|like|unlike|than|then|once|twice|although|though|whereas|because|both|few|fewer"
    r"|less|least|most|much|up|off|out|down)$|(?:ing|ed|ly|tion|ment|ness|ity|ship|ance|ence|ism)$|[^s]s$",
    re.IGNORECASE,
)
_JOIN = (
    r"(?:(?:in (?:close |full )?(?:partnership|collaboration|co-?operation|conjunction|co-?ordination"
    r"|consultation|concert|association|tandem)|jointly|together|working(?: closely| jointly)?"
    r"|work(?: closely| jointly)?|collaborate|co-?ordinate|partner|team up|liaise|acting) with"
    r"|alongside|supported by|assisted by|aided by|backed by|with (?:the )?(?:support|help|assistance"
    r"|backing|cooperation|input) (?:of|from)|(?:through|in) (?:a )?(?:joint )?partnership between)"
)
_PARTNERS = re.compile(
    rf"\b{_JOIN}\s+(?P<names>[^.;:()]+?)(?=\s+(?:to|by|in|on|before|until|for|at|from|every|each|no later"
    rf"|within|through|will|shall|must|so"
    rf"|and (?:report|publish|submit|deliver|develop|install|hold|provide|review))\b"
    rf"|[.;:()]|$)",
    re.IGNORECASE,
)
_WITH = re.compile(rf"(?:{_JOIN}|(?:together |along )?with)\s+", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:by|in|during|each (?:year|month|quarter|week|day)|every (?:year|month|quarter|week|day)|within|to"
    r"|from|starting|beginning|after|before|following|on|at|for|as|subject to|until|through|throughout"
    r"|over|under|upon|no later|not later|once|also|finally|in addition|additionally|furthermore|moreover"
    r"|however|therefore|accordingly|acting|using|building|consistent|pursuant|effective|specifically"
    r"|where|if|when|unless|not|annually|quarterly|monthly|starting|further|first|second|third|next|then"
    r"|meanwhile|notwithstanding|based|given|be it|now|resolved|including|except|where appropriate"
    r"|if necessary|per|thereafter|immediately)\b",
    re.IGNORECASE,
)
_LED_BY = re.compile(
    r"\b(?:led|overseen|managed|coordinated|co-ordinated|headed) by (?P<who>(?:the )?[A-Z][^,.;:()]*?)"
    r"(?=\s+(?:and (?:supported"
    r"|assisted)|with|in|to|on|from|by)\b|[,.;:()]|$)"
)
_LAST_NOUN_PHRASE = re.compile(r".*\s((?:the|each|every|all|any|our|its)\s+[^,]+)$", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|they|he|she|the same|both)$", re.IGNORECASE)
_WE = re.compile(r"(?:we|you|i|there|this|that|these|those)$", re.IGNORECASE)
_PASSIVE = re.compile(
    r"(?:also |then |only |further |always )*be (?:\w+ly )?(?!(?:responsible|open|available|present|required"
    r"|tasked|charged|ready|based|staffed|limited)\b)(?:\w+(?:ed|en|wn|lt|nt)|held|made|built|put|set|kept"
    r"|sent|run|(?-i:led)|cut|paid|sold|brought|taught|bought|laid|met|read|done|found|told|left|hung)\b",
    re.IGNORECASE,
)
_AGENT = re.compile(
    r"\bby (?P<who>(?:the |each |every |all )?[A-Za-z][^,.;:()]*?)(?=\s+(?:by|in|on|before|until|for|at"
    r"|from|every|each|no later|within|to|and|with)\b|[,.;:()]|$)"
)


def read_predicate(text: str, opening: int = 0, *, item: bool = False, bound: bool = False) -> Predicate | None:
    """The main predicate of a clause, or None where it has none.

    ``opening`` is the length of the time words it opens with; ``item`` says that it
    stands behind its own label, ``bound`` that an earlier clause of the sentence
    binds somebody, so that a bare verb goes on with that duty.
    """
    start = opening + _lead_in(text[opening:])
    condition = _CONDITION.match(text)
    if _BAN_ORDER.match(text, start):
        return Predicate(Force.BAN, start, imperative=True)
    if condition is None and (verb := imperative_at(text, start, item or bound)) is not None:
        return _with_partners(Predicate(Force.DUTY, verb, imperative=True), text, verb)
    return (
        _directed(text, start)
        or _modal(text, start, condition is not None)
        or (_assigned(text, start) if item else None)
    )


def imperative_at(text: str, start: int, trusted: bool = True) -> int | None:
    """Where a bare verb opens the words behind ``start``, if one does."""
    adverbs = _ADVERBS.match(text[start:])
    at = start + (adverbs.end() if adverbs else 0)
    word = _WORD.match(text, at)
    if word is None:
        return None
    bare = word[0].lower()
    after = text[word.end() :]
    if _BEHIND_NOUN.match(after):
        return None
    if bare in VERBS and bare not in NOUNS_TOO:
        return at
    if bare in VERBS or (trusted and bare in NOUNS_TOO):
        return None if _modal_of_main(text, word.end()) and not _AFTER_VERB.match(after) else at
    known = _NO_VERB.search(bare) is None and BODY.fullmatch(bare) is None and not word[0].isupper()
    return at if trusted and known and _AFTER_VERB.match(after) else None


def may_open_duty(text: str, *, item: bool) -> bool:
    """Whether a clause may open with a bare verb or a ban, perhaps behind time words and other opening words."""
    if _TIME_AHEAD.match(text) and _TIME.search(text, 0, _FARTHEST_TIME):
        return True
    at = 0
    while not _opens_order(text, at, item=item):
        comma = _COMMA.search(text, at) if _OPENING.match(text, at) or _WITH.match(text, at) else None
        if comma is None:
            return item and _assigned(text, at) is not None
        at = comma.end()
    return True


def _opens_order(text: str, at: int, *, item: bool) -> bool:
    word = _WORD.match(text, at)
    if word is None:
        return text[at : at + 1] in " ,"
    if word[0].lower() in VERBS:
        return _BEHIND_NOUN.match(text, word.end()) is None
    return _BAN_ORDER.match(text, at) is not None or imperative_at(text, at, item) is not None


def _lead_in(text: str) -> int:
    """The length of opening words up to the comma before a bare verb or subject ("By 2027, …")."""
    at = len(text) - len(text.lstrip(" ,"))
    while (match := re.match(r"[^,]{1,90},\s+", text[at:])) and _OPENING.match(text, at):
        at += match.end()
    if (match := _WITH.match(text[at:])) and (comma := text.find(", ", at)) > 0:
        rest = comma + 2
        return rest if imperative_at(text, rest) is not None else at
    return at


def _modal_of_main(text: str, start: int) -> re.Match[str] | None:
    """The first modal that is not inside a relative clause."""
    for match in islice(_MODAL.finditer(text, start), _MOST_MODALS):
        before = text[start : match.start()]
        if _NOT_MODAL.search(before) and match[0].lower() == "will":
            continue
        relatives = list(_RELATIVE.finditer(before))
        if relatives and not _has_own_verb(before[relatives[-1].end() :]):
            continue
        return match
    return None


def _has_own_verb(words: str) -> bool:
    if _FINITE.search(words):
        return True
    return any(
        w.lower() in VERBS or w.lower().rstrip("s") in VERBS or w.lower().endswith("ed")
        for w in _WORD.findall(words)[:3]
    )


def _directed(text: str, start: int) -> Predicate | None:
    """The Council directs the Manager to … : the Manager is bound."""
    if (duty := _DUTY_OF.search(text, start)) and (names := [n for n in names_in(duty["who"]) if is_actor(n)]):
        return _with_partners(Predicate(Force.DUTY, duty.end(), names[0], tuple(names[1:])), text, duty.end())
    match = _DIRECTS.search(text, start)
    modal = _modal_of_main(text, start)
    if match is None or (modal is not None and modal.start() < match.start()):
        return None
    names = [name for name in names_in(match["who"]) if is_actor(name)]
    asker = text[start : match.start()]
    if match["past"] and re.search(r"\b(?:has|have|had)\s*$", asker):
        return None
    if not names or not (match.start() == start or _DECIDES.search(asker) or is_actor(_subject_words(asker))):
        return None
    force = Force.DECIDED if match["past"] else Force.DUTY
    return _with_partners(Predicate(force, match.end(), names[0], tuple(names[1:])), text, match.end())


def _assigned(text: str, start: int) -> Predicate | None:
    """The short form of lists: "Parks Team to plant …", "Parks Team – plant …"."""
    match = _ASSIGNS.match(text, start)
    names = names_in(match["who"]) if match else []
    if match is None or not names or not all(map(_is_short_name, names)) or imperative_at(text, match.end()) is None:
        return None
    return _with_partners(Predicate(Force.DUTY, match.end(), names[0], tuple(names[1:])), text, match.end())


def _is_short_name(name: str) -> bool:
    return is_actor(name) and (is_proper(name) or len(name.split()) <= 2)


def _modal(text: str, start: int, conditional: bool) -> Predicate | None:
    after_condition = _main_after_condition(text) if conditional else start
    match = _modal_of_main(text, after_condition)
    if match is None:
        return None
    region = text[after_condition : match.start()]
    verb = match.end() + 1
    banned = match["ban"] is not None or (
        _BAN_SUBJECT.match(_last_part(region)) is not None and match["soft"] not in ("should", "would")
    )
    if match["soft"] and not banned:
        return Predicate(Force.NONE, verb)
    kinds = {"intent": Force.INTENT, "decided": Force.DECIDED}
    force = Force.BAN if banned else kinds.get(match.lastgroup or "", Force.DUTY)
    predicate = _with_subject(Predicate(force, verb, will=match[0].lower() == "will"), region, text)
    return _with_partners(predicate, text, verb)


def _main_after_condition(text: str) -> int:
    """Where the main clause behind an if-clause begins: at the last comma before a subject and its modal."""
    for comma in islice(re.finditer(r",\s{1,3}(?:then\s)?", text), _MOST_MODALS):
        rest = text[comma.end() :]
        if _OPENING.match(rest):
            continue
        modal = _MODAL.search(rest)
        if modal and "," not in rest[: modal.start()].replace(", with", ""):
            return comma.end()
        if imperative_at(text, comma.end()) is not None:
            return comma.end()
    return 0


def _last_part(region: str) -> str:
    parts = [part.strip() for part in region.split(",") if part.strip()]
    return next((part for part in parts if not _OPENING.match(part)), "")


def _subject_words(region: str) -> str:
    return clean_name(re.sub(r"^.*\b(?:that|resolved|ordered),?\s+", "", region.strip(" ,"), flags=re.IGNORECASE))


def _with_subject(predicate: Predicate, region: str, text: str) -> Predicate:
    """Read subject and joined partners from the words before the modal."""
    subject, partners = _subject_and_partners(region)
    names = names_in(re.sub(r"^(?:no|neither|none of)\s+", "", subject, flags=re.IGNORECASE))
    passive = _PASSIVE.match(text, predicate.verb) is not None
    if not names or _WE.match(names[0]):
        return replace(predicate, partners=partners)
    if _PRONOUN.match(names[0]):
        return replace(predicate, partners=partners, pronoun=True)
    acting = not passive and all(_can_act(name, text[predicate.verb :]) for name in names[:1])
    if acting and not THING.search(names[0].split(" of ")[0]):
        return replace(predicate, actor=names[0], partners=(*names[1:], *partners))
    agent = _agent(text, predicate.verb) if passive else None
    return replace(predicate, actor=agent, partners=partners, thing=agent is None)


def _can_act(name: str, verb: str) -> bool:
    if is_actor(name):
        return True
    proper = is_proper(name) and len(name.split()) > 1
    return (
        proper
        and re.match(
            r"(?:rise|double|increase|reach|open|remain|expire|take effect|begin|start|be|fall|grow|close|include"
            r"|run|cost)\b",
            verb,
        )
        is None
    )


def _subject_and_partners(region: str) -> tuple[str, tuple[str, ...]]:
    parts = [part.strip() for part in re.split(r",\s*", region) if part.strip()]
    opened = bool(parts) and _WITH.match(parts[0]) is not None
    if opened and len(parts) > 1:
        return parts[-1], _bodies(", ".join(parts[:-1]))
    while len(parts) > 1 and _OPENING.match(parts[0]) and not is_actor(parts[0]):
        parts.pop(0)
    at = next((k for k, part in enumerate(parts) if _WITH.match(part)), len(parts))
    kept = [part for part in parts[:at] if not _OPENING.match(part) or len(parts[:at]) == 1]
    subject = _behind_opening(", ".join(kept))
    inner = re.search(rf"\s+(?:{_JOIN}|together with|with)\s+", subject)
    if inner and is_actor(subject[: inner.start()]):
        return subject[: inner.start()], _bodies(", ".join([subject[inner.start() :].strip(), *parts[at:]]))
    return subject, _bodies(", ".join(parts[at:]))


def _behind_opening(subject: str) -> str:
    """The subject behind time words that no comma sets off ("Within 14 days of the vote the Clerk")."""
    match = _LAST_NOUN_PHRASE.search(subject) if _OPENING.match(subject) else None
    return match[1] if match and is_actor(match[1]) else subject


def _led_by(text: str, start: int) -> str | None:
    """The body behind "led by" when the clause names nobody else."""
    match = _LED_BY.search(text, start)
    names = names_in(match["who"]) if match else []
    return names[0] if names and is_actor(names[0]) else None


def _bodies(words: str) -> tuple[str, ...]:
    named = names_in(_WITH.sub("", words))
    return tuple(name for name in named if is_actor(name) or is_proper(name))


def _agent(text: str, start: int) -> str | None:
    relative = _RELATIVE.search(text, start)
    for match in _AGENT.finditer(text, start, relative.start() if relative else len(text)):
        names = names_in(match["who"])
        if names and is_actor(names[0]):
            return names[0]
    return None


def _with_partners(predicate: Predicate, text: str, start: int) -> Predicate:
    if predicate.actor is None and predicate.force is not Force.BAN and (lead := _led_by(text, start)):
        predicate = replace(predicate, actor=lead)
    found = [name for match in _PARTNERS.finditer(text, start) for name in _bodies(match["names"])]
    if predicate.imperative and _WITH.match(text) and 0 < (comma := text.find(",")) < start:
        found = [*_bodies(text[:comma]), *found]
    if not found:
        return predicate
    partners = tuple(dict.fromkeys(name for name in (*predicate.partners, *found) if name != predicate.actor))
    return replace(predicate, partners=partners)
