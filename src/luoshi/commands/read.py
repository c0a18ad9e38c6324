"""``luoshi read``: find every commitment in files. Needs neither Django nor a database."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

import click

from luoshi.common.language import language, say
from luoshi.documents.isolation import read_isolated
from luoshi_core.reading import Document, Reading
from luoshi_core.reading.errors import ReadingError
from luoshi_core.reading.export import to_dict
from luoshi_core.reading.workbook import target_words, write_workbook

#: exit codes: everything was read; some files could not be read; no file could be read
ALL_READ, SOME_FAILED, NONE_READ = 0, 1, 3


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="所有结果写成 JSON(标准输出)。 Write JSON to standard output.")
@click.option(
    "--xlsx", type=click.Path(path_type=Path, dir_okay=False), help="所有结果写入一个 Excel 文件。 Write a workbook."
)
@click.option("--table", "as_table", is_flag=True, help="在终端列表(默认)。 Print a table (the default).")
@click.option(
    "--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, show_default=True, help="并行数。 Files at once."
)
@click.option(
    "--seconds", type=click.IntRange(1), default=120, show_default=True, help="每份文件时限。 Time limit a file."
)
@click.option(
    "--memory",
    type=click.IntRange(64),
    default=2048,
    show_default=True,
    help="每份文件内存上限 MB。 Memory limit a file.",
)
def read(
    files: tuple[Path, ...], as_json: bool, xlsx: Path | None, as_table: bool, jobs: int, seconds: int, memory: int
) -> None:
    """读文件,找出其中每一项任务。 Find every commitment in FILES.

    退出码 Exit codes: 0 全部读完 all read; 1 有文件读不了 some files could not be read;
    2 用法有误 wrong usage; 3 全部读不了 no file could be read.
    """
    outcomes = _read_all(_expand(files), jobs, {"seconds": seconds, "memory_mb": memory})
    readings = [(path, reading) for path, reading in outcomes if isinstance(reading, Reading)]
    failures = [(path, error) for path, error in outcomes if not isinstance(error, Reading)]
    if as_json:
        _write_json(readings, several=len(outcomes) > 1)
    if xlsx is not None:
        with xlsx.open("wb") as stream:
            write_workbook((d for _, r in readings for d in r.documents), stream, language=language())
    if as_table or not (as_json or xlsx):
        _write_table(readings)
    for path, reading in readings:
        for remark in reading.remarks:
            click.echo(f"{path}: {remark.where + ': ' if remark.where else ''}{remark.message(language())}", err=True)
    for path, error in failures:
        click.echo(f"{path}: {error.message(language())}", err=True)
    sys.exit(ALL_READ if not failures else SOME_FAILED if readings else NONE_READ)


def _expand(files: tuple[Path, ...]) -> list[Path]:
    """Folders stand for the files in them."""
    found: list[Path] = []
    for path in files:
        found += sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    return found


def _read_all(paths: list[Path], jobs: int, limits: dict[str, int]) -> list[tuple[Path, Reading | ReadingError]]:
    """Each file in a process of its own, ``jobs`` at a time; results in the order of the files."""
    with ThreadPoolExecutor(jobs) as pool:
        futures = [pool.submit(_read_one, path, limits) for path in paths]
        with click.progressbar(length=len(paths), label=say("读取", "reading"), file=sys.stderr) as bar:
            for _ in _finished(futures):
                bar.update(1)
        return list(zip(paths, (future.result() for future in futures), strict=True))


def _finished(futures: list[Future[Any]]) -> Iterator[Future[Any]]:
    return as_completed(futures)


class _NoFile(ReadingError):
    """The path cannot be opened."""

    code = "no-file"
    zh = "打不开：{reason}。请核对路径和权限。"
    en = "Cannot be opened: {reason}. Check the path and the permissions."


def _read_one(path: Path, limits: dict[str, int]) -> Reading | ReadingError:
    try:
        with path.open("rb"):
            return read_isolated(path, path.name, **limits)
    except ReadingError as error:
        return error
    except OSError as error:
        return _NoFile(reason=error.strerror or str(error))


def _write_json(readings: list[tuple[Path, Reading]], *, several: bool) -> None:
    """The shape of one file; for several files every document says which file it is from."""
    documents: list[dict[str, Any]] = []
    for path, reading in readings:
        found = to_dict(reading)["documents"]
        documents += [{"file": str(path), **document} for document in found] if several else found
    json.dump({"documents": documents}, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def _write_table(readings: list[tuple[Path, Reading]]) -> None:
    for path, reading in readings:
        for document in reading.documents:
            click.secho(f"\n{document.title or path}", bold=True)
            _write_document(document)


def _write_document(document: Document) -> None:
    for number, commitment in enumerate(document.commitments, 1):
        click.echo(f"{number:>4}  {' '.join(commitment.path)}  {commitment.quote}")
        due = commitment.due.isoformat() if commitment.due else commitment.cadence.value
        facts = [commitment.owner or say("（未写责任单位）", "(no owner)"), due, *map(target_words, commitment.targets)]
        click.secho("      " + " · ".join(facts), dim=True)
