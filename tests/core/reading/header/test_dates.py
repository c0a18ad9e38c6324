"""Dates as printed in heads and signatures."""

import datetime as dt

import pytest

from luoshi_core.reading.header.dates import parse_date


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2025年4月28日", dt.date(2025, 4, 28)),
        ("２０２５年４月２８日", dt.date(2025, 4, 28)),
        ("2025 年 4 月 28 日", dt.date(2025, 4, 28)),
        ("二〇二五年四月二十八日", dt.date(2025, 4, 28)),
        ("二○二五年十二月三十日", dt.date(2025, 12, 30)),
        ("二零二五年十月十日", dt.date(2025, 10, 10)),
        ("2025-04-28", dt.date(2025, 4, 28)),
        ("2025.4.28", dt.date(2025, 4, 28)),
        ("January 13, 2026", dt.date(2026, 1, 13)),
        ("4th day of May, 2026", dt.date(2026, 5, 4)),
        ("12 February 2026", dt.date(2026, 2, 12)),
        ("Sept. 3, 2026", dt.date(2026, 9, 3)),
        ("3/9/2026", dt.date(2026, 3, 9)),
        ("2025年2月30日", None),
        ("2025年4月", None),
        ("", None),
    ],
)
def test_a_printed_date_is_read(printed: str, expected: dt.date | None) -> None:
    assert parse_date(printed) == expected
