"""Bodies met for the first time: what they may be, and a click that says so."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.views.decorators.http import require_http_methods

from luoshi.bodies.actions import add_proposed, dismiss_proposal, join_proposed, reopen_proposal
from luoshi.bodies.enums import ProposalState
from luoshi.bodies.models import Body, Proposal
from luoshi.bodies.models.proposal import ProposalQuerySet
from luoshi.bodies.naming_forms import BodyNameForm, ProposedForm
from luoshi.bodies.queries import keeping_of
from luoshi.bodies.queries.proposals import with_candidates
from luoshi.common.actor import Actor
from luoshi.common.pages import page_of
from luoshi.common.request import actor_of, number_of
from luoshi_core.errors import LuoshiError


def _mine(request: HttpRequest) -> ProposalQuerySet:
    """The proposals that the asker decides; whoever decides none does not learn that there is such a page."""
    if not request.user.has_perm("bodies.decide_proposal"):
        raise Http404
    rows = Proposal.objects.kept_by(keeping_of(request.user))
    return rows.select_related("place", "seat__parent", "parent")


@require_http_methods(["GET", "POST"])
@login_required
def proposals(request: HttpRequest) -> HttpResponse:
    """Names met in documents, with a guess and the known bodies that they may be; one click or many at once."""
    mine = _mine(request)
    if request.method == "POST":
        _decide_all(request, mine)
        return redirect(request.get_full_path())
    dismissed = request.GET.get("state") == ProposalState.DISMISSED
    rows = mine.filter(state=ProposalState.DISMISSED if dismissed else ProposalState.OPEN)
    page = page_of(rows, request.GET.get("after"))
    context = {"rows": with_candidates(page.rows), "after": page.after, "dismissed": dismissed}
    return render(request, "desk/proposals.html", context)


def _decide_all(request: HttpRequest, mine: ProposalQuerySet) -> None:
    """Each decision by itself: one that is refused says why and stops no other."""
    verb, _, rest = request.POST.get("verb", "").partition(":")
    one, _, body = rest.partition(":")
    chosen = [one] if one else request.POST.getlist("chosen")
    found = mine.filter(pk__in=[pk for text in chosen if (pk := number_of(text)) is not None])
    done = 0
    for proposal in found:
        try:
            _decide(actor_of(request), proposal, verb, body)
            done += 1
        except LuoshiError as error:
            messages.error(request, f"{proposal.name}：{error.message(get_language() or 'zh')}")
    if done:
        messages.success(request, ngettext("已处理 %(n)d 个名称。", "已处理 %(n)d 个名称。", done) % {"n": done})


def _decide(actor: Actor, proposal: Proposal, verb: str, body: str) -> None:
    if verb == "add":
        add_proposed(actor=actor, proposal=proposal)
    elif verb == "dismiss":
        dismiss_proposal(actor=actor, proposal=proposal)
    elif verb == "reopen":
        reopen_proposal(actor=actor, proposal=proposal)
    elif verb == "join" and body.isdecimal():
        known = Body.objects.select_related("place", "successor").filter(pk=int(body)).first()
        if known is None:
            raise Http404
        join_proposed(actor=actor, proposal=proposal, body=known)
    else:
        raise Http404


@require_http_methods(["GET", "POST"])
@login_required
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """One name: add it with other values than guessed, or say which body it means."""
    shown = _mine(request).filter(pk=pk).first()
    if shown is None:
        raise Http404
    adds = "name" in request.POST
    guess = {"name": shown.name, "kind": shown.kind, "place": shown.seat.code, "parent": shown.parent or ""}
    form = ProposedForm(request.POST if adds else None, initial=guess)
    other = BodyNameForm(request.POST if "body" in request.POST else None, place=shown.place)
    if adds and form.is_valid():
        return redirect("desk:body", add_proposed(actor=actor_of(request), proposal=shown, **form.cleaned_data).pk)
    if other.is_bound and other.is_valid():
        known = other.cleaned_data["body"]
        return redirect("desk:body", join_proposed(actor=actor_of(request), proposal=shown, body=known).pk)
    (row,) = with_candidates([shown])
    return render(request, "desk/proposal.html", {"row": row, "proposal": shown, "form": form, "other": other})
