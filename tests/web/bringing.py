"""Files brought in for tests."""

from __future__ import annotations

from luoshi.bodies.models import Body
from luoshi.common.actor import Actor
from luoshi.documents.actions import read_source, receive_source
from luoshi.documents.models import Source

SYSTEM = Actor.system("测试")
TEXT = "一、供水\n县水利局牵头，县财政局配合，2026年9月底前建成泵站3座。\n严禁向群众收费。\n"


def bring(body: Body | None, text: str | bytes = TEXT, name: str = "通知.txt", actor: Actor = SYSTEM) -> Source:
    """A file that waits to be read."""
    data = text.encode() if isinstance(text, str) else text
    return receive_source(actor=actor, name=name, chunks=[data], size=len(data), body=body)[0]


def bring_and_read(
    body: Body | None, text: str | bytes = TEXT, name: str = "通知.txt", actor: Actor = SYSTEM
) -> Source:
    """A file that was read."""
    source = bring(body, text, name, actor)
    read_source(actor=SYSTEM, source_id=source.pk)
    source.refresh_from_db()
    return source
