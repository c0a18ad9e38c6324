"""Forms in which bodies are named as documents name them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from luoshi.bodies.enums import BodyKind, ReorganisationKind
from luoshi.bodies.models import Body, Place
from luoshi.bodies.queries import Keeping, known_names

DAY = forms.DateInput(attrs={"type": "date"})
LINES = forms.Textarea(attrs={"rows": 3})


def place_field(**given: Any) -> forms.ModelChoiceField[Place]:
    """A living place, named by its code."""
    return forms.ModelChoiceField(
        Place.objects.filter(ended_on=None),
        to_field_name="code",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid_choice": _("没有这个代码的地区；请先导入地区。")},
        **given,
    )


class ParentField(forms.Form):
    """A parent body, named as in documents of the place."""

    parent = forms.CharField(label=_("上级单位"), max_length=120, required=False)
    field_order = ("name", "kind", "place", "parent")

    def clean(self) -> dict[str, Any]:
        """The body that the parent's name means in the place."""
        values = super().clean() or self.cleaned_data
        name, place = (values.get("parent") or "").strip(), values.get("place")
        values["parent"] = None
        if name and place is not None:
            values["parent"] = known_names([name], place).get(name)
            if values["parent"] is None:
                self.add_error("parent", _("没有叫这个名字的单位。"))
        return values


class ProposedForm(ParentField):
    """A proposed body as it shall be added."""

    name = forms.CharField(label=_("名称"), max_length=120)
    kind = forms.ChoiceField(choices=BodyKind.choices, label=_("类别"))
    place = place_field(label=_("地区代码"))


class BodyNameForm(forms.Form):
    """A known body, by one of its names as seen from a place."""

    body = forms.CharField(
        label=_("已有单位的名称"),
        max_length=120,
        widget=forms.TextInput(attrs={"data-combo": reverse_lazy("desk:complete-body"), "autocomplete": "off"}),
    )

    def __init__(self, *given: Any, place: Place, **more: Any) -> None:
        super().__init__(*given, **more)
        self.place = place

    def clean_body(self) -> Body:
        """The body that the name means there."""
        return named_bodies([self.cleaned_data["body"].strip()], self.place)[0]


class MergeForm(BodyNameForm):
    """The other name's body, and why both are one."""

    reason = forms.CharField(label=_("理由"), max_length=200, required=False)


class ReorganiseForm(forms.Form):
    """A reorganisation of bodies; one name a line."""

    kind = forms.ChoiceField(label=_("方式"), choices=ReorganisationKind.choices)
    place = place_field(label=_("地区代码"))
    bodies = forms.CharField(label=_("原单位"), widget=LINES, help_text=_("一行一个。"))
    into = forms.CharField(
        label=_("新单位"),
        widget=LINES,
        required=False,
        help_text=_("一行一个；还没有的会新建。撤销时写承接单位，划转时写新的上级单位。"),
    )
    receiver = forms.CharField(
        label=_("未办结事项的承接单位"),
        max_length=120,
        required=False,
        help_text=_("只在拆分时填，不填则为第一个新单位。"),
    )
    new_place = place_field(label=_("划入地区代码"), required=False)
    on = forms.DateField(label=_("生效日期"), widget=DAY)
    number = forms.CharField(label=_("文号"), max_length=100, required=False)
    source = forms.CharField(label=_("依据"), max_length=300, required=False)
    reason = forms.CharField(label=_("理由"), max_length=300, required=False)

    def __init__(self, *given: Any, keeping: Keeping, **more: Any) -> None:
        super().__init__(*given, **more)
        self.keeping = keeping

    def clean(self) -> dict[str, Any]:
        """What the action takes: known bodies and new names apart."""
        values = super().clean() or self.cleaned_data
        if self.errors:
            return values
        place, kind = values["place"], values["kind"]
        try:
            values["bodies"] = named_bodies(_lines(values["bodies"]), place, self.keeping)
        except ValidationError as error:
            self.add_error("bodies", error)
            return values
        names = _lines(values["into"])
        known = {} if kind == ReorganisationKind.RENAME else known_names(names, place)
        values["into"] = [known[name] for name in names if name in known]
        values["names"] = [name for name in names if name not in known]
        values["parent"] = None
        if kind == ReorganisationKind.TRANSFER:
            self._as_transfer(values)
        return values

    def _as_transfer(self, values: dict[str, Any]) -> None:
        if values["names"]:
            self.add_error("into", _("没有叫这个名字的单位。"))
        values["parent"] = next(iter(values["into"]), None)
        values["into"], values["names"] = [], []

    def order(self) -> dict[str, Any]:
        """The keyword arguments of ``reorganise_bodies``."""
        values = self.cleaned_data
        return {name: values[name] for name in values if name not in {"place", "new_place"}} | {
            "place": values["new_place"]
        }


def named_bodies(names: list[str], place: Place, keeping: Keeping | None = None) -> list[Body]:
    """The bodies that the names mean in a place; raises ValidationError naming those that mean none."""
    known = known_names(names, place)
    if keeping is not None:
        known = {name: body for name, body in known.items() if keeping.holds_body(body)}
    missing = [name for name in names if name not in known]
    if missing:
        raise ValidationError(_now("没有叫这些名字的单位：") + "、".join(missing))
    return [known[name] for name in names]


def _lines(text: str) -> list[str]:
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


class PlaceChangeForm(forms.Form):
    """A change of a place by hand."""

    old = place_field(label=_("原地区代码"))
    code = forms.CharField(label=_("新代码"), max_length=12, widget=forms.TextInput(attrs={"inputmode": "numeric"}))
    name = forms.CharField(label=_("新名称"), max_length=60)
    kind = forms.ChoiceField(
        label=_("方式"),
        choices=[(str(k), k.label) for k in (ReorganisationKind.RENAME, ReorganisationKind.MERGE)],
    )
    on = forms.DateField(label=_("生效日期"), widget=DAY)
    number = forms.CharField(label=_("文号"), max_length=100, required=False)
    source = forms.CharField(label=_("依据"), max_length=300, required=False)
    reason = forms.CharField(label=_("理由"), max_length=300, required=False)
