"""One way to write a record, so that equal records have equal bytes."""

from __future__ import annotations

import json
from typing import Any


def canonical(value: Any) -> str:
    """The canonical JSON text of a value made of dicts, lists, strings, integers, booleans and None.

    Raises TypeError for a float, which has no single way to be written, and for
    any type that JSON does not know.
    """
    _refuse_floats(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError(f"a float has no canonical form: {value!r}; write it as a string")
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError(f"a key must be a string: {key!r}")
            _refuse_floats(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            _refuse_floats(item)
