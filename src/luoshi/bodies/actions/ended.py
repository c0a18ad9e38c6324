"""A body that is no more takes nothing new."""

from __future__ import annotations

from luoshi.bodies.models import Body
from luoshi.common.errors import Refused


def refuse_ended(body: Body) -> None:
    """Raise Refused for a body that was ended, naming the one that stands for it today."""
    if body.ended_on is None:
        return
    if body.successor is None:
        raise Refused(
            zh=f"“{body.name}”已于 {body.ended_on} 撤销，请用别的名称。",
            en=f"“{body.name}” was abolished on {body.ended_on}. Use another name.",
        )
    raise Refused(
        zh=f"“{body.name}”已并入“{body.successor.name}”，请用后者。",
        en=f"“{body.name}” has become part of “{body.successor.name}”. Use that one.",
    )
