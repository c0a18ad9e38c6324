"""What gives away that a row of a sheet is no task: words of totals, notes and headings."""

from __future__ import annotations

import re

TOTAL = re.compile(
    r"^\s*(?:合\s*计|小\s*计|总\s*计|共\s*计|累\s*计|总\s*数|(?:sub|grand )?-?total)\s*(?:[（(:：].*)?$", re.IGNORECASE
)
NOTE = re.compile(
    r"^\s*[*※]?\s*(?:附?\s*注|备\s*注|说\s*明|填[表报]说明|注释|(?:数据|资料)来源|notes?|source)\s*\d*\s*[：:.、]"
    r"|^\s*[（(]?(?:填报|制表|审核|填表|审批|联系|报送|签发|经办|单位负责)\S{0,6}\s*[:：]",
    re.IGNORECASE,
)
SECTION = re.compile(
    r"^\s*(?:第[一二三四五六七八九十百\d]+[编章节部分项类批]|[一二三四五六七八九十]{1,3}[、.．\s]|[（(][一二三四五六七八九十]{1,3}[)）]"
    r"|(?:goal|objective|priority|theme|section|part|strategy)\s+\d+)",
    re.IGNORECASE,
)
CHINESE_NUMBER = re.compile(r"^\s*[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?\s*$")
IS_NUMBER = re.compile(r"^\s*[（(]?\d{1,9}(?:\.\d+)*[)）]?[.、．]?\s*$")
SENTENCE_FROM = 30
"""Characters from which a lonely cell is a sentence and no heading."""
