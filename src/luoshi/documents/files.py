"""The file store: bytes under the name of their SHA-256."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Stored:
    """What was put into the store."""

    sha256: str
    size: int


def path_of(sha256: str) -> Path:
    """Where the bytes with this digest lie."""
    return Path(settings.MEDIA_ROOT) / sha256[:2] / sha256[2:]


def store(chunks: Iterable[bytes]) -> Stored:
    """Put bytes into the store; bytes that are there already are kept once.

    The file appears under its name only when it is complete and on the disk.
    """
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with tempfile.NamedTemporaryFile(dir=root, delete=False) as file:
        for chunk in chunks:
            digest.update(chunk)
            size += len(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    path = path_of(digest.hexdigest())
    path.parent.mkdir(exist_ok=True)
    Path(file.name).replace(path)
    return Stored(digest.hexdigest(), size)
