"""Year plans, minutes and reports: what opens a sentence, who acts in it, what is checked, and what only rouses.

Each case was annotated by hand: a paragraph, and for each commitment "words | owner | partners | due | targets".
"""

from __future__ import annotations

import datetime as dt

import pytest

from luoshi_core.reading.commitments import find_commitments
from luoshi_core.reading.header import Header
from luoshi_core.reading.model import Cadence, Commitment, Kind
from luoshi_core.reading.passages import Passage
from luoshi_core.reading.traced import Traced

OPENINGS = {
    "今年的目标是：接待游客120万人次，改造步道6公里。": [
        "接待游客120万人次 | 2026-12-31 | =120.0万人次",
        "改造步道6公里 | 2026-12-31 | =6.0公里",
    ],
    "全县的盼头是：年底前通车里程达到80公里。": ["年底前通车里程达到80公里 | 2026-12-31 | >=80.0公里"],
    "古桥保护范围内，一律不得新设摊点。": ["古桥保护范围内，一律不得新设摊点 | None"],
    "院内留存的石碑、匾额等物件，不得外运出售。": ["院内留存的石碑、匾额等物件，不得外运出售 | None"],
    "完善巡查台账，不得瞒报漏报。": ["完善巡查台账 | None", "不得瞒报漏报 | None"],
    "各社区要配备调解员，每社区不少于2名，4月底前公布电话。": [
        "各社区要配备调解员，每社区不少于2名 | None | >=2.0名",
        "4月底前公布电话 | 2026-04-30",
    ],
}

OWNERS = {
    "市场科会同县交警大队，“五一”前施划车位300个。": ["市场科 | 县交警大队"],
    "市卫生健康委会同市财政局，年底前在全市推开家庭医生签约。": ["市卫生健康委 | 市财政局"],
    "镇文化站8月底前办好书展；镇工会、团镇委暑假期间办班5个。": ["镇文化站", "镇工会 | 团镇委"],
    "县中医院实行24小时值班，值班人员不得脱岗。": ["县中医院", "值班人员"],
    "县美术馆应当保证每周开放时间不少于50小时；县展览馆应当保证每周开放时间不少于40小时。": [
        "县美术馆",
        "县展览馆",
    ],
    "不得以修路为由整村砍伐行道树。": [""],
}

TARGETS = {
    "接到报修后，物业公司须半小时内到场。": [("<=", 0.5, "小时")],
    "每场不超过一个半小时。": [("<=", 1.5, "小时")],
    "各村每周三组织一次清扫。": [],
    "各村要往一处想，3月底前清运垃圾20吨。": [("=", 20.0, "吨")],
    "抽检结果5个工作日内向社会公示。": [("<=", 5.0, "个工作日")],
    "考核结果7日内公布。": [("<=", 7.0, "日")],
    "新报到馆之日起3个工作日内上架。": [("<=", 3.0, "个工作日")],
}

ROUSING = [
    "干部要把功夫下在平时，少些“推拖绕”、多些“马上办”。",
    "各村要充分发挥能动性，心往一处想，奋力谱写和美乡村新篇章。",
    "各部门要把古树保护摆上重要议程，算好长远账。",
    "支持返乡青年、退休教师参与节目编排。",
    "商户敢闯，镇里就要敢干，让经营者安心创业。",
    "让我们把每一份嘱托记在心里，为建设幸福家园而不懈努力！",
    "今年是“十五五”开局之年，做好群众工作意义重大。",
    "实现上述目标，需要跳起来摘桃子，更需要一步一个脚印。",
    "重点抓好以下工作：",
    "民办博物馆向公众开放的，可以参照本办法执行。",
    "邻县的做法值得借鉴：每季度请居民评议一次，征集意见400条。",
]


def _read(text: str, heading: str = "") -> list[Commitment]:
    header = Header("某县2026年工作要点", (), date=dt.date(2026, 2, 10), plan_year=2026)
    words = (Traced.of(heading),) if heading else ()
    return list(find_commitments([Passage(("一", "1"), text=Traced.of(text), heading_words=words)], header))


def _targets(commitment: Commitment) -> list[tuple[str, float, str]]:
    return [(target.op.value, target.value, target.unit) for target in commitment.targets]


@pytest.mark.parametrize("text", OPENINGS)
def test_what_opens_a_sentence(text: str) -> None:
    told = []
    for found in _read(text):
        targets = ["".join(map(str, target)) for target in _targets(found)]
        told.append(" | ".join([found.quote, str(found.due), *targets]))
    assert told == OPENINGS[text]


@pytest.mark.parametrize("text", OWNERS)
def test_who_acts(text: str) -> None:
    assert [" | ".join(filter(None, (c.owner, *c.partners))) for c in _read(text)] == OWNERS[text]


@pytest.mark.parametrize("text", TARGETS)
def test_what_is_checked(text: str) -> None:
    assert [target for found in _read(text) for target in _targets(found)] == TARGETS[text]


@pytest.mark.parametrize("text", ROUSING)
def test_what_only_rouses_binds_nobody(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize("label", ["牵头股室", "牵头科室", "主责股室", "责任科", "牵头站所"])
def test_a_label_before_a_name_is_none_of_its_words(label: str) -> None:
    assert [found.owner for found in _read("修缮古井4口。", f"让老街亮起来（{label}：文保股）")] == ["文保股"]


def test_an_interval_is_a_level_and_no_time_limit_from_an_event() -> None:
    (found,) = _read("发车间隔控制在15分钟以内。")
    assert (found.cadence, found.kind) == (Cadence.ONCE, Kind.TARGET)


def test_the_share_that_is_checked_is_a_figure_to_be_reached() -> None:
    (found,) = _read("此后每季度抽查面不少于三分之一。")
    assert (found.cadence, found.kind) == (Cadence.QUARTERLY, Kind.TARGET)
