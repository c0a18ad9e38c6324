"""The parts that heads and feet of newspaper pages are put together from, in whatever order they are printed.

A head holds some of: the newspaper's name, the number and name of the page, the date
with its weekday and lunar date, the weather, those who edited and read proofs. A foot
holds telephones, the address, the price, the printer, the number under which the
newspaper is registered. A line is cut into such parts; a line of text leaves words over.
"""

from __future__ import annotations

import re
from enum import Enum

_LONGEST = 120
_LONGEST_REST = 8
KINDS = (
    "日报|晚报|时报|早报|晨报|商报|周报|新报|导报|都市报|法治报|法制报|"
    "青年报|工人报|农民报|文化报|教育报|晨刊|快报|信报"
)
"""How names of newspapers end."""
TODAY = r"(?<![一-鿿])今日(?![一二三四五六七八九十\d]|天气|导读|要闻)[一-鿿]{2,3}(?![一-鿿])"
"""The name that county newspapers have: 今日某某."""
PAPER = rf"(?:(?!今日|农历|星期)[一-鿿]{{2,8}}?(?:{KINDS})(?![一-鿿])|{TODAY})"
"""The name of a newspaper as it stands alone."""
DATE = (
    r"(?:[12]\d{3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日?|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
    r"|(?<!\d)20\d{2}[-./]\d{1,2}[-./]\d{1,2}(?!\d))"
)
"""A full date; on a page the day may lack its 日."""
SECTION = (
    "要闻|理论|综合|时政|副刊|专版|专题|文化|民生|县区|评论|学习|党建|社会|视点|时评|经济|法治|教育|健康|乡村|农业|农村|科技|广告|特刊|"
    "体育|国内|国际|财经|本地|社区|卫生|文旅|旅游|生态|公告|公益|天下|专栏|聚焦|关注|热点|头版|平安|读书|"
    "[一-鿿]{0,4}(?:周刊|专刊|新闻|观察|论坛|视野|版)"
)
_ROLE = (
    "责任编辑|责编|值班编委|值班总编辑?|值班主任|值班编辑|执行主编|执行编辑|执行总编|本版主编|主编|图片编辑|美术编辑|文字编辑|版面编辑|副刊编辑|"
    "编辑|美编|图编|版式设计|版式|组版|排版|制版|制图|视觉|责任校对|责校|校对|校检|检校|校审|审读|初审|复审|终审|[一二三]审|统筹|策划|监制|设计|"
    "总编辑|副总编辑|社长|总值班|签发"
)
_ONE = r"[一-鿿]"
_NO_NAME = rf"(?!(?:{SECTION}|{_ROLE}|{PAPER}|本版|星期|周[一二三四五六日天]|农历|第|今日|新闻|投稿|热线|电话|邮箱|版))"
_NAME = (
    rf"(?:{_ONE}[\s\u3000]{{1,2}}{_ONE}(?!{_ONE})|{_ONE}{{1,5}}·{_ONE}{{1,5}}|{_ONE}{{2,4}}(?!{_ONE})|{_ONE}{{2,3}}?(?={_ROLE}|{SECTION})|{_ONE}{{2,3}})"
    r"(?:（实习）|\(实习\))?"
)
_EDITORS = (
    rf"(?:本版)?(?:{_ROLE})(?:[/／、\s]*(?:{_ROLE}))*[\s\u3000]*(?:[：:/／|｜][\s\u3000]*|(?<=\S)[\s\u3000]+|(?=[一-鿿])|$)"
    rf"(?:{_NO_NAME}{_NAME}(?:[\s\u3000、，,/／]+(?={_NO_NAME}[一-鿿]))?){{0,4}}"
)
_STEMS = "[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"
_LUNAR_DAY = "(?:初[一二三四五六七八九十]|[十廿][一二三四五六七八九]|二?十[一二三四五六七八九]?|三十|除夕)"
_LUNAR_MONTH = "(?:闰?(?:正|[一二三四五六七八九十冬腊]|十[一二])月[大小]?)"
_TERM = (
    "(?:立春|雨水|惊蛰|春分|清明|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒|"
    "春节|元宵节?|端午节?|七夕|中元节?|中秋节?|重阳节?|腊八节?|小年|除夕|[初头中末三]伏|[一二三四五六七八九]九)"
)
_BEAST = "(?:[【（(\\[]?[鼠牛虎兔龙蛇马羊猴鸡狗猪]年?[】）)\\]]?)?"
_LUNAR = (
    rf"[（(]?(?:农历|夏历|阴历)\s*(?:{_STEMS}年{_BEAST}\s*(?:{_LUNAR_MONTH}\s*{_LUNAR_DAY})?|{_LUNAR_MONTH}\s*{_LUNAR_DAY})"
    rf"|[（(]?{_STEMS}年{_BEAST}\s*{_LUNAR_MONTH}\s*{_LUNAR_DAY}"
)
_SEASON = (
    rf"(?<![一-鿿]){_LUNAR_MONTH}{_LUNAR_DAY}(?!(?!{_TERM})[一-鿿])"
    rf"|(?:(?:今日|明日|今天|明天|\d{{1,2}}月\d{{1,2}}日)\s*)?{_TERM}(?![一-鿿])(?:\s*[：:]\s*\d{{1,2}}月\d{{1,2}}日)?"
)
_SKY = "(?:大部|局部|有时)?(?:晴天?|多云|阴天?|雾|霾|[小中大暴雷阵]{1,3}[雨雪]|雷阵雨|雨夹雪|[扬浮]尘|沙尘)"
_WEATHER = (
    rf"(?:(?:今日|今天|明日|明天|白天|夜间|今晚|本市|城区|全市|市区|我市|未来三天)*天气(?:预报)?\s*[：:]?|(?:今日|今天|明日|明天|白天|夜间|今晚)(?={_SKY}))"
    rf"|{_SKY}(?:(?:转|到|间|有|－|-){_SKY})*(?![一-鿿])|[-－零下]*\d{{1,2}}\s*(?:℃|°C|度)?\s*[-－—~～至/]+\s*[-－零下]*\d{{1,2}}\s*(?:℃|°C|度)"
    rf"|\d{{1,2}}月\d{{1,2}}日(?=[\s\u3000：:]*(?:{_SKY}|白天|夜间))"
    r"|(?:最[高低])?气温\s*[：:]?|[-－]?\d{1,2}\s*(?:℃|°C)|(?:偏?[东南西北]{1,2}|微|阵)风(?:转?[东南西北]*风?)?\s*(?:\d{1,2}\s*(?:[-－—~～到至]\s*\d{1,2}\s*)?级)?"
    r"|风[力向]\s*[：:]?|(?:相对)?湿度\s*[：:]?\s*\d{1,3}%|空气质量\s*[：:]?\s*[优良]?"
)
_SHEETS = r"今日\s*[\d一二三四五六七八九十]{1,3}\s*版|本期\s*[\d一二三四五六七八九十]{1,3}\s*版|共\s*\d{1,3}\s*版"
_ISSUE = r"[（(]?总?第\s*\d{1,6}\s*期(?:\s*总第\s*\d+\s*期)?[）)]?"
_PAGE = (
    r"第?\s*(?:[A-Z]\s*)?\d{1,3}\s*版|第\s*[A-Z一二三四五六七八九十]{1,3}\s*版"
    r"|(?<![一-鿿])[一二三四五六七八九十]{1,3}版|[A-Z]叠"
)
_OWN = (
    "新闻|报料|爆料|线索|发行|投递|广告|征订|订阅|订报|读者|投稿|采编|编辑部|总编室|"
    "本报|本社|报社|本版|舆论监督|副刊|通联"
)
_CALL = (
    r"(?:服务|部|监督|咨询|投诉|办公室|值班|专用|联系|电子|来稿|举报|24小时)*"
    r"(?:热线|电话|邮箱|信箱|传真|邮件|QQ群?|微信号?)"
)
_VALUE = r"[\s\u3000]*[：:]?[\s\u3000]*(?:[+\d（(A-Za-z][A-Za-z_\d\s\u3000—–－\-@.()（）/、，,转:]*)?"
_FIELD_VALUE = rf"[^：:，。；]{{0,40}}?(?=$|[\s\u3000]+(?:[^\s\u3000：:]{{2,12}}[：:]|(?:{_OWN})|\d)|邮编|邮政编码|CN)"
_OWN_CALL = (
    rf"(?:本报|本社|报社)?(?:{_OWN})(?:{_OWN})*{_CALL}(?:[/／、和及](?:{_OWN}|微信|传真|电话)*{_CALL}?)?{_VALUE}"
    r"|(?:总编室|编辑部|广告部|发行部|采访部|记者部|办公室|要闻部|专刊部|群工部|总编办)[：:\s\u3000]*\d[\d—–－-]{5,}"
)
_REGISTER = (
    r"国内统一(?:连续出版物号|刊号)(?:[：:\s\u3000]*CN)?[：:\s\u3000]*(?:\d{2}\s*[-—–－]+\s*\d{4})?|CN\s?\d{2}\s?[-—–－]{1,2}\s?\d{4}(?:/\w+)?"
    r"|(?:邮发|邮局发行)代号[：:\s\u3000]*(?:\d{1,3}\s*[-—–－]+\s*\d{1,4})?"
    r"|广告(?:发布登记|经营许可证?|许可证|登记)(?:通知书|证)?(?:号|编号)?[：:\s\u3000]*[^\s\u3000：:，。]{0,24}(?![：:])"
    r"|(?:本报|报社)?(?:常年)?法律顾问[：:][^：:。]{0,30}|(?:本报)?(?:今日)?开印时间[：:\s]*[^\s\u3000。，]{0,10}(?:\s*印完[：:\s]*[\d时分：:]{0,8})?"
)
_PRICE = (
    r"(?:本报|每份|每期|全年|半年|每月|每季)*(?:零售价?|定价|月价|季价|年价|报价|售价)格?(?:每份|每期|[/／]份)?[：:\s\u3000]*(?:人民币)?\d[\d.]*\s*元(?:[/／]?[份月季年])?"
    r"|每份\s*\d[\d.]*\s*元"
)
_PLACE = (
    rf"(?:本报|本社|(?:[一-鿿]{{2,6}})?报社)(?:地址|社址)[：:\s\u3000]*{_FIELD_VALUE}|社址[：:\s\u3000]*{_FIELD_VALUE}"
)
_SCREEN = "二维码|客户端|公众号|微信|官微|微博|视频号|抖音号?|APP|App"
_SCREENS = (
    rf"(?:(?:请?(?:微信)?(?:扫码|扫描|扫一扫|长按|识别|关注|下载|加入|登录))[^\s，。；：:]{{0,18}}(?:{_SCREEN}|平台)"
    rf"|[^\s，。；：:]{{0,4}}{PAPER.replace('(?![一-鿿])', '')}[^\s，。；：:]{{0,4}}(?:{_SCREEN}|数字报|网站|网))"
    r"[\s\u3000]*[：:]?"
)
_WEAK = (
    r"(?:主办|主管|承办|协办|出版|承印|印刷|印务|发行|代印|地址|网址|网站|官网|数字报|电子版|电子报|公众号|"
    r"微信公众号|官方微信|官方微博|客户端|抖音号?|视频号)(?:单位|厂|部门|方式)?\s*[：:]"
    rf"{_FIELD_VALUE}|[一-鿿]{{2,12}}?(?:印刷厂|印务中心|印刷中心|(?:印刷|印务)(?:有限)?公司)(?:承印|印刷)?"
    r"|[一-鿿]{2,16}?(?:委|宣传部|社|政府|局|集团)(?:主办|主管|主管主办|出版)(?![一-鿿])"
    rf"|(?:邮编|邮政编码|邮码)[：:\s\u3000]*\d{{0,6}}|{_CALL}[\s\u3000]*[：:]{_VALUE}|(?:https?://|www\.)[\w./-]+|[\w.-]+@[\w.-]+"
    r"|[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org)\b|E-?mail[：:]?|\(?0\d{2,3}\)?\s*[-—–－]+\s*\d{7,8}"
)
_PART = re.compile(
    rf"(?P<register>{_REGISTER})|(?P<price>{_PRICE})|(?P<place>{_PLACE})|(?P<call>{_OWN_CALL})|(?P<screen>{_SCREENS})"
    rf"|(?P<editors>{_EDITORS})|(?P<date>{DATE})|(?P<weekday>[（(]?(?:星期|周)[一二三四五六日天][）)]?(?![一-鿿]))"
    rf"|(?P<lunar>{_LUNAR})|(?P<season>{_SEASON})|(?P<weather>{_WEATHER})|(?P<sheets>{_SHEETS})|(?P<month>[12]\d{{3}}年\d{{1,2}}月)|(?P<issue>{_ISSUE})|(?P<page>{_PAGE})|(?P<weak>{_WEAK})|(?P<paper>{PAPER}社?)"
)
_BETWEEN = re.compile(r"[\s\u3000|｜·•:：,，、/／\\—–－\-■□●◆▲()（）《》【】\[\]]+")
_NUMBER = re.compile(r"(?:[A-Z]?\d{1,8}|[一二三四五六七八九十]{1,3}|P\d{1,2}|版|日|年|月)$")
_WORD = re.compile(rf"(?:{SECTION})$")
_LATIN = re.compile(r"[A-Z]{2,20}$")
_ROLE_LAST = re.compile(rf"(?:^|[\s\u3000])(?:本版)?(?:{_ROLE})[\s\u3000]*[：:/／]?$")
_TALK = re.compile(r"时间|地点|上午|下午|晚上|会议|来源|原载|转自|摘自|记者|通讯员|[了的是在将和及]$|作者|发布|\d时")
_GATE = re.compile(
    r"星期|周[一二三四五六日天]|版|[日晚时早晨商周新导]报|[年月]\d|\d年|农历|[子丑寅卯辰巳午未申酉戌亥]年|热线|邮箱|信箱|本报|社址|价|CN|邮发|国内统一|℃|天气|今日"
    r"|编[辑委：:]|责编|校对|[一二]○|二〇|扫码|二维码|客户端|开印|顾问：|许可证|20\d\d[-./]"
)
_FOOT = frozenset(("register", "price", "place", "call", "screen"))
_DATED = frozenset(("date", "weekday", "lunar"))
_NAMED = frozenset(("page", "paper", "sheets"))

