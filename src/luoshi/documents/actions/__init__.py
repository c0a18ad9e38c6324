"""The verbs about files and documents."""

from luoshi.documents.actions.publish import publish_source, withdraw_source
from luoshi.documents.actions.read import read_source, retry_source
from luoshi.documents.actions.receive import receive_source
from luoshi.documents.actions.remove import expire_sources, remove_source

__all__ = [
    "expire_sources",
    "publish_source",
    "read_source",
    "receive_source",
    "remove_source",
    "retry_source",
    "withdraw_source",
]
