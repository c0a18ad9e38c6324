"""Canonical records and the hash chain over them.

A record is a JSON object in one canonical form (keys sorted by code point, no
spaces, UTF-8, no floating point: the part of RFC 8785 that needs no number
formatting). It carries its own number ``seq`` and the hash of the record before
it (``previous``), so a chain can be checked by anyone who holds the records.
"""

from luoshi_core.chain.canonical import canonical
from luoshi_core.chain.digest import ALGORITHMS, GENESIS, digest
from luoshi_core.chain.verify import Fault, FaultKind, Link, verify

__all__ = ["ALGORITHMS", "GENESIS", "Fault", "FaultKind", "Link", "canonical", "digest", "verify"]
