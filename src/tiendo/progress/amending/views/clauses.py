"""The clauses of a draft: choosing what one is about, writing it, taking it out."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import HiddenInput
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import AMEND
from tiendo.plans.amending import services
from tiendo.plans.amending.reading_in import typed_from
from tiendo.plans.amending.services import Said
from tiendo.plans.amending.versions import Item
from tiendo.plans.columns import aim_said, work_said
from tiendo.plans.item_forms import form_of, initial_from
from tiendo.plans.items import Aim
from tiendo.plans.models import Act, Amendment, Clause, ItemKind, Target, Task
from tiendo.progress.amending.forms import WordedForm
from tiendo.progress.amending.showing import said_after
from tiendo.progress.amending.views.amendments import amendment_in_reach
from tiendo.progress.rounds.posted import number_in
from tiendo.ui.render import render_page
from vanban.text import fold

SHOWN = 100


@page(AMEND)
def choose(request: Request, pk: int) -> HttpResponse:
    """Choose what a clause is about: a task, a duty or a target of the plan, or something new."""
    found = amendment_in_reach(request, pk)
    return render_page(request, "amending/choose.html", choices(found, request.GET.get("q", "")))


def choices(found: Amendment, typed: str) -> dict[str, Any]:
    """The tasks, duties and targets with the words that were typed; which of them the draft has already."""
    query = fold(typed.strip())
    taken = {(row.task_id, row.target_id) for row in found.clauses.all()}
    tasks = found.plan.tasks.filter(cancelled_on=None, fold__contains=query).with_offices()
    tasks = tasks.order_by("-kind", "position")
    targets = [
        row
        for row in found.plan.targets.filter(cancelled_on=None)
        if query in fold(f"{row.indicator} {row.text}")
    ]
    return {
        "plan": found.plan,
        "amendment": found,
        "query": typed,
        "tasks": [(row, (row.pk, None) in taken) for row in tasks[:SHOWN]],
        "targets": [(row, (None, row.pk) in taken) for row in targets[:SHOWN]],
        "more": len(tasks) > SHOWN,
    }


@page(AMEND)
def add(request: Request, pk: int, about: str) -> HttpResponse:
    """Write a clause that adds a task, a duty or a target."""
    found = amendment_in_reach(request, pk)
    if about not in ItemKind.values:
        raise Http404
    return _written(request, found, Clause(act=Act.ADD, about=about, amendment=found), None)


@page(AMEND)
def change(request: Request, pk: int, about: str, item: int) -> HttpResponse:
    """Write a clause that changes a task, a duty or a target of the plan."""
    found = amendment_in_reach(request, pk)
    row = item_of(found, about, item)
    return _written(request, found, Clause(act=Act.CHANGE, about=about, amendment=found), row)


def item_of(amendment: Amendment, about: str, pk: int) -> Item:
    """A task, duty or target of the plan, or 404."""
    if about == ItemKind.TARGET:
        return get_object_or_404(amendment.plan.targets.all(), pk=pk)
    return get_object_or_404(amendment.plan.tasks.with_offices(), pk=pk, kind=about)


@page(AMEND)
def clause(request: Request, pk: int) -> HttpResponse:
    """Write a clause of a draft anew."""
    rows = Clause.objects.select_related("amendment__plan", "target")
    found = get_object_or_404(reach(rows, request.standing).exclude(act=Act.END), pk=pk)
    if found.act == Act.CHANGE and found.task_id is None and found.target is None:
        return redirect("amending:match", found.pk)
    item: Item | None = found.target
    if found.task_id:
        item = Task.objects.with_offices().get(pk=found.task_id)
    return _written(request, found.amendment, found, item)


def _written(
    request: Request, amendment: Amendment, row: Clause, item: Task | Target | None
) -> HttpResponse:
    form = form_of(row.about)(request.POST or None, initial=_initial(row, item))
    worded = WordedForm(request.POST or None, initial={"decision": row.words})
    if item is not None and "number" in form.fields:
        form.fields["number"].widget = HiddenInput()  # an item keeps its number
    if form.is_bound and form.is_valid() and worded.is_valid():
        try:
            services.write_clause(
                amendment=amendment,
                said=_said(row, item, form.said(), worded.cleaned_data["decision"]),
                actor=request.user,
                clause=row if row.pk else None,
            )
            messages.success(request, _("The clause is saved."))
            return redirect("amending:amendment", amendment.pk)
        except ValidationError as error:
            form.add_error(None, error)
    context = {
        **{"plan": amendment.plan, "amendment": amendment, "clause": row, "item": item},
        **{"form": form, "worded": worded},
    }
    status = 422 if form.is_bound else 200
    return render_page(request, "amending/clause.html", context, status=status)


def _initial(row: Clause, item: Item | None) -> dict[str, Any]:
    """What stands in the form: what the clause says by now, or what the plan says."""
    if row.pk and row.reading and not row.sets:
        return initial_from(typed_from(row, item))
    if row.pk:
        return initial_from(said_after(row, item))
    if item is None:
        return {}
    return initial_from(work_said(item) if isinstance(item, Task) else aim_said(item))


def _said(row: Clause, item: Item | None, said: Any, words: str) -> Said:
    return Said(
        act=Act(row.act),
        about=ItemKind(row.about),
        item=item,
        work=None if isinstance(said, Aim) else said,
        aim=said if isinstance(said, Aim) else None,
        words=words,
        quotes=row.quotes,
    )


@require_POST
@page(AMEND)
def end(request: Request, pk: int) -> HttpResponse:
    """Add the clause that a task, a duty or a target ends."""
    found = amendment_in_reach(request, pk)
    about = request.POST.get("about", "")
    if about not in ItemKind.values:
        messages.warning(request, _("Choose what is to end."))
        return redirect("amending:choose", found.pk)
    row = item_of(found, about, number_in(request.POST.get("item")))
    try:
        said = Said(Act.END, ItemKind(about), row)
        services.write_clause(amendment=found, said=said, actor=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("amending:amendment", found.pk)


@require_POST
@page(AMEND)
def remove(request: Request, pk: int) -> HttpResponse:
    """Take a clause out of a draft."""
    rows = Clause.objects.select_related("amendment")
    found = get_object_or_404(reach(rows, request.standing), pk=pk)
    try:
        services.remove_clause(clause=found, actor=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("amending:amendment", found.amendment_id)
