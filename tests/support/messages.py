"""Every string that a person can see: ``python tests/support/messages.py`` brings the English catalogue up to date.

New strings arrive without a translation, and a test fails until they have one.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src" / "luoshi"
ENGLISH = SOURCES / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip


def collect() -> Catalog:
    """All strings of the product's code and templates."""
    if not settings.configured:
        settings.configure()
    catalog = Catalog(project="luoshi", charset="utf-8")
    for path in sorted([*SOURCES.rglob("*.py"), *SOURCES.rglob("*.html"), *SOURCES.glob("*/templates/**/*.txt")]):
        text = path.read_text("utf-8")
        text = text if path.suffix == ".py" else templatize(text, origin=str(path))
        for _line, words, _comments, context in extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS):
            catalog.add(words, locations=[(str(path.relative_to(ROOT)), 0)], context=context)
    return catalog


def read_english() -> Catalog:
    """The English catalogue as it stands."""
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def update() -> None:
    """Add what is new, drop what is gone, keep what is translated."""
    catalog = read_english() if ENGLISH.exists() else Catalog(locale="en", project="luoshi")
    catalog.update(collect(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    with ENGLISH.open("wb") as file:
        write_po(file, catalog, width=0, sort_output=True, no_location=True, omit_header=False, ignore_obsolete=True)


if __name__ == "__main__":
    update()
