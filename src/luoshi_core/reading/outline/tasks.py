"""Words that say what is to be done by when, by whom or how much: a task rather than a title."""

from __future__ import annotations

import re

_MEASURED = re.compile(
    r"(?<![第\d０-９.．·“])[\d０-９][\d０-９.．]{0,6}[万亿千百余多]*(?:[%％‰]|(?:分钟|小时)(?=以?内|之内)"
    r"|(?!分钟|小时)[\u4e00-\u9fff](?<![年月日号届期版周热]))|百分之|(?:实现|达到).{0,8}全覆盖|全覆盖$"
)
_TIMED = re.compile(r"(?:年|月|季度)(?:底|末|内)?前|月底|年底|年内|日前|上半年|下半年|[一二三四]季度")
_REPEATED = re.compile(r"每[日天周月季年]")
_BODY_DUTY = r"(?:局|委|办|府|部门|单位|中心|街道|镇|乡|县|区|市|院|馆|公司)(?:要|应|须|将|负责|牵头|会同|配合|同志)"
_DUTY = re.compile(
    r"一律不?|(?<![主重需必纪摘首只扼简纲])要(?![求点素事件闻务领素害目情案略道塞员])|应当|必须|须(?!知)"
    rf"|^由.+(?:负责|牵头|承担|办理|落实)|{_BODY_DUTY}"
)
_BARRED = re.compile(r"严禁|不得|禁止")
_BODY_FIRST = re.compile(
    r"(?:市|县|区|省|州|镇|乡|各)(?!级(?:文化馆|图书馆|馆|院|场馆)|域)[^，、。；：]{0,12}?"
    r"(?:局|委员会|委|办公室|办|中心|厅|院|馆|公司|集团|支队|总队|政府|部门|单位|街道)(?=[^\s。：（(])(?![员公面领部机总藏舍际])"
)
_NOUN_AT_THE_END = re.compile(
    r"(?:事项|行为|情形|规定|制度|机制|职责|内容|分工|制|时限|范围|名单|清单|阶段|情况|环节|步骤|安排|方式|方法|程序|"
    r"标准|依据|纪律|^.{1,6}(?:自查|自评|抽查|督查|检查|验收|总结|整改|报送))$"
)
"""A name of rules, duties or a mechanism, whatever it forbids or repeats."""

_BEGUN = re.compile(
    r"(?:全面|按期|如期|按时|加快|尽快)?(?:完成|建成|开工建设)"
    r"|会议.{0,4}(?:听取|指出|强调|认为|要求|决定|议定|同意|明确|审议|研究|传达|学习|原则).|(?:原则)?同意|听取了?|审议通过"
    r"|(?:鼓励|倡导|允许|提倡).{6}|.*(?:建成|竣工|投入使用|办结)$"
)
_FIGURE = re.compile(r"(?<![“\"])[\d０-９]+(?!分钟|小时)[^\d０-９]|百分之|会议|同意|听取|审议")
_LONGEST_ACT = 16
_ENGLISH = re.compile(r"\b(?:shall|will|must|may|should|is|are|be|has|have)\b|\d")
_ANNOUNCES = re.compile(r"以下|如下|下列|议定|决定|指出|强调|要求$|认为|听取|包括$|分别为$|做好$|的$")
_BODY_NAME = re.compile(
    r".*(?:局|委员会|[市县区州省]委|办公室|政府|厅|中心|委|办|部|院|馆|公司|集团|支队|部门|单位|街道|镇|乡|处|科|股|同志|小组|专班|[）)])$"
)


def is_task(words: str, english: bool = False) -> bool:
    """Whether the words of a would-be title are the task itself."""
    if english:
        return _ENGLISH.search(words) is not None
    if _MEASURED.search(words) or _TIMED.search(words) or _DUTY.search(words) or _BEGUN.match(words):
        return True
    if _NOUN_AT_THE_END.search(words):
        return False
    return bool(_REPEATED.search(words) or _BARRED.search(words) or _BODY_FIRST.match(words))


def is_plain_act(words: str) -> bool:
    """Whether short words only name an act (完成设施改造): a title where those beside them are titles."""
    if len(words) > _LONGEST_ACT or _FIGURE.search(words) or _TIMED.search(words) or _DUTY.search(words):
        return False
    return not (_REPEATED.search(words) or _BARRED.search(words) or _BODY_FIRST.match(words))


def announces(words: str) -> bool:
    """Whether words before a colon only announce what follows (会议决定, 做好以下工作)."""
    return _ANNOUNCES.search(words) is not None


def is_body(words: str) -> bool:
    """Whether short words look like the name of a body, which is then who acts and not what about."""
    return _BODY_NAME.match(words) is not None
