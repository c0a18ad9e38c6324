"""The life of a body that was met in a document and is proposed."""

from luoshi_core.lifecycle.table import Lifecycle

PROPOSING = Lifecycle(
    {
        "add": (frozenset({"open"}), "added"),
        "join": (frozenset({"open"}), "joined"),
        "dismiss": (frozenset({"open"}), "dismissed"),
        "reopen": (frozenset({"dismissed"}), "open"),
    }
)
