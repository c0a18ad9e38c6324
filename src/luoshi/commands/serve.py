"""``luoshi serve`` and ``luoshi demo``: the web server with its worker beside it."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time

import click

from luoshi.common.language import say

#: how often the server looks after what falls due with time
TEND_SECONDS = 600


@click.command()
@click.option("--host", default=None, help="监听地址。 Address.")
@click.option("--port", type=int, default=None, help="端口。 Port.")
@click.option("--workers", type=click.IntRange(1), default=None, help="网页服务进程数。 Web processes.")
def serve(host: str | None, port: int | None, workers: int | None) -> None:
    """启动服务。 Serve the product: web server and background worker; Ctrl-C ends both."""
    prepare()
    run_servers(host, port, workers)


@click.command()
@click.option("--port", type=int, default=None, help="端口。 Port.")
@click.option("--no-serve", is_flag=True, help="只建库,不启动服务。 Fill only.")
def demo(port: int | None, no_serve: bool) -> None:
    """填好演示城市并启动服务。 Fill the invented demo city and serve it."""
    os.environ.setdefault("LUOSHI_DEMO", "1")
    prepare()
    from luoshi.demo import accounts, fill

    fill(report=click.echo)
    if no_serve:
        return
    click.echo(accounts())
    run_servers(None, port, None)


def prepare() -> None:
    """Start Django, bring the database up to date, pick up jobs that were cut off."""
    import django
    from django.core.management import call_command

    django.setup()
    if _is_behind():
        call_command("migrate", verbosity=0, interactive=False)
    _collect_static_files()
    from luoshi.documents.recovery import requeue_interrupted
    from luoshi.register.recovery import requeue_ledgers

    requeue_interrupted()
    requeue_ledgers()


def _is_behind() -> bool:
    """Whether a migration waits; asking takes a tenth of what the command takes."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


#: files of libraries that no page of ours asks for
UNUSED = ["redoc.standalone.js*"]


def _collect_static_files() -> None:
    """Collect and compress the static files when one of them has changed since the last time."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    listed = sorted(
        f"{name} {storage.size(name)} {storage.get_modified_time(name)}"
        for finder in get_finders()
        for name, storage in finder.list([])
    )
    digest = hashlib.sha256("\n".join(listed).encode()).hexdigest()
    stamp = settings.STATIC_ROOT / ".collected"
    if not stamp.exists() or stamp.read_text() != digest:
        call_command("collectstatic", verbosity=0, interactive=False, clear=True, ignore_patterns=UNUSED)
        stamp.write_text(digest)


def run_servers(host: str | None, port: int | None, workers: int | None) -> None:
    """The web server and the worker as children; both end together."""
    from django.conf import settings

    table = settings.LUOSHI
    host, port, workers = host or table["HOST"], port or table["PORT"], workers or table["WORKERS"]
    web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    web += ["--workers", str(workers), "--blocking-threads", "1", "--log-level", "warning", "luoshi.wsgi:application"]
    worker = [sys.executable, "-m", "django", "db_worker", "--interval", "0.5", "--no-startup-delay"]
    worker += ["--verbosity", "0"]
    children = [subprocess.Popen(web, start_new_session=True), subprocess.Popen(worker, start_new_session=True)]  # noqa: S603
    click.echo(
        say(
            f"\n落实 已启动： http://{host}:{port}/   （Ctrl-C 停止）",
            f"\nluoshi is up: http://{host}:{port}/   (Ctrl-C stops it)",
        )
    )
    for number in (signal.SIGINT, signal.SIGTERM):  # a shell may have started us with the first one ignored
        signal.signal(number, _as_interrupt)
    try:
        tended = 0.0
        while all(child.poll() is None for child in children):
            if time.monotonic() - tended > TEND_SECONDS:
                tend()
                tended = time.monotonic()
            time.sleep(0.3)
    except KeyboardInterrupt:
        click.echo(say("正在停止……", "stopping…"))
    finally:
        stop(children)


def tend() -> None:
    """What falls due with time: visitors' files whose hours are over are removed."""
    from django.db import close_old_connections

    from luoshi.common.actor import Actor
    from luoshi.documents.actions import expire_sources

    expire_sources(actor=Actor.system("到期清除"))
    close_old_connections()


def _as_interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def stop(children: list[subprocess.Popen[bytes]]) -> None:
    """Ask politely, then insist."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        try:
            child.wait(8)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
