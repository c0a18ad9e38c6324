"""Who acts, where plain words name crews, wardens, sections and householders, and what only looks like a body.

Each case was annotated by hand: a paragraph, and for each commitment "owner | partners".
"""

from __future__ import annotations

import datetime as dt

import pytest

from luoshi_core.reading.commitments import find_commitments
from luoshi_core.reading.header import Header
from luoshi_core.reading.passages import Passage
from luoshi_core.reading.traced import Traced

CREWS_AND_WARDENS = {
    "镇巡逻队每晚巡查两次，发现险情10分钟内报告。": ["镇巡逻队", "镇巡逻队"],
    "护林员每天巡山一次，重点时段24小时值守。": ["护林员", "护林员"],
    "社区民警每月走访不少于20户。": ["社区民警"],
    "驾驶员不得疲劳驾驶。": ["驾驶员"],
    "各抢险队伍24小时待命。": ["各抢险队伍"],
    "消防队伍每季度演练一次。": ["消防队伍"],
    "片区网格长每周上报一次，巡河员每日记录水位。": ["片区网格长", "巡河员"],
    "燃气企业中秋节前完成管网检测，检测率达到100%。": ["燃气企业", "燃气企业"],
    "医院负责人要每周带队查房一次。": ["医院负责人"],
    "市教育局负责人要每月带队检查一次。": ["市教育局负责人"],
}

SECTIONS_AND_NEIGHBOURS = {
    "镇农业股每季度检查一次，宣传股负责信息报送。": ["镇农业股", "宣传股"],
    "局人事教育股委托第三方机构5月底前完成培训评估，参训率达到95%。": ["局人事教育股", "局人事教育股"],
    "值班局领导每日带班。": ["值班局领导"],
    "第三小组出工修渠2公里。": ["第三小组"],
    "由村合作社打理果园120亩。": ["村合作社"],
    "修渠2公里。（上湾组、下湾组出工，村委会牵头）": ["村委会 | 上湾组、下湾组"],
    "年底前添书300册。（村妇联）": ["村妇联"],
    "果园收入突破80万元。（云岭茶叶专业合作社）": ["云岭茶叶专业合作社"],
    "村民不得在河道边焚烧秸秆。": ["村民"],
    "任何人不得在广场两侧停放货车。": ["任何人"],
    "学生一律不得携带手机进入课堂。": ["学生"],
}

LISTS = {
    "县剧团和各乡镇文艺队年内演出60场。": ["县剧团 | 各乡镇文艺队"],
    "市交通局、市公安局和高速交警支队国庆节前完成整治3轮。": ["市交通局 | 市公安局、高速交警支队"],
    "任何单位和个人不得侵占绿地。": ["任何单位和个人"],
    "社区居委会和物业公司6月底前成立业委会12个。": ["社区居委会 | 物业公司"],
    "网格员和志愿者每周上门两次。": ["网格员 | 志愿者"],
    "县文明办与团县委3月底前招募志愿者600名。": ["县文明办 | 团县委"],
}

NO_BODIES = {
    "办升学宴不得超过10桌。": [""],
    "办理群众来信不得超过15天。": [""],
    "市融媒体平台年底前接入320个点位。": [""],
    "县融媒体中心平台每日更新。": [""],
    "县政务服务平台每月更新一次数据。": [""],
    "市、县两级办事大厅每周六开放窗口不少于8个。（牵头单位：市数据局）": ["市数据局"],
    "各网点24小时自助终端增加到40台。": [""],
    "市图书馆面积达到2万平方米。": [""],
    "县博物馆每周开放时间不少于60小时。": ["县博物馆"],
}

CASES = {**CREWS_AND_WARDENS, **SECTIONS_AND_NEIGHBOURS, **LISTS, **NO_BODIES}


def _owners(*items: tuple[tuple[str, ...], str], heading: str = "") -> list[str]:
    header = Header("某单位2026年工作要点", (), date=dt.date(2026, 2, 10), plan_year=2026)
    words = (Traced.of(heading),) if heading else ()
    passages = [Passage(path, text=Traced.of(text), heading_words=words) for path, text in items]
    return [" | ".join(filter(None, (c.owner, "、".join(c.partners)))) for c in find_commitments(passages, header)]


@pytest.mark.parametrize("text", CASES)
def test_the_one_who_acts_is_named_as_printed(text: str) -> None:
    assert _owners((("一", "1"), text)) == CASES[text]


INTRODUCTIONS = {
    "为做好今年防汛工作，我乡向县防汛抗旱指挥部郑重承诺，抓好以下各项工作：": "我乡",
    "2026年，我区将着力推进以下十件实事：": "我区",
    "我村在镇党委领导下，2026年重点做好以下几件事。": "我村",
    "我镇与各村签订责任书，各村要完成以下任务：": "各村",
    "由村妇联牵头，各村民小组配合，做好下列工作：": "村妇联 | 各村民小组",
}


@pytest.mark.parametrize("text", INTRODUCTIONS)
def test_a_sentence_that_introduces_a_section_names_who_acts_in_it_and_is_no_commitment(text: str) -> None:
    assert _owners(((), text), (("一",), "新建书房6座。")) == [INTRODUCTIONS[text]]


def test_what_stands_before_an_introduction_in_its_paragraph_is_kept() -> None:
    text = "县水利局3月底前完成排查。我镇将抓好以下工作："
    assert _owners(((), text), (("一",), "新建水闸6座。")) == ["县水利局", "我镇"]


def test_a_heading_about_a_place_names_nobody() -> None:
    assert _owners((("1",), "演出40场。"), heading="关于送戏下乡") == [""]
