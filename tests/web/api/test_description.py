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
