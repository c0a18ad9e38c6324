"""What a person types in."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from luoshi.bodies.actions.tokens import LONGEST
from luoshi.bodies.enums import BodyKind, PostKind
from luoshi.bodies.models import Body, Place
from luoshi.bodies.naming_forms import ParentField


class BodyForm(ParentField):
    """A new body; its place is named by its code."""

    name = forms.CharField(label=_("名称"), max_length=120)
    kind = forms.ChoiceField(choices=BodyKind.choices, label=_("类别"))
    place = forms.ModelChoiceField(
        Place.objects.all(),
        to_field_name="code",
        label=_("地区代码"),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid_choice": _("没有这个代码的地区；请先导入地区。")},
    )


class PersonForm(forms.Form):
    """A new account."""

    username = forms.CharField(label=_("用户名"), max_length=60)
    name = forms.CharField(label=_("姓名"), max_length=60)
    password = forms.CharField(
        label=_("初始密码"), max_length=128, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )


class PostForm(forms.Form):
    """A post for a person."""

    body = forms.ModelChoiceField(Body.objects.filter(is_active=True), label=_("单位"))
    kind = forms.ChoiceField(choices=PostKind.choices, label=_("岗位"))
    title = forms.CharField(label=_("职务"), max_length=60, required=False)


class TokenForm(forms.Form):
    """A new token: what it is for and how long it lives."""

    name = forms.CharField(label=_("用途"), max_length=60)
    days = forms.IntegerField(label=_("有效天数"), min_value=1, max_value=LONGEST, initial=90)


class PasswordForm(forms.Form):
    """A new password given by the security administrator."""

    password = forms.CharField(
        label=_("新密码"), max_length=128, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
