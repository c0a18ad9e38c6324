"""Registers of the demo city: one plan published, one in the middle of its review."""

from __future__ import annotations

from luoshi.bodies.models import Body
from luoshi.common.actor import Actor
from luoshi.documents.models import Document
from luoshi.register.actions import Edit, decide_all, edit_commitments, open_review, publish_register
from luoshi.register.models import Commitment

#: title words of the plan that is published and of the list whose review has begun
PUBLISHED, BEGUN = "三年行动计划", "民生实事"
HOW_MANY_DECIDED = 3


def fill_registers(actor: Actor) -> None:
    """Review the demo documents through the verbs that people use; filled again it changes nothing."""
    office = Body.objects.get(name="珩川市委督查室")
    plan = _document(office, PUBLISHED)
    if plan is not None and open_review(actor=actor, document=plan):
        rows = list(plan.commitments.select_related("owner").order_by("start"))
        _make_assessable(actor, rows, office)
        _accept(actor, rows)
        publish_register(actor=actor, document=plan)
    begun = _document(office, BEGUN)
    if begun is not None and open_review(actor=actor, document=begun):
        _accept(actor, list(begun.commitments.order_by("start")[:HOW_MANY_DECIDED]))


def _document(office: Body, words: str) -> Document | None:
    documents = Document.objects.filter(source__body=office, source__is_demo=True, source__name__contains=words)
    return documents.select_related("source__body__place").order_by("pk").first()


def _make_assessable(actor: Actor, rows: list[Commitment], office: Body) -> None:
    """Most are given what the gate asks for; every fifth is left as it came, so that gaps can be seen."""
    edits = []
    for row in rows:
        if row.serial % 5 == 0:
            continue
        evidence = ["record", "felt"] if row.targets else ["document"]
        wanted: dict[str, object] = {"evidence": evidence, "beneficiary": row.beneficiary or "城乡居民"}
        if row.owner_id != office.pk:
            wanted |= {"checker": office}
        if not row.targets:
            wanted |= {"change": row.quote[:200]}
        edits.append(Edit(row.pk, row.revision, wanted))
    edit_commitments(actor=actor, edits=edits, reason="补齐可核验要素")


def _accept(actor: Actor, rows: list[Commitment]) -> None:
    decide_all(actor=actor, commitments=[(row.pk, None) for row in rows], decision="accept")
