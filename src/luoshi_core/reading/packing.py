"""Fields that are kept in a few bytes: as objects, the places in a long text would fill the memory.

A packed field is read and given as ever; a new value is made on every reading.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain
from typing import Any, TypeVar

from luoshi_core.reading.traced import Span

_Class = TypeVar("_Class", bound=type)
_Instance = TypeVar("_Instance")
_ONE = struct.Struct("<2I")
_FEW = tuple(struct.Struct(f"<{2 * count}I") for count in range(8))


def pack_spans(spans: Sequence[Span]) -> bytes:
    """Eight bytes a span."""
    if len(spans) == 1:
        return _ONE.pack(*spans[0])
    numbers = chain.from_iterable(spans)
    return _FEW[len(spans)].pack(*numbers) if len(spans) < len(_FEW) else struct.pack(f"<{2 * len(spans)}I", *numbers)


def unpack_spans(packed: bytes) -> tuple[Span, ...]:
    """The spans that ``pack_spans`` packed."""
    return tuple([Span(*pair) for pair in _ONE.iter_unpack(packed)])


class _Packed:
    """A slot whose value is packed when it is set and unpacked when it is read."""

    def __init__(self, slot: Any, pack: Callable[[Any], Any], unpack: Callable[[Any], Any]) -> None:
        self.kept = slot.__get__
        self.keep = slot.__set__
        self._pack = pack
        self._unpack = unpack

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        return self if instance is None else self._unpack(self.kept(instance))

    def __set__(self, instance: object, value: Any) -> None:
        self.keep(instance, self._pack(value))


def packed(name: str, pack: Callable[[Any], Any], unpack: Callable[[Any], Any]) -> Callable[[_Class], _Class]:
    """Keep one field of a dataclass with slots as ``pack`` makes it, also in a pickle."""

    def decorate(cls: _Class) -> _Class:
        setattr(cls, name, _Packed(cls.__dict__[name], pack, unpack))
        return cls

    return decorate


def changed(instance: _Instance, **values: Any) -> _Instance:
    """A copy with other values, as ``dataclasses.replace`` makes it; what is packed is not unpacked for that."""
    cls: Any = type(instance)
    copy: _Instance = cls.__new__(cls)
    for name, kept, keep, given in _slots(cls):
        if name in values:
            given(copy, values[name])
        else:
            keep(copy, kept(instance))
    return copy


@cache
def _slots(cls: type) -> tuple[tuple[str, Callable[[Any], Any], Callable[..., None], Callable[..., None]], ...]:
    """For each slot its name, and how its value is read and kept as it is, and how a new one is given."""
    fields = [(name, cls.__dict__[name]) for name in cls.__dict__["__slots__"]]
    return tuple(
        (name, slot.kept, slot.keep, slot.__set__)
        if isinstance(slot, _Packed)
        else (name, slot.__get__, slot.__set__, slot.__set__)
        for name, slot in fields
    )


with_packed_spans = packed("spans", pack_spans, unpack_spans)
"""Keep the field ``spans`` packed."""
