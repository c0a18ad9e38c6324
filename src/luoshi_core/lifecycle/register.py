"""The life of a commitment until it stands in a published register, and out of it again."""

from luoshi_core.lifecycle.table import Lifecycle

REGISTER = Lifecycle(
    {
        "accept": (frozenset({"proposed", "rejected"}), "accepted"),
        "reject": (frozenset({"proposed", "accepted"}), "rejected"),
        "reopen": (frozenset({"accepted", "rejected"}), "proposed"),
        "publish": (frozenset({"accepted"}), "registered"),
        "withdraw": (frozenset({"registered"}), "withdrawn"),
        "restore": (frozenset({"withdrawn"}), "registered"),
    },
    zh={
        "proposed": "拟任务",
        "accepted": "已采纳",
        "rejected": "不采纳",
        "registered": "在册",
        "withdrawn": "已撤销",
        "accept": "采纳",
        "reject": "不采纳",
        "reopen": "重新审核",
        "publish": "发布",
        "withdraw": "撤销",
        "restore": "恢复",
    },
)
