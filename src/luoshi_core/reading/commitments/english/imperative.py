"""Where an English clause opens with a bare verb, a ban, or the words that stand before one.

The patterns are tried on small letters, which is much quicker than ignoring case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi_core.reading.commitments.english.modals import modal_of_main
from luoshi_core.reading.commitments.english.words import BODY, NOUNS_TOO, VERBS, lowered

_COMMA = re.compile(r",\s+")
_UP_TO_COMMA = re.compile(r"[^,]{1,90},\s+")
_BAN_ORDER = re.compile(r"(?:and |but )?(?:do not|don't|never|avoid|refrain from|cease|prohibit)\b")
_ADVERBS = re.compile(
    r"(?:(?:also|then|and|but|or|further|jointly|publicly|annually|quarterly|monthly|weekly|daily"
    r"|regularly|actively|fully|immediately|promptly|continually|continuously|formally|where possible"
    r"|not only|together)\s+)+"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_AFTER_VERB = re.compile(
    r"\s+(?:an?|the|all|each|every|any|our|its|their|at least|up to|no (?:fewer|less|more)|[$£€]?\d[\d,.]*"
    r"|two|three|four|five|six|seven|eight|nine|ten|new|more|additional|local|to)\b"
)
_BEHIND_NOUN = re.compile(r"\s+(?:of|is|are|was|were|has|have|will|shall|must|may|should|can)\b(?! \d)")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
)
_TIME_AHEAD = re.compile(
    r"(?:and |but )?(?:the |this )?(?:(?:by|in|on|before|from|until|till|within|during|through|to|no|not|than|or|at"
    r"|once|every|each|per|of|end|close|starting|beginning|commencing|effective|for|late|early|mid|next|current"
    r"|coming|first|second|third|fourth|fiscal|calendar|year|quarter|half|ongoing|permanently|around|christmas"
    r"|daily|nightly|weekly|fortnightly|monthly|quarterly|annual|annually|yearly|regularly|routinely|periodically)\b"
    r"|(?:over|throughout)\sthe\s(?:next|coming|following)|fy|q[1-4]|bi-?(?:week|month|ann|enn)|semi-?(?:month|ann)"
    r"|triennial|continu|twenty-four|new\syear|independence|juneteenth"
    r"|\d{1,2}(?:st|nd|rd|th|/|\s|-)|20\d\d(?:-|\s?(?:and|to|through|[–—]))"
    rf"|{_MONTH})"
)
_TIME = re.compile(
    r"\d|day|week|month|quarter|year|night|morning|evening|shift|season|semester|spring|summer|fall|winter|nnual|ennial"
    r"|half|ongoing|continu|times|permanently|clock|regularly|routinely|periodically|fiscal|christmas|juneteenth"
    rf"|\b(?:{_MONTH}|fy|q[1-4])|twenty-four|rtly|ily\b"
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
    r"|less|least|most|much|up|off|out|down)$|(?:ing|ed|ly|tion|ment|ness|ity|ship|ance|ence|ism)$|[^s]s$"
)
JOINED = (
    r"(?:(?:in (?:close |full )?(?:partnership|collaboration|co-?operation|conjunction|co-?ordination"
    r"|consultation|concert|association|tandem)|jointly|together|working(?: closely| jointly)?"
    r"|work(?: closely| jointly)?|collaborate|co-?ordinate|partner|team up|liaise|acting) with"
    r"|alongside|supported by|assisted by|aided by|backed by|with (?:the )?(?:support|help|assistance"
    r"|backing|cooperation|input) (?:of|from)|(?:through|in) (?:a )?(?:joint )?partnership between)"
)
WITH = re.compile(rf"(?:{JOINED}|(?:together |along )?with)\s+")
_OPENING = re.compile(
    r"(?:by|in|during|each (?:year|month|quarter|week|day)|every (?:year|month|quarter|week|day)|within|to"
    r"|from|starting|beginning|after|before|following|on|at|for|as|subject to|until|through|throughout"
    r"|over|under|upon|no later|not later|once|also|finally|in addition|additionally|furthermore|moreover"
    r"|however|therefore|accordingly|acting|using|building|consistent|pursuant|effective|specifically"
    r"|where|if|when|unless|not|annually|quarterly|monthly|starting|further|first|second|third|next|then"
    r"|meanwhile|notwithstanding|based|given|be it|now|resolved|including|except|where appropriate"
    r"|if necessary|per|thereafter|immediately)\b"
)


def may_open_with_time(text: str) -> bool:
    """Whether a clause may open with words of time; a quick look that says yes too often."""
    low = lowered(text[:_FARTHEST_TIME])
    return _TIME_AHEAD.match(low) is not None and _TIME.search(low) is not None


def openings(text: str) -> Iterator[int]:
    """Where the verb of a clause may stand: at its beginning, and behind each comma of its opening words."""
    low, at = lowered(text), 0
    yield at
    while (_OPENING.match(low, at) or WITH.match(low, at)) and (comma := _COMMA.search(low, at)):
        at = comma.end()
        yield at


def may_be_order(text: str, at: int, *, item: bool) -> bool:
    """Whether a bare verb or a ban may stand at a place; says yes too often."""
    word = _WORD.match(text, at)
    if word is None:
        return text[at : at + 1] in " ,"
    if word[0].lower() in VERBS:
        return _BEHIND_NOUN.match(text, word.end()) is None
    return opens_ban(text, at) or imperative_at(text, at, item) is not None


def opens_ban(text: str, at: int) -> bool:
    """Whether an order not to do something stands at a place."""
    return _BAN_ORDER.match(lowered(text), at) is not None


def is_opening(words: str) -> bool:
    """Whether words set a time, a place or a purpose before the clause itself."""
    return _OPENING.match(lowered(words)) is not None


def imperative_at(text: str, start: int, trusted: bool = True) -> int | None:
    """Where a bare verb opens the words behind ``start``, if one does."""
    low = lowered(text)
    adverbs = _ADVERBS.match(low, start)
    at = adverbs.end() if adverbs else start
    word = _WORD.match(text, at)
    if word is None:
        return None
    bare, end = low[at : word.end()], word.end()
    verb, noun = bare in VERBS, bare in NOUNS_TOO
    if not (verb or trusted) or _BEHIND_NOUN.match(text, end):
        return None
    if verb and not noun:
        return at
    if _AFTER_VERB.match(low, end):
        return at if verb or noun or _may_be_verb(word[0], bare) else None
    return at if (verb or noun) and modal_of_main(text, end) is None else None


def _may_be_verb(word: str, bare: str) -> bool:
    return not word.isupper() and _NO_VERB.search(bare) is None and BODY.fullmatch(bare) is None


def lead_in(text: str) -> int:
    """The length of opening words up to the comma before a bare verb or subject ("By 2027, …")."""
    low = lowered(text)
    at = len(text) - len(text.lstrip(" ,"))
    while _OPENING.match(low, at) and (match := _UP_TO_COMMA.match(low, at)):
        at = match.end()
    if WITH.match(low, at) and (comma := text.find(", ", at)) > 0:
        rest = comma + 2
        return rest if imperative_at(text, rest) is not None else at
    return at
