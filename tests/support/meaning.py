"""What a query of terms means, said as plainly as possible: the databases must agree."""

from __future__ import annotations

from luoshi_core.terms import Query


def holds(terms: list[str], query: Query) -> bool:
    """The plain meaning of a query: phrase for phrase, term for term."""

    def at(i: int, phrase) -> bool:
        there = terms[i : i + len(phrase)]
        return len(there) == len(phrase) and all(
            term.startswith(asked.text) if asked.prefix else term == asked.text
            for term, asked in zip(there, phrase, strict=True)
        )

    return bool(query) and all(
        any(at(i, phrase) for phrase in choices for i in range(len(terms))) for choices in query.wanted
    )
