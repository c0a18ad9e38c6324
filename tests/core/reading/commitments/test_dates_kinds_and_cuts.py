"""When, how often, how much, of what kind and where one commitment ends, in sentences that were once misread.

Each case was annotated by hand: a paragraph, and for each commitment
"words | due | cadence | kind | targets"; what can be left out is none, once and action.
"""

from __future__ import annotations

import datetime as dt

import pytest

from luoshi_core.reading.commitments import find_commitments
from luoshi_core.reading.header import Header
from luoshi_core.reading.passages import Passage
from luoshi_core.reading.traced import Traced

DAYS = {
    "各县局自本通知印发之日起10日内报送名单，每月5日前报送进度。": [
        "各县局自本通知印发之日起10日内报送名单 | 2026-03-12",
        "每月5日前报送进度 | | monthly",
    ],
    "3月15日起至10月31日，市园林局每日巡查。": ["3月15日起至10月31日，市园林局每日巡查 | 2026-10-31 | daily"],
    "市水利局从9月起开展专项整治，每周通报一次。": [
        "市水利局从9月起开展专项整治 | 2026-09-01",
        "每周通报一次 | | weekly",
    ],
    "居民报修后1日内上门，3日内修复，返修率不超过2%。": [
        "居民报修后1日内上门 | | standing | standing | <=1日",
        "3日内修复 | | standing | standing | <=3日",
        "返修率不超过2% | | | target | <=2%",
    ],
    "收到本通知后5日内报送方案，10日内完成整改。": [
        "收到本通知后5日内报送方案 | 2026-03-07",
        "10日内完成整改 | 2026-03-12",
    ],
    "三年累计培训护林员不少于900名。": ["三年累计培训护林员不少于900名 | 2028-12-31 | | | >=900名"],
    "线上课程总量2027年翻一番。": ["线上课程总量2027年翻一番 | 2027-12-31 | | target | x2倍"],
    "镇财政所今年列支护路经费40万元，专户管理。": [
        "镇财政所今年列支护路经费40万元，专户管理 | 2026-12-31 | | | =40万元"
    ],
    "市住建局长期保留公示栏2处。": ["市住建局长期保留公示栏2处 | | standing | standing | =2处"],
    "上述任务除另有规定外，均须于10月底前完成。市司法局印发指引。": ["市司法局印发指引 | 2026-10-31"],
}
CUTS = {
    "村委会请工程队修桥，4月10日前动工，9月20日前完工。": [
        "村委会请工程队修桥，4月10日前动工 | 2026-04-10",
        "9月20日前完工 | 2026-09-20",
    ],
    "市园林局安装座椅，5月底前装好，6月中旬前刷漆。": [
        "市园林局安装座椅，5月底前装好 | 2026-05-31",
        "6月中旬前刷漆 | 2026-06-20",
    ],
    "全年用水量下降5%，规模养殖场废水回用率提高到60%。": [
        "全年用水量下降5% | 2026-12-31 | | target | -%5%",
        "规模养殖场废水回用率提高到60% | 2026-12-31 | | target | >=60%",
    ],
}
KINDS = {
    "宴席不得超过12桌。": ["宴席不得超过12桌 | | standing | prohibition | <=12桌"],
    "摆拍作秀一律不搞。": ["摆拍作秀一律不搞 | | standing | prohibition"],
    "设施农业面积比上年增加200亩。": ["设施农业面积比上年增加200亩 | | | target | =200亩"],
    "带动企业研发投入增长8%。": ["带动企业研发投入增长8% | | | target | +%8%"],
    "湖区水质稳定保持在Ⅱ类以上。": ["湖区水质稳定保持在Ⅱ类以上 | | | target"],
    "年底前实现村级食堂全覆盖。": ["年底前实现村级食堂全覆盖 | 2026-12-31 | | target | >=100%"],
    "市数据局将原来由5个平台分别填报的12张报表整合为2张。": [
        "市数据局将原来由5个平台分别填报的12张报表整合为2张 | | | | =2张"
    ],
    "全年走访企业700家次。": ["全年走访企业700家次 | 2026-12-31 | | | =700家次"],
    "镇河长每季度主持召开一次调度会。": ["镇河长每季度主持召开一次调度会 | | quarterly"],
}
CASES = {**DAYS, **CUTS, **KINDS}

NOTHING = [
    "坚持以群众为中心的导向，坚持城乡一体、建管并重，把更多资源向山村倾斜，努力让群众享有更美好的生活。",
    "各级各部门务必以时不我待的紧迫感，把各项工作抓早抓细抓实，确保大局和谐稳定。",
    "各单位要站在为群众负责的高度，加强领导，层层传导压力。",
    "让我们携起手来，把家乡建设得更美。",
    "支持各镇先行先试。",
    "主持人传达了区里会议精神，区里要求各镇年底前建成公园5个。",
    "市水利局从去年5月起推行河道“一张图”，各站每月填报时间由4天减少到1天。",
]


def _read(text: str) -> list[str]:
    header = Header(
        "某市公共服务三年行动计划（2026—2028年）", (), date=dt.date(2026, 3, 2), plan_year=2026, plan_end=2028
    )
    rows = []
    for c in find_commitments([Passage(("一", "1"), text=Traced.of(text))], header):
        targets = "、".join(f"{t.op.value}{t.value:g}{t.unit}" for t in c.targets)
        due = c.due.isoformat() if c.due else ""
        rows.append(" | ".join((c.quote, due, c.cadence.value, c.kind.value, targets)))
    return rows


def _full(row: str) -> str:
    cells = [cell.strip() for cell in row.split("|")]
    cells += [""] * (5 - len(cells))
    return " | ".join((*cells[:2], cells[2] or "once", cells[3] or "action", cells[4]))


@pytest.mark.parametrize("text", CASES)
def test_dates_kinds_and_cuts(text: str) -> None:
    assert _read(text) == [_full(row) for row in CASES[text]]


@pytest.mark.parametrize("text", NOTHING)
def test_earnest_words_and_what_has_been_reached_bind_nobody(text: str) -> None:
    assert _read(text) == []
