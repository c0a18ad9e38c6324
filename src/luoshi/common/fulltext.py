"""Full-text search over terms of the core, the same on SQLite (FTS5) and PostgreSQL (tsvector with GIN)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connections, migrations, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.models import BigIntegerField, Expression, QuerySet

from luoshi_core.terms import MARKER, Query, Term, initial_terms, query_of, terms_of

BATCH = 1000
#: so many matching rows are few
FEW = 1000
#: characters of a text that are kept on both databases; PostgreSQL knows no position behind 16,383
LONGEST = 8000


class Entry(NamedTuple):
    """What is kept of a row: its key, its text, and names that are found by their initials too."""

    pk: int
    text: str
    names: str = ""


@dataclass(frozen=True, slots=True)
class FullText:
    """The index of one kind of rows, in a table of its own: ``FullText("bodies_body_terms")``.

    Rows are written and forgotten by the actions that write what they are made from, in
    the same transaction; ``matching`` gives the keys of the rows that hold some words.
    """

    table: str
    using: str = "default"

    def operations(self, fill: Callable[[Any], Iterable[Entry]] | None = None) -> list[Operation]:
        """The operations of a migration that makes the index, and fills it with what ``fill(apps)`` gives."""

        def make(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
            for statement in CREATE[editor.connection.vendor]:
                editor.execute(statement.format(table=self.table), None)
            if fill is not None:
                self.write(fill(apps))

        def drop(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
            editor.execute(f"DROP TABLE {self.table}", None)

        return [migrations.RunPython(make, drop)]

    def write(self, entries: Iterable[Entry]) -> int:
        """Keep these rows in place of what was kept of them; returns how many."""
        count = 0
        connection = connections[self.using]
        rest = iter(entries)
        with transaction.atomic(self.using), connection.cursor() as cursor:
            while batch := list(islice(rest, BATCH)):
                self._forget(cursor, [entry[0] for entry in batch])
                cursor.executemany(
                    INSERT[connection.vendor].format(table=self.table),
                    [(pk, KEPT[connection.vendor](text, names)) for pk, text, names in batch],
                )
                count += len(batch)
            if count >= BATCH:
                for statement in AFTER_MANY[connection.vendor]:
                    cursor.execute(statement.format(table=self.table))
        return count

    def forget(self, ids: Iterable[int]) -> None:
        """Keep nothing of these rows any more."""
        rest = iter(ids)
        with transaction.atomic(self.using), connections[self.using].cursor() as cursor:
            while batch := list(islice(rest, BATCH)):
                self._forget(cursor, batch)

    def rebuild(self, entries: Iterable[Entry]) -> int:
        """Keep these rows and no others; returns how many."""
        with transaction.atomic(self.using):
            with connections[self.using].cursor() as cursor:
                cursor.execute(f"DELETE FROM {self.table}")  # noqa: S608 - a name from the code
            return self.write(entries)

    def matching(self, words: str) -> Matching:
        """The keys of the rows that hold the words, for ``queryset.filter(pk__in=…)``; no words, no rows.

        On PostgreSQL it asks one quick question at once; make it where it is used and keep it for no later.
        """
        query = query_of(words)
        return Matching(self.table, query, self._few(query))

    def _few(self, query: Query) -> list[int] | None:
        """The keys themselves where they are few; None where they are many or the database needs no help.

        PostgreSQL takes words for independent of each other, and would go through a whole list for two
        frequent words that never meet; it is told what they give. Where many rows match, going through the
        list is right.
        """
        connection = connections[self.using]
        if connection.vendor != "postgresql" or not query:
            return None
        with connection.cursor() as cursor:
            cursor.execute(
                f"{SELECT[connection.vendor].format(table=self.table)[1:-1]} LIMIT {FEW + 1}", [_as_tsquery(query)]
            )
            ids = [row[0] for row in cursor]
        return ids if len(ids) <= FEW else None

    def _forget(self, cursor: Any, ids: Sequence[int]) -> None:
        marks = ", ".join(["%s"] * len(ids))
        cursor.execute(f"DELETE FROM {self.table} WHERE {KEY[connections[self.using].vendor]} IN ({marks})", ids)  # noqa: S608


class Matching(Expression):
    """A subquery of keys; what a person typed is a bound parameter."""

    def __init__(self, table: str, query: Query, few: list[int] | None = None) -> None:
        super().__init__(output_field=BigIntegerField())
        self.table, self.query, self.few = table, query, few

    def as_sql(self, compiler: Any, connection: BaseDatabaseWrapper) -> tuple[str, tuple[str | int, ...]]:
        """``(SELECT key FROM index WHERE it holds the words)``."""
        if not self.query or self.few == []:
            raise EmptyResultSet
        if self.few is not None:
            return f"({', '.join(['%s'] * len(self.few))})", tuple(self.few)
        return SELECT[connection.vendor].format(table=self.table), (ASKED[connection.vendor](self.query),)


_INDEXES: dict[str, tuple[FullText, Callable[[], Iterable[Entry]]]] = {}


def register_index(index: FullText, entries: Callable[[], Iterable[Entry]]) -> FullText:
    """Make an index known to ``rebuild_all``; ``entries`` gives everything that it should hold."""
    _INDEXES[index.table] = (index, entries)
    return index


def rebuild_all() -> dict[str, int]:
    """Make every registered index anew, each in one transaction; table -> rows."""
    return {table: index.rebuild(entries()) for table, (index, entries) in sorted(_INDEXES.items())}


def capped_count(rows: QuerySet[Any], cap: int) -> int:
    """How many rows there are, counted to ``cap`` + 1 at most: whoever asks says “more than …” then."""
    return rows.order_by()[: cap + 1].count()


def _terms(text: str, names: str) -> Iterator[str]:
    yield from terms_of(text[:LONGEST])
    yield from initial_terms(names[:LONGEST])


def _as_line(text: str, names: str) -> str:
    return " ".join(_terms(text, names))


def _as_vector(text: str, names: str) -> str:
    """``'文旅':1 '旅局':2 '局':3``; behind the end of a run a position is left out, so no phrase reaches over it."""
    placed, at = [], 0
    for term in _terms(text, names):
        at += 1
        placed.append(f"'{term}':{at}")
        at += len(term) == 1
    return " ".join(placed)


def _as_match(query: Query) -> str:
    """FTS5: ``("文旅 旅局") AND ("whlj" * OR "~whl ~hlj")``; terms hold neither quotes nor blanks."""

    def phrase(terms: Sequence[Term]) -> str:
        return '"' + " ".join(term.text for term in terms) + '"' + (" *" if terms[-1].prefix else "")

    return " AND ".join("(" + " OR ".join(phrase(one) for one in choices) + ")" for choices in query.wanted)


def _as_tsquery(query: Query) -> str:
    """PostgreSQL: ``('文化' <2> '旅局') & ('whlj':* | '~whl' <1> '~hlj')``.

    Of Chinese every other bigram is enough. The planner takes terms for independent of each other, so
    the fewer they are, the better it knows how many rows to expect.
    """

    def phrase(terms: Sequence[Term]) -> str:
        step = 1 if terms[0].text.startswith(MARKER) else 2
        places = sorted({*range(0, len(terms), step), len(terms) - 1})
        words = [f"'{terms[at].text}'" + (":*" if terms[at].prefix else "") for at in places]
        gaps = [f" <{after - before}> " for before, after in pairwise(places)]
        return words[0] + "".join(gap + word for gap, word in zip(gaps, words[1:], strict=True))

    return " & ".join("(" + " | ".join(f"({phrase(one)})" for one in choices) + ")" for choices in query.wanted)


CREATE = {
    # only letters, digits, dots and the marker of initials occur in terms
    "sqlite": ("""CREATE VIRTUAL TABLE {table} USING fts5(terms, tokenize = "ascii tokenchars '.~'")""",),
    "postgresql": (
        "CREATE TABLE {table} (id bigint PRIMARY KEY, terms tsvector NOT NULL)",
        # words that follow one another are looked up in the row itself: twice as fast where it is not packed
        "ALTER TABLE {table} ALTER COLUMN terms SET STORAGE EXTERNAL",
        "CREATE INDEX {table}_gin ON {table} USING gin (terms)",
    ),
}
KEY = {"sqlite": "rowid", "postgresql": "id"}
INSERT = {
    "sqlite": "INSERT INTO {table} (rowid, terms) VALUES (%s, %s)",
    "postgresql": "INSERT INTO {table} (id, terms) VALUES (%s, %s::tsvector)",
}
SELECT = {
    "sqlite": "(SELECT rowid FROM {table} WHERE {table} MATCH %s)",
    "postgresql": "(SELECT id FROM {table} WHERE terms @@ %s::tsquery)",
}
#: the planner must learn at once which terms are frequent, or the first searches take 200 times as long
AFTER_MANY = {"sqlite": (), "postgresql": ("ANALYZE {table}",)}
KEPT = {"sqlite": _as_line, "postgresql": _as_vector}
ASKED = {"sqlite": _as_match, "postgresql": _as_tsquery}
