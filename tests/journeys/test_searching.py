"""Suggestions while somebody types: by keyboard, with an input method, and without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from support.looks import Axe

pytestmark = pytest.mark.journey


def test_arrow_keys_lead_to_what_is_suggested(open_page):
    page = open_page(user="ducha")
    page.goto("/")
    box = page.get_by_role("combobox", name="搜索文件、任务事项、单位")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("swlj")
    listbox = page.get_by_role("listbox")
    expect(listbox.get_by_role("option").first).to_contain_text("珩川市文化和旅游局")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#live")).to_contain_text("条建议")
    results = Axe().run(page)
    assert [v["id"] for v in results.response["violations"]] == []

    box.press("ArrowDown")
    first = listbox.get_by_role("option").first
    expect(first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == first.get_attribute("id")
    box.press("Escape")
    expect(page.locator(".combo-list")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    assert box.get_attribute("aria-activedescendant") is None
    box.press("ArrowDown")
    expect(listbox).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/desk/bodies/*/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("珩川市文化和旅游局")


def test_enter_without_a_choice_asks_the_whole_search_and_marks_the_words(open_page):
    page = open_page()
    page.goto("/")
    page.locator("#q").fill("文化")
    page.locator("#q").press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator("main mark").first).to_have_text("文化")


def test_letters_of_an_input_method_are_not_asked_for_until_the_word_is_there(open_page):
    page = open_page(user="ducha")
    page.goto("/")
    asked: list[str] = []
    page.on("request", lambda request: "/suggest/" in request.url and asked.append(request.url))
    page.evaluate(
        """() => { const q = document.getElementById("q"), say = (kind, more) => q.dispatchEvent(kind);
          q.focus();
          q.dispatchEvent(new CompositionEvent("compositionstart"));
          for (const typed of ["w", "we", "wen"]) { q.value = typed;
            q.dispatchEvent(new InputEvent("input", { isComposing: true })); }
        }"""
    )
    page.wait_for_timeout(400)
    assert asked == []
    page.evaluate(
        """() => { const q = document.getElementById("q");
          q.value = "文旅局"; q.dispatchEvent(new CompositionEvent("compositionend")); }"""
    )
    expect(page.get_by_role("option").first).to_be_visible()
    assert len(asked) == 1


def test_a_field_takes_names_and_their_ids(open_page):
    page = open_page(user="ducha")
    page.goto("/")
    page.evaluate(
        """() => {
          const holder = document.createElement("div");
          holder.innerHTML = '<label>配合单位 <input data-combo="/desk/bodies/complete/" data-combo-many'
            + ' data-combo-value="#ids"></label><input type="hidden" id="ids">';
          document.querySelector("main").prepend(holder);
          document.dispatchEvent(new CustomEvent("htmx:load", { detail: { elt: holder } }));
        }"""
    )
    field = page.get_by_role("combobox", name="配合单位")
    for letters in ("hcstsg", "珩川市文化馆"):
        field.press_sequentially(letters)
        page.get_by_role("option").first.click()
    expect(field).to_have_value("珩川市图书馆、珩川市文化馆、")
    ids = page.locator("#ids").input_value().split(",")
    assert len(ids) == 2
    assert all(one.isdecimal() for one in ids)
    field.fill("珩川市文化馆")
    assert page.locator("#ids").input_value() == ids[1]


def test_without_a_script_the_search_is_a_plain_form(browser, address):
    context = browser.new_context(java_script_enabled=False, base_url=address, locale="zh-CN")
    page = context.new_page()
    page.goto("/")
    page.locator("#q").fill("文化")
    page.get_by_role("button", name="搜索").click()
    expect(page.locator("main mark").first).to_have_text("文化")
    context.close()
