"""Groups are no bodies."""

import pytest

from luoshi_core.body_names import is_group

GROUPS = (
    "各乡镇人民政府 有关部门 相关单位 县（市、区）人民政府 乡镇（街道） 各县（市、区） 县区 市直有关部门 成员单位"
    " 局长 学生家长 市县两级 市公安局等部门 市教育局各科室 全市文化馆 主要负责人 馆"
)
BODIES = "岫云县文化和旅游局 市文旅局 县教育局 珩川市委督查室 棠寨镇 棠寨镇人民政府 市政府办 县妇联 云锦街道办事处"


@pytest.mark.parametrize("words", GROUPS.split())
def test_a_group_a_kind_or_a_person_is_no_body(words):
    assert is_group(words)


@pytest.mark.parametrize("words", BODIES.split())
def test_one_body_is_none(words):
    assert not is_group(words)