Parts = frozenset[str]


class Belongs(Enum):
    """How surely a line of such parts belongs to the page."""

    SURELY = "head or foot of a page"
    BESIDE = "belongs to the page if it stands beside its head or foot"


def may_hold_parts(text: str) -> bool:
    """Whether a line is worth a closer look (a cheap gate)."""
    return _is_no_sentence(text) and _GATE.search(text) is not None


def _is_no_sentence(text: str) -> bool:
    return len(text) <= _LONGEST and "。" not in text and "；" not in text and ("，" not in text or "：" in text)


def parts_of(text: str) -> Parts | None:
    """The names of the parts that a line is put together from, or None if it holds anything else.

    "number", "section" and "word" are what is left between the parts; only heads have words of no known kind.
    """
    if not _is_no_sentence(text):
        return None
    found: set[str] = set()
    feet = 0
    rest: list[str] = []
    at = 0
    for part in _PART.finditer(text):
        if part.end() == part.start():
            continue
        found.add(part.lastgroup or "")
        feet += part.lastgroup in _FOOT
        rest += _BETWEEN.split(text[at : part.start()])
        at = part.end()
    rest += _BETWEEN.split(text[at:])
    if feet > 1:
        return frozenset((*found, "foot"))
    for word in filter(None, rest):
        kind = _kind_of(word)
        if kind is None or (kind == "word" and "word" in found and len(found) < 5):
            return None
        found.add(kind)
    return frozenset(found)


