"""The demo's accounts on its sign-in page."""

from __future__ import annotations

from django import template
from django.db.models import QuerySet

from luoshi.bodies.models import Post

register = template.Library()


@register.simple_tag
def demo_posts() -> QuerySet[Post]:
    """The posts of the demo's persons."""
    held = Post.objects.filter(person__is_demo=True, ended_at=None, person__is_active=True)
    return held.select_related("person", "body").order_by("pk")
