"""A big ledger out and in: ``python bench/ledgers.py [--quick]``.

export_s            seconds to write 20,000 commitments out of the database as an Excel ledger
export_mb           memory that it takes at its highest, the whole process
export_vs_openpyxl  seconds that openpyxl needs to write the same texts without any layout, over ours
preview_s           seconds from that file, with 50 cells changed, to the stored preview, in its own process
import_s            seconds to take the 50 changes over

``--quick`` takes 2,000 commitments and says so. Times are wall clock of an otherwise idle machine.
Needs the extra ``dev``.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROWS = 20_000
CHANGED = 50


def main() -> None:
    quick = "--quick" in sys.argv
    count = ROWS // 10 if quick else ROWS
    with tempfile.TemporaryDirectory() as folder:
        _set_up(folder)
        from registers import fill

        persons = fill(count)
        figures = {"rows": count, **_export(Path(folder) / "ledger.xlsx")}
        figures |= _bring_in(Path(folder) / "ledger.xlsx", persons["leader"])
    if quick:
        print(f"--quick: {count:,} rows instead of {ROWS:,}")
    print(json.dumps({"bench": "ledgers", "figures": figures}))


def _set_up(folder: str) -> None:
    os.environ.update(LUOSHI_DATA_DIR=folder, DJANGO_SETTINGS_MODULE="luoshi.settings", LUOSHI_SECRET_KEY="bench")
    os.environ.pop("DATABASE_URL", None)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def _export(path: Path) -> dict[str, float]:
    from luoshi.register.ledgers import ledger_rows
    from luoshi.register.models import Commitment
    from luoshi.register.queries.ledgers import exported
    from luoshi_core.ledger import write_ledger

    began = time.perf_counter()
    with path.open("wb") as stream:
        rows = ledger_rows(exported(Commitment.objects.all()))
        write_ledger(rows, stream, title="任务台账", keeper="督查室", made_on=dt.date(2026, 9, 15))
    ours = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    peer = _openpyxl(path)
    return {"export_s": round(ours, 2), "export_mb": round(peak), "export_vs_openpyxl": round(peer / ours, 2)}


def _openpyxl(path: Path) -> float:
    """Only the writing is timed."""
    import openpyxl

    rows = list(openpyxl.load_workbook(path, read_only=True).active.iter_rows(values_only=True))
    began = time.perf_counter()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save(io.BytesIO())
    return time.perf_counter() - began


def _bring_in(path: Path, person: Any) -> dict[str, float]:
    from luoshi.common.actor import Actor
    from luoshi.register.actions import apply_ledger, preview_ledger, receive_ledger
    from luoshi.register.models import Commitment

    actor = Actor(id=f"person:{person.pk}", name=person.name, user=person)
    keeper = person.posts.get().body
    Commitment.objects.update(keeper=keeper)
    data = _with_changes(path)
    ledger = receive_ledger(actor=actor, keeper=keeper, name="台账.xlsx", chunks=[data], size=len(data))
    began = time.perf_counter()
    preview_ledger(actor=Actor.system("bench"), ledger_id=ledger.pk)
    preview = time.perf_counter() - began
    ledger.refresh_from_db()
    assert ledger.counts == {"same": Commitment.objects.count() - CHANGED, "changed": CHANGED}, ledger.counts
    began = time.perf_counter()
    assert apply_ledger(actor=actor, ledger=ledger) == {"changed": CHANGED, "added": 0}
    return {"preview_s": round(preview, 2), "import_s": round(time.perf_counter() - began, 2)}


def _with_changes(path: Path) -> bytes:
    """The file as somebody saves it who has changed fifty leaders in openpyxl."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book.active
    leader = next(c.column for row in sheet.iter_rows(max_row=6) for c in row if c.value == "责任领导")
    for number in range(CHANGED):
        sheet.cell(10 + number * 7, leader, f"张{number}")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


if __name__ == "__main__":
    main()
