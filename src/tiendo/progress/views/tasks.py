"""The pages of tasks: a list of them, and one of them with everything that was said about it."""

from dataclasses import replace

from django.contrib import messages
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import FLAG, READ, SET_OWING
from tiendo.plans.amending.versions import say_as_on
from tiendo.plans.links import told_of
from tiendo.plans.models import Link, Plan, Task, TaskKind
from tiendo.progress import services
from tiendo.progress.bulk import ACTS
from tiendo.progress.changes import changes_of
from tiendo.progress.choices import chips_of, choices_of, tabs_of
from tiendo.progress.listing import listing
from tiendo.progress.looking_back import Then, look_back, then_of
from tiendo.progress.record import record_of
from tiendo.progress.wanted import SIZES, members_in_force, read_wanted
from tiendo.ui.render import render_page


@page(READ)
def tasks(request: Request) -> HttpResponse:
    """The tasks of every plan of the locality; the search box of the frame leads here."""
    if look_back(request):
        messages.warning(
            request, _("Open the tasks of one plan to see them as they stood on a past day.")
        )
    return _list(request, reach(Task.objects.listed(), request.standing), None)


@page(READ)
def plan_tasks(request: Request, pk: int) -> HttpResponse:
    """The tasks of one plan."""
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    then = then_of(plan, request.today) if look_back(request) else None
    return _list(request, plan.tasks.listed(), plan, then)


def _list(
    request: Request, rows: QuerySet[Task], plan: Plan | None, then: Then | None = None
) -> HttpResponse:
    wanted = read_wanted(request.GET)
    found = listing(rows, wanted, request.today, then)
    loosely = " " in wanted.q and not found.kinds
    if loosely:
        found = listing(rows, replace(wanted, loosely=True), request.today, then)
    choices = choices_of(wanted, plan, request.standing)
    context = {
        "plan": plan,
        "wanted": wanted,
        "found": found,
        "loosely": loosely and found.kinds,
        "tabs": tabs_of(found, wanted),
        "choices": choices,
        "chips": chips_of(wanted, choices),
        "sizes": [(size, wanted.but(rows=size)) for size in sorted(SIZES)],
        "duties_url": wanted.but(kind=TaskKind.DUTY),
        "filters_target": "results",
        "looking_back": then is not None,
        "acts": [act for act in ACTS.values() if act.open_to(request.standing)],
    }
    return render_page(request, "progress/tasks.html", context, partial="results")


@page(READ)
def task(request: Request, pk: int) -> HttpResponse:
    """One task: its words, its periods, what was reported and what was changed."""
    found, duties = _found(request, pk)
    request.plan_id = found.plan_id  # type: ignore[attr-defined]
    back = look_back(request)
    if back:
        say_as_on(found, request.today)
    record = record_of(found, request.standing, request.today, back=back)
    context = {
        "task": found,
        "plan": found.plan,
        "record": record,
        "changes": changes_of(request, found, record, back=back),
        "duties": duties,
        "told": told_of(found, request.today.year) if found.tied else [],  # type: ignore[attr-defined]
        "may_tie": request.standing.may(SET_OWING),
        "looking_back": back,
    }
    return render_page(request, "progress/task.html", context)


def _found(request: Request, pk: int) -> tuple[Task, list[Task]]:
    """A task, and those that say it again and are owed with it; the task with `tied`, whether to a register."""
    members = members_in_force(request.today).select_related("agency").order_by("agency__sort_key")
    rows = (
        Task.objects.with_offices()
        .with_last_decision()
        .annotate(tied=Exists(Link.objects.filter(task=OuterRef("pk"))))
        .prefetch_related(Prefetch("assignments__group__members", members))
    )
    said = reach(rows, request.standing).filter(Q(pk=pk) | Q(same_as=pk)).order_by("position")
    found = [row for row in said if row.pk == pk]
    if not found:
        raise Http404
    return found[0], [row for row in said if row.pk != pk]


@require_POST
@page(FLAG)
def key(request: Request, pk: int) -> HttpResponse:
    """Mark a task as a key task, or no longer."""
    found = get_object_or_404(reach(Task.objects.all(), request.standing), pk=pk)
    services.set_key(task=found, key=request.POST.get("key") == "1", actor=request.user)
    said = _("Marked as a key task.") if found.key else _("No longer a key task.")
    messages.success(request, said)
    return redirect("progress:task", found.pk)
