"""Ledgers: the register as Excel, and Excel into the register."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from ninja import File, Form, Query, Router, Status
from ninja.files import UploadedFile

from luoshi.api.documents import visible_documents
from luoshi.api.files import own_body
from luoshi.api.paging import Page, Paging, page_of
from luoshi.api.problems import PROBLEMS, Problem, refused_as_input
from luoshi.api.schemas.asking import CommitmentFilter
from luoshi.api.schemas.ledgers import (
    AgainIn,
    AppliedOut,
    ApplyIn,
    ConfirmIn,
    LedgerDetail,
    LedgerOut,
    LedgerRowOut,
    show_ledger,
    show_ledger_detail,
    show_ledger_row,
)
from luoshi.api.schemas.values import Id, binary
from luoshi.bodies.queries import scope_of
from luoshi.common.errors import NotAllowed
from luoshi.common.media_types import XLSX
from luoshi.common.request import actor_of
from luoshi.documents.models import Document
from luoshi.journal.verbs import words_of
from luoshi.register.actions import apply_ledger, confirm_mapping, dismiss_ledger, preview_again, receive_ledger
from luoshi.register.enums import ImportState, RowKind
from luoshi.register.models import LedgerImport
from luoshi.register.queries.ledgers import exported_ledger, find_ledger, recent_ledgers

router = Router()


def ledger_or_404(request: HttpRequest, pk: int) -> LedgerImport:
    """The ledger; 404 for whoever does not keep its register."""
    ledger = find_ledger(pk, scope_of(request.user))
    if ledger is None:
        raise Http404
    return ledger


@router.get(
    "/commitments.xlsx",
    response={200: bytes, **PROBLEMS},
    operation_id="export_commitments",
    summary="Commitments as a ledger in Excel",
    openapi_extra=binary(XLSX),
)
def export(request: HttpRequest, which: Query[CommitmentFilter]) -> FileResponse:
    """At most 20,000, else 409. Its columns are in the language of the answer.

    Brought back as a ledger, its rows are known again and only what was typed into it is changed.
    """
    stream, name = exported_ledger(which.wanted(), scope_of(request.user))
    return FileResponse(stream, as_attachment=True, filename=name, content_type=XLSX)


@router.post(
    "/ledgers",
    response={201: LedgerDetail, **PROBLEMS},
    operation_id="receive_ledger",
    summary="Bring in a workbook for a register and have it compared",
)
def receive(
    request: HttpRequest, response: HttpResponse, file: File[UploadedFile], keeper: Form[Id | None] = None
) -> Status[LedgerDetail]:
    """Nothing is changed yet. ``keeper`` is one of your own bodies; left out, it is the first of them."""
    body = own_body(request, keeper, "keeper")
    if body is None:
        raise NotAllowed(verb=words_of("register.receive_ledger"))
    with refused_as_input("file"):
        ledger = receive_ledger(
            actor=actor_of(request),
            keeper=body,
            name=str(file.name),
            chunks=file.chunks(),
            size=file.size or 0,
        )
    response.headers["Location"] = reverse("api:ledger", args=[ledger.pk])
    return Status(201, show_ledger_detail(ledger))


@router.get(
    "/ledgers",
    response={200: Page[LedgerOut], **PROBLEMS},
    operation_id="list_ledgers",
    summary="Ledgers, newest first",
)
def list_ledgers(request: HttpRequest, paging: Query[Paging]) -> dict[str, Any]:
    """Those for the registers that your bodies keep."""
    return page_of(recent_ledgers(scope_of(request.user)), paging, show_ledger, falling=True)


@router.get(
    "/ledgers/{int:ledger_id}",
    response={200: LedgerDetail, **PROBLEMS},
    operation_id="get_ledger",
    summary="State, counts and heads of a ledger",
    url_name="ledger",
)
def get_ledger(request: HttpRequest, ledger_id: Id) -> LedgerDetail:
    """Ask again while ``state`` is reading."""
    return show_ledger_detail(ledger_or_404(request, ledger_id))


@router.get(
    "/ledgers/{int:ledger_id}/rows",
    response={200: Page[LedgerRowOut], **PROBLEMS},
    operation_id="list_ledger_rows",
    summary="What each row of a ledger would do",
)
def list_rows(
    request: HttpRequest, ledger_id: Id, paging: Query[Paging], kind: RowKind | None = None
) -> dict[str, Any]:
    """In the order of the workbook; rows that change nothing are only counted."""
    rows = ledger_or_404(request, ledger_id).rows.all()
    return page_of(rows if kind is None else rows.filter(kind=kind), paging, show_ledger_row, key="position")


@router.post(
    "/ledgers/{int:ledger_id}/confirm",
    response={200: LedgerDetail, **PROBLEMS},
    operation_id="confirm_mapping",
    summary="Say what the columns of somebody else's ledger mean",
)
def confirm(request: HttpRequest, ledger_id: Id, wanted: ConfirmIn) -> LedgerDetail:
    """It is remembered for every ledger with such a head; this one is compared anew."""
    ledger = ledger_or_404(request, ledger_id)
    with refused_as_input("fields"):
        confirm_mapping(actor=actor_of(request), ledger=ledger, fields=wanted.fields)
    return show_ledger_detail(ledger_or_404(request, ledger_id))


@router.post(
    "/ledgers/{int:ledger_id}/again",
    response={200: LedgerDetail, **PROBLEMS},
    operation_id="preview_again",
    summary="Compare a ledger anew with what the register says now",
)
def again(request: HttpRequest, ledger_id: Id, wanted: AgainIn | None = None) -> LedgerDetail:
    """After a 409 with ``clash``, or with another ``document``. Its rows get new ids."""
    ledger = ledger_or_404(request, ledger_id)
    document = _document(request, wanted.document if wanted else None)
    with refused_as_input("document"):
        preview_again(actor=actor_of(request), ledger=ledger, document=document)
    return show_ledger_detail(ledger_or_404(request, ledger_id))


def _document(request: HttpRequest, wanted: int | None) -> Document | None:
    if wanted is None:
        return None
    row = visible_documents(request).filter(pk=wanted).first()
    if row is None:
        raise Problem(422, "bad-input", _("没有这份文件，或您无权查看。"), where="document")
    return row


@router.post(
    "/ledgers/{int:ledger_id}/apply",
    response={200: AppliedOut, **PROBLEMS},
    operation_id="apply_ledger",
    summary="Take over what its rows would do: all or nothing",
)
def apply(request: HttpRequest, ledger_id: Id, wanted: ApplyIn | None = None) -> AppliedOut:
    """Rows with a fault stay out. 409 with ``clash`` when somebody has changed one of the cells meanwhile."""
    ledger, wanted = ledger_or_404(request, ledger_id), wanted or ApplyIn()
    if ledger.state == ImportState.PREVIEWED:
        _refuse_no_conflicts(ledger, wanted.take)
    done = apply_ledger(actor=actor_of(request), ledger=ledger, take=wanted.take, reason=wanted.reason)
    return AppliedOut(**done)


def _refuse_no_conflicts(ledger: LedgerImport, take: list[int]) -> None:
    """Ids of an older preview would be passed over, and the register's values would stay unnoticed."""
    if not take:
        return
    conflicts = set(ledger.rows.filter(kind=RowKind.CONFLICT).values_list("pk", flat=True))
    for number, pk in enumerate(take):
        if pk not in conflicts:
            raise Problem(422, "bad-input", _("这份台账没有这个冲突行。请重新取得各行。"), where=f"take.{number}")


@router.post(
    "/ledgers/{int:ledger_id}/dismiss",
    response={200: LedgerDetail, **PROBLEMS},
    operation_id="dismiss_ledger",
    summary="Give a ledger up",
)
def dismiss(request: HttpRequest, ledger_id: Id) -> LedgerDetail:
    """The register is not touched."""
    dismiss_ledger(actor=actor_of(request), ledger=ledger_or_404(request, ledger_id))
    return show_ledger_detail(ledger_or_404(request, ledger_id))
