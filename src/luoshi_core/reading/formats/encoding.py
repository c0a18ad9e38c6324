"""Bytes -> characters: strict decoding first, plausibility of the Chinese that comes out second."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from luoshi_core.reading.errors import NotText
from luoshi_core.reading.source import Remark

SAMPLE = 1 << 16
"""Bytes looked at to tell one encoding from another."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_COMMON = re.compile(
    "[，。、；：（）《》“”的一是了在和有不为大中上个国人工作要会以年月日部地区市县镇村乡局委办方行动发展建设实施推进完成加强"
    "开展全面提高服务文化教育管理责任单位各级组织领导分公共社新成立项目标时间学生产业经济安这来到理能主报用务家实本法政民心关制度通知"
    "國會為個時來發動學對開實業務與區縣鄉長進過這們說應體關產經濟機設計劃單電點條現書員門後兩從當種報辦將內於無處]"
)
_CHINESE = re.compile("[\u2014-\u201d\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff65]")
_ODD = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
_CONTROLS = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_HIGH = re.compile(rb"[\x80-\xff]+")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x85\u2028\u2029]")

PLAUSIBLE = 0.12
"""The least share of everyday characters among the Chinese ones that a right decoding shows."""
MAX_BAD = 0.02
"""The largest share of undecodable bytes or control characters in what is still a text."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it came in, and what was wrong with it."""

    text: str
    encoding: str
    remarks: tuple[Remark, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of some bytes, with line ends as newlines.

    ``declared`` is what the file itself says (a meta tag); it is believed if it fits.
    A few undecodable bytes become U+FFFD and are told in a remark.

    Raises ``NotText`` for binary data.
    """
    encoding, data = _without_bom(data)
    if encoding is None and declared and _fits(data, declared):
        encoding = declared
    return _decode_as(data, encoding or _detect(data))


def _without_bom(data: bytes) -> tuple[str | None, bytes]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return encoding, data[len(bom) :]
    return None, data


def _fits(data: bytes, declared: str) -> bool:
    try:
        data.decode(declared)
    except (UnicodeDecodeError, LookupError, ValueError):
        return False
    return True


def _detect(data: bytes) -> str:
    wide = _wide_by_nulls(data[:SAMPLE])
    if wide:
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut_off = error.start >= len(data) - 3 and not data[: error.start].isascii()
        return "utf-8" if cut_off else _most_plausible(_sample(data, error.start))
    return "utf-8"


def _wide_by_nulls(sample: bytes) -> str | None:
    """UTF-16 without a mark, seen from the zero bytes that all stand on one side of the pairs."""
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if low + high < 2 or min(low, high) * 20 > max(low, high):
        return None
    encoding = "utf-16-le" if high > low else "utf-16-be"
    text = sample[: len(sample) & ~1].decode(encoding, "replace")
    odd = len(_ODD.findall(text))
    return encoding if odd * 50 <= len(text) and _looks_written(text) else None


def _looks_written(text: str) -> bool:
    """At least three quarters of the characters are ASCII or Chinese."""
    ascii_count = len(text.encode("ascii", "ignore"))
    return (ascii_count + len(_CHINESE.findall(text))) * 4 >= len(text) * 3


def _sample(data: bytes, at: int) -> bytes:
    """The bytes around the first that is not UTF-8, from the start of a line if one begins near."""
    before = max(0, at - SAMPLE // 4)
    start = data.find(b"\n", before, at) + 1 if before else 0
    return data[start or before : at + SAMPLE]


def _most_plausible(sample: bytes) -> str:
    if _is_western(sample):
        return "cp1252"
    candidates = ["utf-8", "gb18030", "big5hkscs"]
    if b"\0" in sample or len(_HIGH.sub(b"", sample)) * 10 < len(sample):
        candidates += ["utf-16-le", "utf-16-be"]
    score, best = max((plausibility(sample.decode(name, "replace")), name) for name in candidates)
    return best if score >= PLAUSIBLE else _last_resort(sample)


def _is_western(sample: bytes) -> bool:
    """Latin letters with a stray accent or curly quote: single high bytes, few of them."""
    runs = _HIGH.findall(sample)
    single = sum(len(run) == 1 for run in runs)
    return single * 10 >= len(runs) * 9 and sum(map(len, runs)) * 10 < len(sample)


def plausibility(text: str) -> float:
    """The share of everyday characters among the non-ASCII ones, less three times that of impossible ones."""
    wide = len(text) - len(text.encode("ascii", "ignore"))
    if not wide:
        return 0.0
    return (len(_COMMON.findall(text)) - 3 * len(_ODD.findall(text))) / wide


def _last_resort(sample: bytes) -> str:
    if _fits(sample, "gb2312"):
        return "gb18030"
    best = from_bytes(sample[:16384]).best()
    return best.encoding if best is not None else "gb18030"


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        text, bad, first = data.decode(encoding), 0, 0
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        bad, first = max(text.count("\ufffd"), 1), error.start
    noise = bad + len(_CONTROLS.findall(text))
    if noise > max(1, len(text) * MAX_BAD):
        raise NotText()
    remarks = [_bad_bytes(bad, first, encoding)] if bad else []
    if "\0" in text:
        remarks.append(_null_characters(text.count("\0")))
        text = text.replace("\0", "")
    return Decoded(_LINE_ENDS.sub("\n", text) if _LINE_ENDS.search(text) else text, encoding, tuple(remarks))


def _bad_bytes(count: int, first: int, encoding: str) -> Remark:
    return Remark(
        "bad-bytes",
        f"有 {count} 处字节无法按 {encoding} 解码，已用“\ufffd”代替，第一处在第 {first + 1} 字节。",
        f"{count} places could not be decoded as {encoding} and became “\ufffd”, the first at byte {first + 1}.",
    )


def _null_characters(count: int) -> Remark:
    return Remark(
        "null-characters",
        f"文字中有 {count} 个空字符，已略去。",
        f"{count} null characters in the text were left out.",
    )
