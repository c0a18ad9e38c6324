"""Ways of looking at the register that people keep; what cannot be assessed."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from luoshi.bodies.models import Body
from luoshi.bodies.queries import scope_of
from luoshi.common.request import actor_of
from luoshi.register.actions import remove_view, save_view
from luoshi.register.models import View
from luoshi.register.queries.filters import RegisterFilter
from luoshi.register.queries.gaps import gap_summary
from luoshi_core.assessable import PARTS


@require_POST
@login_required
def save_register_view(request: HttpRequest) -> HttpResponse:
    """Keep the conditions under a name, for oneself or the colleagues of one's body."""
    wanted = RegisterFilter.parse(QueryDict(request.POST.get("query", "")[:2000]), timezone.localdate())
    own = scope_of(request.user).own_body_ids
    body = Body.objects.filter(pk=own[0]).first() if request.POST.get("share") and own else None
    view = save_view(actor=actor_of(request), name=request.POST.get("name", ""), query=wanted.address, body=body)
    messages.success(request, _("已保存视图“%(name)s”。") % {"name": view.name})
    return redirect(f"{reverse('desk:register')}?{wanted.address}")


@require_POST
@login_required
def remove_register_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a view of one's own."""
    view = View.objects.filter(pk=pk, person=request.user.pk).first()
    if view is None:
        raise Http404
    remove_view(actor=actor_of(request), view=view)
    return redirect("desk:register")


@require_GET
@login_required
def gaps(request: HttpRequest) -> HttpResponse:
    """How many commitments nobody could assess, and what they lack, by document and by body."""
    context = {"summary": gap_summary(scope_of(request.user)), "parts": [str(part) for part in PARTS]}
    return render(request, "desk/gaps.html", context)
