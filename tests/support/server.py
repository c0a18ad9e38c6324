"""A real luoshi, as an operator starts it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def environment_of(folder: Path) -> dict[str, str]:
    """The environment of a luoshi that keeps everything in a folder of its own."""
    return {
        **os.environ,
        "LUOSHI_DATA_DIR": str(folder),
        "LUOSHI_LANGUAGE": "zh-hans",
        "LUOSHI_WORKERS": "1",
        "DJANGO_SETTINGS_MODULE": "luoshi.settings",
    }


@contextmanager
def serve(command: str, environment: dict[str, str]) -> Iterator[str]:
    """The address of ``luoshi serve`` or ``luoshi demo`` while it runs."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    path = Path(environment["LUOSHI_DATA_DIR"]) / "log"
    log = path.open("w")
    program = [Path(sys.executable).parent / "luoshi", command, "--port", str(port)]
    server = subprocess.Popen(program, env=environment, stdout=log, stderr=log)
    try:
        _wait(f"http://127.0.0.1:{port}/", server, path)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        assert server.wait(20) == 0, path.read_text()


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        assert server.poll() is None, f"the server did not start:\n{log.read_text()}"
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(f"the server did not answer:\n{log.read_text()}")
