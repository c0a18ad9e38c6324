"""States of a commitment and of a ledger that is being brought in."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """How far a commitment is on its way into the published register (``luoshi_core.lifecycle.REGISTER``)."""

    PROPOSED = "proposed", _("拟任务")
    ACCEPTED = "accepted", _("已采纳")
    REJECTED = "rejected", pgettext_lazy("state", "不采纳")
    REGISTERED = "registered", _("在册")
    WITHDRAWN = "withdrawn", _("已撤销")


#: states whose commitments belong to the next version
STANDING = (State.ACCEPTED, State.REGISTERED)


class ImportState(models.TextChoices):
    """How far a ledger is on its way into the register."""

    READING = "reading", _("正在读取")
    FAILED = "failed", _("无法读取")
    MAPPING = "mapping", _("待确认列")
    PREVIEWED = "previewed", _("待确认")
    APPLIED = "applied", _("已导入")
    DISMISSED = "dismissed", _("已放弃")


class RowKind(models.TextChoices):
    """What a row of a ledger would do."""

    NEW = "new", pgettext_lazy("row", "新增")
    CHANGED = "changed", _("改动")
    CONFLICT = "conflict", _("冲突")
    FAULT = "fault", _("有误")
    SKIPPED = "skipped", _("未取")
