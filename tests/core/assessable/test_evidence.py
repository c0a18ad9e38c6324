"""The kinds of evidence have a word each in both languages."""

from __future__ import annotations

from luoshi_core.assessable import EVIDENCE, EvidenceKind


def test_every_kind_has_its_words():
    assert {
        EvidenceKind("document"): ("文件材料", "document"),
        EvidenceKind("record"): ("系统记录", "system record"),
        EvidenceKind("third_party"): ("第三方", "third party"),
        EvidenceKind("felt"): ("群众评价", "residents' rating"),
    } == EVIDENCE
