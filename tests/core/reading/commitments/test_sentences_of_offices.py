"""Sentences of companies, schools, hospitals and offices: who is meant, what joins what, what binds nobody.

Like the tables of ``test_sentences_of_plans``: annotated by hand first, a paragraph and
for each commitment "words | owner | partners | due | cadence | kind", and " | targets" where
those are the point. In a page, "一 words" is a heading, "*words" a paragraph without a number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from luoshi_core.reading.commitments import find_commitments
from luoshi_core.reading.header import Header
from luoshi_core.reading.model import Heading
from luoshi_core.reading.passages import Passage
from luoshi_core.reading.traced import Traced

#: A heading may say who answers, a sentence under it or before it who does all of it.
INTRODUCED = {
    (
        "一 防汛问题整改",
        "*12月底前完成堤防隐患整改14处。",
        "新建堤防3公里。",
        "清理河障20处。",
        "*责任单位：县水利局",
        "*整改时限：2026年9月底",
        "更换水泵6台。",
        "*责任单位：县城管局",
        "*整改时限：5月底前",
    ): [
        "12月底前完成堤防隐患整改14处 | 县水利局 | | 2026-12-31",
        "新建堤防3公里 | 县水利局 | | 2026-09-30",
        "清理河障20处 | 县水利局 | | 2026-09-30",
        "更换水泵6台 | 县城管局 | | 2026-05-31",
    ],
    ("一 建好新校区", "*以下任务由工程办公室负责，财务部配合：", "建成教学楼2栋。"): [
        "建成教学楼2栋 | 工程办公室 | 财务部",
    ],
    ("一 改造棚户区", "*下列任务由市住建局牵头，各区政府配合。", "改造房屋900套。"): [
        "改造房屋900套 | 市住建局 | 各区政府",
    ],
    ("一 市水务局、各县（区）", "疏浚河道12公里。"): ["疏浚河道12公里 | 市水务局 | 各县（区）"],
    ("*我公司郑重承诺：", "换热站每日巡检3次。", "水温不低于45℃。"): [
        "换热站每日巡检3次 | 我公司 | | | daily",
        "水温不低于45℃ | 我公司 | | | once | target",
    ],
    ("*我局将做好以下工作：", "一 服务企业", "6月底前走访企业50家。", "二 服务群众", "窗口每周六开放半天。"): [
        "6月底前走访企业50家 | 我局 | | 2026-06-30",
        "窗口每周六开放半天 | 我局 | | | weekly",
    ],
}

#: A common word inside a name is not the name, and things that are counted do nothing.
NAMES = {
    "财务室每季度公布一次账目。": ["财务室每季度公布一次账目 | 财务室 | | | quarterly"],
    "会议室每日通风3次。": ["会议室每日通风3次 | | | | daily"],
    "各单位请于7月5日前将总结报县政府办。": ["各单位请于7月5日前将总结报县政府办 | 各单位 | | 2026-07-05"],
    "由工程部牵头，财务部、供水公司配合，6月底前更换阀门40个。": [
        "由工程部牵头，财务部、供水公司配合，6月底前更换阀门40个 | 工程部 | 财务部、供水公司 | 2026-06-30",
    ],
    "由园区建设公司负责改造管网3公里。": ["由园区建设公司负责改造管网3公里 | 园区建设公司"],
    "物业服务人应当每年公布一次维修资金使用情况。": [
        "物业服务人应当每年公布一次维修资金使用情况 | 物业服务人 | | | yearly",
    ],
    "社区助餐点达到900个。": ["社区助餐点达到900个 | | | | once | target"],
    "村卫生室达到60家，乡镇卫生院床位增加到800张。": [
        "村卫生室达到60家 | | | | once | target",
        "乡镇卫生院床位增加到800张 | | | | once | target",
    ],
}

#: Who helps, and how far that reaches.
PARTNERS = {
    "县教育局会同保卫科、后勤部，8月底前检查食堂30所。": [
        "县教育局会同保卫科、后勤部，8月底前检查食堂30所 | 县教育局 | 保卫科、后勤部 | 2026-08-31",
    ],
    "市科技馆6月底前更新展品30件；市教育局牵头，市财政局、各学校配合，组织研学20场。": [
        "市科技馆6月底前更新展品30件 | 市科技馆 | | 2026-06-30",
        "市教育局牵头，市财政局、各学校配合，组织研学20场 | 市教育局 | 市财政局、各学校",
    ],
    "市发改委牵头，市财政局配合，5月底前出台办法；9月底前兑付资金200万元；县住建局新建公园2个。": [
        "市发改委牵头，市财政局配合，5月底前出台办法 | 市发改委 | 市财政局 | 2026-05-31",
        "9月底前兑付资金200万元 | 市发改委 | 市财政局 | 2026-09-30",
        "县住建局新建公园2个 | 县住建局",
    ],
}

#: A condition stands alone; who acts on it stands behind 由, and its threshold is no target.
CONDITIONS = {
    "客房布草每日更换；对破损的，立即报废。": [
        "客房布草每日更换 | | | | daily",
        "对破损的，立即报废 | | | | standing | standing",
    ],
    "县园林局全年补植乔木200株；凡枯死超过5棵的路段，由养护公司补植。": [
        "县园林局全年补植乔木200株 | 县园林局 | | 2026-12-31 | once | action | =200株",
        "凡枯死超过5棵的路段，由养护公司补植 | 养护公司 | | | standing | standing | ",
    ],
    "对报名不足10人的班次，由县文化馆合并开班。": [
        "对报名不足10人的班次，由县文化馆合并开班 | 县文化馆 | | | standing | standing | ",
    ],
    "对停电超过5小时的用户，由供电公司赔偿。": [
        "对停电超过5小时的用户，由供电公司赔偿 | 供电公司 | | | standing | standing | ",
    ],
    "对全县120家养老机构的消防设施，每季度检查一次。": [
        "对全县120家养老机构的消防设施，每季度检查一次 | | | | quarterly",
    ],
    "办理时限由20天压缩到5天。": ["办理时限由20天压缩到5天 | | | | once | target"],
}

#: Somebody with a date or number does something, whatever the verb; what stands behind 每 belongs to what it counts.
DEEDS = {
    "6月底前，每个乡镇建成食堂2个。": ["6月底前，每个乡镇建成食堂2个 | | | 2026-06-30 | once | action | =2个"],
    "各文化站要办好夜校，每站开课5门。": ["各文化站要办好夜校，每站开课5门 | 各文化站 | | | once | action | =5门"],
    "新建驿站6座，每座配备座椅20把。": ["新建驿站6座，每座配备座椅20把 | | | | once | action | =6座 =20把"],
    "市交通局6月底前拆换护栏3公里，7月底前喷涂标线5万平方米。": [
        "市交通局6月底前拆换护栏3公里 | 市交通局 | | 2026-06-30",
        "7月底前喷涂标线5万平方米 | 市交通局 | | 2026-07-31",
    ],
    "县民政局全年慰藉孤老300人。": ["县民政局全年慰藉孤老300人 | 县民政局 | | 2026-12-31"],
    "生产总值突破900亿元，常住人口达到55万人。": [
        "生产总值突破900亿元 | | | | once | target",
        "常住人口达到55万人 | | | | once | target",
    ],
    "会议室每日通风3次，每周消毒地面2次。": [
        "会议室每日通风3次 | | | | daily",
        "每周消毒地面2次 | | | | weekly",
    ],
    "食堂“五一”前换装炉具，“七一”前增开窗口3个。": [
        "食堂“五一”前换装炉具 | | | 2026-04-30",
        "“七一”前增开窗口3个 | | | 2026-06-30",
    ],
    "各县5月10日前摸清底数，对超期的器材，由产权单位拆除。": [
        "各县5月10日前摸清底数 | 各县 | | 2026-05-10",
        "对超期的器材，由产权单位拆除 | 产权单位 | | | standing | standing",
    ],
    "每年春节期间，县文旅局举办灯会。": ["每年春节期间，县文旅局举办灯会 | 县文旅局 | | | yearly"],
    "2026年工作任务12项。": [],
    "全市常住人口55万人。": [],
}

#: What belongs to the clause before it, and labels that belong to nothing.
JOINED = {
    "各科室每月8日前填报表格，报院办公室汇总。": ["各科室每月8日前填报表格，报院办公室汇总 | 各科室 | | | monthly"],
    "各镇3月底前排查到位，结果报县应急局。": ["各镇3月底前排查到位，结果报县应急局 | 各镇 | | 2026-03-31"],
    "财政局在6月前拨付20万元，专款专用，不得挪用。": [
        "财政局在6月前拨付20万元，专款专用 | 财政局 | | 2026-06-30",
        "不得挪用 | 财政局 | | | standing | prohibition",
    ],
    "市城管局每日巡查一次，未经许可，不得占道。": [
        "市城管局每日巡查一次 | 市城管局 | | | daily",
        "未经许可，不得占道 | 市城管局 | | | standing | prohibition",
    ],
    "整改措施：": [],
    "整改目标：渗漏率降至5%以下。": ["渗漏率降至5%以下 | | | | once | target"],
    "我公司现郑重承诺如下：": [],
}

#: Limits that run from an event, limits that shrink, and numbers that only look like names or sizes.
FIGURES = {
    "对死亡病例，须在3个工作日内完成讨论。": [
        "对死亡病例，须在3个工作日内完成讨论 | | | | standing | standing | <=3个工作日",
    ],
    "年底前，审批时限压缩至9个工作日以内，门诊等候时间缩短至75分钟以内。": [
        "年底前，审批时限压缩至9个工作日以内 | | | 2026-12-31 | once | target | <=9个工作日",
        "门诊等候时间缩短至75分钟以内 | | | 2026-12-31 | once | target | <=75分钟",
    ],
    "市图书馆全年开放200天。": ["市图书馆全年开放200天 | 市图书馆 | | 2026-12-31 | once | action | =200天"],
    "市博物馆全年开放。": ["市博物馆全年开放 | 市博物馆 | | | standing | standing | "],
    "“拥抱绿色”活动由团市委牵头，市红十字会配合。": [
        "“拥抱绿色”活动由团市委牵头，市红十字会配合 | 团市委 | 市红十字会 | | once | action | ",
    ],
    "设立资金8亿元以上的基金。": ["设立资金8亿元以上的基金 | | | | once | action | >=8亿元"],
    "引进投资5000万元以上的项目6个。": ["引进投资5000万元以上的项目6个 | | | | once | action | =6个"],
    "补助标准增加20元。": ["补助标准增加20元 | | | | once | target | =20元"],
}

#: What the weather will do and what a speaker calls for promise nothing.
RHETORIC = {
    "据预报，7月20日至24日我县将出现强降雨，累计雨量可达180毫米。": [],
    "受台风影响，9月12日前后我市将有大到暴雨，最大风力10级。": [],
    "据预报今年汛期降雨偏多，县水利局6月底前完成水库除险12座。": [
        "据预报今年汛期降雨偏多，县水利局6月底前完成水库除险12座 | 县水利局 | | 2026-06-30",
    ],
    "实现上述目标，必须拿出拼劲。": [],
    "我们累计兑现承诺50件，今年还将抓到底。": [],
    "坚持群众“点什么”就“端什么”。": [],
    "各级干部要把精力用在落实上。": [],
    "全院要坚持党建引领，奋力开创新局面。": [],
}

SENTENCES = {**RHETORIC, **FIGURES, **JOINED, **DEEDS, **CONDITIONS, **PARTNERS, **NAMES}


def _passages(lines: tuple[str, ...]) -> Iterator[Passage]:
    headings: tuple[Heading, ...] = ()
    words: tuple[Traced, ...] = ()
    path: tuple[str, ...] = ()
    for number, line in enumerate(lines):
        if line[1:2] == " ":
            path, headings, words = (line[0],), (Heading(1, line[0], line[2:]),), (Traced.of(line[2:]),)
        else:
            own = path if line.startswith("*") else (*path, str(number))
            yield Passage(own, text=Traced.of(line.lstrip("*")), headings=headings, heading_words=words)


def _read(*lines: str) -> list[tuple[str, ...]]:
    header = Header("某市2026年工作要点", (), date=dt.date(2026, 2, 10), plan_year=2026)
    return [
        (
            c.quote,
            c.owner or "",
            "、".join(c.partners),
            c.due.isoformat() if c.due else "",
            c.cadence.value,
            c.kind.value,
            " ".join(f"{t.op.value}{t.value:g}{t.unit}" for t in c.targets),
        )
        for c in find_commitments(list(_passages(lines)), header)
    ]


def _check(found: list[tuple[str, ...]], rows: list[str]) -> None:
    expected = [[cell.strip() for cell in row.split("|")] for row in rows]
    for cells in expected:
        cells += ["", "", "", "", "once", "action"][len(cells) :] if len(cells) < 6 else []
        cells[4], cells[5] = cells[4] or "once", cells[5] or "action"
    assert [list(row[: len(cells)]) for row, cells in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize("lines", INTRODUCED)
def test_who_answers_is_found_in_headings_and_introductions(lines: tuple[str, ...]) -> None:
    _check(_read(*lines), INTRODUCED[lines])


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences_are_read_after_the_rules(text: str) -> None:
    _check(_read("一 重点任务", text), SENTENCES[text])
