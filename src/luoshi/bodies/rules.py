"""Who may do which verb to whom and to what."""

from __future__ import annotations

from typing import Any

import rules

from luoshi.bodies.enums import PostKind
from luoshi.bodies.models import Body, Place
from luoshi.bodies.queries.keeping import keeping_of, lies_in
from luoshi.bodies.queries.scope import scope_of

#: posts whose holders work with documents
READERS = (
    PostKind.LEADER,
    PostKind.DELIVERY,
    PostKind.OFFICER,
    PostKind.EDITOR,
    PostKind.INSPECTOR,
    PostKind.EVALUATOR,
)


def holds(*kinds: PostKind) -> rules.Predicate:
    """A predicate: the user holds one of these posts somewhere."""
    name = "holds:" + ",".join(kinds)

    @rules.predicate(name=name)  # type: ignore[untyped-decorator]
    def predicate(user: Any) -> bool:
        return scope_of(user).holds(*kinds)

    return predicate


is_system_admin = holds(PostKind.SYSTEM_ADMIN)
is_security_admin = holds(PostKind.SECURITY_ADMIN)
is_auditor = holds(PostKind.AUDITOR)


@rules.predicate  # type: ignore[untyped-decorator]
def sees_body(user: Any, body: Any) -> bool:
    """The body lies in the user's scope."""
    if body is None:
        return False
    scope = scope_of(user)
    within = any(
        body.place.scheme == place.scheme and place.code <= body.place.code < place.code_after for place in scope.places
    )
    return body.pk in scope.body_ids or within


@rules.predicate  # type: ignore[untyped-decorator]
def keeps(user: Any, thing: Any) -> bool:
    """The user keeps the names of the body or place; asked about nothing: of any."""
    keeping = keeping_of(user)
    if thing is None:
        return not keeping.nothing
    return keeping.holds_place(thing) if isinstance(thing, Place) else keeping.holds_body(thing)


@rules.predicate  # type: ignore[untyped-decorator]
def keeps_proposal(user: Any, proposal: Any) -> bool:
    """The user may decide about a proposed body."""
    keeping = keeping_of(user)
    if proposal is None:
        return not keeping.nothing
    return keeping.holds_place(proposal.place) or proposal.parent_id in keeping.body_ids


@rules.predicate  # type: ignore[untyped-decorator]
def works_in(user: Any, place: Any) -> bool:
    """The user reads documents of this place."""
    scope = scope_of(user)
    if not isinstance(place, Place) or not scope.holds(*READERS):
        return False
    if any(lies_in(place, seen) for seen in scope.places):
        return True
    return Body.objects.filter(pk__in=scope.own_body_ids, place=place).exists()


@rules.predicate  # type: ignore[untyped-decorator]
def is_oneself(user: Any, person: Any) -> bool:
    """The person is the user."""
    return person is not None and person.pk == user.pk


@rules.predicate  # type: ignore[untyped-decorator]
def owns_token(user: Any, token: Any) -> bool:
    """The token acts for the user."""
    return token is not None and token.person_id == user.pk


rules.add_perm("bodies.import_places", is_system_admin)
rules.add_perm("bodies.reorganise_places", is_system_admin)
rules.add_perm("bodies.view_every_body", is_system_admin)
rules.add_perm("bodies.add_body", keeps)
rules.add_perm("bodies.add_alias", keeps)
rules.add_perm("bodies.merge_bodies", keeps)
rules.add_perm("bodies.reorganise_bodies", keeps)
rules.add_perm("bodies.propose_bodies", works_in | keeps)
rules.add_perm("bodies.decide_proposal", keeps_proposal)
rules.add_perm("bodies.add_person", is_system_admin)
rules.add_perm("bodies.view_persons", is_system_admin | is_security_admin)
rules.add_perm("bodies.view_body", sees_body | is_system_admin | is_security_admin)
rules.add_perm("bodies.deactivate_person", is_system_admin | is_security_admin)
rules.add_perm("bodies.grant_post", is_security_admin)
rules.add_perm("bodies.end_post", is_security_admin)
rules.add_perm("bodies.unlock_person", is_security_admin)
rules.add_perm("bodies.reset_password", is_security_admin)
rules.add_perm("bodies.issue_token", is_oneself)
rules.add_perm("bodies.revoke_token", owns_token | is_security_admin)
rules.add_perm("journal.view_entries", is_auditor)
