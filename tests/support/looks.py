"""Whether a page can be used by everybody, in each of its looks."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def set_look(page: Page, language: str, theme: str, elder: str) -> None:
    """As the switches at the top of the page do."""
    pairs = {"luoshi_language": language, "luoshi_theme": theme, "luoshi_elder": elder}
    page.context.add_cookies([{"name": name, "value": value, "url": page.url} for name, value in pairs.items()])


def check(page: Page, path: str) -> list[str]:
    """What axe finds on a page, and how much of it is wider than the window."""
    page.goto(path)
    page.wait_for_load_state("networkidle")
    return check_here(page, path)


def check_here(page: Page, path: str) -> list[str]:
    """The same of what is shown now."""
    page.evaluate("scrollTo(0, 0)")  # what a bar that stays in sight covers for a moment is no fault
    results = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    faults = [f"{path}: {v['id']} {v['nodes'][0]['html'][:160]}" for v in results.response["violations"]]
    return faults + _too_wide(page, path)


def too_wide(page: Page, path: str) -> list[str]:
    """How much of a page is wider than the window."""
    page.goto(path)
    return _too_wide(page, path)


def _too_wide(page: Page, path: str) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{path}: {wide} px too wide"] if wide > 0 else []
