"""Who should feel it, in the commitment's own words."""

from __future__ import annotations

import re
from typing import Final

#: groups of people that Chinese public plans name; the longer words first, so that they win
_GROUPS: Final = (
    "农村留守儿童|留守儿童|困境儿童|未成年人|青少年|中小学生|大学生|在校学生|学生|少年儿童|婴幼儿|儿童|幼儿|"
    "老年读者|老年人|老人|残疾人|视障读者|视障人士|听障人士|农民工|进城务工人员|务工人员|外来人口|流动人口|"
    "新市民|农村居民|城镇居民|城乡居民|社区居民|居民|村民|农民群众|群众|人民群众|市民|牧民|农民|"
    "特困人员|低保对象|困难群众|困难家庭|脱贫户|退役军人|退役士兵|高校毕业生|毕业生|失业人员|就业困难人员|"
    "孕产妇|妇女|职工|教职工|教师|医务人员|读者|观众|游客|参观者|乘客|旅客|患者|参保人员|考生|家长|"
    "创业者|个体工商户|中小微企业|小微企业|中小企业|民营企业|企业|经营主体|市场主体|种粮农户|农户|消费者|业主"
)
_CHINESE: Final = re.compile(rf"(?:{'|'.join(sorted(_GROUPS.split('|'), key=len, reverse=True))})")
_ENGLISH: Final = re.compile(
    r"\b(?:older (?:people|readers|residents)|elderly people|children|pupils|students|young people|residents|villagers|"
    r"visitors|readers|patients|passengers|farmers|households|families|women|workers|migrant workers|"
    r"people with disabilities|disabled people|small businesses|businesses|citizens|the public)\b",
    re.IGNORECASE,
)


def beneficiaries_in(quote: str) -> list[tuple[int, int]]:
    """Where the words of a commitment name who should feel it: ``[start, end)`` pairs, each word once.

    A proposal only: a person decides. Nothing is inferred that is not printed.
    """
    seen: set[str] = set()
    found = []
    for match in sorted([*_CHINESE.finditer(quote), *_ENGLISH.finditer(quote)], key=lambda m: m.start()):
        word = match.group().lower()
        if word not in seen:
            seen.add(word)
            found.append(match.span())
    return found
