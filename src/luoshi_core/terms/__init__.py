"""The words by which a Chinese text is found: what is kept of a text, and what a person's words ask for.

Chinese is written without blanks, so a text is kept as its pairs of neighbouring characters (bigrams); a
word that is asked for means its own pairs, one right behind the other. Both sides come from here, so every
database finds the same.
"""

from luoshi_core.terms.initials import MARKER, initial_terms, initials_of
from luoshi_core.terms.marking import marks_of
from luoshi_core.terms.query import Phrase, Query, Term, query_of
from luoshi_core.terms.text import fold, terms_of

__all__ = [
    "MARKER",
    "Phrase",
    "Query",
    "Term",
    "fold",
    "initial_terms",
    "initials_of",
    "marks_of",
    "query_of",
    "terms_of",
]
