"""Anyone can use every page: no axe violation, nothing too wide for a phone, in every language and look."""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import Page

from support.looks import check, set_look

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
    (360, "zh-hans", "light", "1"),
    (1280, "zh-hans", "dark", "1"),
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


@pytest.mark.parametrize(("width", "language", "theme", "elder"), LOOKS)
def test_every_kind_of_document_is_shown_to_everybody(open_page, address, width, language, theme, elder):
    page = open_page(width=width)
    page.goto(address)
    set_look(page, language, theme, elder)
    page.goto("/")
    paths = sorted({link.get_attribute("href") for link in page.locator("main a[href^='/sources/']").all()})
    look_at(page, paths)
