"""Refusals that any app may raise; pages turn them into words, the API into problems."""

from __future__ import annotations

from luoshi_core.errors import LuoshiError


class NotAllowed(LuoshiError):
    """The actor may not do this."""

    code = "not-allowed"
    zh = "您的岗位不能“{verb}”。需要时请联系本单位管理员调整岗位。"
    en = "Your posts do not allow “{verb}”. Ask your administrator if you need it."


class Refused(LuoshiError):
    """The step is not possible in this state or with these values; the reason says why."""

    code = "refused"
    zh = "{zh}"
    en = "{en}"
