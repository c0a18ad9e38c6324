"""What people do again and again at the desk, in a browser and whatever its language."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect


def bring(page: Page, name: str, text: str) -> None:
    """Upload a text; ends on the page of what was found in it."""
    page.goto("/")
    page.set_input_files("#file", {"name": name, "mimeType": "text/plain", "buffer": text.encode()})
    page.wait_for_url("**/sources/*/")


def begin_review(page: Page) -> int:
    """From the page of what was found to its review; the document's id."""
    page.locator("main a[href*='/review/']").click()
    page.locator("form[action$='/begin/'] button").click()
    expect(page.locator(".item").first).to_be_visible()
    return int(re.search(r"/documents/(\d+)/review/", page.url).group(1))


def card(page: Page, words: str) -> Locator:
    """The card of the commitment that quotes these words."""
    return page.locator(".item").filter(has=page.locator("summary .quote", has_text=words))


def verb(page: Page, words: str, key: str) -> None:
    """Click what a key would do to a card."""
    card(page, words).locator(f".verbs [data-key='{key}']").click()


def choose(page: Page, field: Locator, letters: str, name: str) -> None:
    """A body through the suggestions under a field."""
    field.fill("")
    field.press_sequentially(letters)
    page.locator(".combo-option").filter(has_text=name).first.click()
    expect(field).to_have_value(name)


def hand_in(page: Page, path: Path) -> None:
    """Give a ledger to luoshi; ends on its page, when it is read."""
    page.goto("/desk/ledgers/")
    page.set_input_files("#file", path)
    page.locator("form.bring .btn-primary").click()
    page.wait_for_url("**/desk/ledgers/*/")
    expect(page.locator("progress")).to_have_count(0)
