"""Jobs: each takes ids, fetches, calls one action."""

from __future__ import annotations

from django_tasks import task

from luoshi.common.actor import Actor


@task()
def read_source_task(source_id: int) -> None:
    """Read a file that waits."""
    from luoshi.documents.actions.read import read_source

    read_source(actor=Actor.system("读取"), source_id=source_id)
