"""Two people review one document in two windows: nothing that either of them wrote is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.desk import begin_review, bring, card, verb

pytestmark = pytest.mark.journey
TEXT = """珩川市丙字公共阅读工作方案

市图书馆2026年9月底前新建流动书车6辆。

市文化馆2026年10月底前培训乡镇辅导员90名。
"""
BUSES, TRAINED = "新建流动书车6辆", "培训乡镇辅导员90名"


def form(page: Page, words: str):
    verb(page, words, "e")
    return card(page, words).locator(".slot form")


def test_two_people_review_one_document(open_page):
    one, two = open_page(user="ducha"), open_page(user="ducha")
    bring(one, "丙字.txt", TEXT)
    document = begin_review(one)
    two.goto(f"/desk/documents/{document}/review/")

    # different fields of one card: both are kept
    first, second = form(one, BUSES), form(two, BUSES)
    first.locator("[name='leader']").fill("薄副市长")
    second.locator("[name='beneficiary']").fill("偏远村庄读者")
    first.locator(".btn-primary").click()
    expect(first).to_have_count(0)
    second.locator(".btn-primary").click()
    expect(second).to_have_count(0)
    fields = card(two, BUSES).locator(".fields")
    expect(fields).to_contain_text("薄副市长")
    expect(fields).to_contain_text("偏远村庄读者")

    # the same field: the second sees both values, and what is saved again stands
    first, second = form(one, TRAINED), form(two, TRAINED)
    first.locator("[name='leader']").fill("薄副市长")
    second.locator("[name='leader']").fill("柳副市长")
    first.locator(".btn-primary").click()
    expect(first).to_have_count(0)
    second.locator(".btn-primary").click()
    clash = card(two, TRAINED).locator("[role='alert']")
    expect(clash).to_contain_text("薄副市长")
    expect(clash).to_contain_text("柳副市长")
    expect(second.locator("[name='leader']")).to_have_value("柳副市长")
    second.locator(".btn-primary").click()
    expect(second).to_have_count(0)
    expect(card(two, TRAINED).locator(".fields")).to_contain_text("柳副市长")

    # by itself the first window shows what the second wrote, and keeps what is open in it
    writing = form(one, BUSES)
    writing.locator("[name='baseline']").fill("现有3辆")
    verb(two, BUSES, "a")
    expect(card(one, TRAINED).locator(".fields")).to_contain_text("柳副市长", timeout=15_000)
    expect(card(one, BUSES)).to_have_class("item proposed gap behind", timeout=15_000)
    expect(writing.locator("[name='baseline']")).to_have_value("现有3辆")
    writing.locator(".btn-primary").click()
    expect(card(one, BUSES)).to_have_class("item accepted gap")
    expect(card(one, BUSES).locator(".fields")).to_contain_text("现有3辆")
