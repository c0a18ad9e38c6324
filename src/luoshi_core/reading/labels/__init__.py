"""The labels that open numbered paragraphs, and how they nest."""

from luoshi_core.reading.labels.forms import Form, Label
from luoshi_core.reading.labels.reader import Series, has_label, read_label

__all__ = ["Form", "Label", "Series", "has_label", "read_label"]
