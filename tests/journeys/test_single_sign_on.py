"""One identity for all systems: joined by the person, checked every time, never a way around the second factor."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

from support.looks import check, set_look, too_wide
from support.oidc import Provider
from support.server import environment_of, serve

pytestmark = pytest.mark.journey
OFFICE = Path(__file__).resolve().parents[1] / "support" / "office.py"
SIGN_IN = ("bodies.sign_in", "壤驷越")
OUTCOMES = [f"/accounts/oidc/{name}/" for name in ("cancelled", "failed", "stranger", "locked")]


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with Provider() as provider:
        yield provider


@pytest.fixture(scope="module")
def environment(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A luoshi that knows the provider and wants a second factor of its administrators."""
    folder = tmp_path_factory.mktemp("office")
    return {**environment_of(folder), **provider.environment, "LUOSHI_REQUIRE_SECOND_FACTOR": "1"}


@pytest.fixture(scope="module")
def address(environment: dict[str, str]) -> Iterator[str]:
    subprocess.run([sys.executable, OFFICE], env=environment, check=True)
    with serve("serve", environment) as address:
        yield address


@pytest.fixture
def journal(environment: dict[str, str]) -> Callable[[], list[dict[str, Any]]]:
    """What an auditor takes along."""

    def export() -> list[dict[str, Any]]:
        command = [Path(sys.executable).parent / "luoshi", "journal", "export", "-"]
        lines = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.splitlines()
        return [json.loads(line[line.index("{") :]) for line in lines if "{" in line]

    return export


@pytest.fixture(autouse=True)
def _well_behaved(provider: Provider) -> None:
    provider.fault, provider.asks = "", False


def enter(page: Page) -> None:
    """By the button on the sign-in page."""
    page.goto("/accounts/login/")
    page.get_by_role("button", name="用统一身份认证登录").click()


def confirm(page: Page) -> None:
    page.get_by_role("main").get_by_label("密码").fill("luoshi-demo")
    page.get_by_role("main").get_by_role("button", name="确认").click()


def join(page: Page) -> None:
    """By the link on the account's page."""
    page.goto("/desk/account/")
    page.get_by_role("link", name="外部身份").click()
    confirm(page)
    page.get_by_role("button", name="绑定统一身份认证").click()
    expect(page.get_by_role("status")).to_have_text("已绑定外部身份。")


def sign_out(page: Page) -> None:
    page.locator(".me summary").click()
    page.get_by_role("button", name="退出登录").click()
    page.get_by_role("link", name="登录", exact=True).wait_for()


def is_out(page: Page) -> bool:
    page.goto("/desk/documents/")
    return urlsplit(page.url).path.startswith("/accounts/")


def give_code(page: Page, secret: str) -> None:
    if time.time() % 30 > 27:  # the code would be over before it arrives
        time.sleep(3)
    page.locator("main input[name=code]").fill(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    page.locator("main form button").first.click()


def look_at(page: Page, paths: list[str]) -> list[str]:
    """All of it in large Chinese type; in English, whose words are longer, whether it still fits a phone."""
    page.set_viewport_size({"width": 360, "height": 800})
    set_look(page, "en", "light", "0")
    faults = [fault for path in paths for fault in too_wide(page, path)]
    set_look(page, "zh-hans", "dark", "1")
    return faults + [fault for path in paths for fault in check(page, path)]


def test_a_person_joins_an_identity_and_signs_in_with_nothing_else(open_page, provider):
    provider.subject, provider.name, provider.asks = "ducha-1", "闻人砚·珩川市委督查室·" * 4, True
    page = open_page(user="ducha")
    page.goto("/accounts/oidc/")
    confirm(page)
    expect(page.locator("main")).to_contain_text("还没有绑定。")
    page.get_by_role("button", name="绑定统一身份认证").click()
    page.get_by_role("button", name="取消").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("登录已取消")
    page.get_by_role("link", name="返回外部身份").click()
    page.get_by_role("button", name="绑定统一身份认证").click()
    page.get_by_role("button", name="同意").click()
    expect(page.get_by_role("status")).to_have_text("已绑定外部身份。")
    expect(page.locator("main li")).to_contain_text("闻人砚")
    assert look_at(page, ["/accounts/oidc/"]) == []
    sign_out(page)

    enter(page)
    page.get_by_role("button", name="同意").click()
    expect(page.locator(".me summary")).to_have_text("闻人砚")


def test_a_stranger_is_told_what_to_do_in_both_languages(open_page, provider):
    provider.subject = "nobody-knows"
    page = open_page()
    enter(page)
    expect(page.locator("main")).to_contain_text("再到“我的账号”的“外部身份”里绑定")
    page.get_by_role("button", name="English").click()
    expect(page.locator("main")).to_contain_text("ask the system administrator")
    expect(page.locator("main")).not_to_contain_text("统一身份认证")
    page.get_by_role("link", name="Back to the sign-in page").click()
    expect(page.get_by_role("button", name="Sign in with single sign-on")).to_be_visible()
    assert is_out(page)


def test_a_token_that_does_not_hold_opens_nothing(open_page, provider):
    page = open_page()
    for provider.fault in ("signature", "audience"):
        enter(page)
        expect(page.get_by_role("heading", level=1)).to_have_text("未能通过统一身份认证登录")
        assert is_out(page)


def test_an_administrator_still_needs_the_second_factor_and_closes_an_account_for_good(open_page, provider, journal):
    provider.subject, provider.name = "wenlv-1", "公良棠"
    officer = open_page(user="wenlv")
    join(officer)
    sign_out(officer)

    provider.subject, provider.name = "anquan-1", "壤驷越"
    page = open_page(user="anquan")
    page.goto("/accounts/oidc/")
    confirm(page)
    page.wait_for_url("**/2fa/totp/activate/")
    secret = page.locator("main input[disabled]").input_value()
    give_code(page, secret)
    page.wait_for_url("**/2fa/recovery-codes/**")
    page.goto("/accounts/oidc/")
    page.get_by_role("button", name="绑定统一身份认证").click()
    expect(page.get_by_role("status")).to_have_text("已绑定外部身份。")
    sign_out(page)
    enter(page)
    page.wait_for_url("**/accounts/2fa/authenticate/")
    assert is_out(page.context.new_page())
    give_code(page, secret)
    page.goto("/desk/persons/")
    page.get_by_role("link", name="公良棠").click()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="停用账号").click()
    expect(page.locator("main")).to_contain_text("已停用")

    provider.subject, provider.name = "wenlv-1", "公良棠"
    enter(officer)
    expect(officer.get_by_role("heading", level=1)).to_have_text("账号已停用")
    assert is_out(officer)
    entries = journal()
    told = [(entry["verb"], entry["after"]) for entry in entries if entry["subject_name"] == "公良棠"]
    assert told[-4:] == [
        ("bodies.join_identity", {"identity": "wenlv-1", "through": "统一身份认证"}),
        ("bodies.sign_out", None),
        ("bodies.deactivate_person", None),
        ("bodies.sign_in_failed", None),
    ]
    ways = [entry["after"] for entry in entries if (entry["verb"], entry["subject_name"]) == SIGN_IN]
    assert ways == [None, {"through": "统一身份认证"}]


def test_its_pages_shut_nobody_out(open_page, address):
    page = open_page()
    page.goto(address)
    assert look_at(page, ["/accounts/login/", "/accounts/inactive/", *OUTCOMES]) == []
