"""What a person types about a commitment becomes the changes of that person, and no others."""

from __future__ import annotations

import pytest
from bringing import bring_and_read
from django.http import QueryDict
from django.template.loader import render_to_string

from luoshi.register.actions import edit_commitment, open_review
from luoshi.register.errors import Stale
from luoshi.register.forms import CommitmentForm
from luoshi.register.models import Commitment

PLAN = "关于建设的通知\n\n一、设施\n市文旅局牵头，市财政局配合，2026年9月底前新建城市书房12座。\n"


@pytest.fixture
def row(world):
    document = bring_and_read(world.office, PLAN).documents.get()
    open_review(actor=world.actor("delivery"), document=document)
    return Commitment.objects.get()


def posted(form: CommitmentForm, **other: object) -> QueryDict:
    """What a browser sends back of a form in which these fields were changed."""
    data = QueryDict(mutable=True)
    for field in form:
        value = field.value()
        if field.name in {"targets", "evidence"} or value is None:
            continue
        data[field.name] = value.isoformat() if hasattr(value, "isoformat") else field.field.prepare_value(value)
    data.setlist("evidence", form["evidence"].value())
    for key in ("measure", "op", "value", "unit"):
        data.setlist(f"targets-{key}", [target[key] for target in form.target_rows])
    for name, value in other.items():
        (data.setlist if isinstance(value, list) else data.__setitem__)(name.replace("_row_", "-"), value)
    return data


def test_a_form_sent_back_untouched_changes_nothing(world, row):
    form = CommitmentForm(row, posted(CommitmentForm(row)))
    assert form.is_valid(), form.errors
    assert form.changes == {}


def test_what_was_typed_becomes_changes(world, row):
    typed = {
        "owner": world.culture.name, "owner_body": world.culture.pk, "partners": "市财政局、市图书馆",
        "evidence": ["record"], "checker": "市统计局", "due": "2026年10月31日",
        "targets_row_measure": ["城市书房", "读者"], "targets_row_op": [">=", "+%"],
        "targets_row_value": ["１２", "1,200"], "targets_row_unit": ["座", "人"],
    }  # fmt: skip
    form = CommitmentForm(row, posted(CommitmentForm(row), **typed))
    assert form.is_valid(), form.errors
    changes = form.changes
    assert changes["owner"] == world.culture
    assert changes["checker"] == "市统计局"
    assert changes["partners"] == ["市财政局", "市图书馆"]
    assert [target["value"] for target in changes["targets"]] == [12, 1200]
    assert "leader" not in changes
    edited = edit_commitment(
        actor=world.actor("delivery"), commitment=row, revision=form.cleaned_data["revision"], changes=changes
    )
    assert edited.due.isoformat() == "2026-10-31"
    assert edited.evidence == ["record"]


def test_a_name_typed_over_a_chosen_body_counts(world, row):
    form = CommitmentForm(row, posted(CommitmentForm(row), owner="市体育局", owner_body=world.culture.pk))
    assert form.is_valid()
    assert form.changes == {"owner": "市体育局"}


def test_a_target_without_a_number_says_so(world, row):
    form = CommitmentForm(row, posted(CommitmentForm(row), targets_row_value=["很多", ""]))
    assert not form.is_valid()
    assert "很多" in str(form.errors["targets"])


def test_what_another_changed_meanwhile_is_neither_undone_nor_overwritten(world, row):
    mine = posted(CommitmentForm(row), leader="李副市长", due="2026-11-30")
    first = row.revision
    edit_commitment(
        actor=world.actor("leader"), commitment=row, revision=first, changes={"due": "2026-10-31", "baseline": "3座"}
    )
    row.refresh_from_db()
    form = CommitmentForm(row, mine)
    assert form.is_valid()
    assert form.changes.keys() == {"leader", "due"}
    with pytest.raises(Stale) as stale:
        edit_commitment(actor=world.actor("delivery"), commitment=row, revision=first, changes=form.changes)
    again = form.again()
    assert again["due"].value().isoformat() == "2026-11-30"
    assert again["baseline"].value() == "3座"
    assert again["revision"].value() == row.revision
    context = {"form": again, "clash": stale.value, "action": "/x/"}
    page = render_to_string("desk/commitment_form.html", context)
    assert "现在是" in page
    assert "2026年10月31日" in page
