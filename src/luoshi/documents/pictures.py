"""Pictures of pages, drawn once and kept beside the file."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from luoshi.documents.files import path_of


def forget_pictures(sha256: str) -> None:
    """Remove what was drawn of a file."""
    shutil.rmtree(_folder(sha256), ignore_errors=True)


def _folder(sha256: str) -> Path:
    return path_of(sha256).with_suffix(".pages")


def picture_of(sha256: str, number: int, draw: Callable[[], bytes]) -> Path:
    """Where the picture of a page lies; drawn first if it is not there yet."""
    folder = _folder(sha256)
    path = folder / f"{number}.png"
    if not path.exists():
        folder.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
            file.write(draw())
        Path(file.name).replace(path)
    return path
