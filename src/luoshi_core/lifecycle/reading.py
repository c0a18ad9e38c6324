"""The life of a file that is being read."""

from luoshi_core.lifecycle.table import Lifecycle

READING = Lifecycle(
    {
        "start": (frozenset({"queued"}), "reading"),
        "finish": (frozenset({"reading"}), "read"),
        "fail": (frozenset({"reading"}), "failed"),
        "retry": (frozenset({"failed", "reading"}), "queued"),
    },
    zh={
        "queued": "等待读取",
        "reading": "正在读取",
        "read": "已读取",
        "failed": "无法读取",
        "start": "开始读取",
        "finish": "读完",
        "fail": "记为无法读取",
        "retry": "再读一次",
    },
)
