"""A printed name taken apart: the place that it carries, the office, and a unit inside the office."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

#: words that open with the letter of a level without meaning it
NOT_LEVELS = (
    "县城",
    "县域",
    "市场",
    "市容",
    "市政工程",
    "市区",
    "市民",
    "乡村",
    "区域",
    "区块",
    "镇区",
    "街道",
    "州际",
)
_LEVEL = re.compile(rf"^(?!{'|'.join(NOT_LEVELS)})(省|自治区|市|州|盟|县|区|旗|镇|乡)(?=[一-鿿])")
_OPENING = re.compile(r"^(?:中国共产党|中共|共青团|国家税务总局|国家统计局)")
_BRACKET = re.compile(r"[（(](?:牵头|配合|负责|盖章|章)[^（）()]{0,6}[）)]$")
_TAIL = re.compile(r"(?:负责)?(?:牵头|配合)?[：:，,；;。]?$")
_UNIT = re.compile(
    r"^(?P<office>.*?(?:局|委员会|委|厅|部|政府办公室|政府办|院|中心|馆))(?P<unit>[一-鿿（）]{2,14}?(?:科|股|处|室|大队|中队|支队|所|站))$"
)
#: 市委督查室 and 县政府办公室 are bodies of their own, not rooms of 市委 or of a bureau
_OWN = re.compile(r"(?:督查室|督办室|政研室|研究室|办公室|机要室|接待处)$")
#: what a place is called without: 太谷 for 太谷县
SUFFIX = re.compile(r"(?:特别行政区|自治[区州县旗]|地区|林区|特区|新区|街道|省|市|县|区|州|盟|旗|镇|乡|村|社区)$")


@dataclass(frozen=True, slots=True)
class BodyName:
    """The words of each part, "" where there is none.

    ``level`` is 市 in 市文旅局, ``unit`` is 公共服务科 in 市文旅局公共服务科.
    """

    printed: str
    place: str
    level: str
    office: str
    unit: str = ""

    @property
    def outer(self) -> str:
        """The name of the body that the unit belongs to, as it would be printed; "" without a unit."""
        return self.printed[: len(self.printed) - len(self.unit)] if self.unit else ""


def cleaned(name: str) -> str:
    """The name without wide spaces and without what a list puts behind it: （牵头）, a comma."""
    plain = "".join(name.split())
    return _TAIL.sub("", _BRACKET.sub("", plain))


def split_name(name: str, places: Collection[str]) -> BodyName:
    """Take a name apart; ``places`` are the names of places that it may carry, full ones.

    >>> split_name("岫云县文旅局公共服务科", ["岫云县"])
    BodyName(printed='岫云县文旅局公共服务科', place='岫云县', level='', office='文旅局', unit='公共服务科')
    >>> split_name("市委督查室", []).level
    '市'
    """
    rest = _OPENING.sub("", name)
    place = _place_of(rest, places)
    level = ""
    if place:
        rest = rest[len(place) :]
    else:
        found = _LEVEL.match(rest)
        level = found[1] if found else ""
        rest = rest[len(level) :]
    unit = "" if _OWN.search(rest) else _unit_of(rest)
    return BodyName(name, place, level, rest[: len(rest) - len(unit)], unit)


def short_place(name: str) -> str:
    """太谷 for 太谷县; a name of two letters stays whole (芒市)."""
    short = SUFFIX.sub("", name)
    return short if len(short) > 1 else name


def _place_of(name: str, places: Collection[str]) -> str:
    """The longest run of place names that the name opens with: 珩川市岫云县 is the county."""
    best = ""
    if name in places:
        return name
    forms = {form for place in places for form in (place, short_place(place)) if form}
    while True:
        found = max((f for f in forms if name.startswith(best + f) and len(best + f) < len(name)), key=len, default="")
        if not found:
            return best
        best += found


def _unit_of(rest: str) -> str:
    found = _UNIT.match(rest)
    return found["unit"] if found else ""
