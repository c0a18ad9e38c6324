"""What kind of body a name tells of; the values are those that the product uses."""

from __future__ import annotations

import re
from typing import Final

#: the first that fits decides
_KINDS: Final = (
    (
        "community",
        r"(?:村民委员会|居民委员会|村委会|居委会|社区|村党支部|(?<!下)村)$|[村居](?:股份)?经济(?:合作社|联合社)$",
    ),
    ("delivery", r"(?:督查室|督查办|督办室|督查局|督查科|督查组|督查考核[室办](?:公室)?|督查考核中心)$"),
    ("township", r"(?:[镇乡](?:人民政府|政府|党委)?|街道(?:办事处|党工委|办)?)$"),
    (
        "supplier",
        r"(?:公司|集团|合作社|[剧歌舞艺乐文]工?团|协会|学会|商会|银行|支行|工作室|[^兵]厂|影城|影院|服务社|俱乐部)$",
    ),
    (
        "institution",
        r"(?:馆|[^法检]院(?<!检察院)|学校|[中小大]学|幼儿园|中心|站|台|报社|公园|景区|动物园|植物园|研究所|卫生所|所)$",
    ),
    (
        "government",
        r"(?:人民政府|市政府|县政府|区政府|省政府|管委会|管理委员会|人大常委会|政协|(?:^|[省市县区州旗])委|党委)$",
    ),
    ("government", r"^(?:中共|中国共产党).{0,12}委员会$"),
)
_COMPILED: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_DEPARTMENT: Final = re.compile(
    r"(?:局|委|办|部|厅|室|处|科|股|会|署|法院|检察院|[支大总中]队|队|组|专班|指挥部|办公室|[妇残文科侨]联|工商联|党校|分局)$"
)


def kind_of(name: str) -> str | None:
    """The kind that the name tells of, or None when it does not sound like a body at all.

    >>> kind_of("岫云县文化和旅游局"), kind_of("珩川市委督查室"), kind_of("棠寨镇人民政府"), kind_of("认真")
    ('department', 'delivery', 'township', None)
    """
    for kind, pattern in _COMPILED:
        if pattern.search(name):
            return kind
    return "department" if _DEPARTMENT.search(name) else None
