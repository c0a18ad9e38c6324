"""``luoshi journal``: is the chain whole, and how does a third party see for itself?"""

from __future__ import annotations

import sys
from typing import TextIO

import click

from luoshi.common.language import language, say

FAULTS = {
    "changed": ("第 {0} 条已被改动", "entry {0} was changed"),
    "missing": ("第 {0} 至 {1} 条缺失", "entries {0} to {1} are missing"),
    "inserted": ("第 {0} 条是后来插入的", "entry {0} was inserted"),
}


@click.group()
def journal() -> None:
    """日志:核验与导出。 The journal: verify and export."""
    import django

    django.setup()


@journal.command()
def verify() -> None:
    """逐条核验散列链;有问题退出码为 1。 Walk the chain; exit code 1 if anything is wrong."""
    from luoshi.journal.models import Head
    from luoshi.journal.queries import find_faults

    faults = list(find_faults())
    for fault in faults:
        words = FAULTS[fault.kind.value][language() == "en"]
        click.echo(words.format(fault.seq, fault.last or fault.seq))
    head = Head.objects.get(id=1)
    if not faults:
        click.echo(
            say(f"{head.seq} 条全部完好，末条散列 {head.hash}", f"{head.seq} entries, all whole; last hash {head.hash}")
        )
    sys.exit(1 if faults else 0)


@journal.command()
@click.argument("out", type=click.File("w", encoding="utf-8"))
def export(out: TextIO) -> None:
    """每条一行导出,可用 docs 中的脚本离线核验。 One line an entry, to be verified offline with the script in docs."""
    from luoshi.journal.queries import export_lines

    for line in export_lines():
        out.write(line)
