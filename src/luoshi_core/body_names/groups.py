"""Words that mean several bodies or nobody in particular: 各乡镇人民政府, 有关部门. They are no body."""

from __future__ import annotations

import re

_OPENS = re.compile(
    r"^(?:各|有关|相关|其他|其它|其余|所有|全体|全部|任何|上级|下级|上述|以上|本级|同级|该|对口|责任|牵头|配合|成员|全[省市县区州镇乡村])|各"
)
_AREAS = r"(?:省|市|州|盟|县|区|旗|乡|镇|街|街道|村|居|社区|园区|地|厂|场|校|院)"
#: 县（市、区）, 乡镇（街道）, 市县区, 村居: levels of places without a name
_LEVELS = re.compile(rf"^{_AREAS}{{2,}}(?:人民政府|政府|办事处|党委|党委政府|党（工）委)?$")
_VAGUE_ENDS = (
    r"部门|单位|机构|组织|企业|人员|群众|居民|村民|干部|党员|主体|方面|各方|责任人|负责人|负责同志|领导|同志"
    r"|市民|学生|家长"
)
_VAGUE = re.compile(rf"(?:{_VAGUE_ENDS}|两级|三级|四级|等)$")
_POST = re.compile(r"(?:[县市区镇乡局处科校院馆站所园村河林路]长|主任|书记|秘书长|主席|专员|管理员|网格员|志愿者)$")
_MARKS = re.compile(r"[（）()、，,／/\s]")


def is_group(name: str) -> bool:
    """Whether the words name a group, a kind or a person and not one body.

    >>> is_group("各乡镇人民政府"), is_group("县（市、区）人民政府"), is_group("岫云县文化和旅游局")
    (True, True, False)
    """
    plain = _MARKS.sub("", name)
    if len(plain) < 2 or _OPENS.search(plain):
        return True
    return any(pattern.search(plain) for pattern in (_LEVELS, _VAGUE, _POST))
