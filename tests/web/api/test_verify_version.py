"""Whoever does not trust the server computes the digest of a version at home."""

from __future__ import annotations

import importlib.util
import io
import json
from pathlib import Path

import pytest

from luoshi.register.actions import decide, publish_register
from luoshi.register.actions.edit import Edit, edit_commitments

SCRIPT = Path(__file__).resolve().parents[3] / "docs" / "operations" / "verify_version.py"


@pytest.fixture
def verify(monkeypatch, program, capsys):
    """The script of the docs, which asks this test's server; ``changed`` is done to every content on the way."""
    spec = importlib.util.spec_from_file_location("verify_version", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    asker = program("delivery")

    def run(version, changed=lambda content: content):
        def opened(request):
            path = request.full_url.removeprefix("http://luoshi/api/v1").replace("limit=200", "limit=1")
            answer = json.loads(asker.ask("get", path).content)
            for item in answer.get("items", ()):
                item["content"] = changed(item["content"])
            return io.BytesIO(json.dumps(answer).encode())

        monkeypatch.setattr(script.urllib.request, "urlopen", opened)
        return script.main("http://luoshi", str(version.pk), ""), capsys.readouterr().out

    return run


def test_a_version_with_fractions_on_several_pages_is_found_whole(world, document, version, verify):
    office = world.actor("delivery")
    rows = list(document.commitments.order_by("start"))
    targets = [{"measure": "满意率", "op": ">=", "value": 95.5, "unit": "%"}]
    edit_commitments(actor=office, edits=[Edit(row.pk, row.revision, {"targets": targets}) for row in rows])
    for row in rows[1:]:
        decide(actor=office, commitment=row, decision="accept")
    second = publish_register(actor=office, document=document, reason="补齐")
    code, words = verify(second)
    assert (second.count, code) == (len(rows), 0), words
    assert "as published" in words


def test_a_content_that_was_changed_is_told(version, verify):
    code, words = verify(version, changed=lambda content: {**content, "quote": content["quote"] + "。"})
    assert code == 1
    assert "NOT as published" in words
