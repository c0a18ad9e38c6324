"""Whoever does not trust the server computes the digest of a version at home."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from reviewing import SYSTEM, reviewed, rows_of

from luoshi.documents.actions import publish_source
from luoshi.register.actions import Edit, decide_all, edit_commitments, publish_register

SCRIPT = Path(__file__).resolve().parents[3] / "docs" / "operations" / "verify_version.py"
TARGET = {"measure": "覆盖率", "op": ">=", "value": 97.25, "unit": "%"}


@pytest.fixture
def version(world):
    """One with a fraction in it, whose file everybody may see."""
    document = reviewed(world.office)
    edit_commitments(actor=SYSTEM, edits=[Edit(rows_of(document)[0].pk, 1, {"targets": [TARGET]})])
    decide_all(actor=SYSTEM, commitments=[(row.pk, None) for row in rows_of(document)], decision="accept")
    publish_source(actor=SYSTEM, source=document.source)
    return publish_register(actor=SYSTEM, document=document)


def verified(path: Path) -> tuple[int, str]:
    done = subprocess.run([sys.executable, SCRIPT, path], capture_output=True, text=True)
    return done.returncode, done.stdout


def test_a_visitor_takes_the_file_home_and_finds_it_whole(version, tmp_path):
    path = tmp_path / "version.json"
    path.write_bytes(Client().get(reverse("portal:version-json", args=[version.pk])).content)
    code, said = verified(path)
    assert code == 0, said
    assert version.digest in said


def test_one_changed_word_is_found(version, tmp_path):
    path = tmp_path / "version.json"
    data = Client().get(reverse("portal:version-json", args=[version.pk])).json()
    data["items"][0]["due"] = "2030-01-01"
    path.write_text(json.dumps(data), "utf-8")
    assert verified(path)[0] == 1


def test_a_later_setting_does_not_make_an_old_version_look_forged(version, settings):
    settings.LUOSHI = {**settings.LUOSHI, "JOURNAL_DIGEST": "sm3"}
    page = Client().get(reverse("portal:version", args=[version.pk]), {"verify": ""})
    assert page.context["intact"] is True


def test_the_file_of_others_does_not_exist(world, version, sign_in):
    from luoshi.documents.actions import withdraw_source

    withdraw_source(actor=SYSTEM, source=version.document.source)
    for client in (Client(), sign_in("south")):
        assert client.get(reverse("portal:version-json", args=[version.pk])).status_code == 404
