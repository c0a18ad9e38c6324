"""A real server with the demo city, and a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from support.browser import FLAGS, find_browser
from support.server import environment_of, serve

PASSWORD = "luoshi-demo"
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served demo city."""
    with serve("demo", environment_of(tmp_path_factory.mktemp("demo"))) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without one these tests fail and say what to install."""
    path = find_browser()
    if path is None:
        pytest.fail("no browser: run python tests/support/browser.py")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """A new window; whatever it asks of another host, and every error of a script, fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_(*, width: int = 1280, height: int = 800, locale: str = "zh-CN", user: str | None = None) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, locale=locale, base_url=address)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: faults.append(f"script: {error}"))
        page.on("request", lambda request: _is_ours(request.url) or faults.append(f"asked {request.url}"))
        if user:
            sign_in(page, user)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert faults == []


def _is_ours(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"data", "blob"} or parts.hostname in {"127.0.0.1", "localhost"}


def sign_in(page: Page, user: str) -> None:
    """Through the sign-in page, like a person."""
    page.goto("/accounts/login/")
    page.get_by_label("用户名").fill(user)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="登录", exact=True).click()
    page.get_by_text("退出登录").wait_for(state="attached")
