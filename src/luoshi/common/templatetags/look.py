"""Small marks of the layout."""

from __future__ import annotations

from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def icon(name: str, size: int = 20) -> SafeString:
    """A drawn sign beside words; it never stands alone, so it is silent for screen readers."""
    return format_html(
        '<svg class="sign" width="{0}" height="{0}" aria-hidden="true" focusable="false">'
        '<use href="{1}#{2}"></use></svg>',
        size,
        static("vendor/icons/sprite.svg"),
        name,
    )


@register.simple_tag(takes_context=True)
def here(context: dict[str, Any], *prefixes: str) -> SafeString | str:
    """Marks the link of the section that the page is in; a section may have several beginnings."""
    path = context["request"].path
    inside = any(path == prefix or (prefix != "/" and path.startswith(prefix)) for prefix in prefixes)
    return SafeString(' aria-current="page"') if inside else ""
