"""An invented prefecture-level city: 11 county-level units and 120 townships.

No real place of China bears one of these names, now or in the recorded past; a test
holds that against the installed division data. The codes begin with 99, which
GB/T 2260 gives to nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.bodies.actions import PlaceRow

PROVINCE = ("99", "钧陵省")
CITY = ("9901", "珩川市")

#: county-level unit -> its sub-districts, towns and townships (街道 first, then 镇, then 乡)
COUNTIES: dict[str, tuple[int, int, str]] = {
    "珩东区": (7, 3, "棠寨 砺坞 岚坪 汀汊 渚泉 桐溪 槐营 砚峪 珩浦 沁坪"),
    "珩西区": (6, 3, "琅岭 榆浦 雁桥 芸浦 瑜台 枫店 鹭岭 霁坞 苇屯"),
    "霁溪区": (4, 6, "鹭台 枫泉 渚台 珩铺 泠岭 岚屯 棠渡 梧岭 沁洼 桕铺"),
    "枫砚市": (3, 8, "枫沟 枫寨 槐铺 珀溪 嶂河 澈湾 瑾浦 栎溪 雁岭 岚寨 汀河"),
    "岫云县": (1, 12, "岫堡 珩峪 霁沟 箬墩 沚河 砾峪 渚溪 棠汊 磐屯 桐墩 芸沟 泠墩 沁溪"),
    "漪南县": (1, 11, "漪墩 栎峪 榆溪 苇溪 渚汊 鸢墩 澈浦 枫塬 槐台 瑜峪 岚溪 砺岭"),
    "栾石县": (0, 12, "砾河 榆汊 峪铺 栎河 箬渡 璞桥 麓洼 珀桥 芸寨 沚店 淙塬 鹭渚"),
    "泠泉县": (0, 11, "泠湾 泠坞 沁庄 珀墩 瑾寨 霁洼 渚岭 璞岭 桕店 梧渡 雁沟"),
    "箬岭县": (0, 11, "箬峪 隼泉 峪台 淙湾 砺寨 澈屯 珩坞 琅峪 湛屯 槐洼 鸢湾"),
    "芸台县": (0, 10, "隼河 榆河 沚铺 岚坞 璞汊 渚铺 枫渚 瑜溪 磐寨 苇塬"),
    "鹭洲县": (0, 11, "汀堡 珩桥 沁桥 砺峪 渚塬 棠墩 楸岭 桕渡 峪岭 栎汊 瑜浦"),
}


def place_rows() -> Iterator[PlaceRow]:
    """The city with everything above and below it."""
    yield PlaceRow(*PROVINCE)
    yield PlaceRow(*CITY)
    for number, (county, (streets, towns, names)) in enumerate(COUNTIES.items(), 1):
        code = f"{CITY[0]}{number if number <= 3 else 20 + number:02d}"
        yield PlaceRow(code, county, is_town=county.endswith("区"))
        for index, stem in enumerate(names.split()):
            kind = "街道" if index < streets else "镇" if index < streets + towns * 2 // 3 else "乡"
            yield PlaceRow(f"{code}{_serial(kind, index):03d}", stem + kind, is_town=kind == "街道")


def _serial(kind: str, index: int) -> int:
    """GB/T 10114: 001-099 sub-districts, 100-199 towns, 200-399 townships."""
    return {"街道": 1, "镇": 100, "乡": 200}[kind] + index
