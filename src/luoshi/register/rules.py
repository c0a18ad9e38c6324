"""Who may do which verb to which commitment."""

from __future__ import annotations

from typing import Any

import rules

from luoshi.bodies.enums import PostKind
from luoshi.bodies.queries import scope_of
from luoshi.bodies.rules import holds, sees_body
from luoshi.documents.models import Document
from luoshi.register.models import Commitment, LedgerImport, View

#: posts whose holders review what reading found and keep the register
REVIEWERS = (PostKind.LEADER, PostKind.DELIVERY, PostKind.OFFICER, PostKind.EDITOR)
reviews = holds(*REVIEWERS)
publishes = holds(PostKind.DELIVERY, PostKind.EDITOR)


def _keeper_id(thing: Any) -> int | None:
    if isinstance(thing, Document):
        return thing.source.body_id
    if isinstance(thing, (Commitment, LedgerImport)):
        return thing.keeper_id
    return None


@rules.predicate  # type: ignore[untyped-decorator]
def keeps(user: Any, thing: Any) -> bool:
    """The document, commitment or ledger belongs to a body of the user, or to one below it."""
    return _keeper_id(thing) in scope_of(user).body_ids


@rules.predicate  # type: ignore[untyped-decorator]
def sees_commitment(user: Any, commitment: Commitment | None) -> bool:
    """One of the bodies that keep, own or check it lies in the user's scope."""
    if commitment is None:
        return False
    bodies = [commitment.keeper]
    if commitment.state in {"registered", "withdrawn"}:
        bodies += [body for body in (commitment.owner, commitment.checker) if body is not None]
    return any(sees_body(user, body) for body in bodies)


@rules.predicate  # type: ignore[untyped-decorator]
def own_view(user: Any, view: View | None) -> bool:
    """The user saved it."""
    return view is not None and view.person_id == user.pk


rules.add_perm("register.view_commitment", sees_commitment)
for verb in (
    "open_review",
    "add_commitment",
    "edit_commitment",
    "accept_commitment",
    "reject_commitment",
    "reopen_commitment",
    "withdraw_commitment",
    "restore_commitment",
    "split_commitment",
    "merge_commitments",
    "requote_commitment",
    "receive_ledger",
    "confirm_mapping",
    "apply_ledger",
    "dismiss_ledger",
):
    rules.add_perm(f"register.{verb}", reviews & keeps)
rules.add_perm("register.publish_register", publishes & keeps)
rules.add_perm("register.save_view", rules.always_allow)
rules.add_perm("register.remove_view", own_view)