def belongs(parts: Parts) -> Belongs | None:
    """What the parts of a line, or of several lines that stand together, say."""
    if "foot" in parts:
        return Belongs.SURELY
    if "word" not in parts and (parts & _FOOT or "lunar" in parts):
        return Belongs.SURELY
    if parts >= {"month", "number"}:
        parts |= {"date"}
    dated, named = parts & _DATED, parts & _NAMED
    if "word" in parts:
        return Belongs.SURELY if dated and len(dated) + bool(named) + ("editors" in parts) >= 3 else None
    if dated and (named or len(dated) >= 2 or ("date" in dated and "editors" in parts and "section" in parts)):
        return Belongs.SURELY
    if "editors" in parts and ("page" in parts or "paper" in parts or parts >= {"number", "section"}):
        return Belongs.SURELY
    if "paper" in named and len(named) > 1:
        return Belongs.SURELY
    return Belongs.BESIDE


def stands_on_newspaper(text: str) -> bool:
    """Whether a line can only be a newspaper's: it gives the page's number, the newspaper's name or registration."""
    parts = parts_of(text)
    return parts is not None and bool(parts & (_NAMED | {"register"}))


def asks_for_names(text: str) -> bool:
    """Whether a line ends with what an editor does, so that the name stands on the next."""
    return _ROLE_LAST.search(text) is not None


def _kind_of(word: str) -> str | None:
    if _NUMBER.match(word):
        return "number"
    if _WORD.match(word):
        return "section"
    if _LATIN.match(word):
        return "latin"
    if len(word) > _LONGEST_REST or _TALK.search(word) or not word.isalnum():
        return None
    return "word"
