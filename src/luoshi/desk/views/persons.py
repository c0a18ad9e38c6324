"""Accounts and posts: the system administrator makes accounts, the security administrator gives posts."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from luoshi.bodies.actions import add_person, deactivate_person, end_post, grant_post, reset_password, unlock_person
from luoshi.bodies.enums import PostKind
from luoshi.bodies.forms import PasswordForm, PersonForm, PostForm
from luoshi.bodies.models import Person, Post
from luoshi.common.pages import page_of
from luoshi.common.request import actor_of


def _require_view(request: HttpRequest) -> None:
    """Whoever administers nothing does not even learn that there is such a page."""
    if not request.user.has_perm("bodies.view_persons"):
        raise Http404


@require_http_methods(["GET", "POST"])
@login_required
def persons(request: HttpRequest) -> HttpResponse:
    """The accounts; a new one is made here."""
    _require_view(request)
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = add_person(actor=actor_of(request), **form.cleaned_data)
        return redirect("desk:person", person.pk)
    words = request.GET.get("words", "").strip()[:100]
    rows = Person.objects.prefetch_related("posts__body")
    if words:
        rows = rows.filter(name__icontains=words) | rows.filter(username__icontains=words)
    context = {"page": page_of(rows, request.GET.get("after")), "words": words, "form": form}
    return render(request, "desk/persons.html", {**context, "may_add": request.user.has_perm("bodies.add_person")})


@require_GET
@login_required
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One account with its posts."""
    _require_view(request)
    return _show_person(request, get_object_or_404(Person, pk=pk))


def _show_person(request: HttpRequest, shown: Person, **forms: object) -> HttpResponse:
    context = {
        "person": shown,
        "posts": shown.posts.select_related("body").order_by("ended_at", "kind"),
        "tokens": shown.tokens.filter(revoked_at=None, expires_at__gt=timezone.now()),
        "may_grant": request.user.has_perm("bodies.grant_post", shown),
        "post_form": forms.get("post_form", PostForm()),
        "password_form": forms.get("password_form", PasswordForm()),
    }
    return render(request, "desk/person.html", context)


@require_POST
@login_required
def change_person(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Grant a post, close an account, unlock it, set a new password."""
    _require_view(request)
    shown, actor = get_object_or_404(Person, pk=pk), actor_of(request)
    if verb == "grant":
        form = PostForm(request.POST)
        if not form.is_valid():
            return _show_person(request, shown, post_form=form)
        values = form.cleaned_data
        grant_post(actor=actor, person=shown, body=values["body"], kind=PostKind(values["kind"]), title=values["title"])
    elif verb == "password":
        password = PasswordForm(request.POST)
        if not password.is_valid():
            return _show_person(request, shown, password_form=password)
        reset_password(actor=actor, person=shown, **password.cleaned_data)
    elif verb == "unlock":
        unlock_person(actor=actor, person=shown)
    elif verb == "deactivate":
        deactivate_person(actor=actor, person=shown)
    else:
        raise Http404
    return redirect("desk:person", pk)


@require_POST
@login_required
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a post."""
    _require_view(request)
    post = end_post(actor=actor_of(request), post=get_object_or_404(Post, pk=pk))
    return redirect("desk:person", post.person_id)
