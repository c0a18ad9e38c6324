"""What a person types in about a commitment."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from luoshi.bodies.models import Body
from luoshi.common.errors import Refused
from luoshi.documents.enums import Cadence, Kind
from luoshi.register.fields import BODY_FIELDS, FIELDS, TARGET_KEYS, clean_value, compared, value_of
from luoshi.register.models import Commitment
from luoshi.register.queries.revisions import values_at
from luoshi_core.assessable import EVIDENCE
from luoshi_core.reading.model import Operator

#: how a value is compared with its target, as a person says it
OPERATORS = {
    Operator.AT_LEAST: _("不少于"),
    Operator.AT_MOST: _("不超过"),
    Operator.EQUAL: _("等于"),
    Operator.RISE: _("增长（%）"),
    Operator.FALL: _("下降（%）"),
    Operator.TIMES: _("达到几倍"),
}
_BETWEEN_NAMES = re.compile(r"[、，,;；\n]+")


def evidence_choices() -> list[tuple[str, str]]:
    """The kinds of evidence in the language of the page."""
    english = (get_language() or "").startswith("en")
    return [(str(kind), names[english]) for kind, names in EVIDENCE.items()]


class TargetRows(forms.Widget):
    """Rows of four inputs of the same names; the template draws them from ``form.target_rows``."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[dict[str, str]]:
        """The rows in which something is filled in."""
        columns = [data.getlist(f"{name}-{key}") for key in TARGET_KEYS]
        rows = [dict(zip(TARGET_KEYS, row, strict=True)) for row in zip_longest(*columns, fillvalue="")]
        return [row for row in rows if any(row[key].strip() for key in TARGET_KEYS if key != "op")]


class Cleaned(forms.Field):
    """A value that ``luoshi.register.fields`` makes clean."""

    def __init__(self, name: str, **options: Any) -> None:
        super().__init__(required=False, label=str(FIELDS[name].zh), **options)
        self.name = name

    def clean(self, value: Any) -> Any:
        """The clean value, or why it cannot be."""
        try:
            return clean_value(self.name, self.prepared(value))
        except Refused as error:
            raise ValidationError(error.message(get_language() or "zh")) from None

    def prepared(self, value: Any) -> Any:
        """What is typed as what is meant."""
        return value


class Targets(Cleaned):
    """Several targets."""

    widget = TargetRows

    def prepared(self, value: Any) -> Any:
        """Numbers as people type them: １２００, 1,200."""
        return [{**row, "value": unicodedata.normalize("NFKC", row["value"]).replace(",", "")} for row in value or ()]


class Names(Cleaned):
    """Several bodies, with 、 between them."""

    widget = forms.TextInput

    def prepared(self, value: Any) -> Any:
        """The names one by one."""
        return _BETWEEN_NAMES.split(value or "")

    def prepare_value(self, value: Any) -> Any:
        """A list as it is typed."""
        return "、".join(value) if isinstance(value, list) else value


