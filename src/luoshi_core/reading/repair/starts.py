"""How a paragraph begins: labels, field names, bullets, dates that stand alone."""

from __future__ import annotations

import re

_FIELDS = (
    "责任单位|责任部门|责任人|责任领导|责任科室|牵头单位|牵头部门|牵头领导|牵头人|配合单位|配合部门|协助单位|参与单位|主办单位|协办单位|承办单位|"
    "主办|承办|协办|完成时限|完成时间|时限要求|时间节点|整改时限|工作目标|目标任务|工作措施|整改措施|整改目标|时间|地点|主持|主持人|出席|列席|"
    "请假|缺席|参加|参加人员|参会人员|出席人员|列席人员|记录|记录人|整理|审核|签发|签发人|联系人|联系电话|联系方式|联系地址|地址|电话|传真|"
    "邮箱|电子邮箱|邮编|网址|抄送|抄报|主送|主题词|分送|发送|报送|报|送|发|来源|信息来源|作者|责编|编辑|校对|日期|发布时间|发布日期|成文日期|"
    "发文机关|发文字号|索引号|主题分类|标题|有效性|公开方式|备注|注|说明|附|附表|附录|附图"
)
FIELD = re.compile(rf"(?:{_FIELDS})\s*[：:]")
"""A line that gives the value of a named field."""

_LABELS = rf"""
  [一二三四五六七八九十百]{{1,4}}[、．.](?!\d)
| 第[一二三四五六七八九十百零〇\d]{{1,5}}(?:章|节|编|部分|篇)(?![^\s　：:、，（(]{{0,3}}(?:规定|所|的|和|及|至))
| 第[一二三四五六七八九十百零〇\d]{{1,6}}条(?:[\s　]|之[一二三四五六七八九十][\s　])
| [（(][一二三四五六七八九十百]{{1,4}}[）)](?!项|款|条)
| [（(]\d{{1,3}}[）)](?!项|款|条)
| \d{{1,3}}[、．](?!\d)
| \d{{1,3}}\.(?=[\s　]*[^\W\d_])(?![a-z])
| \d{{1,2}}(?:\.\d{{1,2}}){{1,3}}[.、]?[\s　]*(?=[A-Z一-鿿]|[“"《])(?!万|亿|个|%)
| [①-⑳⑴-⒇㈠-㈩]
| [•●■◆◇▪▶►★☆△▲○◎·]\s*(?=\S)
| [*–—-]\s+(?=\S)
| \([a-z]{{1,3}}\)\s
| [a-zA-Z][.)]\s+(?=[A-Z])
| [（(](?:{_FIELDS})\s*[：:]
| (?:附件|附表|附录|附图|专栏)\s*(?:\d|[一二三四五六七八九十]|[：:])
| (?:Goal|Section|Article|Chapter|Part|Appendix|Annex|Exhibit|Schedule|Objective|Priority|Action|Strategy|Policy|Step
    |Task|Phase|Theme|Recommendation|Attachment)
  \s+(?:\d+(?:\.\d+)*|[A-Z]|[IVX]+)\s*[.:：—–-]
"""
LABEL = re.compile(_LABELS, re.VERBOSE)
"""A label that opens a numbered item, a bullet or an appended part."""

DATE_ALONE = re.compile(
    r"[（(]?\s*(?:[12]\s*\d\s*\d\s*\d|二[〇○零Ｏ０O一二三四五六七八九]{3})\s*年\s*"
    r"[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日(?:印发|发布|公布|通过)?\s*[）)]?$"
)
"""A date that is all of its line: below a signature or under a title."""

FIRSTS = frozenset(
    "一二三四五六七八九十百第（(附专注抄主分责牵配协参完时整工地出列请缺记审签联传邮网报送发来信作编校日成索标有公备说电"
    "0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
    "•●■◆◇▪▶►★☆△▲○◎·*–—-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)
"""Only lines with one of these first characters need a look."""


def starts_item(text: str) -> bool:
    """Whether a line opens an item of a list, a field or an appended part."""
    return text[0] in FIRSTS and (LABEL.match(text) is not None or FIELD.match(text) is not None)
