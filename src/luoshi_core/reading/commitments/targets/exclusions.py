"""Numbers that nobody will check: names, ordinals, sizes that identify, thresholds, old values, mere repetition."""

from __future__ import annotations

import re

from luoshi_core.reading.commitments.targets.figures import Figure
from luoshi_core.reading.commitments.targets.operators import follows_operator, has_operator
from luoshi_core.reading.commitments.targets.units import AGE, CONCRETE, OCCASIONS, REPEATS, SIZE_UNITS, TIME_UNITS

_BEFORE_IDENTIFIES = re.compile(
    r"(?:第|每|过去|最近|连续|(?<!期)满|为期|历时|这|那|上述|前述|该|原有?|现有|已有|(?<!提)前|其他|其余|一式|[以如]下|目前已?|现已)$"
)
_LONGEST_BEFORE = 4
#: What everything that _BEFORE_IDENTIFIES finds ends with.
_LAST_BEFORE = frozenset("第每去近续满期时这那述该原有前他余式下已")
_BEFORE_ONE = frozenset("往统唯专同万之第其进逐单任这那某周期初另每归合下上不划非首如")
_OPENING_QUOTES = frozenset("“‘「")
_BEFORE_WORDS = frozenset("第这那其周期初前后下上头每双")
_NAMED = re.compile(
    r"(?:民生)?实事|范围|方面|个?字|关键|维度|层面|阶段|抓手|聚焦|圈|制(?!定|作|订|造)|以外|次(?=全|会)|[一二三四五六七八九十]+次|次?(?:全会|全体会议|会议|代表大会)|气(?!象|站|体|瓶)|产业|行动计划|"
    r"[^，。；、\d]{0,8}(?:生活|服务|文化|健身|经济|阅读|便民|交通|通勤)?圈|期?(?:工程|项目|建设)|个?一(?:批|[^，。；\d]{0,3}工程)"
)
_ABSTRACT = re.compile(
    r"[^，。；、\d]{0,5}(?:机制|制度|行动|工程|措施|任务|工作|原则|要求|能力|改革|举措|内容|体系|环节|领域|维护|确立|责任|自信|意识|"
    r"结合|关系|优势|战役|攻坚战|联动|人群|场所|对象|清单|统筹|服务功能|合一|协同|融合|贯通|到位|覆盖|联合|不)"
)
_NAMES_THINGS = frozenset(("千伏", "kV", "℃", "度", "摄氏度"))
_SETS_A_TIME = ("开放", "开馆", "开园", "营业", "运行", "提前", "减少", "缩短", "增加", "延长", "压缩", "压减")
_FIRST_YEAR = 1900
_PARTS = 10  # 十分重要, 一分部署九分落实
_NO_COUNTS = frozenset(("二期", "二类", "二级", "二次", "二手", "二号", "二孩", "十字"))
_ABSTRACT_UNITS = frozenset(["个", "项", "条", "类", "种", "大", "级", "方", "支", "面", "道", "次"])
_OLD_VALUE_BEFORE = re.compile(r"[由从][^，。；]{0,18}$")
_OLD_VALUE_AFTER = re.compile(
    r"[^，。；\d]{0,10}(?:提高|提升|增加|增长|上升|扩大|降低|下降|减少|压缩|压减|缩短|调整|下调|上调|改|变|升|降|增|减|发展)(?:到|至|为)"
)
_PUT_TOGETHER = re.compile(r"[^，。；]{0,20}?(?:合并|整合|归并|精简|压减|压缩|缩减|减少|撤并|优化)(?:为|成|到|至)")
_BASE_OF_SHARE = re.compile(r"[^，。；、\d]{0,16}的\d+(?:\.\d+)?[%％]")
_DONE_ALREADY = re.compile(r"(?:目前|现|截至|均)?已(?:经|累计|建成|完成|开工|投入|发放|培训|排查|整改|实现|投用|办结)")
_SIZE_THAT_IDENTIFIES = re.compile(
    r"(?:及|或|（含）)?(?:以上|以下|以内|及以上|至)的?(?![，。；、：,;）)\s]|$|的?(?:水平|规模|比例|标准|目标|幅度|速度)|并|和|且|用于|支持|带动|以内|，)"
)
_SIZE_OF_FUND = re.compile(r"以上的[^，。；、\d]{0,8}基金(?=$|[，。；])")
_THRESHOLD = re.compile(
    r"(?:及?以上|以下|以内|之内)?(?:时|的时候)(?!间|限|长|效|代|候)|[^，,。；;：:]{0,16}(?:的|时|者|情形|情况下|期间)(?=[，,])"
)
_TIME_NEEDS_MORE = TIME_UNITS - {"小时", "学时", "课时", "个学时", "个课时", "个小时"}
#: A place that is open day and night (24小时智慧书屋).
_NAMES_A_PLACE = re.compile(r"(?:智慧|自助|无人|城市|阅读|便民|营业|便利|开放的?|服务)*(?:[书图药厕超]|银行|警务)")
_STOPS = ("", "，", "。", "；")
_RANK = re.compile(r"(?:进入|位居|位列|跻身|保持|居|列|排名|挺进|争创|力争|稳居|名列)[^，。；\d]{0,8}前$")


