"""The digests a chain may use: SHA-256 (FIPS 180-4) and SM3 (GB/T 32905—2016)."""

from __future__ import annotations

import hashlib
from typing import Final

ALGORITHMS: Final = ("sha256", "sm3")
GENESIS: Final = "0" * 64


def digest(record: str, algorithm: str) -> str:
    """The digest of a canonical record, 64 hexadecimal digits.

    Raises ValueError for an algorithm that is not in ``ALGORITHMS`` or that this
    Python's OpenSSL does not have.
    """
    if algorithm not in ALGORITHMS:
        raise ValueError(f"unknown digest {algorithm!r}; choose one of {', '.join(ALGORITHMS)}")
    return hashlib.new(algorithm, record.encode()).hexdigest()
