"""Every setting is documented, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from luoshi.settings.table import TABLE, read_table

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "operations" / "settings.md"


def row(setting) -> str:
    default = ",".join(setting.default) if isinstance(setting.default, list) else str(setting.default)
    return f"| `{setting.environment}` | `{default or '–'}` | {setting.meaning_zh} {setting.meaning_en} |"


def test_the_document_lists_the_table_row_by_row():
    listed = [line for line in DOCUMENT.read_text().splitlines() if line.startswith("| `")]
    assert listed == [row(setting) for setting in TABLE]


def test_names_are_used_once():
    assert len({setting.name for setting in TABLE}) == len(TABLE)


@pytest.mark.parametrize(("text", "value"), [("1", True), ("yes", True), ("是", True), ("0", False), ("", False)])
def test_switches_read_common_words(text, value):
    assert read_table({"LUOSHI_DEMO": text})["DEMO"] is value


def test_an_empty_environment_gives_the_defaults():
    assert read_table({}) == {setting.name: setting.default for setting in TABLE}


def test_a_value_that_cannot_be_read_is_refused_with_its_variable():
    with pytest.raises(ValueError, match="LUOSHI_PORT='eighty'"):
        read_table({"LUOSHI_PORT": "eighty"})
