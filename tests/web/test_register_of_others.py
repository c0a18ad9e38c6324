"""What one county keeps, no stranger reads, changes or guesses: every address of the register, every stranger."""

from __future__ import annotations

import io

import pytest
from bringing import bring_and_read
from django.test import Client
from django.urls import reverse
from test_every_url import PATTERNS, VALUES

from luoshi.common.actor import Actor
from luoshi.register.actions import decide_all, open_review, publish_register
from luoshi.register.models import Change, Commitment, LedgerImport, Version

SYSTEM = Actor.system("测试")
OF_A_DOCUMENT = {
    "desk:review", "desk:review-begin", "desk:review-leaf", "desk:review-items", "desk:review-changes",
    "desk:review-add", "desk:review-fill", "desk:review-many", "desk:versions",
}  # fmt: skip
OF_A_COMMITMENT = {
    "desk:review-edit", "desk:review-split", "desk:review-requote", "desk:review-decide",
    "desk:commitment", "desk:commitment-decide",
}  # fmt: skip
OF_A_LEDGER = {"desk:ledger", "desk:ledger-step"}
ADDRESSES = sorted({*OF_A_DOCUMENT, *OF_A_COMMITMENT, *OF_A_LEDGER, "portal:version"})
DECISIONS = {"decision": "withdraw", "step": "apply", "verb": "accept-rest"}
STRANGERS = [None, "south", "system", "security", "auditor", "nobody"]


@pytest.fixture
def kept(world):
    """A registered commitment of the northern county, its document, its version and a ledger."""
    document = bring_and_read(world.north_culture).documents.get()
    open_review(actor=SYSTEM, document=document)
    rows = list(document.commitments.values_list("pk", "revision"))
    decide_all(actor=SYSTEM, commitments=rows, decision="accept")
    version = publish_register(actor=SYSTEM, document=document)
    ledger = LedgerImport.objects.create(
        keeper=world.north_culture, person=world.persons["north"], name="x.xlsx", sha256="0" * 64, state="previewed"
    )
    return {
        **dict.fromkeys(OF_A_DOCUMENT, document.pk),
        **dict.fromkeys(OF_A_COMMITMENT, rows[0][0]),
        **dict.fromkeys(OF_A_LEDGER, ledger.pk),
        "portal:version": version.pk,
    }


@pytest.mark.parametrize("name", ADDRESSES)
@pytest.mark.parametrize("role", STRANGERS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_finds_nothing(world, sign_in, kept, name, role, method):
    before = (Change.objects.count(), Version.objects.count(), LedgerImport.objects.get().state)
    client = sign_in(role) if role else Client()
    keys = {key: {**VALUES, **DECISIONS, "pk": kept[name]}[key] for key in PATTERNS[name]}
    address = reverse(name, kwargs=keys)
    response = getattr(client, method)(address, {"reason": "试试", "revision": "9"})
    assert response.status_code in {302, 404, 405}
    if response.status_code == 302:
        assert role is None
        assert "/accounts/login/" in response.url
    assert before == (Change.objects.count(), Version.objects.count(), LedgerImport.objects.get().state)


def test_every_address_of_the_register_is_asked_above():
    own = {n for n in PATTERNS if n.startswith(("desk:review", "desk:commitment", "desk:ledger", "desk:versions"))}
    assert own <= {*ADDRESSES, "desk:ledgers"}


@pytest.mark.parametrize("role", ["south", "nobody", "auditor"])
def test_lists_and_exports_hold_nothing_of_others(sign_in, kept, role):
    client = sign_in(role)
    quote = Commitment.objects.first().quote
    for name in ("desk:register", "desk:gaps", "desk:ledgers"):
        assert quote not in client.get(reverse(name), {"state": "all"}).content.decode()
    import openpyxl

    response = client.get(reverse("desk:export-register"), {"state": "all"})
    book = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    assert quote not in str([[cell.value for cell in row] for row in book.active.iter_rows()])


@pytest.mark.parametrize("role", ["south", "nobody"])
def test_nobody_brings_a_ledger_into_the_register_of_another_body(world, sign_in, role):
    file = io.BytesIO(b"x")
    file.name = "x.xlsx"
    response = sign_in(role).post(reverse("desk:ledgers"), {"keeper": world.north_culture.pk, "file": file})
    assert response.status_code in {302, 404}
    assert not LedgerImport.objects.filter(keeper=world.north_culture).exists()


def test_those_below_see_what_they_own_only_once_it_is_registered(world, sign_in):
    """A county's bureau that the city's plan names sees its commitment when it stands in the register."""
    document = bring_and_read(world.office, "岫云县文化和旅游局2026年底前建成书房3座。").documents.get()
    open_review(actor=SYSTEM, document=document)
    row = document.commitments.get()
    assert row.owner == world.north_culture
    client, address = sign_in("north"), reverse("desk:commitment", args=[row.pk])
    assert client.get(address).status_code == 404
    decide_all(actor=SYSTEM, commitments=[(row.pk, row.revision)], decision="accept")
    publish_register(actor=SYSTEM, document=document)
    assert client.get(address).status_code == 200
    assert sign_in("south").get(address).status_code == 404
    assert client.post(reverse("desk:review-decide", args=[row.pk, "withdraw"]), {"reason": "x"}).status_code == 404
