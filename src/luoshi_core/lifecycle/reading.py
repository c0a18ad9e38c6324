"""The life of a file that is being read."""

from luoshi_core.lifecycle.table import Lifecycle

READING = Lifecycle(
    {
        "start": (frozenset({"queued"}), "reading"),
        "finish": (frozenset({"reading"}), "read"),
        "fail": (frozenset({"reading"}), "failed"),
        "retry": (frozenset({"failed", "reading"}), "queued"),
    }
)
