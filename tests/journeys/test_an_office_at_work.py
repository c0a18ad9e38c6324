"""The delivery office keeps documents, shows one to everybody; the auditor sees all of it in the journal."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey
TEXT = "美育工作要点\n\n县教育局年底前为全部乡镇中心校配齐专职美育教师，不少于40名。\n"


def test_what_an_office_publishes_everybody_sees_and_the_journal_tells(open_page):
    officer = open_page(user="ducha")
    officer.goto("/")
    officer.set_input_files("#file", {"name": "美育.txt", "mimeType": "text/plain", "buffer": TEXT.encode()})
    officer.wait_for_url("**/sources/*/")
    path = officer.evaluate("location.pathname")

    visitor = open_page()
    assert visitor.goto(path).status == 404
    officer.get_by_role("button", name="公开", exact=True).click()
    expect(officer.get_by_role("button", name="取消公开")).to_be_visible()
    assert visitor.goto(path).status == 200
    expect(visitor.locator(".found .quote").first).to_contain_text("不少于40名")

    neighbour = open_page(user="xiuyun")
    neighbour.goto("/desk/documents/")
    expect(neighbour.locator("main")).to_contain_text("美育.txt")

    auditor = open_page(user="shenji")
    auditor.goto("/desk/journal/?words=美育")
    expect(auditor.locator("tbody tr")).to_have_count(3)
    expect(auditor.locator("tbody")).to_contain_text("公开文件")
    auditor.goto("/desk/journal/")
    auditor.get_by_role("link", name="核验全链").click()
    expect(auditor.get_by_role("status")).to_have_text("全部完好。")


def test_words_lead_to_a_finding_on_its_page(open_page):
    page = open_page(user="ducha")
    page.goto("/")
    page.set_input_files("#file", {"name": "美育.txt", "mimeType": "text/plain", "buffer": TEXT.encode()})
    page.wait_for_url("**/sources/*/")
    page.locator("#q").fill("美育教师")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="专职美育教师").first.click()
    expect(page.locator(".finding.chosen")).to_contain_text("美育教师")
    expect(page.locator(".mark.chosen")).to_be_visible()


def test_a_person_turns_the_second_factor_on(open_page):
    page = open_page(user="lingdao")
    page.goto("/accounts/2fa/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto("/accounts/2fa/totp/activate/")
    page.get_by_role("main").get_by_label("密码").fill("luoshi-demo")
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.locator("main img, main svg").first).to_be_visible()
