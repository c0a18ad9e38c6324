"""Chinese units and measure words, and what kind of number stands with them."""

from __future__ import annotations

import re

_COUNTS = """
个 家 座 处 名 位 人 人次 人·次 人份 户 户次 件 项 条 支 所 间 套 台 台套 台次 辆 辆次 艘 架 张 份 册 本 部 篇
期 场 场次 次 批 批次 班 班次 类 种 款 对 组 面 块 片 株 棵 头 只 羽 口 眼 盏 根 段 栋 幢 床 门 道 颗 枚
例 宗 起 单 笔 轮 遍 幅 首 节 堂 课 讲 集 档 剂 剂次 瓶 箱 袋 桶 匹 尾 站 届 趟 席 层 孔 字 词 帧 回 亩次 家次
队 把 顶 盒 罐 卷 枝 盆 池 井 桩 杆 柜 卡 桌
车次 架次 列 列次 企业 项目 社区 床位 学位 车位 泊位 标准箱 标箱 TEU
个标准箱 个标准车位 个床位 张床位 个学位 个车位 个泊位 个班
"""
_SIZES = """
元 元人民币 美元 欧元 港元 平方公里 平方千米 平方米 平米 平方 ㎡ m² km² 立方米 立方 方 m³ 亩 公顷
公里 千米 km 米 厘米 毫米 里 海里 延米 延长米 吨 公斤 千克 克 毫克 斤 升 毫升 蒸吨 载重吨 吨标准煤 吨标煤
千瓦时 千瓦 兆瓦 兆瓦时 吉瓦 瓦 kW kWh MW MWh GW GWh 度 千伏 kV 千伏安 kVA MVA 兆帕 勒克斯 分贝 dB ℃ 摄氏度
TB PB GB MB Mbps Gbps 兆 P EFLOPS PFLOPS 微克 μg mg 标方 标立方米 分
"""
_TIMES = """
小时 学时 课时 个学时 个课时 个小时 分钟 秒 秒钟 天 日 个工作日 工作日 个自然日 自然日
个月 年 周 个星期 个季度 个学期
"""
_SHARES = "% ％ ‰ 个百分点 百分点 倍"
_IDENTIFYING = "人 户 层 名 床 张 天 年 小时 岁"
_CONCRETE = "座 所 家 处 名 辆 台 艘 架 栋 幢 间 支 场"
_REPEATS = "次 轮 遍 回 趟"
_OCCASIONS = "次 轮 遍 回 趟 场 场次 期 届 批 堂 节 讲 份 篇"
#: What they count stands behind them, if anything does (12个城市书房).
_THINGS = "个 家 座 处 名 位 户 件 项 条 支 所 间 套 台 辆 艘 张 份 册 本 部 篇 块 片 株 棵 盏 栋 根 组 批 类 种"
_BASES = """
平方米 平方公里 立方米 人 户 月 年 日 天 小时 亩 万人 千人 百人 十万人 次 吨 人·月 人·年 人/月 人/年 年·人 月·人
公里 米 例 公顷 秒 升 千瓦时 度 台 家 村 床 万元 辆 车次 L m³ kg s h d a
"""

AGE = "岁"
TIME_UNITS = frozenset(_TIMES.split())
SIZE_UNITS = frozenset(_SIZES.split()) | frozenset(_IDENTIFYING.split())
UNITS = frozenset(f"{_COUNTS} {_SIZES} {_TIMES} {_SHARES} {AGE}".split())
OCCASIONS = frozenset(_OCCASIONS.split())
THINGS = frozenset(_THINGS.split())
REPEATS = frozenset(_REPEATS.split())
CONCRETE = frozenset(_CONCRETE.split())  # 一座 is a count, 一项 or 一套 says no more than the noun alone

_PER = frozenset(_BASES.split())
_IN_BRACKETS = re.compile(r"（(.{1,2})）")


def _lengths(words: frozenset[str]) -> dict[str, tuple[int, ...]]:
    """For each first character how long the words that start with it are, the longest first."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


_LENGTHS = _lengths(UNITS)
_LENGTHS_PER = _lengths(_PER)


def unit_at(text: str, place: int) -> str:
    """The longest unit that begins at ``place``, with its part after a stroke (微克/立方米, 元/人·月); "" for none."""
    unit = _longest(text, place, _LENGTHS, UNITS)
    end = place + len(unit)
    after = text[end : end + 1]
    if after == "（" and (or_else := _IN_BRACKETS.match(text, end)):
        return unit + or_else[0] if or_else[1] in UNITS else unit
    if unit and after in ("/", "／"):
        part = _longest(text, end + 1, _LENGTHS_PER, _PER)
        return f"{unit}/{part}" if part else unit
    return unit


def _longest(text: str, place: int, lengths: dict[str, tuple[int, ...]], words: frozenset[str]) -> str:
    for length in lengths.get(text[place : place + 1], ()):
        word = text[place : place + length]
        if word in words:
            return word
    return ""
