"""Pictures of pages, drawn once and kept beside the file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from luoshi.documents.files import path_of


def picture_of(sha256: str, number: int, draw: Callable[[], bytes]) -> Path:
    """Where the picture of a page lies; drawn first if it is not there yet."""
    folder = path_of(sha256).with_suffix(".pages")
    path = folder / f"{number}.png"
    if not path.exists():
        folder.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
            file.write(draw())
        Path(file.name).replace(path)
    return path
