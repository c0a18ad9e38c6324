"""States and kinds of what was read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SourceState(models.TextChoices):
    """How far the reading of a file is."""

    QUEUED = "queued", _("等待读取")
    READING = "reading", _("正在读取")
    READ = "read", _("已读取")
    FAILED = "failed", _("无法读取")


class Cadence(models.TextChoices):
    """How often a commitment falls due."""

    ONCE = "once", _("一次")
    DAILY = "daily", _("每日")
    WEEKLY = "weekly", _("每周")
    MONTHLY = "monthly", _("每月")
    QUARTERLY = "quarterly", _("每季度")
    YEARLY = "yearly", _("每年")
    STANDING = "standing", _("长期")


class Kind(models.TextChoices):
    """What sort of promise it is."""

    ACTION = "action", _("行动")
    TARGET = "target", _("指标")
    PROHIBITION = "prohibition", _("禁止")
    STANDING = "standing", _("长期事项")
