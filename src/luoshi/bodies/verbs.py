"""The verbs of this app as they stand in the journal."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "bodies.import_places": _("导入地区"),
    "bodies.add_body": _("新增单位"),
    "bodies.add_alias": _("登记别名"),
    "bodies.add_person": _("新增人员"),
    "bodies.deactivate_person": _("停用账号"),
    "bodies.grant_post": _("授予岗位"),
    "bodies.end_post": _("免去岗位"),
    "bodies.unlock_person": _("解除锁定"),
    "bodies.reset_password": _("重置密码"),
    "bodies.change_password": _("修改密码"),
    "bodies.set_second_factor": _("启用第二因素"),
    "bodies.drop_second_factor": _("停用第二因素"),
    "bodies.join_identity": _("绑定外部身份"),
    "bodies.drop_identity": _("解除外部身份"),
    "bodies.issue_token": _("签发令牌"),
    "bodies.revoke_token": _("吊销令牌"),
    "bodies.sign_in": _("登录"),
    "bodies.sign_in_failed": _("登录失败"),
    "bodies.lock_out": _("锁定账号"),
    "bodies.sign_out": _("退出登录"),
}
