"""What a ledger would change: row by row, cell by cell, before anything is changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from luoshi.bodies.models import Body
from luoshi.bodies.queries import known_names
from luoshi.documents.models import Document
from luoshi.register.enums import RowKind, State
from luoshi.register.fields import BODY_FIELDS, FIELDS, value_of
from luoshi.register.ledgers import changed_fields, code_parts, from_cell
from luoshi.register.models import Commitment, LedgerRow
from luoshi.register.queries.revisions import values_at_all
from luoshi_core.ledger import REASONS, CellFault, Field, OwnRow, OwnRows, Reason
from luoshi_core.ledger.entries import LedgerEntry, SheetRows

#: cells that luoshi writes: what is typed over them is not taken, and that is said
SHOWN_ONLY = (Field.DOCUMENT, Field.PATH)
#: rows that every ledger has and nobody looks for
UNREMARKABLE = frozenset({Reason.TITLE, Reason.HEADER, Reason.REPEATED_HEADER, Reason.BLANK})
BATCH = 1000


@dataclass(slots=True)
class Preview:
    """The rows that do something or say why not, and how many there are of each kind ("same" among them)."""

    rows: list[LedgerRow] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, row: LedgerRow | None) -> None:
        """Count a row and keep it, unless nothing in it differs."""
        self.counts[str(row.kind) if row else "same"] += 1
        if row is not None:
            row.position = len(self.rows)
            self.rows.append(row)


def preview_own(own: OwnRows, keeper: Body, scope_ids: Iterable[int]) -> Preview:
    """The preview of a ledger that luoshi exported; ``scope_ids`` are the bodies whose commitments it may change."""
    rows = _commitments(own.rows, scope_ids)
    base = values_at_all({rows[r.key]: r.revision or 0 for r in own.rows if r.key in rows})
    meant = _bodies_meant((rows[row.key], row.values) for row in own.rows if row.key in rows)
    preview = Preview()
    document: Document | None = None
    added = _Added(rows.values())
    for row in own.rows:
        commitment = rows.get(row.key or "")
        if commitment is not None:
            document = commitment.document
            preview.add(_own_row(row, commitment, base[commitment.pk], meant[commitment.keeper_id]))
        elif row.key:
            preview.add(_fault(row.sheet, row.row, _unknown(row)))
        else:
            preview.add(added.row(row.sheet, row.row, row.values, row.cells, row.faults, document))
    _add_skipped(preview, own.skipped)
    return preview


def preview_foreign(sheets: Sequence[tuple[str, SheetRows]], document: Document) -> Preview:
    """The preview of somebody else's ledger whose columns are confirmed; rows are known again by their words."""
    preview = Preview()
    standing = document.commitments.select_related("owner", "checker", "document")
    added = _Added(standing)
    for name, rows in sheets:
        for entry in rows.rows:
            preview.add(added.row(name, entry.row, entry.values, entry.cells, entry.faults, document, _notes(entry)))
    _add_skipped(preview, {name: rows.skipped for name, rows in sheets})
    return preview


def _commitments(rows: Iterable[OwnRow], scope_ids: Iterable[int]) -> dict[str, Commitment]:
    """The commitments that keys name, by key; those of others are not there."""
    wanted: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        parts = code_parts(row.key or "")
        if parts and max(parts) < 1 << 31:
            wanted[parts[0]].add(parts[1])
    allowed = list(scope_ids)
    found: dict[str, Commitment] = {}
    documents = sorted(wanted)
    for at in range(0, len(documents), BATCH):
        query = Commitment.objects.filter(document__in=documents[at : at + BATCH], keeper__in=allowed)
        query = query.select_related("owner", "checker", "document", "keeper__place")
        for commitment in query.iterator(chunk_size=2000):
            if commitment.serial in wanted[commitment.document_id]:
                found[commitment.code] = commitment
    return found


def _bodies_meant(rows: Iterable[tuple[Commitment, Mapping[Field, Any]]]) -> dict[int, dict[str, Body]]:
    """For each keeper the bodies that names in the file mean: another name of the same body is no change."""
    names: dict[Body, set[str]] = defaultdict(set)
    for commitment, values in rows:
        names[commitment.keeper] |= {str(values.get(Field(name)) or "") for name in BODY_FIELDS}
    return {keeper.pk: known_names(words - {""}, keeper.place) for keeper, words in names.items()}


def _says_the_same(commitment: Commitment, name: str, wanted: Any, meant: Mapping[str, Body]) -> bool:
    if name not in BODY_FIELDS:
        return bool(wanted == value_of(commitment, name))
    body = getattr(commitment, name)
    return bool(wanted == value_of(commitment, name)) or (body is not None and meant.get(wanted) == body)


def _own_row(
    row: OwnRow, commitment: Commitment, base: Mapping[str, Any], meant: Mapping[str, Body]
) -> LedgerRow | None:
    changed = changed_fields(row.values, base)
    changed = {n: pair for n, pair in changed.items() if not _says_the_same(commitment, n, pair[1], meant)}
    faults = [*row.faults, *_typed_over(row, commitment)]
    if "quote" in changed and commitment.spans:
        del changed["quote"]
        faults.append(
            CellFault(
                row.cells[Field.QUOTE],
                "任务事项照文件原文抄录，不能在表里改；要改范围，请在审核页重新选取。",
                "The words are those of the document; select them anew on the review page.",
                "quote-changed",
            )
        )
    cells, conflict = _cells(row, commitment, changed)
    blocking = [fault for fault in faults if fault.code != "typed-over"]
    if not cells and not faults:
        return None
    if not cells and not blocking:
        kind = RowKind.SKIPPED
    else:
        kind = RowKind.FAULT if blocking else RowKind.CONFLICT if conflict else RowKind.CHANGED
    return LedgerRow(
        sheet=row.sheet[:100],
        row=row.row,
        kind=kind,
        commitment=commitment,
        revision=row.revision or 0,
        cells=cells,
        faults=[_said(fault) for fault in faults],
    )


