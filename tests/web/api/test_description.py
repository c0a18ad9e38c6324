"""The description of the API comes from luoshi itself, page and all."""

from __future__ import annotations

import re

import pytest
from django.contrib.staticfiles import finders


def test_everybody_may_read_the_description_and_its_page(db, client):
    description = client.get("/api/v1/openapi.json").json()
    assert description["openapi"].startswith("3.1")
    assert description["servers"] == []
    page = client.get("/api/v1/docs")
    assert page.status_code == 200
    assert "default-src 'self'" in page["Content-Security-Policy"]


def test_the_page_names_no_other_host_and_holds_no_script(db, client):
    page = client.get("/api/v1/docs").content.decode()
    assert "://" not in page
    scripts = re.findall(r"<script([^>]*)>([^<]*)", page)
    assert scripts
    assert all('type="application/json"' in attributes or not words.strip() for attributes, words in scripts)
    for address in re.findall(r'(?:src|href)="/static/([^"]+)"', page):
        assert finders.find(address), address


@pytest.mark.parametrize("word", ["Bearer", "problem+json", "Accept-Language"])
def test_the_description_says_how_to_begin(db, client, word):
    assert word in client.get("/api/v1/openapi.json").json()["info"]["description"]


@pytest.mark.parametrize("path", ["/nothing", "/files/-1", "/files/x", "/files/1/nothing"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_address_that_is_not_there_is_a_problem_and_not_a_page(program, path, method):
    answer = program("delivery").ask(method, path)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
