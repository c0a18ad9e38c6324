"""From a text to a published register, its next version, and through Excel back again: in both languages."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from support.desk import begin_review, bring, card, choose, hand_in, verb

pytestmark = pytest.mark.journey

#: the printed name of one body is strange to luoshi, and another one in each language: what it learns, it keeps
STRANGE = {"zh": "市文体广旅局", "en": "市文广旅体局"}
TITLE = {"zh": "珩川市甲字文化惠民行动方案", "en": "珩川市乙字文化惠民行动方案"}
TEXT = """{title}

一、设施

{strange}牵头，2026年9月底前新建城市书房12座、更新乡镇文化站30个。

市图书馆每季度举办老年读者专场10场。

二、活动

{strange}在2026年12月底前培训文化骨干200名。

市文化馆年底前举办戏曲进乡村60场。市文化馆年底前举办广场舞展演8场。

市教育局年底前为全部乡镇中心校配齐专职美育教师，不少于40名。

市财政局及时拨付资金。希望社会各界关注残疾人文化生活。

珩川市人民政府
2026年3月2日
"""
CULTURE = "珩川市文化和旅游局"
#: 7 were found; one is split, two are merged, one is put away, one is added
COUNT = 7
ROOMS, READERS, TEACHERS = "新建城市书房12座", "老年读者专场", "配齐专职美育教师"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_plan_goes_all_the_way(open_page, tmp_path, language):
    page = open_page(user="ducha")
    if language == "en":
        page.locator("button[name='language'][value='en']").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
    title = TITLE[language]
    bring(page, f"{title}.txt", TEXT.format(title=title, strange=STRANGE[language]))
    document = begin_review(page)
    marks_and_cards_lead_to_each_other(page)
    decide_by_keyboard(page)
    teach_a_name(page, STRANGE[language])
    split_merge_reject_add(page)
    fill_what_is_missing(page)
    first_version(page, document)
    change_on_its_own_page(page, document)
    second_version(page, document)
    book = export(page, document, tmp_path / "ledger.xlsx")
    through_excel_and_back(page, book)


def marks_and_cards_lead_to_each_other(page: Page) -> None:
    page.locator(".mark", has_text="老年读者专场").click()
    expect(page.locator(".finding.chosen[open]")).to_contain_text(READERS)
    card(page, ROOMS).locator("summary .quote").click()
    expect(page.locator(".mark.chosen").first).to_contain_text("新建城市书房12座")
    expect(page.locator(".finding.chosen")).to_have_count(1)


def decide_by_keyboard(page: Page) -> None:
    """The first is chosen: j leads to the second, a accepts it, r puts the third away and u takes that back."""
    page.keyboard.press("j")
    expect(page.locator(".finding.chosen")).to_contain_text(READERS)
    page.keyboard.press("a")
    expect(card(page, READERS)).to_have_class("item accepted gap")
    expect(page.locator(".finding.chosen")).to_contain_text("培训文化骨干200名")
    page.keyboard.press("r")
    expect(card(page, "培训文化骨干200名")).to_have_class("item rejected gap")
    page.keyboard.press("k")
    expect(page.locator(".finding.chosen")).to_contain_text("培训文化骨干200名")
    page.keyboard.press("u")
    expect(card(page, "培训文化骨干200名")).to_have_class("item proposed gap")
    expect(page.locator("#counts")).to_contain_text("1 / 7")


def teach_a_name(page: Page, strange: str) -> None:
    """Whom a strange name means is said once; the other card with the same name knows it too."""
    verb(page, ROOMS, "e")
    rooms, other = card(page, ROOMS), card(page, "培训文化骨干200名")
    owner = rooms.locator("input[name='owner']")
    expect(owner).to_be_focused()
    expect(owner).to_have_value(strange)
    choose(page, owner, "swlj", CULTURE)
    rooms.locator("input[name='beneficiary']").fill("城乡居民")
    rooms.locator(".slot .btn-primary").click()
    expect(rooms.locator("summary b")).to_have_text(CULTURE)
    expect(rooms.locator(".slot form")).to_have_count(0)
    expect(other.locator("summary b")).to_have_text(CULTURE)


def split_merge_reject_add(page: Page) -> None:
    verb(page, ROOMS, "s")
    cut = card(page, ROOMS).locator(".cut").filter(has_text="更新乡镇文化站").locator("input")
    cut.check()
    card(page, ROOMS).locator(".slot .btn-primary").click()
    expect(card(page, "更新乡镇文化站30个")).to_have_count(1)
    expect(card(page, ROOMS).locator("summary .quote")).not_to_contain_text("更新")
    expect(page.locator(".mark", has_text="更新乡镇文化站30个")).to_have_count(1)

    for words in ("戏曲进乡村60场", "广场舞展演8场"):
        card(page, words).locator("[name='row']").check()
    page.keyboard.press("m")
    merged = page.locator(".item:not(.rejected)").filter(has_text="戏曲进乡村60场")
    expect(merged.locator("summary .quote")).to_contain_text("广场舞展演8场")

    verb(page, "及时拨付资金", "r")
    expect(card(page, "及时拨付资金")).to_have_class("item rejected gap")

    select(page, "关注残疾人文化生活")
    page.locator(".add-here").click()
    expect(card(page, "关注残疾人文化生活")).to_have_count(1)
    expect(page.locator(".mark", has_text="关注残疾人文化生活")).to_have_count(1)


def select(page: Page, words: str) -> None:
    """Select words of the text, as a drag of the mouse does."""
    page.evaluate(
        """(words) => {
          const walk = document.createTreeWalker(document.querySelector(".paper"), NodeFilter.SHOW_TEXT);
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + words.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return;
          }
          throw new Error("no such words");
        }""",
        words,
    )


def fill_what_is_missing(page: Page) -> None:
    for words in (READERS, TEACHERS):
        card(page, words).locator("[name='row']").check()
    page.locator("[data-bulk]").click()
    choose(page, page.locator("#fill-checker"), "swdcs", "珩川市委督查室")
    page.locator("#fill input[value='record']").check()
    page.locator("#fill .btn-primary").click()
    for words in (READERS, TEACHERS):
        expect(card(page, words).locator(".fine")).to_be_visible()
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("form[action$='/accept-rest/'] button").click()
    expect(page.locator(".item.proposed")).to_have_count(0)


def first_version(page: Page, document: int) -> None:
    page.locator(f".review-head a[href='/desk/documents/{document}/versions/']").click()
    expect(page.locator("#publish")).to_be_visible()
    assert page.locator(".history li").count() == COUNT
    page.locator("main form[method='post'] .btn-primary").click()
    expect(page.locator("main > .success")).to_contain_text("文化惠民行动方案")
    expect(page.locator(".records tbody tr")).to_have_count(1)
    expect(page.locator(".records td.number")).to_have_text(["1", str(COUNT), "2"])


def change_on_its_own_page(page: Page, document: int) -> None:
    page.goto(f"/desk/register/?document={document}")
    page.locator("tr", has_text=TEACHERS).locator("td.code a").click()
    page.locator("details.edit > summary").click()
    page.locator(".commitment-form input[name='due']").fill("2027-03-31")
    page.locator(".commitment-form input[name='reason']").fill("编制要到明年一季度才下达")
    page.locator(".commitment-form .btn-primary").click()
    expect(page.locator("main > .success")).to_be_visible()
    newest = page.locator(".history > li").first
    expect(newest).to_contain_text("编制要到明年一季度才下达")
    expect(newest.locator("ins")).to_contain_text("2027")
    page.locator(f"a[href='/desk/documents/{document}/versions/']").click()
    expect(page.locator("#differs + *")).to_be_visible()
    expect(page.locator(".history > li")).to_have_count(1)
    expect(page.locator(".history del")).to_contain_text("2026")
    expect(page.locator(".history ins")).to_contain_text("2027")


def second_version(page: Page, document: int) -> None:
    publish = page.locator("section[aria-labelledby='publish'] .btn-primary")
    publish.click()
    assert page.locator("#reason").evaluate("field => field.matches(':invalid')"), "a new version asks why"
    page.locator("#reason").fill("省里调整了编制下达时间")
    publish.click()
    expect(page.locator(".records tbody tr")).to_have_count(2)
    expect(page.locator(".records")).to_contain_text("省里调整了编制下达时间")
    page.locator("#from").select_option("1")
    page.locator("#to").select_option("2")
    page.locator(".filter-row .btn").click()
    expect(page.locator(".history > li")).to_have_count(1)
    expect(page.locator(".history del")).to_contain_text("2026")
    expect(page.locator(".history ins")).to_contain_text("2027")
    expect(page.locator(".history")).to_contain_text("编制要到明年一季度才下达")


def export(page: Page, document: int, path: Path) -> Path:
    page.goto(f"/desk/register/?document={document}")
    with page.expect_download() as download:
        page.locator("a[href^='/desk/register/export/']").click()
    download.value.save_as(path)
    return path


def through_excel_and_back(page: Page, path: Path) -> None:
    """Three cells are changed: these, and no others, are shown, then taken over, once."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    columns = {cell.value: cell.column for cell in sheet[1] if cell.value}
    at = {str(sheet.cell(row, columns["luoshi:quote"]).value): row for row in range(2, sheet.max_row + 1)}

    def cell(words: str, field: str) -> openpyxl.cell.Cell:
        row = next(row for quote, row in at.items() if words in quote)
        return sheet.cell(row, columns[f"luoshi:{field}"])

    wanted = [(cell(TEACHERS, "leader"), "薄副市长"), (cell(READERS, "beneficiary"), "老年读者和视障读者")]
    wanted.append((cell("更新乡镇文化站", "leader"), "薄副市长"))
    for one, value in wanted:
        one.value = value
    book.save(path)
    hand_in(page, path)
    expect(page.locator(".preview tbody tr")).to_have_count(3)
    expect(page.locator(".preview td:last-child code")).to_have_count(3)
    for one, value in wanted:
        shown = page.locator(".preview td:last-child p").filter(has=page.locator(f"code:text-is('{one.coordinate}')"))
        expect(shown.locator("b")).to_have_text(value)
    page.locator("#apply .btn-primary").click()
    expect(page.locator("main .note[role='status']").first).to_be_visible()
    expect(page.locator("#apply")).to_have_count(0)
    hand_in(page, path)
    expect(page.locator("main .note[role='status']")).to_be_visible()
    expect(page.locator("#apply .btn-primary")).to_have_count(0)
    expect(page.locator(".preview")).to_have_count(0)
