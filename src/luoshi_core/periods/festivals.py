"""The day of a festival, so that “before the Spring Festival” is a date.

A festival's day follows from the calendar, not from a decree; what the decree
moves are the days off around it, see `workdays`. The lunar ones are computed
after GB/T 33661-2017 and stand here as a table, agreed by two independent
implementations and, for the years of official notices, inside the days off.
"""

from __future__ import annotations

import datetime as dt

# year: Spring Festival, Qingming, Dragon Boat, Mid-Autumn, Double Ninth (month and day)
_MOVING = """
2015 0219 0405 0620 0927 1021
2016 0208 0404 0609 0915 1009
2017 0128 0404 0530 1004 1028
2018 0216 0405 0618 0924 1017
2019 0205 0405 0607 0913 1007
2020 0125 0404 0625 1001 1025
2021 0212 0404 0614 0921 1014
2022 0201 0405 0603 0910 1004
2023 0122 0405 0622 0929 1023
2024 0210 0404 0610 0917 1011
2025 0129 0404 0531 1006 1029
2026 0217 0405 0619 0925 1018
2027 0206 0405 0609 0915 1008
2028 0126 0404 0528 1003 1026
2029 0213 0404 0616 0922 1016
2030 0203 0405 0605 0912 1005
2031 0123 0405 0624 1001 1024
2032 0211 0404 0612 0919 1012
2033 0131 0404 0601 0908 1001
2034 0219 0405 0620 0927 1020
2035 0208 0405 0610 0916 1009
2036 0128 0404 0530 1004 1027
2037 0215 0404 0618 0924 1017
2038 0204 0405 0607 0913 1007
2039 0124 0405 0527 1002 1026
2040 0212 0404 0614 0920 1014
2041 0201 0404 0603 0910 1003
2042 0122 0404 0622 0928 1022
2043 0210 0405 0611 0917 1011
2044 0130 0404 0531 1005 1029
2045 0217 0404 0619 0925 1018
"""
_COLUMNS = ("春节", "清明", "端午", "中秋", "重阳")
_FIXED = {
    "元旦": (1, 1),
    "三八": (3, 8),
    "妇女": (3, 8),
    "五一": (5, 1),
    "劳动": (5, 1),
    "五四": (5, 4),
    "青年": (5, 4),
    "六一": (6, 1),
    "儿童": (6, 1),
    "七一": (7, 1),
    "八一": (8, 1),
    "建军": (8, 1),
    "教师": (9, 10),
    "国庆": (10, 1),
    "十一": (10, 1),
}
_LANTERN_AFTER_NEW_YEAR = dt.timedelta(days=14)


def _read_table() -> dict[tuple[int, str], dt.date]:
    days = {}
    for line in _MOVING.split("\n")[1:-1]:
        year, *columns = line.split()
        for name, column in zip(_COLUMNS, columns, strict=True):
            days[int(year), name] = dt.date(int(year), int(column[:2]), int(column[2:]))
    return days


_DAYS = _read_table()
FESTIVALS = (*_COLUMNS, "元宵", *_FIXED)


def festival(name: str, year: int) -> dt.date | None:
    """The day of a festival (春节, 国庆, 五一 …) in a year; None beyond the table or for an unknown name."""
    if name in _FIXED:
        return dt.date(year, *_FIXED[name])
    if name == "元宵":
        spring = _DAYS.get((year, "春节"))
        return spring + _LANTERN_AFTER_NEW_YEAR if spring else None
    return _DAYS.get((year, name))


def next_festival(name: str, year: int, after: dt.date | None) -> dt.date | None:
    """The day in ``year``, or a year later when that day is not after ``after``."""
    day = festival(name, year)
    if day is not None and after is not None and day <= after:
        return festival(name, year + 1)
    return day
