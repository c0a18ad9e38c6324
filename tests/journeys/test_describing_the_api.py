"""A programmer opens the page that describes the API; it works under the strict content policy."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey


def test_the_description_is_shown_without_a_word_from_another_host(open_page):
    page = open_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto("/api/v1/docs")
    expect(page.get_by_text("Bring in a file and have it read")).to_be_visible()
    page.get_by_text("Bring in a file and have it read").click()
    expect(page.get_by_text("201 for a new file")).to_be_visible()
    assert said == []
