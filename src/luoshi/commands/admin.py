"""``luoshi admin``: the first administrators (all others are made by them on the pages), and the search made anew."""

from __future__ import annotations

import click

from luoshi.common.language import language, say

ROLES = {"system": "system_admin", "security": "security_admin", "auditor": "auditor"}


class _AddByDefault(click.Group):
    """``luoshi admin NAME …`` means ``luoshi admin add NAME …``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``add`` before a first word that is no command."""
        known = {*self.commands, *ctx.help_option_names}
        return super().parse_args(ctx, args if not args or args[0] in known else ["add", *args])


@click.group(cls=_AddByDefault)
def admin() -> None:
    """新建管理员（三类管理员须三人分任）；重建搜索索引。 Make an administrator; rebuild the search."""


@admin.command()
def reindex() -> None:
    """重建全部搜索索引。 Rebuild every index of the search."""
    import django

    django.setup()
    from django.core.management import call_command

    from luoshi.common.fulltext import rebuild_all

    call_command("migrate", verbosity=0, interactive=False)
    for table, count in rebuild_all().items():
        click.echo(say(f"{table}：{count} 条。", f"{table}: {count} rows."))


@admin.command()
@click.argument("username")
@click.option("--name", required=True, help="姓名。 Name.")
@click.option("--role", type=click.Choice(sorted(ROLES)), required=True, help="岗位。 Post.")
@click.option("--body", "body_name", required=True, help="所在单位。 Body, made if it is not there.")
@click.option("--place", "code", required=True, metavar="CODE", help="单位所在地区代码，例如 1407。 Code of its place.")
@click.password_option(help="初始密码，首次登录须修改。 First password.")
def add(username: str, name: str, role: str, body_name: str, code: str, password: str) -> None:
    """新建一名管理员（三类管理员须三人分任）。 Make an administrator."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    from luoshi.bodies.actions import add_body, add_person, grant_post
    from luoshi.bodies.enums import BodyKind, PostKind
    from luoshi.bodies.models import Place
    from luoshi.common.actor import Actor
    from luoshi_core.errors import LuoshiError

    call_command("migrate", verbosity=0, interactive=False)
    place = Place.objects.filter(code=code).first()
    if place is None:
        raise click.ClickException(
            say(
                f"没有代码为 {code} 的地区，请先：luoshi import places --under {code}",
                f"No place {code}: import it first.",
            )
        )
    actor = Actor.system("安装")
    try:
        with transaction.atomic():
            body = add_body(actor=actor, name=body_name, kind=BodyKind.DEPARTMENT, place=place)
            person = add_person(actor=actor, username=username, name=name, password=password)
            grant_post(actor=actor, person=person, body=body, kind=PostKind(ROLES[role]))
    except LuoshiError as error:
        raise click.ClickException(error.message(language())) from None
    click.echo(say(f"已新建 {username}（{name}）。", f"Made {username} ({name})."))
