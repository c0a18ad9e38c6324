"""What is done already, what is still to be done, and what nobody has to do."""

from __future__ import annotations

import re

_PAST = re.compile(
    r"已(?!列入|纳入[^，]*的|知|有[^，]{0,12}的|建成[^，]{0,10}的|[^，。；]{1,8}的)|去年|上年(?!度)|前年"
    r"|近[年日期]|近[一二三四五几两\d]+年"
    r"|过去|以来|截至|截止(?!时间|日期|到)|目前|一直|先后|共(?=[清排收办查解建完投发培组举处审接化整新开引争]"
    r"|有|计)[^，。]{0,12}?(?=[\d一二三])"
    r"|了(?<![为除罢不]了)(?!解|如指掌|然)|取得(?:了|明显|显著|积极|初步|阶段|新的|长足|历史)|成效(?:明显|显著|初)"
    r"|得到(?:了|明显|有效|显著|进一步)|曾|我们(?:累计|共)|累计兑现|正值|正处|时(?<!小时)值(?!班|守)|迈上|荣获|被评为|存在[^，。]*(?:问题|不足|困难|短板)"
    r"|仍[^，。]{0,12}(?:突出|不足|较|存在|面临|薄弱)|暴露出|同比(?:增长|下降)[^，。]*(?:实现|位居)"
    r"|年均增长.*(?:位居|实现)"
)
#: Words of the past that a day to come outweighs.
_WEAK_PAST = "共截目先一"
_SURELY_PAST = re.compile(r"已于|已全部|已经?[^，]{0,3}完成|去年|以来|近年|截至[^，]{0,8}[日月底末前今]")
_ON_BASIS = re.compile(
    r"比(?:上年|去年|前年)(?=[^，。；]{0,4}(?:增|提|下|减|降|翻|多|少|\d))"
    r"|在[^，。；]*?(?:基础上|的同时)，?|(?:对|将|把)[^，。；]{0,20}?(?:已|去年|目前|成效|取得|存在)[^，。；]{0,30}?的"
)
_MODAL = re.compile(
    r"要(?<![主重需首必想摘纪紧简提]要)(?![求素点闻件害领义地道])|应当"
    r"|应(?<![供适响反效对相呼感]应)(?![急用对答聘届试变])"
    r"|将(?=[^，。；]{0,8}[会在以对按开建推实举启完于出])|须|力争|确保|计划(?=[于在新建投完年到\d])|争取|今后"
    r"|下一步|再(?:新)?[建增]"
)
_AHEAD = re.compile(r"[年月日底](?:前|(?<=月)底|(?<=年)(?<!去年)底|(?<=年)内)")
_ENCOURAGED = re.compile(
    r"[^，。；]{0,14}?(?:鼓励|倡导|提倡|欢迎|号召|呼吁)|有条件的[^，。；]*?可"
    r"|[^，。；]{0,16}?(?:可以|可结合|可根据|可按|可参照|可自行|可通过|可采取|可向|可在|宜)(?!靠)"
    r"|(?:积极)?引导(?!员)|支持(?:和|并)?(?:鼓励|引导)|支持[^，。；\d]{2,20}(?:参与|投身|加入|返乡)"
)
_COULD_ENCOURAGE = re.compile(r"鼓励|倡导|提倡|欢迎|号召|呼吁|可|宜|引导|支持")


def is_past(words: str, ahead: bool) -> bool:
    """Whether the words tell what was done or how things stand; ``ahead`` says that they name a day to come."""
    if _PAST.search(words) is None:
        return False
    rest = _ON_BASIS.sub("", words)
    past = _PAST.search(rest)
    if past is None or _MODAL.search(rest):
        return False
    return _SURELY_PAST.search(rest) is not None or not (_AHEAD.search(rest) or (ahead and past[0][0] in _WEAK_PAST))


def tells_past(sentence: str) -> bool:
    """Whether a sentence tells of the past from its first clause on and turns to nothing to come."""
    match = _PAST.search(sentence)
    if match is None or match[0][0] in _WEAK_PAST:
        return False
    first = sentence.find("，")
    return (
        (first < 0 or match.start() < first)
        and not ("严禁" in sentence or "不得" in sentence)
        and is_past(sentence, True)
    )


def names_past(words: str) -> bool:
    """Whether any word of the past stands in the words."""
    return _PAST.search(words) is not None


def is_wanted(words: str) -> bool:
    """Whether the words say that somebody has to."""
    return _MODAL.search(words) is not None


def looks_ahead(words: str) -> bool:
    """Whether the words say that something is still to be done."""
    return _MODAL.search(words) is not None or _AHEAD.search(words) is not None


def is_encouraged(words: str) -> bool:
    """Whether the words only encourage or allow."""
    return _COULD_ENCOURAGE.search(words) is not None and _ENCOURAGED.match(words) is not None
