"""Who may do which verb to which file."""

from __future__ import annotations

from typing import Any

import rules

from luoshi.bodies.enums import PostKind
from luoshi.bodies.queries import scope_of
from luoshi.bodies.rules import READERS, holds, sees_body
from luoshi.documents.models import Source

handles_documents = holds(*READERS)
publishes = holds(PostKind.DELIVERY, PostKind.EDITOR)


@rules.predicate  # type: ignore[untyped-decorator]
def sees_source(user: Any, source: Source | None) -> bool:
    """The file is published or belongs to the user's bodies and places."""
    return source is not None and (source.is_published or bool(sees_body(user, source.body)))


@rules.predicate  # type: ignore[untyped-decorator]
def belongs_to_own_body(user: Any, source: Source | None) -> bool:
    """The file belongs to a body in which the user holds a post, or to one below it."""
    return source is not None and source.body_id in scope_of(user).body_ids


rules.add_perm("documents.receive_source", handles_documents)
rules.add_perm("documents.view_source", sees_source)
rules.add_perm("documents.retry_source", handles_documents & belongs_to_own_body)
rules.add_perm("documents.publish_source", publishes & belongs_to_own_body)
rules.add_perm("documents.withdraw_source", publishes & belongs_to_own_body)
rules.add_perm("documents.remove_source", handles_documents & belongs_to_own_body)
