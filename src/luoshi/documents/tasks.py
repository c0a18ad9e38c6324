"""Jobs: each takes ids, fetches, calls one action."""

from __future__ import annotations

from django_tasks import task

from luoshi.common.actor import Actor
from luoshi.documents.models import Source

BODIES_FIRST = 10


@task()
def read_source_task(source_id: int) -> None:
    """Read a file that waits."""
    from luoshi.documents.actions.read import read_source

    read_source(actor=Actor.system("读取"), source_id=source_id)


def enqueue_reading(source: Source) -> None:
    """Have a file read after the commit; those of bodies before those of visitors."""
    read_source_task.using(priority=BODIES_FIRST if source.body_id else 0).enqueue(source.pk)
