"""Makes the binary documents of the corpus from their sources: ``python tests/corpus/make.py``."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from corpus.writers.markup import Block, parse  # noqa: E402
from corpus.writers.ofd import write_ofd  # noqa: E402
from corpus.writers.pdf import write_newspaper, write_pdf  # noqa: E402
from corpus.writers.word import write_docx  # noqa: E402
from corpus.writers.workbook import write_xlsx  # noqa: E402

STILL = (2000, 1, 1, 0, 0, 0)
CLOCK = re.compile(rb"\d{4}-\d\d-\d\dT[\d:]{8}Z")
DOCX = [
    "01_culture_work_points",
    "02_parking_notice_plan",
    "05_facilities_regulation",
    "08_five_year_plan",
    "15_improvement_plan_en",
    "20_joint_notice",
    "32_notice_two_annexes",
    "35_heading_styles_en",
    "37_hospital_key_points",
    "39_culture_for_people",
    "42_rectification_plan",
    "52_village_three_year_plan",
    "58_heritage_rectification",
    "62_health_task_table",
    "70_river_responsibility_letter",
]
XLSX = [
    "06_rectification_ledger",
    "23_task_sheets",
    "34_livelihood_ledger",
    "43_zone_ledger",
    "55_renewal_ledger",
    "68_inspection_ledger",
]


def main() -> None:
    """Write every binary document into docs/."""
    for name in DOCX:
        make(name, ".docx", write_docx)
    for name in XLSX:
        make(name, ".xlsx", write_xlsx)
    make("11_two_columns", ".pdf", lambda blocks: write_pdf(blocks, columns=2, head="荇川政务公报　2026年第4期"))
    make("12_single_column_notice", ".pdf", write_pdf)
    make("27_pdf_task_table", ".pdf", write_pdf)
    make("65_elderly_care_opinions", ".pdf", write_pdf)
    for name in ("31_newspaper_page", "45_four_items_page"):
        make(name, ".pdf", write_newspaper)
    for name in ("13_ofd_notice", "47_zone_special_minutes"):
        make(name, ".ofd", write_ofd)


def make(name: str, suffix: str, write: Callable[[list[Block]], bytes]) -> None:
    """One document."""
    source = HERE / "sources" / f"{name}.txt"
    data = write(parse(source.read_text(encoding="utf-8")))
    (HERE / "docs" / (name + suffix)).write_bytes(stilled(data) if data.startswith(b"PK") else data)


def stilled(data: bytes) -> bytes:
    """The same archive without the clock in it, so that making it again changes no byte."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = CLOCK.sub(b"2000-01-01T00:00:00Z", old.read(member))
            new.writestr(zipfile.ZipInfo(member.filename, STILL), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    main()
