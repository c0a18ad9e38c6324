"""``luoshi read``: many files, one outcome each."""

from __future__ import annotations

import json

import openpyxl
import pytest
from click.testing import CliRunner

from luoshi.cli import main

TEXT = "县水利局牵头，县财政局配合，2026年9月底前建成泵站3座。\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "甲.txt").write_text(TEXT)
    (tmp_path / "乙.txt").write_text("县教育局每学期开展一次检查。\n", encoding="gb18030")
    (tmp_path / "坏.bin").write_bytes(b"\x00\xff" * 700)
    return tmp_path


def run(*arguments: object, language: str = "zh"):
    return CliRunner().invoke(main, ["read", *map(str, arguments)], env={"LUOSHI_LANGUAGE": language})


def test_one_file_as_json_has_the_shape_of_the_gold_files(folder):
    done = run("--json", folder / "甲.txt")
    (document,) = json.loads(done.stdout)["documents"]
    (commitment,) = document["commitments"]
    assert done.exit_code == 0
    assert commitment["owner"] == "县水利局"
    assert commitment["partners"] == ["县财政局"]
    assert commitment["due"] == "2026-09-30"
    assert commitment["targets"] == [{"measure": "泵站", "op": "=", "value": 3, "unit": "座"}]
    assert set(document) >= {"title", "number", "issuer", "date", "author", "source", "outline", "commitments", "calls"}


def test_several_files_say_which_is_which_and_a_bad_one_stops_nobody(folder):
    done = run("--json", folder)
    found = json.loads(done.stdout)["documents"]
    assert done.exit_code == 1
    assert {document["file"].rsplit("/", 1)[-1] for document in found} == {"甲.txt", "乙.txt"}
    assert "坏.bin" in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_readable_has_an_exit_code_of_its_own(folder):
    assert run(folder / "坏.bin").exit_code == 3
    assert "打不开" in run(folder / "没有.txt").stderr
    assert "Cannot be opened" in run(folder / "没有.txt", language="en").stderr


def test_wrong_usage_is_two():
    assert run().exit_code == 2


def test_a_workbook_holds_all_files(folder):
    run("--xlsx", folder / "结果.xlsx", folder / "甲.txt", folder / "乙.txt")
    rows = list(openpyxl.load_workbook(folder / "结果.xlsx").active.iter_rows(min_row=3, values_only=True))
    assert [row[4] for row in rows] == ["县水利局", "县教育局"]


def test_a_formula_in_a_document_stays_words_in_the_workbook(folder):
    (folder / "式.txt").write_text(
        "县水利局年底前建成=HYPERLINK(1)泵站3座。\n=cmd|'/c calc'!A1 县水利局年底前建成水库2座。\n"
    )
    run("--xlsx", folder / "结果.xlsx", folder / "式.txt")
    sheet = openpyxl.load_workbook(folder / "结果.xlsx").active
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_the_table_is_the_default(folder):
    done = run(folder / "甲.txt")
    assert "县水利局 · 2026-09-30 · 泵站 = 3座" in done.stdout
