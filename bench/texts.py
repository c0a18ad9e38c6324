"""Policy text of any length, made from parts; no two paragraphs are alike, most sentences bind nobody."""

from __future__ import annotations

import random

SUBJECTS = (
    "县文旅局",
    "市教育局",
    "各乡镇（街道）",
    "县水利局",
    "市场监管局",
    "县住建局",
    "市图书馆",
    "县民政局会同县财政局",
)
THINGS = (
    "综合文化站",
    "城市书房",
    "农村公路",
    "小型水库",
    "老旧小区",
    "养老服务中心",
    "运动场地",
    "污水管网",
    "校园食堂",
    "戏台",
)
VERBS = ("建成", "改造", "新建", "排查", "整治", "完成", "提升", "验收")
UNITS = ("个", "处", "座", "公里", "所", "场")
TIMES = ("9月底前", "年底前", "2026年6月底前", "上半年", "10月15日前", "三季度末", "年内")
BACKGROUND = (
    "去年以来，全县{thing}累计达到{n}{unit}，群众反映良好，但布局不均、管护不力的问题仍然存在",
    "会议强调，要充分认识做好{thing}工作的重要意义，切实增强责任感和紧迫感",
    "一座城市的气质，藏在它的{thing}里，也藏在日复一日的细节里",
    "实践证明，只有坚持问计于民，{thing}才能真正发挥作用，群众才会真心满意",
    "{thing}是乡村的灵魂所系，寄托着一代又一代人的记忆和情感",
    "近年来先后投入资金{n}万元，{thing}的面貌发生了深刻变化",
    "各级各部门要提高站位，扛牢责任，把{thing}工作抓紧抓实抓出成效",
    "从“有没有”到“好不好”，{thing}折射出治理理念的变迁",
)
DUTIES = (
    "{subject}{time}{verb}{thing}{n}{unit}",
    "{subject}牵头，县财政局配合，{time}{verb}{thing}不少于{n}{unit}，覆盖率达到{p}%以上",
    "{time}，{thing}达标率提高到{p}%，新增{n}{unit}",
    "{subject}每季度对{thing}开展一次检查",
    "严禁以{thing}名义向群众摊派费用",
)


def policy_text(characters: int, *, wrapped: bool = False, seed: int = 7, duties: float = 0.25) -> str:
    """About ``characters`` characters; one sentence in four is a duty, as in a work plan with its preamble.

    ``wrapped`` breaks the lines after 20 characters as a newspaper column does.
    """
    chance = random.Random(seed)
    paragraphs: list[str] = []
    length = number = 0
    while length < characters:
        number += 1
        sentences = [_sentence(chance, duties) for _ in range(chance.randint(3, 7))]
        paragraph = f"　　{number}.{chance.choice(THINGS)}建设。{''.join(sentences)}"
        if wrapped:
            paragraph = "\n".join(paragraph[i : i + 20] for i in range(0, len(paragraph), 20))
        paragraphs.append(paragraph)
        length += len(paragraph) + 1
    return "\n".join(paragraphs)[:characters]


def _sentence(chance: random.Random, duties: float) -> str:
    pattern = chance.choice(DUTIES if chance.random() < duties else BACKGROUND)
    words = {
        "subject": chance.choice(SUBJECTS), "thing": chance.choice(THINGS), "verb": chance.choice(VERBS),
        "unit": chance.choice(UNITS), "time": chance.choice(TIMES),
        "n": chance.randint(2, 999), "p": chance.randint(60, 99),
    }  # fmt: skip
    return pattern.format(**words) + "。"
