"""The published versions of a register, and what the next one would change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from luoshi.bodies.queries import Scope
from luoshi.documents.models import Document, Source
from luoshi.register.bridge import content_of
from luoshi.register.enums import STANDING
from luoshi.register.models import Change, Commitment, Version, VersionItem
from luoshi.register.queries.compare import Comparison, Content, compare


def find_register(document_id: int, scope: Scope, session: str = "") -> Document | None:
    """The document, if the asker may see its file."""
    visible = Source.objects.visible_to(scope, session).order_by().values("pk")
    rows = Document.objects.select_related("source__body__place")
    return rows.filter(pk=document_id, source__in=visible).first()


def find_version(version_id: int, scope: Scope, session: str = "") -> Version | None:
    """The version, if the asker may see the file of its document."""
    visible = Source.objects.visible_to(scope, session).order_by().values("pk")
    rows = Version.objects.select_related("document__source__body")
    return rows.filter(pk=version_id, document__source__in=visible).first()


def versions_of(document: Document) -> Sequence[Version]:
    """The versions, newest first."""
    return list(document.versions.select_related("published_by").order_by("-number"))


def latest_versions(source: Source) -> list[Version]:
    """The latest version of each document of a file."""
    rows = Version.objects.filter(document__source=source).order_by("document__position", "-number")
    return list({version.document_id: version for version in reversed(rows)}.values())


def contents_of(version: Version | None) -> list[Content]:
    """What a version froze, in order; nothing for none."""
    if version is None:
        return []
    return list(VersionItem.objects.filter(version=version).order_by("position").values_list("content", flat=True))


def working_contents(document: Document) -> list[Content]:
    """What would be frozen if the register were published now."""
    rows = Commitment.objects.filter(document=document, state__in=STANDING)
    return [content_of(row) for row in rows.select_related("owner", "checker").order_by("start", "serial")]


def comparison_of(document: Document, older: Version | None, newer: Version | None) -> Comparison:
    """What differs between two versions; no older one is an empty register, no newer one the work of today."""
    after = contents_of(newer) if newer else working_contents(document)
    return compare(contents_of(older), after, _reasons(document, older, newer))


def _reasons(document: Document, older: Version | None, newer: Version | None) -> dict[str, list[str]]:
    """The words that people gave for changes between two versions, by code."""
    if older is None:
        return {}
    changes = Change.objects.filter(commitment__document=document, at__gt=older.published_at).exclude(reason="")
    if newer is not None:
        changes = changes.filter(at__lte=newer.published_at)
    found: dict[str, list[str]] = defaultdict(list)
    for serial, reason in _in_order(changes):
        code = f"{document.pk}.{serial}"
        if reason not in found[code]:
            found[code].append(reason)
    return dict(found)


def _in_order(changes: Any) -> Any:
    return changes.order_by("at", "pk").values_list("commitment__serial", "reason")


def version_between(versions: Sequence[Version], number: str, usual: Version | None) -> Version | None:
    """The version with this number, as an address gives it; ``usual`` for anything else."""
    return next((version for version in versions if str(version.number) == number), usual)
