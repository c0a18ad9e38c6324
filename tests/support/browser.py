"""Which browser do the journeys use? ``python tests/support/browser.py`` makes sure that there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
HELP = """There is no browser for the journey tests. Do one of these, then run again:
  - install Chromium from the system's packages (Debian, Ubuntu: apt-get install chromium fonts-noto-cjk)
  - playwright install chromium
  - set LUOSHI_BROWSER to the path of a Chromium or Chrome
"""


def find_browser() -> str | None:
    """The path of a Chromium: LUOSHI_BROWSER, the system's, Playwright's own."""
    given = os.environ.get("LUOSHI_BROWSER")
    if given:
        return given
    return next(filter(None, map(shutil.which, NAMES)), None) or _own_of_playwright()


def _own_of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def ensure_browser() -> str:
    """A browser's path; installs Debian's Chromium where that is possible, else says what is missing."""
    found = find_browser()
    if found:
        return found
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("Installing Chromium and a Chinese font from the system's packages…", flush=True)
        quiet = {"stdout": subprocess.DEVNULL}
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium", "fonts-noto-cjk"], check=False, **quiet)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    found = find_browser()
    if not found:
        raise SystemExit(HELP)
    return found


if __name__ == "__main__":
    print(ensure_browser())
