"""The kinds of evidence that can show a commitment kept."""

from __future__ import annotations

from enum import StrEnum


class EvidenceKind(StrEnum):
    """What sort of thing shows it."""

    DOCUMENT = "document"
    RECORD = "record"
    THIRD_PARTY = "third_party"
    FELT = "felt"


EVIDENCE: dict[EvidenceKind, tuple[str, str]] = {
    EvidenceKind.DOCUMENT: ("文件材料", "document"),
    EvidenceKind.RECORD: ("系统记录", "system record"),
    EvidenceKind.THIRD_PARTY: ("第三方", "third party"),
    EvidenceKind.FELT: ("群众评价", "residents' rating"),
}
"""Each kind in Chinese and English."""