def is_no_target(text: str, clause: str, figure: Figure, *, periodic: bool) -> bool:
    """Whether a figure only names, identifies or repeats; ``clause`` are the words of its clause before it."""
    if _identifies_before(clause, figure) or (figure.words and _is_phrase(text, figure)):
        return True
    if figure.value == 1 and _only_repeats(text, clause, figure, periodic=periodic):
        return True
    if "已" in clause and _DONE_ALREADY.search(clause):
        return True
    # no words behind, as behind most figures: nothing that could say what it is
    if text[figure.end : figure.end + 1] not in _STOPS and _identifies_behind(text, clause, figure):
        return True
    return _is_mere_mention(text, clause, figure)


def is_rank(clause: str) -> bool:
    """Whether the figure behind ``clause`` is a rank to be reached (进入全省前三名)."""
    return clause.endswith("前") and _RANK.search(clause) is not None


def _identifies_before(clause: str, figure: Figure) -> bool:
    last = clause[-1:]
    if last == "前" and is_rank(clause):
        return False
    if last in _OPENING_QUOTES or (figure.words and last in _BEFORE_WORDS):
        return True
    if last not in _LAST_BEFORE:
        return False
    return _BEFORE_IDENTIFIES.search(clause, max(0, len(clause) - _LONGEST_BEFORE)) is not None


def _is_phrase(text: str, figure: Figure) -> bool:
    """Whether a numeral in words is part of a fixed phrase (一分部署, 二手)."""
    if figure.unit == "分" and figure.value <= _PARTS:
        return True
    return text[figure.start : figure.start + 2] in _NO_COUNTS


def _identifies_behind(text: str, clause: str, figure: Figure) -> bool:
    """Whether the words behind a figure say that it names a thing, bounds a group or was so before."""
    end = figure.end
    if _NAMED.match(text, end) or _BASE_OF_SHARE.match(text, end):
        return True
    if figure.words and figure.unit in _ABSTRACT_UNITS and _ABSTRACT.match(text, end):
        return True
    if ("由" in clause or "从" in clause) and _OLD_VALUE_BEFORE.search(clause) and _OLD_VALUE_AFTER.match(text, end):
        return True
    if ("将" in clause or "把" in clause) and _PUT_TOGETHER.match(text, end):
        return True
    return _is_threshold(text, clause, figure)


def _only_repeats(text: str, clause: str, figure: Figure, *, periodic: bool) -> bool:
    """一次, 一张网, 一户一策 … say no more than the noun alone; 每月1场 no more than 每月."""
    if periodic and figure.unit in OCCASIONS:
        return True
    if not figure.words:
        return False
    if clause[-1:] in _BEFORE_ONE or text[figure.end : figure.end + 1] == "一" or clause[-2:-1] == "一":
        return True
    if "每" in clause or "至少" in clause or has_operator(clause, figure, text):
        return figure.unit in REPEATS
    return figure.unit not in CONCRETE


def _is_threshold(text: str, clause: str, figure: Figure) -> bool:
    if _THRESHOLD.match(text, figure.end):
        return True
    if _SIZE_OF_FUND.match(text, figure.end):
        return False
    if figure.thing in SIZE_UNITS and _SIZE_THAT_IDENTIFIES.match(text, figure.end):
        return not follows_operator(clause)
    return False


def _is_mere_mention(text: str, clause: str, figure: Figure) -> bool:
    """A time or an age without a comparison, a number without a unit."""
    if figure.unit == "年" and figure.value >= _FIRST_YEAR:
        return True
    if figure.unit == AGE:
        return "寿命" not in clause
    if figure.unit == "小时" and _NAMES_A_PLACE.match(text, figure.end):
        return True
    if figure.thing in _NAMES_THINGS:
        return not has_operator(clause, figure, text)
    if figure.unit in _TIME_NEEDS_MORE and not clause.endswith(_SETS_A_TIME):
        return not has_operator(clause, figure, text)
    return False
