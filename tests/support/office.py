"""One city, one body, a few of the demo's accounts and nothing to read: a luoshi that is there in seconds."""

from __future__ import annotations

import django

NAMES = {"ducha", "wenlv", "anquan"}


def fill() -> None:
    """Make the database and its accounts."""
    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    from luoshi.bodies.actions import PlaceRow, add_body, add_person, grant_post, import_places
    from luoshi.bodies.enums import BodyKind, Scheme
    from luoshi.bodies.models import Place
    from luoshi.common.actor import Actor
    from luoshi.demo import ACCOUNTS, PASSWORD

    call_command("migrate", verbosity=0, interactive=False)
    actor = Actor.system("测试")
    with transaction.atomic():
        rows = [PlaceRow(code="9901", name="珩川市")]
        import_places(actor=actor, rows=rows, scheme=Scheme.DEMO, vintage="2026", source="测试")
        body = add_body(actor=actor, name="珩川市数据局", kind=BodyKind.DEPARTMENT, place=Place.objects.get())
        for one in (account for account in ACCOUNTS if account.username in NAMES):
            person = add_person(actor=actor, username=one.username, name=one.name, password=PASSWORD, is_demo=True)
            grant_post(actor=actor, person=person, body=body, kind=one.kind)


if __name__ == "__main__":
    fill()
