"""The register at work: narrowed, kept as a view, changed in bulk, walked through by keyboard, found by the search."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.desk import begin_review, bring, card, choose

pytestmark = pytest.mark.journey
TEXT = """珩川市丁字公共文化工作方案

市图书馆2026年9月底前建成盲文阅览室4间。

市图书馆2026年10月底前新增有声读物700部。

市文化馆2026年10月底前排演皮影新戏5台。
"""
#: a name that no rule of names leads from to a body, in two commitments
STRANGE = """珩川市戊字文物工作方案

市文化遗产院2026年9月底前完成馆藏文物数字化300件。

市文化遗产院2026年11月底前举办考古公众开放日11次。
"""


def accepted(page: Page, name: str, text: str) -> int:
    """Bring a text and take all that was found in it; the document's id."""
    bring(page, name, text)
    document = begin_review(page)
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator("form[action$='/accept-rest/'] button").click()
    expect(page.locator(".item.proposed")).to_have_count(0)
    return document


def test_a_view_a_bulk_edit_and_the_keyboard(open_page):
    page = open_page(user="ducha")
    document = accepted(page, "丁字.txt", TEXT)

    page.goto(f"/desk/register/?document={document}")
    rows = page.locator("tr[data-row]")
    expect(rows).to_have_count(3)
    choose(page, page.locator(".filter-row input[name='name']"), "hcstsg", "珩川市图书馆")
    page.locator("#f-due").select_option("year")
    page.locator(".filter-row .btn-primary").click()
    expect(rows).to_have_count(2)

    page.locator("details.menu:has(#view-name) > summary").click()
    page.locator("#view-name").fill("丁字图书馆")
    page.locator("form:has(> p #view-name) .btn-primary").click()
    page.goto("/desk/register/")
    page.locator("details.menu:has(li) > summary").click()
    page.get_by_role("link", name="丁字图书馆").click()
    expect(rows).to_have_count(2)

    page.locator("[data-pick-page]").check()
    page.locator(".bulk-bar .btn-primary").click()
    page.locator("#b-leader").fill("薄副市长")
    page.locator("button[value='preview']").click()
    expect(page.locator("main tbody")).to_contain_text("薄副市长")
    page.locator("button[value='do']").click()
    expect(page.locator("main > .success")).to_be_visible()
    expect(rows).to_have_count(2)

    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(rows.nth(1)).to_have_class("here")
    page.keyboard.press("x")
    expect(rows.nth(1).locator("[name='row']")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.locator("article.commitment .cited")).to_contain_text("有声读物700部")
    expect(page.locator(".fields")).to_contain_text("薄副市长")
    expect(page.locator(".history > li").first.locator("ins")).to_have_text("薄副市长")

    code = page.locator("h1 .code").inner_text()
    for typed in ("皮影新戏", "pyxx", code):
        suggested_leads_to_a_commitment(page, typed)


def suggested_leads_to_a_commitment(page: Page, typed: str) -> None:
    page.goto("/desk/register/")
    page.locator("#q").press_sequentially(typed)
    option = page.locator("header .combo-option").first
    expect(option).to_be_visible()
    option.click()
    expect(page.locator("article.commitment")).to_be_visible()
    expected = "有声读物" if typed[0].isdigit() else "皮影新戏"
    expect(page.locator(".cited")).to_contain_text(expected)


def test_who_a_name_means_is_said_once_for_all_its_commitments(open_page):
    page = open_page(user="ducha")
    document = accepted(page, "戊字.txt", STRANGE)
    expect(page.locator(".item summary .lack:not(.quiet)")).to_have_count(2)
    page.goto("/desk/bodies/proposals/")
    page.locator("main td a", has_text="文化遗产院").click()
    choose(page, page.locator("input[name='body']"), "hcsbwg", "珩川市博物馆")
    page.locator("form:has(input[name='body']) .btn").click()
    page.wait_for_url("**/desk/bodies/*/")
    page.goto(f"/desk/documents/{document}/review/")
    for words in ("馆藏文物数字化300件", "考古公众开放日11次"):
        expect(card(page, words).locator("summary b")).to_have_text("珩川市博物馆")
    expect(page.locator(".item summary .lack:not(.quiet)")).to_have_count(0)
