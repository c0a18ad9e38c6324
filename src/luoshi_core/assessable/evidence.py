"""What kinds of evidence can show that a commitment was kept."""

from __future__ import annotations

from enum import StrEnum


class EvidenceKind(StrEnum):
    """Kinds of evidence, weakest first; what the owner says about itself is none of them."""

    DOCUMENT = "document"
    RECORD = "record"
    THIRD_PARTY = "third_party"
    FELT = "felt"


#: kind -> what it is called in Chinese and in English
EVIDENCE: dict[EvidenceKind, tuple[str, str]] = {
    EvidenceKind.DOCUMENT: ("文件材料", "document"),
    EvidenceKind.RECORD: ("系统记录", "record"),
    EvidenceKind.THIRD_PARTY: ("第三方", "third party"),
    EvidenceKind.FELT: ("群众评价", "felt"),
}
