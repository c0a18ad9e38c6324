"""What the name of an issuing body looks like."""

from __future__ import annotations

import re

_ENDS = (
    r"(?:人民政府|政府|委员会|常务委员会|人民代表大会|办公室|办公厅|管理局|局|厅|部|院|会|署|[市县区州省镇乡]委|政法委|纪委|监委|工委|党委|"
    r"党组|党工委|管委会|中心|公司|集团|处|科|所|馆|站|支队|总队|大队|指挥部|领导小组|小组|工作组|专班|联席会议|法院|检察院|"
    r"学校|大学|学院|中学|小学|医院|银行|街道|团[市县区省]委|[市县区]委办|[市县区]政府办|[市县区州省]府办|安委办|文旅局|协会|联合会|基金会|社|室|办)"
)
BODY = re.compile(rf"[\u4e00-\u9fff（）()、·“”\s\u3000]{{1,40}}{_ENDS}$")
"""A line that is nothing but the name of a body (or of several)."""

_BRACKETS = re.compile(r"\s*[（(](?:代章|盖章|印章|章|公章|签章)[）)]\s*$")
_STARTS = re.compile(
    rf"(?:中共|共青团)?[\u4e00-\u9fff（）()]{{2,30}}?{_ENDS}(?=关于|印发|转发|办公室关于|[12]\d{{3}}年)"
)
_NO_BODY = re.compile(r"^(?:关于|各|有关|全[市县区省]|现|为|加强|推进|做好|深化|开展|[一二三四五六七八九十]是)")


def without_seal(text: str) -> str:
    """A name without the place of its seal: X局（盖章） is X局."""
    return _BRACKETS.sub("", text.strip())


def is_body_line(text: str) -> bool:
    """Whether a line is nothing but the name of a body or of several."""
    text = without_seal(text)
    return BODY.match(text) is not None and _NO_BODY.match(text) is None


def body_names(text: str) -> list[str]:
    """The names on a line of a signature: parted by wide spaces, spaced letters drawn together."""
    text = without_seal(text)
    parts = [part for part in re.split(r"[\s\u3000]+|、", text) if part]
    if len(parts) > 1 and all(len(part) <= 2 for part in parts):
        return ["".join(parts)]
    if all(BODY.match(part) for part in parts):
        return parts
    return ["".join(parts)]


def leading_body(title: str) -> str | None:
    """The body that a title begins with (X市人民政府办公室关于…), or None."""
    found = _STARTS.match(title)
    return found[0] if found and not _NO_BODY.match(title) else None
