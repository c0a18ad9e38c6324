"""The first letters of the pinyin: whlyj finds 文化和旅游局."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from luoshi_core.terms.text import HAN, fold

#: begins every term of initials; no ordinary term has it
MARKER = "~"
GRAM = 3
#: words of places, bodies and plans in which a character is not read as it is alone
READ_OTHERWISE = {
    "重庆": "cq", "重新": "cx", "重建": "cj", "重组": "cz", "长城": "cc", "长江": "cj", "长沙": "cs", "长春": "cc",
    "长治": "cz", "长期": "cq", "长效": "cx", "长途": "ct", "长三角": "csj", "长远": "cy", "长廊": "cl", "长安": "ca",
    "长乐": "cl", "延长": "yc", "特长": "tc", "音乐": "yy", "乐团": "yt", "乐队": "yd", "乐器": "yq", "银行": "yh",
    "行业": "hy", "商行": "sh", "厦门": "xm", "六安": "la", "会计": "kj", "财会": "ck", "调查": "dc", "调研": "dy",
    "调度": "dd", "调动": "dd", "抽调": "cd", "效率": "xl", "利率": "ll", "比率": "bl", "覆盖率": "fgl", "西藏": "xz",
    "宝藏": "bz", "学校": "xx", "校园": "xy", "朝阳": "cy", "单县": "sx", "解州": "xz", "洪洞": "ht", "传记": "zj",
    "自传": "zz", "盛满": "cm", "参差": "cc", "提防": "df", "降服": "xf", "投降": "tx", "省市": "ss", "大夫": "df",
}  # fmt: skip
#: characters of which the first reading of the dictionary is not the usual one in these texts
READ_ALONE = {"调": "t"}
_OTHERWISE = re.compile("|".join(sorted(READ_OTHERWISE, key=len, reverse=True)))
_RUNS = re.compile(rf"[a-z0-9{HAN}]+")


def initials_of(text: str) -> str:
    """The first letters of the text's characters in pinyin; letters and digits stay, all else is left out."""
    return "".join(_letters(run) for run in _RUNS.findall(fold(text)))


def initial_terms(text: str) -> list[str]:
    """Three letters at a time with a marker, then the last two and the last one, for each run of the text."""
    terms = []
    for run in _RUNS.findall(fold(text)):
        letters = _letters(run)
        terms += [MARKER + letters[i : i + GRAM] for i in range(len(letters))]
    return terms


def letters_with_places(folded: str) -> Iterator[tuple[str, list[int]]]:
    """For each run its letters and the place of the character that each letter stands for."""
    for run in _RUNS.finditer(folded):
        letters, places = "", []
        for i, letter in enumerate(_of_each(run[0])):
            letters += letter
            places += [run.start() + i] * len(letter)
        yield letters, places


def _letters(run: str) -> str:
    return "".join(_of_each(run))


def _of_each(run: str) -> list[str]:
    """A letter for each character of a run, none for a character without a reading."""
    letters = [_letter(character) for character in run]
    for found in _OTHERWISE.finditer(run):
        letters[found.start() : found.end()] = READ_OTHERWISE[found[0]]
    return letters


@cache
def _letter(character: str) -> str:
    if character.isascii():
        return character
    return READ_ALONE.get(character) or _first_letter(character)


def _first_letter(character: str) -> str:
    from pypinyin.constants import PINYIN_DICT  # a fifth of a second to load, and not always needed

    reading = unicodedata.normalize("NFD", PINYIN_DICT.get(ord(character), ""))
    return reading[:1].lower()
