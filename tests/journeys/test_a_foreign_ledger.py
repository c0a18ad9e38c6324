"""A ledger that another office made: its columns are named once, then it is known."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from support.desk import hand_in

pytestmark = pytest.mark.journey

TASKS = [
    ("新建城市书房3座", "市文旅局", "珩川市财政局", "2026年9月底前", "已选址"),
    ("举办戏曲进乡村120场", "市文化馆", None, "2026年12月20日", None),
]
MORE = [("改造乡镇文化站17个", "市文旅局", None, "2026年11月底前", None)]


def write(path: Path, title: str, tasks: list[tuple[str | None, ...]]) -> Path:
    """A ledger as offices make it: a title, a head of two rows, a total, a note."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([title])
    sheet.append(["序号", "重点任务", "责任分工", None, "完成时限", "备注"])
    sheet.append([None, None, "牵头单位", "配合单位", None, None])
    for area in ("A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3"):
        sheet.merge_cells(area)
    for number, task in enumerate(tasks, 1):
        sheet.append([number, *task])
    sheet.append(["合计", f"{len(tasks)}项"])
    sheet.append(["注：每月25日前报送进展。"])
    book.save(path)
    return path


def test_columns_are_asked_about_once(open_page, tmp_path):
    page = open_page(user="ducha")
    hand_in(page, write(tmp_path / "文化惠民.xlsx", "珩川市2026年文化惠民重点任务台账", TASKS))
    asked = page.locator("select.form-select")
    expect(asked).to_have_count(6)
    chosen = [one.input_value() for one in asked.all()]
    assert chosen[1:5] == ["quote", "owner", "partners", "due"], chosen
    page.locator("form[action$='/confirm/'] .btn-primary").click()
    new = page.locator(".preview tbody tr:has(.kind.new)")
    expect(new).to_have_count(2)
    expect(new.first).to_contain_text("新建城市书房3座")
    expect(new.first).to_contain_text("市文旅局")
    page.locator("#apply .btn-primary").click()
    page.locator("main .note a[href*='/review/']").click()
    cards = page.locator(".item")
    expect(cards).to_have_count(2)
    expect(cards.first.locator("summary b")).to_have_text("珩川市文化和旅游局")

    hand_in(page, write(tmp_path / "第二批.xlsx", "珩川市2026年文化惠民重点任务台账（第二批）", MORE))
    expect(page.locator(".preview tbody tr:has(.kind.new)")).to_have_count(1)
    expect(page.locator("form[action$='/confirm/']")).to_have_count(0)
    page.locator("form[action$='/dismiss/'] .btn").click()
    expect(page.locator("#apply")).to_have_count(0)
