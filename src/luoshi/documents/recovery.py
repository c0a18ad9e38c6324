"""After a crash: files whose reading was cut off wait again."""

from __future__ import annotations

from luoshi.common.actor import Actor
from luoshi.documents.actions import retry_source
from luoshi.documents.enums import SourceState
from luoshi.documents.models import Source


def requeue_interrupted() -> int:
    """Have every file read again whose reading process is gone; called before the worker starts."""
    interrupted = list(Source.objects.filter(state=SourceState.READING, parent=None))
    for source in interrupted:
        retry_source(actor=Actor.system("恢复"), source=source)
    return len(interrupted)