def _cells(
    row: OwnRow, commitment: Commitment, changed: Mapping[str, tuple[Any, Any]]
) -> tuple[dict[str, dict[str, Any]], bool]:
    """Cell, what it started from, what the register says now, what the file says; True if one was changed by both."""
    cells, conflict = {}, False
    for name, (before, wanted) in changed.items():
        now = value_of(commitment, name)
        clash = now != before
        conflict |= clash
        cells[name] = {"cell": row.cells[Field(name)], "now": now, "file": wanted}
        if clash:
            cells[name]["base"] = before
    return cells, conflict


def _typed_over(row: OwnRow, commitment: Commitment) -> Iterator[CellFault]:
    says = {Field.DOCUMENT: commitment.document.title, Field.PATH: " ".join(commitment.path)}
    for name in SHOWN_ONLY:
        value = row.values.get(name)
        if value and value != says[name].strip():
            yield CellFault(
                row.cells[name],
                "这一列由系统填写，改动未取。",
                "luoshi fills this column; what was typed over it is not taken.",
                "typed-over",
            )


class _Added:
    """Rows without a key: a commitment with the same words in the same document is the same commitment."""

    def __init__(self, known: Iterable[Commitment]) -> None:
        self.by_words: dict[tuple[int, str], list[Commitment]] = defaultdict(list)
        self.asked: set[int] = set()
        for commitment in known:
            self._remember(commitment)

    def row(
        self,
        sheet: str,
        number: int,
        values: Mapping[Field, Any],
        cells: Mapping[Field, str],
        faults: Sequence[CellFault],
        document: Document | None,
        notes: Sequence[dict[str, str]] = (),
    ) -> LedgerRow | None:
        """What a row would do."""
        said = [_said(fault) for fault in faults]
        if document is None and not said:
            where = cells.get(Field.QUOTE, "")
            said.append({"cell": where, "zh": "不知道新增的这一行属于哪份文件。", "en": "Its document is unknown."})
        if said or document is None:
            return LedgerRow(sheet=sheet[:100], row=number, kind=RowKind.FAULT, faults=said)
        wanted = {str(name): from_cell(name, value) for name, value in values.items() if str(name) in FIELDS}
        twin = self._twin(document, wanted.get("quote", ""))
        if twin is None:
            shown = {name: {"cell": cells.get(Field(name), ""), "file": value} for name, value in wanted.items()}
            return LedgerRow(
                sheet=sheet[:100], row=number, kind=RowKind.NEW, document=document, cells=shown, faults=list(notes)
            )
        changed = {
            name: {"cell": cells.get(Field(name), ""), "now": value_of(twin, name), "file": value}
            for name, value in wanted.items()
            if value not in ("", [], None) and name != "quote" and value != value_of(twin, name)
        }
        if not changed:
            return None
        return LedgerRow(
            sheet=sheet[:100],
            row=number,
            kind=RowKind.CHANGED,
            commitment=twin,
            revision=twin.revision,
            cells=changed,
        )

    def _twin(self, document: Document, quote: str) -> Commitment | None:
        if document.pk not in self.asked:
            self.asked.add(document.pk)
            known = {row.pk for rows in self.by_words.values() for row in rows}
            rows = document.commitments.exclude(pk__in=known).select_related("owner", "checker", "document")
            for commitment in rows:
                self._remember(commitment)
        twins = self.by_words[document.pk, quote.strip()]
        return twins.pop(0) if twins else None

    def _remember(self, commitment: Commitment) -> None:
        if commitment.state not in {State.REJECTED, State.WITHDRAWN}:
            self.by_words[commitment.document_id, commitment.quote.strip()].append(commitment)


def _notes(entry: LedgerEntry) -> list[dict[str, str]]:
    """Words of columns that are no field; shown, so that nobody misses them."""
    return [
        {"cell": note.cell, "zh": f"{note.head}：{note.text}", "en": f"{note.head}: {note.text}"}
        for note in entry.notes
    ]


def _unknown(row: OwnRow) -> dict[str, str]:
    where = row.cells.get(Field.QUOTE, f"A{row.row}")
    return {
        "cell": where,
        "zh": f"台账里没有编号 {row.key} 的任务，或它不归您的单位。",
        "en": f"There is no commitment {row.key} in your register.",
    }


def _fault(sheet: str, row: int, said: dict[str, str]) -> LedgerRow:
    return LedgerRow(sheet=sheet[:100], row=row, kind=RowKind.FAULT, faults=[said])


def _said(fault: CellFault) -> dict[str, str]:
    return {"cell": fault.cell, "zh": fault.zh, "en": fault.en}


def _add_skipped(preview: Preview, skipped: Mapping[str, Iterable[Any]]) -> None:
    for sheet, rows in skipped.items():
        for skip in (row for row in rows if row.reason not in UNREMARKABLE):
            zh, en = REASONS[skip.reason]
            words = f"（{skip.text[:60]}）" if skip.text else ""
            cell = f"{skip.first}" if skip.first == skip.last else f"{skip.first}–{skip.last}"
            said = {"cell": cell, "zh": f"{zh}{words}", "en": f"{en}{' ' + words if words else ''}"}
            preview.add(LedgerRow(sheet=sheet[:100], row=skip.first, kind=RowKind.SKIPPED, faults=[said]))
