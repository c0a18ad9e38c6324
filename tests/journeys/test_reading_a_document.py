"""A newcomer gives luoshi a document and gets back what it commits somebody to."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey

TEXT = """棠寨县人民政府关于做好文化惠民工作的通知

棠政发〔2026〕7号

各乡镇人民政府，县直各单位：

一、完善设施

县文旅局牵头，县财政局配合，9月底前建成乡镇综合文化站12个。

二、丰富供给

县图书馆每月开展一次送书下乡。严禁向群众收费。

棠寨县人民政府
2026年3月2日
"""


def drop(page: Page, name: str = "通知.txt", text: str | bytes = TEXT) -> None:
    page.goto("/")
    data = text if isinstance(text, bytes) else text.encode()
    page.set_input_files("#file", {"name": name, "mimeType": "application/octet-stream", "buffer": data})


def test_a_dropped_document_opens_beside_what_was_found_and_one_leads_to_the_other(open_page):
    page = open_page()
    drop(page)
    page.wait_for_url("**/sources/*/")
    expect(page.get_by_role("heading", level=1)).to_have_text("棠寨县人民政府关于做好文化惠民工作的通知")
    expect(page.locator(".facts")).to_contain_text("棠政发〔2026〕7号")
    expect(page.locator(".facts")).to_contain_text("2026年3月2日")

    mark = page.locator(".mark", has_text="建成乡镇综合文化站12个")
    mark.click()
    chosen = page.locator(".finding.chosen")
    expect(chosen).to_have_attribute("open", "")
    expect(chosen).to_contain_text("县文旅局")
    expect(chosen).to_contain_text("县财政局")
    expect(chosen).to_contain_text("2026年9月30日")

    page.locator(".finding summary", has_text="送书下乡").click()
    expect(page.locator(".mark.chosen")).to_have_text("县图书馆每月开展一次送书下乡")


def test_each_field_shows_the_words_it_came_from(open_page):
    page = open_page()
    drop(page)
    page.wait_for_url("**/sources/*/")
    page.locator(".finding summary").first.click()
    page.locator(".finding[open] dt:has-text('完成时限') + dd .where").click()
    lit = page.evaluate("[...CSS.highlights.get('origin')].map(String).join('')")
    assert lit == "9月底前"


def test_what_was_found_is_taken_along_as_excel_and_json(open_page):
    page = open_page()
    drop(page)
    page.wait_for_url("**/sources/*/")
    with page.expect_download() as excel:
        page.get_by_role("link", name="下载 Excel").click()
    rows = list(openpyxl.load_workbook(io.BytesIO(excel.value.path().read_bytes())).active.iter_rows(values_only=True))
    assert rows[2][3].startswith("县文旅局牵头")
    assert rows[2][4] == "县文旅局"
    with page.expect_download() as found:
        page.get_by_role("link", name="下载 JSON").click()
    document = json.loads(found.value.path().read_text())["documents"][0]
    assert document["commitments"][0]["targets"] == [
        {"measure": "乡镇综合文化站", "op": "=", "value": 12, "unit": "个"}
    ]


def test_several_at_once_each_with_its_outcome_and_a_file_read_before_is_recognised(open_page):
    page = open_page()
    page.goto("/")
    files = [
        {"name": "甲.txt", "mimeType": "text/plain", "buffer": TEXT.encode()},
        {"name": "乙.doc", "mimeType": "text/plain", "buffer": bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600},
        {"name": "丙.txt", "mimeType": "text/plain", "buffer": TEXT.encode()},
    ]
    page.set_input_files("#file", files)
    expect(page.locator(".queue li", has_text="甲.txt").first).to_contain_text("已读取")
    expect(page.locator(".queue .says.wrong-text")).to_be_visible()
    expect(page.locator(".queue")).to_contain_text("“丙.txt”与它内容相同，先前已读过")


def test_a_file_that_cannot_be_read_says_why_and_what_to_do(open_page):
    page = open_page()
    drop(page, "空.docx", b"")
    expect(page.locator(".queue .wrong-text")).to_contain_text("空")


def test_an_archive_shows_each_of_its_files(open_page):
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("一.txt", TEXT)
        archive.writestr("二.txt", TEXT.replace("12个", "13个"))
    page = open_page()
    drop(page, "一批.zip", stream.getvalue())
    page.wait_for_url("**/sources/*/")
    expect(page.locator(".queue li")).to_have_count(2)
    page.get_by_role("link", name="二.txt").click()
    expect(page.locator(".found .quote").first).to_contain_text("13个")


def test_the_whole_way_works_in_english(open_page):
    page = open_page()
    page.goto("/")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    drop(page)
    page.wait_for_url("**/sources/*/")
    expect(page.locator(".facts")).to_contain_text("2 March 2026")
    expect(page.get_by_role("link", name="Excel")).to_be_visible()


def test_it_works_without_a_mouse(open_page):
    page = open_page()
    drop(page)
    page.wait_for_url("**/sources/*/")
    expect(page.locator(".finding").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator(".finding.chosen summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".finding.chosen")).to_have_attribute("open", "")
    page.keyboard.press("j")
    expect(page.locator(".mark.chosen")).to_have_text("县图书馆每月开展一次送书下乡")
    page.locator(".mark").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".finding.chosen")).to_contain_text("县文旅局")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()


def test_on_a_phone_the_two_sides_are_two_tabs(open_page):
    page = open_page(width=360, height=740)
    drop(page)
    page.wait_for_url("**/sources/*/")
    expect(page.locator(".finding").first).to_be_visible()
    expect(page.locator(".paper")).to_be_hidden()
    page.get_by_role("button", name="原文", exact=True).first.click()
    expect(page.locator(".paper")).to_be_visible()
    page.locator(".mark").first.click()
    expect(page.locator(".finding.chosen")).to_be_visible()
