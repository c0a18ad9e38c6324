"""The command line: ``luoshi read | demo | serve | import | journal``."""

from __future__ import annotations

import os

import click

from luoshi import __version__
from luoshi.commands.admin import admin
from luoshi.commands.imports import import_group
from luoshi.commands.journal import journal
from luoshi.commands.read import read
from luoshi.commands.serve import demo, serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """落实 luoshi：从一句印发的话，到人人可感、人人可查的结果。

    From a published decision to a result that people can feel and anyone can check.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "luoshi.settings")


main.add_command(read)
main.add_command(serve)
main.add_command(demo)
main.add_command(import_group, "import")
main.add_command(journal)
main.add_command(admin)
