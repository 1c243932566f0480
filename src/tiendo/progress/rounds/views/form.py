"""The form of an office in a round: saved as a draft, handed up to the head, or sent."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_list_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.clock import moment
from tiendo.accounts.kept import given_back, keeping, name_person
from tiendo.accounts.rights import APPROVE, READ, REPORT, REPORT_FOR_ALL
from tiendo.progress.keeping import registers_to_keep
from tiendo.progress.models import OfficeReport
from tiendo.progress.rounds import services
from tiendo.progress.rounds.figures import may_ask
from tiendo.progress.rounds.form import OfficeForm
from tiendo.progress.rounds.merging import shown
from tiendo.progress.rounds.posted import NOTHING, came_by, number_in, read_posted, typed_at
from tiendo.progress.rounds.status import may_write
from tiendo.progress.rounds.writing import door_of
from tiendo.ui.render import render_page

RELATED = ("round__plan__locality", "agency", "written_by", "stands_in_for", "reviewed_by")


@keeping
@page(READ)
def form(request: Request, pk: int) -> HttpResponse:
    """The report of an office of one's own in one round."""
    row = _own_report(request, pk)
    request.plan_id = row.round.plan_id  # type: ignore[attr-defined]
    if request.method == "POST":
        return _answered(request, row)
    if not may_write(row.state, door_of(row)):
        return redirect("rounds:report", row.pk)
    kept = given_back(request)
    office_form = OfficeForm(row, request.today, kept)
    return _page(request, office_form, {"kept": kept is not None, **_from(kept)})


def _own_report(request: Request, pk: int) -> OfficeReport:
    """The report this person writes in a round; of several offices the one that is named in the address."""
    found = OfficeReport.objects.filter(round=pk).select_related(*RELATED)
    rows = reach(found.annotate(may_ask=may_ask()), request.standing)
    office = number_in(request.GET.get("co-quan"))
    own = rows.filter(agency=office) if office else rows
    if not (office and request.standing.may(REPORT_FOR_ALL)):
        own = own.filter(agency__in=request.standing.offices(REPORT))
    if row := own.first():
        return row
    get_list_or_404(rows)
    raise PermissionDenied


def _page(
    request: Request, form: OfficeForm, told: dict[str, Any], status: int = 200
) -> HttpResponse:
    row, standing = form.report, request.standing
    is_head = standing.may(APPROVE, row.agency_id)
    context = {
        "row": row,
        "form": form,
        "is_head": is_head,
        "at_once": is_head or not services.has_head(row.agency_id, request.today),
        "person": name_person(request),
        "version": row.version,
        "key": uuid.uuid4().hex,
        "deputy_of": standing.acts_for(REPORT, row.agency_id),
        "to_keep": registers_to_keep(request, form.tied_tasks),
        **told,
    }
    stored = OfficeForm(row, request.today) if form.is_bound else form
    context.setdefault("shown", shown(stored.as_shown()))
    return render_page(request, "progress/rounds/form.html", context, status=status)


def _from(data: QueryDict | None) -> dict[str, Any]:
    """What a form that was shown before says of itself, to be shown again."""
    if data is None:
        return {}
    return {name: data.get(name, "") for name in ("version", "key", "shown")}


def _answered(request: Request, row: OfficeReport) -> HttpResponse:
    """Save what is understood, then go the way that was asked for."""
    posted = read_posted(row, request.today, request.POST)
    typed = OfficeForm(row, request.today, posted.data, request.FILES or None)
    if posted.conflicts:
        return _conflict(request, typed, posted.conflicts)
    try:
        saved = _save(request, typed)
    except services.Passed as passed:  # between reading and storing
        return _answered(request, passed.report)
    except ValidationError as error:
        return _refused(request, typed, error.messages)
    typed.report = saved
    do = request.POST.get("do")
    if do == "autosave":
        return _part(request, {"row": saved, "valid": typed.is_valid()})
    if do in ("hand-up", "send", NOTHING):
        return _gone(request, typed, do)
    return _stays(request, typed)


def _save(request: Request, typed: OfficeForm) -> OfficeReport:
    row = typed.report
    absent = request.standing.acts_for(REPORT, row.agency_id)
    return services.save_office_report(
        report=row,
        words=typed.words(nothing=request.POST.get("do") == NOTHING),
        entries=typed.entry_words(),
        coming=services.Coming(
            version=row.version,
            key=request.POST.get("key", "")[:36],
            source=came_by(request.POST),
            typed_at=typed_at(request.POST, moment()),
            stands_in_for=absent.user_id if absent else None,
        ),
        actor=request.user,
        now=moment(),
    )


def _part(request: Request, told: dict[str, Any]) -> HttpResponse:
    """What stands beside the buttons after saving in the background."""
    return render(request, "progress/rounds/saved.html", told)


def _conflict(request: Request, typed: OfficeForm, conflicts: Any) -> HttpResponse:
    """Both texts, side by side, to choose from; nothing was stored."""
    if request.POST.get("do") == "autosave":
        return _part(request, {"row": typed.report, "conflicts": conflicts})
    return _page(request, typed, {"conflicts": conflicts}, 409)


def _refused(request: Request, typed: OfficeForm, problems: list[str]) -> HttpResponse:
    """Why nothing could be stored, with everything that was typed."""
    if request.POST.get("do") == "autosave":
        return _part(request, {"row": typed.report, "problems": problems})
    return _page(request, typed, {"problems": problems, **_from(request.POST)}, 422)


def _stays(request: Request, typed: OfficeForm) -> HttpResponse:
    if not typed.is_valid():
        return _page(request, typed, {"key": request.POST.get("key", "")}, 422)
    at = timezone.localtime(typed.report.saved_at or moment())
    messages.success(request, _("The draft was saved at %(hour)s.") % {"hour": f"{at:%H:%M}"})
    return redirect(request.get_full_path())


def _gone(request: Request, typed: OfficeForm, do: str) -> HttpResponse:
    """Hand the report up, or send it; with what is missing said at its place."""
    row, told = typed.report, {"key": request.POST.get("key", "")}
    if not typed.check_complete():
        return _page(request, typed, told, 422)
    is_head = request.standing.may(APPROVE, row.agency_id)
    facts: dict[str, Any] = {"report": row, "actor": request.user, "now": moment()}
    try:
        if is_head or not services.has_head(row.agency_id, request.today):
            services.send(approved=is_head, **facts)
            messages.success(request, _("The report was sent to the coordinator."))
        else:
            services.hand_up(**facts)
            messages.success(request, _("The report is with the head of the office."))
    except ValidationError as error:
        return _page(request, typed, {**told, "problems": error.messages}, 422)
    return redirect("rounds:report", row.pk)
