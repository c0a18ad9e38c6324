"""Lines of a title: which may be one, which complete one, which are the name over it."""

from __future__ import annotations

import re

_COMPLETE = re.compile(
    r"(?:通知|意见|方案|办法|规定|条例|计划|要点|规划|纲要|决定|决议|公告|通告|通报|报告|请示|批复|议案|函|纪要|细则|清单|台账|制度|预案|措施|"
    r"安排|指南|标准|文件|令|责任书|讲话|致辞|发言|倡议书|简报|专报|公报|规则|守则|章程|一览表|汇总表|分解表|统计表|情况表|任务表|进度表|分工表|工作表|名单|目录|解读|说明)"
    r"(?:\s*[（(][^（()）]{1,20}[）)])*$"
)
_PASSES_ON = re.compile(r"关于(?:印发|转发|批转|下达|公布|发布|调整)")
_PASSED_ON = re.compile(r"(?:通知|公告|决定|函|通告|批复|意见)(?:\s*[（(][^（()）]{1,20}[）)])*$")
_MASTHEAD = re.compile(
    r"(?:文件|令|公报|简报|专报|快报|动态|信息|公告|督查通报|督查专报|会议纪要|纪要|会议文件|会议材料)$"
)
_JOINS = re.compile(r"[（(].{1,40}$|——|—|[的及和与暨等之]")
_SHORT_REST = 8
_ENDS = re.compile(r"[。；;！!？?，,、：:…]$")
_NO_TITLE = re.compile(
    r"(?:现将|为[了贯认深进全切]|根据|按照|今年|近[日年]|经研究|目\s*录|前\s*言|引\s*言|序\s*言|导\s*言|第\s*\d+\s*页)"
)
LONGEST = 70


def may_be_title(text: str) -> bool:
    """Whether a line can be a title or a line of one."""
    if len(text) > LONGEST or (_ENDS.search(text) and not text.endswith(("！", "？", "!", "?"))):
        return False
    return "。" not in text and _NO_TITLE.match(text) is None and any(c.isalpha() for c in text)


def is_complete(title: str) -> bool:
    """Whether a title has its end, so that a further line is something else."""
    if _PASSES_ON.search(title):
        return _PASSED_ON.search(title) is not None
    return _COMPLETE.search(title) is not None


def is_masthead(title: str) -> bool:
    """Whether a line is the name of a series (…文件, …令, …简报) rather than a title."""
    return _MASTHEAD.search(title) is not None


def is_notice(title: str) -> bool:
    """Whether a title is that of a notice or the like (关于…的通知), which may print what has its own title."""
    return "关于" in title


def goes_on(text: str) -> bool:
    """Whether a line goes on with a complete title: (试行), ——在…上的讲话, a short rest."""
    return _JOINS.match(text) is not None or (len(text) <= _SHORT_REST and _COMPLETE.search(text) is not None)


def masthead_body(text: str) -> str:
    """The body that a masthead names: X市人民政府文件 is X市人民政府."""
    return re.sub(r"\s*[（(].*[）)]$", "", _MASTHEAD.sub("", text)).strip()


def alike(first: str, second: str) -> bool:
    """Whether one title holds the other, spaces and marks aside."""
    first, second = re.sub(r"\W", "", first), re.sub(r"\W", "", second)
    return first in second or second in first
