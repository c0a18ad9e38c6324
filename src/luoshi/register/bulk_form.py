"""What a person types in about many commitments at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from luoshi.documents.enums import Cadence
from luoshi.register.actions.decide import NEED_REASON
from luoshi.register.fields import BODY_FIELDS, FIELDS
from luoshi.register.forms import Names, body_or_name, evidence_choices
from luoshi.register.models import Commitment

CLEARED = ("owner", "leader", "due", "beneficiary", "checker", "evidence", "partners")
DECIDED = {
    "accept": _("采纳"),
    "reject": _("不采纳"),
    "withdraw": _("撤销"),
    "restore": _("恢复"),
}


class BulkForm(forms.Form):
    """Fields that are set in all chosen commitments; an empty one leaves theirs as they are."""

    owner = forms.CharField(label=_("责任单位"), max_length=300, required=False)
    owner_body = forms.IntegerField(required=False, widget=forms.HiddenInput)
    partners = Names("partners")
    leader = forms.CharField(label=_("责任领导"), max_length=100, required=False)
    due = forms.DateField(
        label=_("完成时限"), required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    cadence = forms.ChoiceField(label=_("频次"), choices=[("", _("不变")), *Cadence.choices], required=False)
    beneficiary = forms.CharField(label=_("受益对象"), max_length=300, required=False)
    evidence = forms.MultipleChoiceField(
        label=_("佐证类型"), choices=evidence_choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    checker = forms.CharField(label=_("核查单位"), max_length=300, required=False)
    checker_body = forms.IntegerField(required=False, widget=forms.HiddenInput)
    clear = forms.MultipleChoiceField(
        label=_("清空"),
        choices=[(name, FIELDS[name].zh) for name in CLEARED],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    decision = forms.ChoiceField(label=_("决定"), choices=[("", _("不变")), *DECIDED.items()], required=False)
    reason = forms.CharField(label=_("理由"), max_length=500, required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="b-%s")
        self.fields["partners"].label = _("增加配合单位")

    def clean(self) -> dict[str, Any]:
        """Something must be wanted, and said why where a reason is needed."""
        values: dict[str, Any] = super().clean() or {}
        if not self.errors and not values.get("decision") and not self._common(values):
            raise forms.ValidationError(_("请至少填一项要改的内容，或选一个决定。"))
        if values.get("decision") in NEED_REASON and not values.get("reason", "").strip():
            self.add_error("reason", _("请写明理由。"))
        return values

    def changes_of(self, row: Commitment) -> dict[str, Any]:
        """For ``Edit``: what a valid form wants of one commitment."""
        changes = self._common(self.cleaned_data)
        if changes.get("partners"):
            changes["partners"] = [*row.partners, *changes["partners"]]
        return changes

    def _common(self, values: dict[str, Any]) -> dict[str, Any]:
        wanted: dict[str, Any] = {}
        for name in (*CLEARED, "cadence"):
            value = values.get(name)
            if value:
                wanted[name] = body_or_name(value, values.get(f"{name}_body")) if name in BODY_FIELDS else value
            elif name in values.get("clear", ()):
                wanted[name] = None
        return wanted
