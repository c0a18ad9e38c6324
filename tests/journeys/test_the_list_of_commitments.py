"""The register in a browser: filtered, walked by keys, chosen by shift, on a phone, opened, changed."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey


def test_the_register_by_keyboard(open_page):
    page = open_page(user="ducha")
    page.goto("/desk/register/")
    expect(page.get_by_role("heading", name="台账", level=1)).to_be_visible()
    rows = page.locator("tr[data-row]")
    assert rows.count() > 5
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(rows.nth(1)).to_have_class("here")
    page.keyboard.press("x")
    expect(rows.nth(1).locator('input[name="row"]')).to_be_checked()
    rows.nth(4).locator('input[name="row"]').click(modifiers=["Shift"])
    expect(page.locator('input[name="row"]:checked')).to_have_count(4)
    expect(page.locator("[data-selected]")).to_have_text("4")
    page.get_by_role("button", name="批量处理选中的").click()
    expect(page.get_by_role("heading", name="批量处理 4 条")).to_be_visible()
    page.get_by_role("textbox", name="责任领导").fill("李副市长")
    page.get_by_role("button", name="预览改动").click()
    page.get_by_role("button", name="确认处理 4 条").click()
    expect(page.get_by_text("已处理 4 条")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("blockquote")).to_be_visible()
    expect(page.get_by_text("李副市长").first).to_be_visible()


def test_conditions_are_words_that_can_be_taken_away(open_page):
    page = open_page(user="ducha")
    page.goto("/desk/register/")
    page.get_by_label("文字").fill("书房")
    page.locator("#f-state").select_option("all")
    page.get_by_role("button", name="筛选").click()
    chosen = page.locator(".chosen-words")
    expect(chosen.get_by_text("含“书房”")).to_be_visible()
    chosen.get_by_text("全部状态").click()
    expect(chosen.get_by_text("全部状态")).to_have_count(0)
    expect(chosen.get_by_text("含“书房”")).to_be_visible()


def test_the_register_on_a_phone(open_page):
    page = open_page(width=360, height=740, user="ducha")
    for address in ("/desk/register/", "/desk/register/gaps/"):
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, address
    page.goto("/desk/register/")
    expect(page.locator("#f-q")).to_be_hidden()
    page.locator(".filters > summary").click()
    expect(page.locator("#f-q")).to_be_visible()
    page.locator("tr[data-row] td.code a").first.click()
    expect(page.locator("blockquote")).to_be_visible()
    page.locator(".edit > summary").click()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
