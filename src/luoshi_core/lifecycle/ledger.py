"""The life of a ledger that somebody brings in."""

from luoshi_core.lifecycle.table import Lifecycle

LEDGER = Lifecycle(
    {
        "ask": (frozenset({"reading"}), "mapping"),
        "preview": (frozenset({"reading"}), "previewed"),
        "fail": (frozenset({"reading"}), "failed"),
        "confirm": (frozenset({"mapping", "previewed"}), "reading"),
        "again": (frozenset({"previewed", "failed"}), "reading"),
        "apply": (frozenset({"previewed"}), "applied"),
        "dismiss": (frozenset({"reading", "mapping", "previewed", "failed"}), "dismissed"),
    },
    zh={
        "reading": "正在读取",
        "mapping": "待确认列",
        "previewed": "待确认",
        "applied": "已导入",
        "failed": "无法读取",
        "dismissed": "已放弃",
        "ask": "请人确认列",
        "preview": "核对",
        "fail": "记为无法读取",
        "confirm": "确认列",
        "again": "重新核对",
        "apply": "导入",
        "dismiss": "放弃",
    },
)
