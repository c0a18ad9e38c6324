"""Kinds of places, bodies and posts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Level(models.IntegerChoices):
    """The level of a place; the value is the number of digits its code has."""

    PROVINCE = 2, _("省级")
    CITY = 4, _("地级")
    COUNTY = 6, _("县级")
    TOWNSHIP = 9, _("乡级")
    VILLAGE = 12, _("村级")


class Scheme(models.TextChoices):
    """Who gives the codes. Codes of two schemes are never compared."""

    MCA = "mca", _("民政部行政区划代码")
    DEMO = "demo", _("演示")


class BodyKind(models.TextChoices):
    """What a body is."""

    GOVERNMENT = "government", _("党委政府")
    DELIVERY = "delivery", _("督查机构")
    DEPARTMENT = "department", _("部门")
    TOWNSHIP = "township", _("乡镇街道")
    INSTITUTION = "institution", _("公共机构")
    SUPPLIER = "supplier", _("供给单位")
    COMMUNITY = "community", _("村（社区）")


class PostKind(models.TextChoices):
    """What a person does in a body; permissions hang on it."""

    LEADER = "leader", _("领导")
    DELIVERY = "delivery", _("督查室")
    OFFICER = "officer", _("经办")
    INSPECTOR = "inspector", _("督查员")
    EDITOR = "editor", _("编辑")
    SUPPLIER = "supplier", _("供给方")
    COMMUNITY = "community", _("村（社区）人员")
    EVALUATOR = "evaluator", _("评估人员")
    SYSTEM_ADMIN = "system_admin", _("系统管理员")
    SECURITY_ADMIN = "security_admin", _("安全管理员")
    AUDITOR = "auditor", _("审计员")


class ProposalState(models.TextChoices):
    """What became of a body that was met in a document."""

    OPEN = "open", _("待定")
    ADDED = "added", _("已新增")
    JOINED = "joined", _("已归入")
    DISMISSED = "dismissed", _("不是单位")


class ReorganisationKind(models.TextChoices):
    """What happens to bodies or places."""

    RENAME = "rename", _("更名")
    MERGE = "merge", _("合并")
    SPLIT = "split", _("拆分")
    ABOLISH = "abolish", pgettext_lazy("reorganisation", "撤销")
    TRANSFER = "transfer", _("划转")


#: three powers that one person never holds together (GB/T 22239—2019)
ADMINISTRATORS = (PostKind.SYSTEM_ADMIN, PostKind.SECURITY_ADMIN, PostKind.AUDITOR)
