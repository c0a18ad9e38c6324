"""Begin the review of a document: what reading found becomes proposals that a person decides about."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction
from django.urls import reverse

from luoshi.bodies.actions.proposals import Where, propose_bodies
from luoshi.bodies.queries import known_names
from luoshi.common.actor import Actor
from luoshi.documents.models import Document, Finding
from luoshi.journal.actions import record
from luoshi.journal.permission import require
from luoshi.register.bridge import keeper_of, proposal_of
from luoshi.register.fulltext import keep_terms
from luoshi.register.models import Commitment
from luoshi.register.subjects import subject_of

BATCH = 500


@transaction.atomic
def open_review(*, actor: Actor, document: Document) -> int:
    """Make a proposal of every finding that has none yet; begun again it adds nothing.

    Effects: commitments in the state proposed, with the bodies that their printed names
    mean; names that nobody knows are proposed as bodies; a journal entry. Returns the number of new proposals.
    """
    require(actor, "register.open_review", document)
    Document.objects.select_for_update().get(pk=document.pk)
    keeper = keeper_of(document)
    proposed = document.commitments.exclude(finding=None).values("finding")
    findings = list(document.findings.exclude(pk__in=proposed).order_by("position"))
    if not findings:
        return 0
    bodies = known_names(_names(findings), keeper.place)
    rows = Commitment.objects.bulk_create(
        (proposal_of(finding, document, keeper, bodies) for finding in findings), batch_size=BATCH
    )
    _tie_twins(findings, rows)
    keep_terms(rows)
    printed = [name for finding in findings for name in (finding.owner, *finding.partners)]
    where = Where(text=str(document), path=reverse("portal:source", args=[document.source_id]))
    propose_bodies(actor=actor, names=printed, place=keeper.place, where=where)
    record(actor=actor, verb="register.open_review", subject=subject_of(document), after={"proposals": len(rows)})
    return len(rows)


def _names(findings: list[Finding]) -> Iterator[str]:
    return (finding.owner for finding in findings if finding.owner)


def _tie_twins(findings: list[Finding], rows: list[Commitment]) -> None:
    by_finding = {row.finding_id: row for row in rows}
    twins = []
    for finding in findings:
        first = by_finding.get(finding.duplicate_of_id)
        if first is not None:
            twin = by_finding[finding.pk]
            twin.duplicate_of = first
            twins.append(twin)
    Commitment.objects.bulk_update(twins, ["duplicate_of"], batch_size=BATCH)