class CommitmentForm(forms.Form):
    """The fields of one commitment; ``changes`` is what the person changed in what was on the screen.

    The revision that was on the screen goes with it, hidden: what somebody else changed
    meanwhile is not taken for a wish of this person.
    """

    owner = forms.CharField(label=_("责任单位"), max_length=300, required=False)
    owner_body = forms.IntegerField(required=False, widget=forms.HiddenInput)
    partners = Names("partners")
    leader = forms.CharField(label=_("责任领导"), max_length=100, required=False)
    due = forms.DateField(
        label=_("完成时限"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        input_formats=["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日"],
    )
    cadence = forms.ChoiceField(label=_("频次"), choices=Cadence.choices)
    targets = Targets("targets")
    kind = forms.ChoiceField(label=_("类型"), choices=Kind.choices)
    beneficiary = forms.CharField(label=_("受益对象"), max_length=300, required=False)
    change = forms.CharField(
        label=_("可观察的变化"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    baseline = forms.CharField(label=_("基线"), max_length=300, required=False)
    evidence = forms.MultipleChoiceField(
        label=_("佐证类型"), choices=evidence_choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    checker = forms.CharField(label=_("核查单位"), max_length=300, required=False)
    checker_body = forms.IntegerField(required=False, widget=forms.HiddenInput)
    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    reason = forms.CharField(label=_("理由"), max_length=500, required=False)

    def __init__(self, commitment: Commitment, data: Any = None, *, initial: Mapping[str, Any] | None = None) -> None:
        self.commitment = commitment
        values = {**_shown_values(commitment), **(initial or {})}
        super().__init__(data, initial=values, auto_id=f"c{commitment.pk}-%s")
        self.fields["partners"].label = _("配合单位")
        self.fields["targets"].label = _("目标值")

    @property
    def target_rows(self) -> list[dict[str, Any]]:
        """The rows of targets that the page shows, with an empty one at the end."""
        shown = self["targets"].value() or []
        rows = [{**row, "value": str(row["value"])} for row in shown]
        return [*rows, {"measure": "", "op": ">=", "value": "", "unit": ""}]

    @property
    def operators(self) -> list[tuple[str, Any]]:
        """How a value may be compared with its target."""
        return [(str(op), words) for op, words in OPERATORS.items()]

    @property
    def changes(self) -> dict[str, Any]:
        """For ``edit_commitment``: the fields in which a valid form differs from what was on the screen."""
        seen = values_at(self.commitment, self.cleaned_data["revision"])
        return {name: value for name, value in self._wanted() if self._differs(name, value, seen[name])}

    def again(self) -> CommitmentForm:
        """A form over what the commitment says now, with this person's changes filled in."""
        self.commitment.refresh_from_db()
        wanted: dict[str, Any] = {}
        for name, value in self.changes.items():
            wanted |= _initial_of_body(name, value) if name in BODY_FIELDS else {name: value}
        return CommitmentForm(self.commitment, initial=wanted)

    def _wanted(self) -> Iterator[tuple[str, Any]]:
        for name in FIELDS:
            if name in BODY_FIELDS:
                yield name, body_or_name(self.cleaned_data[name], self.cleaned_data[f"{name}_body"])
            elif name in self.fields:
                yield name, self.cleaned_data[name]

    def _differs(self, name: str, value: Any, seen: Any) -> bool:
        if isinstance(value, Body) and value.pk != getattr(self.commitment, f"{name}_id"):
            return True
        return bool(compared(name, clean_value(name, value)) != seen)


class FillForm(forms.Form):
    """What is filled into several commitments at once; an empty field leaves theirs as they are."""

    owner = forms.CharField(label=_("责任单位"), max_length=300, required=False)
    due = forms.DateField(label=_("完成时限"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    beneficiary = forms.CharField(label=_("受益对象"), max_length=300, required=False)
    checker = forms.CharField(label=_("核查单位"), max_length=300, required=False)
    evidence = forms.MultipleChoiceField(
        label=_("佐证类型"), choices=evidence_choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    @property
    def changes(self) -> dict[str, Any]:
        """For ``edit_commitments``: what is filled in."""
        return {name: value for name, value in self.cleaned_data.items() if value}


def _shown_values(commitment: Commitment) -> dict[str, Any]:
    values = {name: value_of(commitment, name) for name in FIELDS}
    bodies = {f"{name}_body": getattr(commitment, f"{name}_id") for name in BODY_FIELDS}
    return {**values, **bodies, "due": commitment.due, "revision": commitment.revision}


def _initial_of_body(name: str, value: Body | str) -> dict[str, Any]:
    if isinstance(value, Body):
        return {name: value.name, f"{name}_body": value.pk}
    return {name: value, f"{name}_body": None}


def body_or_name(name: str, pk: int | None) -> Body | str:
    """The body that was chosen, unless another name was typed over it."""
    name = name.strip()
    chosen = Body.objects.filter(pk=pk, name=name, is_active=True).first() if pk and name else None
    return chosen or name
