"""Who acts, in the words of hospitals, schools, companies, zones, villages and congresses.

Each case was annotated by hand: a paragraph, and for each commitment "owner | partners".
"""

from __future__ import annotations

import datetime as dt

import pytest

from luoshi_core.reading.commitments import find_commitments
from luoshi_core.reading.header import Header
from luoshi_core.reading.passages import Passage
from luoshi_core.reading.traced import Traced

INNER_UNITS = {
    "医务科每月抽查病历不少于200份，质控办每季度通报一次结果。": ["医务科", "质控办"],
    "院办公室牵头，医务部、护理部、各临床科室配合，6月底前完成系统升级。": ["院办公室 | 医务部、护理部、各临床科室"],
    "各科室要在3月31日前完成应急预案修订，并报院感科备案。": ["各科室"],
    "护理部负责组织全院护士培训4期。": ["护理部"],
    "公司安全部每周检查一次，各部室、各分公司月底前完成整改。": ["公司安全部", "各部室 | 各分公司"],
    "教务处牵头修订课程计划，7月10日前报校长办公会审定。": ["教务处"],
    "后勤处会同保卫处开展宿舍检查，每月不少于2次。": ["后勤处 | 保卫处"],
    "校长办公会每学期专题研究一次食堂安全。": ["校长办公会"],
    "班主任每月家访不少于5户，任课教师每学期听课不少于20节。": ["班主任", "任课教师"],
    "修订议事规则。（办公室、党群工作部）": ["办公室 | 党群工作部"],
}

COMPANIES_AND_ZONES = {
    "水务集团年底前完成老旧管网改造38公里。": ["水务集团"],
    "国网岫云县供电公司6月底前完成12个台区改造。": ["国网岫云县供电公司"],
    "物业服务企业每季度公示一次收支情况。": ["物业服务企业"],
    "项目法人每周报送一次工程进度。": ["项目法人"],
    "业主单位、承建单位要于8月底前完成主体封顶。": ["业主单位 | 承建单位"],
    "理事会每半年召开一次会议，监事会每年公布一次账目。": ["理事会", "监事会"],
    "经济发展局、财政金融局按季度兑现奖补资金。": ["经济发展局 | 财政金融局"],
    "招商一局、招商二局各引进亿元项目6个。": ["招商一局 | 招商二局"],
    "会议明确，由开发区管委会负责，县林业局配合，4月底前完成用地报批。": ["开发区管委会 | 县林业局"],
    "企业开办时间压缩至0.5个工作日。": [""],
}

TOWNS_AND_VILLAGES = {
    "驻村工作队每月走访脱贫户一遍。": ["驻村工作队"],
    "镇安监站、派出所、市监所联合开展夜查行动，每周不少于1次。": ["镇安监站 | 派出所、市监所"],
    "图书馆、文化馆暑假期间各举办夏令营3期。": ["图书馆 | 文化馆"],
    "市歌舞团年内为乡村演出80场。": ["市歌舞团"],
    "被督查单位收到通知后3日内报送自查报告。": ["被督查单位"],
    "市级财政对新建公厕每座补助5万元。": ["市级财政"],
    "完善代表联络站20个。（代工委、各镇人大）": ["代工委 | 各镇人大"],
    "市纪委监委驻市教育局纪检监察组全年开展专项检查2次。": ["市纪委监委驻市教育局纪检监察组"],
}

WHO_HELPS = {
    "由市住建局牵头，市城管局配合，6月底前完成排查；由市交通局牵头，7月底前完成整改。": [
        "市住建局 | 市城管局",
        "市交通局",
    ],
    "市水务局会同各区政府完成清淤26公里，下一步还将会同市生态环境局建设监测站8座。": [
        "市水务局 | 各区政府",
        "市水务局 | 市生态环境局",
    ],
    "县农业农村局负责育苗，县林业局负责栽植，各乡镇（街道）负责管护，3月底前完成造林1.2万亩。": [
        "县农业农村局",
        "县林业局",
        "各乡镇（街道）",
    ],
    "连续两个月出水浊度超标的水厂，由市水务局责令限期整改。": ["市水务局"],
    "存在重大隐患的校舍一律停止使用。": [""],
    "对存在重大隐患的自建房一律停止使用，由属地乡镇组织人员撤离。": ["属地乡镇"],
}

CASES = {**INNER_UNITS, **COMPANIES_AND_ZONES, **TOWNS_AND_VILLAGES, **WHO_HELPS}


@pytest.mark.parametrize("text", CASES)
def test_the_one_who_acts_is_named_as_printed(text: str) -> None:
    header = Header("某单位2026年工作要点", (), date=dt.date(2026, 2, 10), plan_year=2026)
    found = find_commitments([Passage(("一", "1"), text=Traced.of(text))], header)
    assert [" | ".join(filter(None, (c.owner, "、".join(c.partners)))) for c in found] == CASES[text]


def _owners(*items: tuple[tuple[str, ...], str]) -> list[str]:
    header = Header("某单位2026年工作要点", (), date=dt.date(2026, 2, 10), plan_year=2026)
    found = find_commitments([Passage(path, text=Traced.of(text)) for path, text in items], header)
    return [" | ".join(filter(None, (c.owner, "、".join(c.partners)))) for c in found]


def test_an_introduction_names_who_acts_and_the_item_with_whom() -> None:
    items = (("一",), "我局将做好以下工作："), (("一", "1"), "会同市财政局制定奖补办法。")
    assert _owners(*items) == ["我局 | 市财政局"]


def test_a_sentence_right_behind_a_heading_says_who_answers_for_all_below() -> None:
    items = (("一",), "由县水利局负责，各乡镇配合。"), (("一", "1"), "清淤26公里。"), (("二", "1"), "加固堤防3处。")
    assert _owners(*items) == ["县水利局 | 各乡镇", ""]


def test_the_same_sentence_behind_the_items_says_it_for_those_before() -> None:
    assert _owners((("一",), "清淤26公里。"), (("一",), "由县水利局负责，各乡镇配合。")) == ["县水利局 | 各乡镇"]


def test_a_duty_behind_a_colon_is_that_of_the_body_before_it() -> None:
    assert _owners((("3",), "各村（社区）：组织群众转移，落实24小时值班。")) == ["各村（社区）"]
