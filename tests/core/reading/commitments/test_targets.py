"""Targets in Chinese sentences: which numbers, which operator, which value and unit."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi_core.periods import PlanContext
from luoshi_core.reading.commitments.targets import find_targets
from luoshi_core.reading.commitments.timing import find_timings

CONTEXT = PlanContext(dt.date(2025, 3, 12))


def matches(text):
    return find_targets(text, find_timings(text, CONTEXT))


def targets(text):
    return [f"{m.target.op.value}{m.target.value:g}{m.target.unit}" for m in matches(text)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("新建球场8片", "=8片"),
        ("对43家企业逐家检查", "=43家"),
        ("发放补贴300万元", "=300万元"),
        ("培训1.2万人次", "=1.2万人次"),
        ("完成投资1.2亿元", "=1.2亿元"),
        ("新增床位1,200张", "=1200张"),
        ("发放贷款两千三百万元", "=2300万元"),
        ("引进一万五千人", "=15000人"),
        ("举办二十余场", "=20场"),
        ("惠及5000多户", "=5000户"),
        ("征集2000件（套）文物", "=2000件（套）"),
        ("发放消费券3千元", "=3000元"),
        ("流通人次100万", "=100万"),
        ("开设两个专业方向", "=2个"),
        ("建成一座图书馆", "=1座"),
        ("组织两次培训", "=2次"),
        ("编印手册１５００册", "=1500册"),
    ],
)
def test_a_plain_count_is_equal_and_keeps_its_unit_as_printed(text, target):
    assert targets(text) == [target]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("举办演出不少于20场", ">=20场"),
        ("举办演出20场以上", ">=20场"),
        ("至少组织2次培训", ">=2次"),
        ("每镇至少建成1个", ">=1个"),
        ("企业突破300家", ">=300家"),
        ("普及率达到95%", ">=95%"),
        ("占比提高到三成", ">=30%"),
        ("补贴标准增至1500元", ">=1500元"),
        ("保护率稳定在55%", ">=55%"),
        ("室温不低于18℃", ">=18℃"),
        ("满意度≥95%", ">=95%"),
        ("投资不少于年度计划的80%", ">=80%"),
        ("按不低于车位总数10%的比例配建", ">=10%"),
        ("中标率过半", ">=50%"),
        ("平均寿命达到79.5岁", ">=79.5岁"),
    ],
)
def test_words_for_at_least(text, target):
    assert targets(text) == [target]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("失业率控制在5.5%以内", "<=5.5%"),
        ("补助不超过50万元", "<=50万元"),
        ("每人最高补助50万元", "<=50万元"),
        ("补助最高不超过50万元", "<=50万元"),
        ("浓度下降到33微克/立方米", "<=33微克/立方米"),
        ("噪声≤55分贝", "<=55分贝"),
        ("事故率低于3‰", "<=3‰"),
        ("发病率20%以下", "<=20%"),
        ("审批压缩至3个工作日", "<=3个工作日"),
        ("按照不超过总投资30%的比例补助", "<=30%"),
    ],
)
def test_words_for_at_most(text, target):
    assert targets(text) == [target]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("收入增长7%以上", "+%7%"),
        ("收入增长不低于7%", "+%7%"),
        ("年均增长6.5%", "+%6.5%"),
        ("能耗下降3.5%", "-%3.5%"),
        ("压缩审批时限50%以上", "-%50%"),
        ("优良天数比例提高2个百分点", "+%2百分点"),
        ("负债率下降1.5个百分点以上", "-%1.5百分点"),
        ("存量减半", "-%50%"),
        ("压减事项三分之一", "-%33.33%"),
        ("收入增长三成", "+%30%"),
        ("收入翻一番", "x2倍"),
        ("游客翻两番", "x4倍"),
        ("投入增长1倍", "x2倍"),
        ("规模扩大到3倍", "x3倍"),
        ("增速达到7%", ">=7%"),
        ("就业增加2000人", "=2000人"),
    ],
)
def test_rises_falls_and_multiples(text, target):
    assert targets(text) == [target]


@pytest.mark.parametrize("text", ["增长6%左右", "控制在6%左右", "达到6%左右"])
def test_about_is_always_equal(text):
    assert targets(text) == ["=6%"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("合格率百分之九十五以上", ">=95%"),
        ("合格率９５％以上", ">=95%"),
        ("三分之二以上的村", ">=66.67%"),
        ("占比六成", "=60%"),
        ("占比三成五以上", ">=35%"),
        ("占比一半以上", ">=50%"),
        ("实现村村全覆盖", ">=100%"),
        ("整改率100%", "=100%"),
        ("师生比不低于1:50", ">=0.02"),
    ],
)
def test_shares_in_words_become_per_cent(text, target):
    assert targets(text) == [target]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("每万人口发明专利拥有量达到2.5件", ">=2.5件/万人"),
        ("实现每1.5万人拥有一座城市书房", "=1座/1.5万人"),
        ("每千名老年人拥有床位45张", "=45张/千名老年人"),
        ("每500人配备1名", "=1名/500人"),
        ("抽检达到每千人5批次", ">=5批次/千人"),
        ("每村不少于2名", ">=2名"),
        ("每人每月800元", "=800元"),
        ("不少于4次/年", ">=4次/年"),
    ],
)
def test_a_base_of_several_people_belongs_to_the_unit(text, target):
    assert targets(text) == [target]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("10日内反馈", "<=10日"),
        ("在30分钟内报告", "<=30分钟"),
        ("3个工作日内交办", "<=3个工作日"),
        ("公示期不少于5个工作日", ">=5个工作日"),
        ("重污染天数减少3天", "=3天"),
        ("提前15日公告", "=15日"),
        ("锻炼1小时", "=1小时"),
    ],
)
def test_a_time_is_a_target_when_it_is_compared(text, target):
    assert targets(text) == [target]


def test_a_range_gives_a_lower_and_an_upper_end():
    assert targets("培育企业3—5家") == [">=3家", "<=5家"]
    assert targets("引进项目3至5个") == [">=3个", "<=5个"]
    assert targets("引进项目三至五个") == [">=3个", "<=5个"]
    assert targets("投入3%-5%") == [">=3%", "<=5%"]
    assert targets("增长5%—6%") == ["+%5%", "+%6%"]


def test_of_two_values_only_the_new_one_counts():
    assert targets("补贴由每例1000元提高到1500元") == [">=1500元"]
    assert targets("时限由15个工作日压缩至5个工作日") == ["<=5个工作日"]
    assert targets("占比从目前的85%提升到95%") == [">=95%"]


def test_several_numbers_are_several_targets_in_order():
    assert targets("新建8片，培训60名，其中女性不少于20名") == ["=8片", "=60名", ">=20名"]
    assert targets("分别达到90%、95%和100%") == [">=90%", ">=95%", ">=100%"]
    assert targets("幼儿园12所、小学8所") == ["=12所", "=8所"]


def test_numbers_of_a_deadline_are_none():
    assert targets("2026年6月30日前建成8座") == ["=8座"]
    assert targets("自印发之日起5个工作日内制定方案") == []
    assert targets("一年两次检查") == ["=2次"]


@pytest.mark.parametrize(
    "text",
    [
        "开展一次夜间巡查",
        "每周至少开展一次巡查",
        "每月举办1场招聘会",
        "每季度不少于1次",
        "逐家检查一遍",
        "制定一个办法",
        "编制一套方案",
        "一张网管理",
        "一站式服务",
        "一户一策",
        "一村一品示范",
        "进一步统一思想",
        "十分重要",
    ],
)
def test_one_that_says_no_more_than_the_words_is_none(text):
    assert targets(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "办好十件民生实事",
        "办好10件实事",
        "实施“十百千”工程",
        "落实“三个一批”",
        "建立三项机制",
        "推进三次产业融合",
        "抓好3个方面工作",
        "做到两个维护",
        "落实第三批计划",
        "“12345”热线",
        "12345热线",
        "建设5G网络",
        "按照《“十四五”3项规划》执行",
        "根据〔2025〕11号文件",
        "打造15分钟阅读圈",
        "国道G105改造",
        "PM2.5监测",
        "二十四节气活动",
        "建设10千伏线路",
        "三级甲等医院",
        "开工建设物流园二期",
        "市委五届七次全会",
        "方案一式三份",
        "城区10公里范围",
        "抓好以下5项工作",
        "一分部署、九分落实",
    ],
)
def test_names_and_ordinals_are_none(text):
    assert targets(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "日最高气温达到37℃以上时停止作业",
        "对10户以下的自然村进行排查",
        "对投资5000万元以上的项目领办",
        "3000平方米以上商业综合体安装",
        "60岁以上老年人免费",
        "对超过30日未整改的，通报",
        "累计3次考核不合格的，取消资格",
        "具有5年以上工作经验",
        "近三年无事故",
        "为期3个月的行动",
        "连续2年",
    ],
)
def test_thresholds_and_sizes_that_identify_are_none(text):
    assert targets(text) == []


def test_what_is_done_already_and_the_base_of_a_share_are_none():
    assert targets("目前已开工3200个，年底全部完工") == []
    assert targets("完成2.6万吨储备任务的60%以上") == [">=60%"]


def test_figures_in_a_list_share_the_unit_behind_the_last():
    assert targets("浓度分别控制在70、35微克/立方米以内") == ["<=70微克/立方米", "<=35微克/立方米"]


def test_a_level_reached_is_no_threshold():
    assert targets("耕地保持在120万亩以上的水平") == [">=120万亩"]
    assert targets("建设高标准农田5万亩以上，持续提升") == [">=5万亩"]


def test_a_number_without_a_unit_counts_only_when_it_is_compared():
    assert targets("指数达到95以上") == [">=95"]
    assert targets("新增床位500") == []
    assert targets("城市书房（座） 12") == ["=12座"]
    assert targets("使用面积（万平方米）≥1.5") == [">=1.5万平方米"]


def test_ranks_to_be_reached_are_at_most():
    assert targets("满意度进入全省前三名") == ["<=3名"]
    assert targets("表彰前三名") == []


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("市体育局年内新建城市书房12座", "城市书房"),
        ("完成118座水库隐患排查", "水库隐患排查"),
        ("其中少儿图书占比达到三成以上", "少儿图书占比"),
        ("补贴标准由每例1000元提高到1500元", "补贴标准"),
        ("须在30分钟内电话报告", "电话报告时限"),
        ("劳动生产率年均增长6.5%以上", "劳动生产率"),
        ("带动从业人员收入增长三成", "从业人员收入"),
        ("县文旅局联合县人社局每年遴选学徒50名", "学徒"),
        ("县医院、县中医院配备巡诊车6辆", "巡诊车"),
        ("县残联为860名孤独症、脑瘫儿童免费提供训练", "孤独症、脑瘫儿童"),
        ("县林场到山区学校开展科普讲座不少于6次", "科普讲座"),
        ("县财政局把欠拨的73万元护林补助拨付到村", "护林补助"),
        ("机关9个支部各联系1个社区", "支部"),
        ("每个村配备水管员2名", "水管员"),
        ("服务半径不超过2公里", "服务半径"),
        ("对7个县（区）开展巡查", "县（区）"),
    ],
)
def test_the_measure_is_named_with_the_words_beside_the_number(text, measure):
    assert matches(text)[0].target.measure == measure


def test_a_list_without_words_of_its_own_keeps_the_measure_before():
    found = matches("开工率6月底前达到60%、9月底前达到100%")
    assert [match.target.measure for match in found] == ["开工率", "开工率"]


def test_the_span_covers_number_unit_and_the_words_behind():
    text = "新建公园30个以上"
    (match,) = matches(text)
    assert text[match.start : match.end] == "30个以上"
    assert match.target.spans == ()


_SENTENCES = st.sampled_from(
    ["建成{}座", "覆盖率达到{}%", "不超过{}万元", "增长{}%", "培训{}人次以上", "{}个工作日内办结"]
)


@given(_SENTENCES, st.integers(2, 9999))
def test_full_width_digits_give_the_same_target(sentence, number):
    narrow = sentence.format(number)
    wide = narrow.translate(str.maketrans("0123456789%", "０１２３４５６７８９％"))
    assert targets(narrow) == targets(wide)
    assert len(targets(narrow)) == 1


@given(st.integers(2, 99_999_999))
def test_thousands_separators_change_nothing(number):
    assert targets(f"建成{number:,}座") == targets(f"建成{number}座") == [f"={number:g}座"]


@given(st.text(alphabet="0123456789一二十百万年月日前内个座%至—由到提高每人以上“”（）：，。不超过", max_size=40))
def test_no_jumble_breaks_the_readers(text):
    for match in matches(text):
        assert 0 <= match.start < match.end <= len(text)
