"""Which column of somebody else's ledger holds which field: a proposal for a person to confirm."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import replace

from luoshi_core.ledger.columns import CERTAIN, ColumnMapping, MappedColumn
from luoshi_core.ledger.fields import COLUMNS, COMPUTED, Field
from luoshi_core.ledger.heads import FoundHead, HeadOfColumn, find_head
from luoshi_core.ledger.workbook import LedgerSheet, address
from luoshi_core.reading.commitments.tables.roles import Role, role_of

_BRACKET = re.compile(r"[（(\[【][^（）()\[\]【】]*[)）\]】]")
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年")
_OUR_OWN = {name.casefold(): field for field, column in COLUMNS.items() for name in (column.zh, column.en)}
_SPECIAL: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (Field.CHECKER, re.compile(r"(?:核查|核验|验收|复核|督办|督查)(?:单位|部门|人)|checked by|verifier", re.I)),
    (Field.EVIDENCE, re.compile(r"佐证|证明材料|印证|支撑材料|evidence", re.I)),
    (Field.BENEFICIARY, re.compile(r"受益|服务对象|惠及|beneficiar", re.I)),
    (Field.CHANGE, re.compile(r"(?:可观察|可感).*变化|预期变化|群众感受", re.I)),
)
_BY_ROLE: dict[Role, Field] = {
    Role.NUMBER: Field.NUMBER,
    Role.CATEGORY: Field.PATH,
    Role.TASK: Field.QUOTE,
    Role.DETAIL: Field.QUOTE,
    Role.SCOPE: Field.QUOTE,
    Role.PROBLEM: Field.QUOTE,
    Role.INDICATOR: Field.TARGETS,
    Role.GOAL: Field.TARGETS,
    Role.UNIT: Field.TARGETS,
    Role.BASE: Field.BASELINE,
    Role.LEAD: Field.OWNER,
    Role.BODY: Field.OWNER,
    Role.PARTNERS: Field.PARTNERS,
    Role.LEADER: Field.LEADER,
    Role.PERSON: Field.LEADER,
    Role.DUE: Field.DUE,
    Role.FREQUENCY: Field.CADENCE,
    Role.SOURCE: Field.DOCUMENT,
}
_MORE_TO_THE_POINT = (Role.DETAIL, Role.TASK, Role.SCOPE, Role.PROBLEM, Role.INDICATOR)
"""Where several columns could be the task, the first of these is it."""
_SEVERAL = frozenset({None, Field.TARGETS, Field.PARTNERS, Field.PATH})
"""What several columns may hold together."""
_CONTACT = re.compile(r"联系|经办|联络|姓名|职务|电话")
_LIKELY, _BY_GROUP, _DOUBTFUL = 0.8, 0.6, 0.4
_SIGNED = 32


def propose_mapping(sheet: LedgerSheet) -> ColumnMapping | None:
    """What the columns of a sheet hold, by the words over them; None where no row looks like a head."""
    head = find_head(sheet)
    if head is None:
        return None
    years = [match[1] for title in head.titles for match in _YEAR.finditer(title)]
    year = int(years[0]) if years else None
    columns = _settled([_proposed(column) for column in head.columns])
    return ColumnMapping(sheet.name, head.first + 1, head.last + 1, columns, head.titles, _signature(head), year)


def _signature(head: FoundHead) -> str:
    words = "\x1e".join("\x1f".join(map(_plain, column.words)) for column in head.columns)
    return hashlib.sha256(words.encode()).hexdigest()[:_SIGNED]


def _plain(words: str) -> str:
    return "".join(unicodedata.normalize("NFKC", words).split()).casefold()


def _proposed(column: HeadOfColumn) -> MappedColumn:
    for depth, words in enumerate(reversed(column.words)):
        field, confidence, role = _meaning(words)
        if field is not None or role is not None:
            confidence = confidence if depth == 0 else min(confidence, _BY_GROUP)
            return _column(column, field, confidence, role)
    return _column(column, None, 0.0, None)


def _column(column: HeadOfColumn, field: Field | None, confidence: float, role: Role | None) -> MappedColumn:
    letter = address(0, column.column)[:-1]
    return MappedColumn(column.column, letter, column.words, field, confidence, role)


def _meaning(words: str) -> tuple[Field | None, float, Role | None]:
    role = role_of(words)
    special = next((field for field, pattern in _SPECIAL if pattern.search(words)), None)
    own = _OUR_OWN.get(words.casefold())
    if own is not None and own is not Field.KIND:
        return (None if own in COMPUTED else own), CERTAIN, role
    if special is not None:
        return special, _LIKELY, None
    if role is None or role not in _BY_ROLE or (role is Role.PERSON and _CONTACT.search(words)):
        return None, _LIKELY if role else 0.0, role
    return _BY_ROLE[role], CERTAIN if role_of(_BRACKET.sub("", words)) is role else _BY_GROUP, role


def _settled(columns: list[MappedColumn]) -> tuple[MappedColumn, ...]:
    """Each field once: what several columns claim goes to the one that says it best."""
    columns = _one_task(columns)
    roles = {column.role for column in columns}
    taken: set[Field | None] = set()
    settled = []
    for column in columns:
        known = _not_twice(column, roles, taken)
        taken.add(known.field)
        settled.append(known)
    return tuple(settled)


def _not_twice(column: MappedColumn, roles: set[str | None], taken: set[Field | None]) -> MappedColumn:
    """The column beside those that were settled before it; a second body is a partner, another double a note."""
    if column.field is Field.OWNER and (Field.OWNER in taken or (Role.LEAD in roles and column.role is Role.BODY)):
        return replace(column, field=Field.PARTNERS, confidence=_DOUBTFUL)
    person = column.field is Field.LEADER and column.role is Role.PERSON and Role.LEADER in roles
    double = column.field in taken and column.field not in _SEVERAL
    return replace(column, field=None, confidence=_DOUBTFUL) if person or double else column


def _one_task(columns: list[MappedColumn]) -> list[MappedColumn]:
    """The column nearest to what is to be done is the task; wider ones lead to it, a problem is noted beside it."""
    columns = [_body_or_unit(column, columns) for column in columns]
    if any(column.field is Field.QUOTE and column.role not in _MORE_TO_THE_POINT for column in columns):
        return columns
    roles = [role for role in _MORE_TO_THE_POINT if any(column.role is role for column in columns)]
    task = next((column for role in roles for column in columns if column.role is role), None)
    if task is None:
        goal = next((column for column in columns if column.role is Role.GOAL), None)
        return [replace(column, field=Field.QUOTE) if column is goal else column for column in columns]
    return [_beside(column, task) for column in columns]


def _beside(column: MappedColumn, task: MappedColumn) -> MappedColumn:
    if column is task:
        return replace(column, field=Field.QUOTE)
    if column.field is not Field.QUOTE:
        return column
    if column.role in (Role.TASK, Role.DETAIL):
        return replace(column, field=Field.PATH, confidence=min(column.confidence, _BY_GROUP))
    return replace(column, field=None, confidence=_DOUBTFUL)


def _body_or_unit(column: MappedColumn, columns: list[MappedColumn]) -> MappedColumn:
    """单位 is a unit of measure beside an indicator, else the body."""
    if column.role is not Role.UNIT or any(other.role is Role.INDICATOR for other in columns):
        return column
    return replace(column, role=Role.BODY, field=Field.OWNER, confidence=_DOUBTFUL)
