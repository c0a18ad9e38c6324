"""The house stands as docs/concepts/house.md draws it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))


def test_each_floor_imports_only_floors_below_it():
    done = subprocess.run([Path(sys.executable).parent / "lint-imports"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_reading_works_where_django_is_not_installed():
    program = (
        "import sys; sys.modules['django'] = None\n"
        "from luoshi_core.reading import read\n"
        "print(read('县水利局年底前建成泵站3座。'.encode()).documents[0].commitments[0].owner)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "县水利局", done.stderr


@pytest.mark.parametrize(
    "path", [p for p in SOURCES if "luoshi_core" in p.parts], ids=lambda p: str(p.relative_to(ROOT))
)
def test_what_luoshi_knows_asks_no_clock_no_chance_and_no_network(path):
    names = {
        alias.name
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    names |= {node.module or "" for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom)}
    assert not {name.split(".")[0] for name in names} & {
        "random",
        "secrets",
        "socket",
        "urllib",
        "requests",
        "time",
        "django",
    }
    assert not re.search(r"\b(?:date|datetime)\.(?:today|now|utcnow)\(", path.read_text())


@pytest.mark.parametrize("app", ["bodies", "journal", "documents", "register"])
def test_every_data_app_has_the_same_rooms(app):
    folder = ROOT / "src" / "luoshi" / app
    assert all((folder / room / "__init__.py").exists() for room in ("models", "actions", "queries"))


def test_no_file_hides_behind_a_name_that_says_nothing():
    assert not [p for p in SOURCES if p.stem in {"utils", "helpers", "misc", "common_utils"}]


def test_files_fit_on_the_desk():
    long = {
        str(p.relative_to(ROOT)): n
        for p in SOURCES
        if "migrations" not in p.parts and (n := p.read_text().count("\n")) > 400
    }
    assert long == {}


def test_no_migration_is_missing():
    environment = {"DJANGO_SETTINGS_MODULE": "support.settings", "PYTHONPATH": str(ROOT / "tests")}
    command = [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "name", ["requirements/base.txt", "requirements/dev.txt", "requirements/data.txt", "package-lock.json"]
)
def test_locks_pin_with_hashes_and_name_no_host(name):
    text = (ROOT / name).read_text()
    assert "sha256:" in text or '"integrity": "sha512-' in text
    assert "://" not in text


def test_nothing_comes_from_another_host():
    pattern = re.compile(r"""(?:src|href|action)=["']?https?://|@import[^;]*https?:|url\(["']?https?://""")
    shown = [p for p in (ROOT / "src").rglob("*") if p.suffix in {".html", ".css", ".js"} and "vendor" not in p.parts]
    assert shown
    assert [str(p) for p in shown if pattern.search(p.read_text())] == []
