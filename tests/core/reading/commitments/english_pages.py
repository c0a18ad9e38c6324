"""English plans in a few lines, and what a reader finds in them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from core.reading.pages import outlined
from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.english.reader import commitments_of_english
from luoshi_core.reading.header import Header
from luoshi_core.reading.model import Commitment

ADOPTED = dt.date(2026, 1, 13)


def read_plan(text: str, **facts: Any) -> list[Commitment]:
    """The commitments of a body; the plan runs from 2026 to 2028 and was adopted on January 13, 2026."""
    known: dict[str, Any] = {
        "date": ADOPTED,
        "plan_year": 2026,
        "plan_end": 2028,
        "fiscal_year_end": (6, 30),
        "issuer": "City Council of Larkmoor",
        **facts,
    }
    header = Header("", (), english=True, **known)
    return commitments_of_english(outlined(text)[1], header, PlanContext.of(header))


def promise(
    quote: str,
    owner: str | None = None,
    *partners: str,
    due: str | None = None,
    cadence: str = "once",
    kind: str = "action",
    targets: str = "",
    path: str | None = None,
) -> dict[str, Any]:
    """What a commitment is expected to be; ``targets`` as "= 350 bins, >= 75 %"."""
    expected = {
        "quote": quote,
        "owner": owner,
        "partners": partners,
        "due": due,
        "cadence": cadence,
        "kind": kind,
        "targets": targets,
    }
    return expected if path is None else {**expected, "path": path}


def as_promise(commitment: Commitment, *, with_path: bool = False) -> dict[str, Any]:
    """A commitment in the same shape."""
    return promise(
        commitment.quote,
        commitment.owner,
        *commitment.partners,
        due=commitment.due.isoformat() if commitment.due else None,
        cadence=commitment.cadence.value,
        kind=commitment.kind.value,
        targets=", ".join(f"{t.op.value} {t.value:g} {t.unit}".strip() for t in commitment.targets),
        path="/".join(commitment.path) if with_path else None,
    )
