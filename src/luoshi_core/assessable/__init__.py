"""Can a commitment be checked at all, and what is missing for it?"""

from luoshi_core.assessable.beneficiaries import beneficiaries_in
from luoshi_core.assessable.evidence import EVIDENCE, EvidenceKind
from luoshi_core.assessable.gate import PARTS, Part, from_mask, is_timed, missing_parts, to_mask

__all__ = [
    "EVIDENCE",
    "PARTS",
    "EvidenceKind",
    "Part",
    "beneficiaries_in",
    "from_mask",
    "is_timed",
    "missing_parts",
    "to_mask",
]
