"""A number format prints what Excel prints."""

from __future__ import annotations

import datetime as dt

import pytest

from luoshi_core.reading.formats.sheet.formats import general, moment, printer

DAY = 46082.0
"""2026-03-01"""


@pytest.mark.parametrize(
    ("value", "code", "print_"),
    [
        (0.95, "0%", "95%"),
        (0.9555, "0.00%", "95.55%"),
        (0.285, "0%", "29%"),
        (12345.678, "#,##0.00", "12,345.68"),
        (2.345, "0.00", "2.35"),
        (-5.0, r"0.00_);[Red]\(0.00\)", "(5.00)"),
        (-0.001, "0.00", "0.00"),
        (-1.5, "0.0", "-1.5"),
        (0.0, '0;-0;"无"', "无"),
        (5.0, ";;;", ""),
        (12.0, '0"万元"', "12万元"),
        (5.0, '"第"0"号"', "第5号"),
        (3.0, "0.0#", "3.0"),
        (3.25, "0.0#", "3.25"),
        (0.5, "#.##", ".5"),
        (123.0, "000000", "000123"),
        (1.5, "¥#,##0.00", "¥1.50"),
        (2.5, "[$¥-804]#,##0.0", "¥2.5"),
        (0.25, "# ?/?", "0.25"),
        (12345.0, '0!.0,"万"', "12345"),
        (1234567.0, "0.00E+00", "1234567"),
        (12.0, "@", "12"),
        (7.0, "General", "7"),
        (7.0, "G/通用格式", "7"),
        (7.0, 'General"人"', "7"),
        (DAY, "yyyy-mm-dd", "2026-03-01"),
        (DAY, "yyyy/m/d;@", "2026/3/1"),
        (DAY, 'yyyy"年"m"月"d"日";@', "2026年3月1日"),
        (DAY, 'yyyy"年"m"月"', "2026年3月"),
        (DAY, '[DBNum1][$-804]yyyy"年"m"月"d"日";@', "二〇二六年三月一日"),
        (DAY, "[$-409]d-mmm-yy;@", "1-Mar-26"),
        (DAY, "aaaa", "星期日"),
        (DAY + 0.5625, "yyyy/m/d h:mm", "2026/3/1 13:30"),
        (DAY + 0.5625, "上午/下午h:mm", "下午13:30"),
        (0.5, "h:mm:ss", "12:00:00"),
        (0.0625, "mm:ss", "30:00"),
        (DAY, "yyyy\\-mm\\-dd", "2026-03-01"),
        (DAY, "yyyy.m.d", "2026.3.1"),
        (-1.0, "yyyy-mm-dd", "-1"),
        (1e30, "0.00", "1000000000000000000000000000000"),
        (float("inf"), "0.00", "inf"),
        (float("nan"), "0%", "nan"),
    ],
)
def test_a_value_is_printed_after_its_format(value, code, print_):
    assert printer(code)(value) == print_


def test_a_date_without_a_date_format_is_written_in_one_way():
    assert printer("")(dt.datetime(2026, 3, 1)) == "2026-03-01"  # noqa: DTZ001
    assert printer("0.0")(dt.datetime(2026, 3, 1, 9, 5)) == "2026-03-01 09:05"  # noqa: DTZ001


@pytest.mark.parametrize(
    ("value", "print_"),
    [(140702.0, "140702"), (0.1 + 0.2, "0.3"), (1e-7, "0.0000001"), (-2.5, "-2.5"), (1e20, "100000000000000000000")],
)
def test_a_plain_number_has_no_exponent_and_no_noise(value, print_):
    assert general(value) == print_


def test_a_serial_outside_of_the_calendar_is_no_day():
    assert moment(3e9, since_1904=False) is None
    assert moment(0.0, since_1904=True) == dt.datetime(1904, 1, 1)  # noqa: DTZ001
