"""``luoshi import``: bring real data in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from luoshi.common.language import language, say

if TYPE_CHECKING:
    from luoshi.bodies.change import Change


@click.group()
def import_group() -> None:
    """导入真实数据。 Bring real data in."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


@import_group.command()
@click.option("--under", required=True, metavar="CODE", help="区划代码，例如 1407。 Division code, such as 1407.")
@click.option("--since", default=2000, show_default=True, metavar="YEAR", help="自哪年起。 From which year on.")
@click.option("--apply", "carry_out", is_flag=True, help="逐项执行能够执行的变更。 Carry out what can be carried out.")
def changes(under: str, since: int, carry_out: bool) -> None:
    """列出一地的区划变更，也可执行。 List the changes of a division, and carry them out."""
    from luoshi.bodies.division_changes import changes_under

    found = changes_under(under, since)
    for change in found:
        before, after = (
            " ".join(words).strip() or "—"
            for words in ((change.old_code, change.old_name), (change.new_code, change.new_name))
        )
        click.echo(f"{change.year} {change.type} {before} → {after} {change.number}".rstrip())
        if carry_out and change.kind is not None:
            click.echo("  " + _carried_out(change))
    click.echo(say(f"共 {len(found)} 项变更。", f"{len(found)} changes."))


def _carried_out(change: Change) -> str:
    """What came of one change, in words."""
    from luoshi.bodies.actions import apply_change
    from luoshi.common.actor import Actor
    from luoshi_core.errors import LuoshiError

    try:
        parts = apply_change(actor=Actor.system("导入"), change=change).parts
    except LuoshiError as error:
        return error.message(language())
    bodies = parts.exclude(from_body=None).count()
    places = parts.exclude(from_place=None).count()
    return say(f"已执行：{places} 个地区、{bodies} 个单位。", f"Carried out: {places} places, {bodies} bodies.")


@import_group.command()
@click.option(
    "--under", required=True, metavar="CODE", help="区划代码,例如 1407 或 140702。 Division code, such as 1407."
)
def places(under: str) -> None:
    """导入一地及其县、乡的名称、代码和示意轮廓。 A place with its counties and townships."""
    from luoshi.bodies.actions import import_places
    from luoshi.bodies.divisions import SOURCE, VINTAGE, divisions_under
    from luoshi.bodies.enums import Scheme
    from luoshi.common.actor import Actor

    rows = list(divisions_under(under))
    if not rows:
        raise click.ClickException(
            say(
                f"没有代码以 {under} 开头的地区。请用 2、4、6 或 9 位区划代码。",
                f"No place has a code that begins with {under}. Use 2, 4, 6 or 9 digits.",
            )
        )
    count = import_places(actor=Actor.system("导入"), rows=rows, scheme=Scheme.MCA, vintage=VINTAGE, source=SOURCE)
    click.echo(
        say(
            f"{rows[0].name}：共 {len(rows)} 个地区，新增或变动 {count} 个。",
            f"{rows[0].name}: {len(rows)} places, {count} new or changed.",
        )
    )
