"""Anyone can use every page: no axe violation, nothing too wide for a phone, in every language and look."""

from __future__ import annotations

import io
import itertools

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from support.desk import hand_in
from support.looks import check, check_here, set_look

pytestmark = pytest.mark.journey

VISITOR = ["/", "/search/?q=文化", "/search/?q=没有这样的字", "/accounts/login/", "/nowhere/"]
DELIVERY = [
    "/desk/register/",
    "/desk/register/?group=owner&q=文化",
    "/desk/register/gaps/",
    "/desk/documents/",
    "/desk/bodies/",
    "/desk/account/",
    "/accounts/password/change/",
    "/accounts/2fa/",
]
AUDITOR = ["/desk/journal/", "/desk/journal/?verify", "/desk/journal/1/"]
SECURITY = ["/desk/persons/", "/desk/persons/1/"]
#: width, language, theme, elder mode
LOOKS = [
    (360, "zh-hans", "light", "0"),
    (1280, "en", "dark", "0"),
    (360, "zh-hans", "dark", "1"),
]


def look_at(page: Page, paths: list[str]) -> None:
    """Every page in turn; all faults are told at once."""
    faults = list(itertools.chain.from_iterable(check(page, path) for path in paths))
    if faults:
        pytest.fail("\n".join(faults))


@pytest.mark.parametrize(("width", "language", "theme", "elder"), LOOKS)
@pytest.mark.parametrize(
    ("user", "paths"), [(None, VISITOR), ("ducha", DELIVERY), ("shenji", AUDITOR), ("anquan", SECURITY)], ids=str
)
def test_no_page_shuts_anybody_out(open_page, address, user, paths, width, language, theme, elder):
    page = open_page(width=width, user=user)
    page.goto(address)
    set_look(page, language, theme, elder)
    look_at(page, paths)


@pytest.mark.parametrize(("width", "language", "theme", "elder"), LOOKS[:2])
def test_every_kind_of_document_is_shown_to_everybody(open_page, address, width, language, theme, elder):
    page = open_page(width=width)
    page.goto(address)
    set_look(page, language, theme, elder)
    page.goto("/")
    paths = sorted({link.get_attribute("href") for link in page.locator("main a[href^='/sources/']").all()})
    look_at(page, paths)


#: what is opened on a page before it is looked at: the hands of a reviewer, the folded form
OPENED = {
    "review": ("[data-keys]", ".item summary", ".item [data-key='e']", ".item + .item [data-key='s']"),
    "commitment": ("details.edit > summary",),
}


@pytest.mark.parametrize(("width", "language", "theme", "elder"), LOOKS[1:3])
def test_the_way_of_a_register_shuts_nobody_out(open_page, tmp_path, width, language, theme, elder):
    page = open_page(width=width, user="ducha")
    set_look(page, language, theme, elder)
    page.goto("/desk/register/?state=registered")
    commitment = page.locator("td.code a").first.get_attribute("href")
    page.goto(commitment)
    versions = page.locator("a[href$='/versions/']").get_attribute("href")
    begun = versions.replace("/versions/", "/review/")
    faults = []
    for name, path in {"commitment": commitment, "review": begun}.items():
        page.goto(path)
        page.wait_for_load_state("networkidle")
        for opener in OPENED[name]:
            page.locator(opener).first.click()
        page.wait_for_load_state("networkidle")
        faults += check_here(page, path)
    faults += itertools.chain.from_iterable(
        check(page, path) for path in (versions, "/desk/bodies/proposals/", "/desk/ledgers/")
    )
    for name, book in (("mapping", unknown()), ("preview", worked_in(page))):
        book.save(tmp_path / f"{name}.xlsx")
        hand_in(page, tmp_path / f"{name}.xlsx")
        expect(page.locator("table")).to_be_visible()
        faults += check_here(page, name)
        page.locator("form[action$='/dismiss/'] .btn").click()
    assert faults == []


def unknown() -> openpyxl.Workbook:
    """A ledger whose columns nobody has named."""
    book = openpyxl.Workbook()
    book.active.append(["编号", "工作任务", "牵头单位", "办结时限", "进度说明栏"])
    book.active.append([1, "新建城市书房3座", "市文旅局", "2026年9月底前", "已选址"])
    return book


def worked_in(page: Page) -> openpyxl.Workbook:
    """The register's own ledger with one cell changed."""
    book = openpyxl.load_workbook(io.BytesIO(page.request.get("/desk/register/export/?state=registered").body()))
    sheet = book.active
    (leader,) = (cell.column for cell in sheet[1] if cell.value == "luoshi:leader")
    row = next(row for row in range(2, sheet.max_row) if sheet.cell(row, 1).value == 1)
    sheet.cell(row, leader, "一位分管领导")
    return book
