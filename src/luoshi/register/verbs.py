"""The verbs of this app as they stand in the journal."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "register.open_review": _("开始审核"),
    "register.add_commitment": _("补充任务"),
    "register.edit_commitment": _("修改任务"),
    "register.edit_commitments": _("批量修改任务"),
    "register.accept_commitment": _("采纳任务"),
    "register.reject_commitment": _("不采纳任务"),
    "register.reopen_commitment": _("重新审核任务"),
    "register.withdraw_commitment": _("撤销任务"),
    "register.restore_commitment": _("恢复任务"),
    "register.split_commitment": _("拆分任务"),
    "register.merge_commitments": _("合并任务"),
    "register.requote_commitment": _("改选原文"),
    "register.publish_register": _("发布台账"),
    "register.follow_body": _("随机构调整"),
    "register.save_view": _("保存视图"),
    "register.remove_view": _("删除视图"),
    "register.receive_ledger": _("上传台账"),
    "register.preview_ledger": _("核对台账"),
    "register.confirm_mapping": _("确认列对应"),
    "register.apply_ledger": _("导入台账"),
    "register.dismiss_ledger": _("放弃导入"),
}
