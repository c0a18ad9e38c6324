"""What an English article asks for in concrete terms without binding anybody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from luoshi_core.reading.commitments.english.sentences import segments, sentences, without_speech
from luoshi_core.reading.model import Call, Commitment
from luoshi_core.reading.passages import Passage
from luoshi_core.reading.traced import Span, Traced

_ASKS = re.compile(
    r"\b(?:should|ought to|must|needs? to|has to|have to|could|let us|let's|it is time to|we call (?:on"
    r"|for)|calls? for|it would be wise to|why not)\b",
    re.IGNORECASE,
)
_CONCRETE = re.compile(
    r"\b(?:set up|sets? aside|put up|establish|create|found|fund|finance|build|open|reopen|hold"
    r"|organi[sz]e|host|hire|recruit|appoint|train|publish|launch|introduce"
    r"|install|plant|provide|lend|restore|repair|convert|buy|pay|ban|adopt|draw up|draft|stage"
    r"|bring (?:back|in)|extend|double|halve|cut|abolish|a (?:fund|register|prize|scheme|mechanism|network"
    r"|festival|levy))\b",
    re.IGNORECASE,
)
_ABSTRACT = re.compile(
    r"\b(?:a (?:sense|culture|spirit|climate|future|world|vision) of|trust|hope|confidence|the way"
    r"|our (?:hearts|minds|eyes)|solidarity|pride|bridges between)\b",
    re.IGNORECASE,
)


def calls_of_english(passages: Iterable[Passage], commitments: Sequence[Commitment] = ()) -> Iterator[Call]:
    """The calls of an opinion piece or speech in reading order, without what is already a commitment."""
    taken = {span for commitment in commitments for span in commitment.spans}
    for passage in passages:
        if passage.text is not None and not passage.heading:
            for span in _calls_in(passage.text.text):
                text: Traced = passage.text.cut(span.start, span.end).strip(" .;:,")
                if not any(a.start < b.end and b.start < a.end for a in text.spans() for b in taken):
                    yield Call(text.text, text.spans(), passage.path)


def _calls_in(text: str) -> Iterator[Span]:
    plain = without_speech(text)
    for sentence in sentences(plain):
        for part in segments(plain, sentence):
            asks = _ASKS.search(plain, part.start, part.end)
            if asks is None:
                continue
            concrete = _CONCRETE.search(plain, asks.start(), part.end)
            if concrete and not _ABSTRACT.search(plain, concrete.start(), part.end):
                yield part
