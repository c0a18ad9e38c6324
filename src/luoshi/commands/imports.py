"""``luoshi import``: bring real data in."""

from __future__ import annotations

import click

from luoshi.common.language import say


@click.group()
def import_group() -> None:
    """导入真实数据。 Bring real data in."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


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
