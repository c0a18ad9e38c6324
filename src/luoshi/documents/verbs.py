"""The verbs of this app as they stand in the journal."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "documents.receive_source": _("投入文件"),
    "documents.read_source": _("读取文件"),
    "documents.retry_source": _("重新读取"),
    "documents.publish_source": _("公开文件"),
    "documents.withdraw_source": _("取消公开"),
    "documents.remove_source": _("删除文件"),
    "documents.expire_sources": _("清除到期文件"),
}
