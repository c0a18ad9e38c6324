"""The bodies of the demo city: offices, departments, institutions, suppliers, communities."""

from __future__ import annotations

from luoshi.bodies.enums import BodyKind

#: printed name without the place, kind, other names without the place
CITY_BODIES: tuple[tuple[str, BodyKind, tuple[str, ...]], ...] = (
    ("人民政府办公室", BodyKind.DEPARTMENT, ("政府办", "政府办公室")),
    ("委督查室", BodyKind.DELIVERY, ("督查室", "督查考核室")),
    ("委宣传部", BodyKind.DEPARTMENT, ("宣传部",)),
    ("发展和改革委员会", BodyKind.DEPARTMENT, ("发改委", "发展改革委")),
    ("财政局", BodyKind.DEPARTMENT, ()),
    ("文化和旅游局", BodyKind.DEPARTMENT, ("文旅局", "文化旅游局")),
    ("教育局", BodyKind.DEPARTMENT, ()),
    ("民政局", BodyKind.DEPARTMENT, ()),
    ("人力资源和社会保障局", BodyKind.DEPARTMENT, ("人社局", "人力资源社会保障局")),
    ("自然资源局", BodyKind.DEPARTMENT, ("自规局",)),
    ("住房和城乡建设局", BodyKind.DEPARTMENT, ("住建局", "住房城乡建设局")),
    ("交通运输局", BodyKind.DEPARTMENT, ("交通局",)),
    ("农业农村局", BodyKind.DEPARTMENT, ()),
    ("卫生健康委员会", BodyKind.DEPARTMENT, ("卫健委", "卫生健康委")),
    ("应急管理局", BodyKind.DEPARTMENT, ("应急局",)),
    ("市场监督管理局", BodyKind.DEPARTMENT, ("市场监管局",)),
    ("体育局", BodyKind.DEPARTMENT, ()),
    ("数据局", BodyKind.DEPARTMENT, ()),
    ("残疾人联合会", BodyKind.DEPARTMENT, ("残联",)),
    ("图书馆", BodyKind.INSTITUTION, ()),
    ("文化馆", BodyKind.INSTITUTION, ()),
    ("博物馆", BodyKind.INSTITUTION, ()),
    ("歌舞团", BodyKind.SUPPLIER, ()),
)
COUNTY_BODIES: tuple[tuple[str, BodyKind, tuple[str, ...]], ...] = (
    ("委督查室", BodyKind.DELIVERY, ("督查室",)),
    ("财政局", BodyKind.DEPARTMENT, ()),
    ("文化和旅游局", BodyKind.DEPARTMENT, ("文旅局",)),
    ("教育和体育局", BodyKind.DEPARTMENT, ("教体局",)),
    ("农业农村局", BodyKind.DEPARTMENT, ()),
    ("市场监督管理局", BodyKind.DEPARTMENT, ("市场监管局",)),
    ("图书馆", BodyKind.INSTITUTION, ()),
    ("文化馆", BodyKind.INSTITUTION, ()),
)
