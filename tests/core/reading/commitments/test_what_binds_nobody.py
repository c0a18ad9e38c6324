"""Words that look like tasks and bind nobody, and tasks that look like something else.

Each case was annotated by hand: a paragraph and the words of its commitments.
"""

from __future__ import annotations

import datetime as dt

import pytest

from luoshi_core.reading.commitments import find_commitments
from luoshi_core.reading.header import Header
from luoshi_core.reading.passages import Passage
from luoshi_core.reading.traced import Traced

NOTHING = [
    "紧紧围绕“十五五”开局，统筹发展和安全，奋力谱写医院高质量发展新篇章。",
    "为切实保障汛期供水安全，签订本责任书。",
    "感谢您对我局工作的关心和支持，欢迎继续提出宝贵意见。",
    "督查内容：各单位任务落实情况、资金拨付情况、台账建立情况。",
    "督查组采取“四不两直”方式，深入一线开展督查。",
    "重点督查是否建立台账、是否落实责任人。",
    "２０２５年，全院门急诊量达８６万人次，手术量增长１２％。",
    "截至1月底，已发放补贴320万元，惠及农户1800户。",
    "来信人反映，小区二次供水水压不足，希望年底前解决。",
    "当前，正值森林防火关键期，火险等级持续偏高。",
    "要深刻认识做好防汛工作的极端重要性，坚决克服麻痹思想。",
    "各地要结合实际，创造性地开展工作。",
    "各级党组织要切实履行主体责任，把各项任务抓紧抓实抓出成效。",
    "推动形成政府主导、部门联动、社会参与的工作格局。",
    "考核实行百分制，得分在90分以上的为优秀，60分以下的为不合格。",
    "日常考核占60%，年终考核占40%。",
    "被省级通报表扬的每次加3分，同一事项不重复加分。",
    "未按时报送材料的，每次扣0.5分，扣完为止。",
    "考核满分为100分，资金管理占20分。",
    "各级党组织要以高度的政治责任感抓紧抓细各项工作。",
    "各科室要站在全局的高度，主动作为，把好事办好、实事办实。",
    "全体干部要拿出真抓实干的劲头，把群众的事办实办好。",
    "大家要互相体谅，把小区管理得更好。",
    "支持各园区先行先试、大胆探索。",
    "乡里要求我村6月底前完成改厕80户。",
    "县文化局负责人答记者问",
]

SOMETHING = {
    "建成标准化病房12间，每间配备床位3张。": ["建成标准化病房12间，每间配备床位3张"],
    "农村自来水普及率达到96%，比上年提高2个百分点。": ["农村自来水普及率达到96%", "比上年提高2个百分点"],
    "到2027年，每10万人口拥有体育场地2800平方米；建成示范社区30个；其后常态化更新。": [
        "到2027年，每10万人口拥有体育场地2800平方米",
        "建成示范社区30个",
        "其后常态化更新",
    ],
    "对工作成效明显的单位予以通报表扬。": ["对工作成效明显的单位予以通报表扬"],
    "牵头单位每月5日前汇总情况，配合单位及时提供数据。": [
        "牵头单位每月5日前汇总情况",
        "配合单位及时提供数据",
    ],
    "新建24小时智慧书屋12个。": ["新建24小时智慧书屋12个"],
    "年内群众满意度测评达到95分以上。": ["年内群众满意度测评达到95分以上"],
    "县考核办12月20日前完成考核打分。": ["县考核办12月20日前完成考核打分"],
    "支持各园区建设标准厂房20万平方米。": ["支持各园区建设标准厂房20万平方米"],
    "镇长每季度主持召开一次调度会。": ["镇长每季度主持召开一次调度会"],
    "汛期各级各部门严格落实24小时值班和领导带班制度。": ["汛期各级各部门严格落实24小时值班和领导带班制度"],
}


def _quotes(text: str) -> list[str]:
    header = Header("某单位2026年工作要点", (), date=dt.date(2026, 2, 10), plan_year=2026)
    return [c.quote for c in find_commitments([Passage(("一", "1"), text=Traced.of(text))], header)]


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_nobody_could_report_on_are_passed_over(text: str) -> None:
    assert _quotes(text) == []


@pytest.mark.parametrize("text", SOMETHING)
def test_what_can_be_reported_on_is_kept_whole(text: str) -> None:
    assert _quotes(text) == SOMETHING[text]


def test_a_place_open_day_and_night_is_no_duty_round_the_clock() -> None:
    header = Header("某单位2026年工作要点", (), date=dt.date(2026, 2, 10), plan_year=2026)
    (one,) = find_commitments([Passage(("一",), text=Traced.of("新建24小时智慧书屋12个。"))], header)
    assert (one.cadence.value, [t.value for t in one.targets]) == ("once", [12.0])
