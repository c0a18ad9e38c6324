"""What makes a commitment one that somebody else can check."""

from luoshi_core.assessable.evidence import EVIDENCE, EvidenceKind

__all__ = ["EVIDENCE", "EvidenceKind"]
