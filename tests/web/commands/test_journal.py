"""``luoshi journal``."""

from __future__ import annotations

from bringing import bring
from click.testing import CliRunner

from luoshi.cli import main


def run(*arguments: object):
    return CliRunner().invoke(main, ["journal", *map(str, arguments)], env={"LUOSHI_LANGUAGE": "zh"})


def test_a_whole_journal_says_so_with_its_last_hash(world):
    bring(world.office)
    done = run("verify")
    assert done.exit_code == 0
    assert done.output.startswith("1 条全部完好，末条散列 ")


def test_an_export_is_one_line_an_entry(world, tmp_path):
    bring(world.office)
    assert run("export", tmp_path / "j.txt").exit_code == 0
    hash_, record = (tmp_path / "j.txt").read_text().rstrip("\n").split("\t")
    assert len(hash_) == 64
    assert '"verb":"documents.receive_source"' in record
