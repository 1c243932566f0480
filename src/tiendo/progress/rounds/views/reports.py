"""One report of an office, to be read, approved by its head, and reviewed; and the round it belongs to."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import APPROVE, OPEN_ROUND, READ, REPORT, REPORT_FOR_ALL, REVIEW
from tiendo.progress.changes import told_on_report
from tiendo.progress.models import Evidence, OfficeReport, Report, ReportState, Round
from tiendo.progress.rounds import services, words
from tiendo.progress.rounds.figures import answered, answered_in, figures_asked, unit_in
from tiendo.progress.rounds.grid import handed
from tiendo.progress.rounds.posted import number_in
from tiendo.progress.rounds.separation import (
    accepted_by_its_writer,
    accepted_by_itself,
    is_own,
    others,
)
from tiendo.progress.rounds.status import may_review, may_write, standing_of
from tiendo.progress.rounds.words import CELLS
from tiendo.progress.rounds.writing import door_of
from tiendo.ui.render import render_page

RELATED = ("round__plan__locality", "agency", "written_by", "stands_in_for", "approved_by")
SHOWN = (ReportState.SENT, ReportState.ACCEPTED, ReportState.RETURNED)


def _found(request: Request, pk: int) -> OfficeReport:
    rows = OfficeReport.objects.select_related(*RELATED, "reviewed_by")
    row = get_object_or_404(reach(rows, request.standing), pk=pk)
    request.plan_id = row.round.plan_id  # type: ignore[attr-defined]
    return row


@page(READ)
def report(request: Request, pk: int) -> HttpResponse:
    """A report with its entries and what the reader may do with it."""
    return _page(request, _found(request, pk), {})


def _page(
    request: Request, row: OfficeReport, told: dict[str, Any], status: int = 200
) -> HttpResponse:
    facts, standing = handed(row), request.standing
    where = standing_of(facts, request.today)
    own = standing.may(REPORT, row.agency_id) or standing.may(REPORT_FOR_ALL)
    door = door_of(row)
    context = {
        "row": row,
        "look": CELLS[where],
        "where": where.value,
        "days": facts.days_late(request.today),
        "entries": _entries(row, told.get("notes", {}), own=own or _approves(request, row)),
        "hidden": not own and row.state not in SHOWN,
        "may_write": own and may_write(row.state, door),
        "may_approve": _approves(request, row) and _waits_for_head(row),
        "may_review": standing.may(REVIEW) and may_review(row.state),
        "may_let_in": standing.may(OPEN_ROUND) and not door.is_open and row.state not in SHOWN,
        "may_link": standing.may(OPEN_ROUND) and row.invited and may_write(row.state, door),
        "shut": not door.is_open,
        "said": told_on_report(request, row),
        **_said_in(row, request),
        **told,
    }
    return render_page(request, "progress/rounds/report.html", context, status=status)


def _said_in(row: OfficeReport, request: Request) -> dict[str, Any]:
    """What the report says in figures, how many of those asked for have an answer, and who wrote and accepted it."""
    given = list(row.figures.select_related("indicator").prefetch_related("indicator__definitions"))
    asked = figures_asked(row)
    units = ((each, unit_in(each.indicator, row.round.year)) for each in given)
    told = {"figures": list(units), "answered": answered(given, asked)}
    return told | _of_own_office(request, row)


def _of_own_office(request: Request, row: OfficeReport) -> dict[str, Any]:
    """What is said of a report that the reader's own office made, or that its own office accepted."""
    waits = request.standing.may(REVIEW) and may_review(row.state)
    own = waits and is_own(row, request.user, request.today)
    return {
        "by_itself": accepted_by_itself(row),
        "by_its_writer": accepted_by_its_writer(row),
        "own_words": waits and not own and row.written_by_id == request.user.pk,
        "own_office": own,
        "others": others(row, request.today) if own else [],
    }


def _approves(request: Request, row: OfficeReport) -> bool:
    return request.standing.may(APPROVE, row.agency_id)


def _waits_for_head(row: OfficeReport) -> bool:
    return row.state == ReportState.WITH_HEAD and door_of(row).is_open


def _entries(row: OfficeReport, notes: Mapping[int, str], *, own: bool) -> list[Report]:
    """The entries a reader may see: what is being written is nobody's business but the office's.

    `typed` of each is what a reviewer typed about it in `notes`.
    """
    entries = row.entries.all() if own else row.entries.filter(state__in=SHOWN)
    related = ("occurrence__obligation__task", "author", "stands_in_for", "agency")
    task = "occurrence__obligation__task__"
    found = list(
        entries.select_related(*related)
        .prefetch_related(Prefetch("evidence", Evidence.objects.with_repeats()))
        .order_by(f"-{task}kind", f"{task}position", "pk")
    )
    prefetch_related_objects([row for row in found if row.difficulties], "raised__difficulty")
    for entry in found:
        entry.typed = notes.get(entry.pk, "")  # type: ignore[attr-defined]
    return found


@require_POST
@page(READ)
def answer(request: Request, pk: int) -> HttpResponse:
    """What the head does with a report: approve it and send it, or give it back."""
    row = _found(request, pk)
    if not request.standing.may(APPROVE, row.agency_id):
        raise PermissionDenied
    facts: dict[str, Any] = {"report": row, "actor": request.user, "now": moment()}
    try:
        _refuse_unread(request, row)
        if request.POST.get("do") == "give-back":
            note = request.POST.get("note", "")[:5_000].strip()
            given = services.give_back(note=note, **facts)
            services.refuse_decided(given, services.WITH_OFFICER, request.user)
            said = _("The report is with the officer who wrote it again.")
        else:
            services.send(approved=True, **facts)
            said = _("The report was sent to the coordinator.")
    except ValidationError as error:
        return _page(request, row, {"problems": error.messages}, 422)
    messages.success(request, said)
    return redirect("rounds:report", row.pk)


def _refuse_unread(request: Request, row: OfficeReport) -> None:
    """Raise ValidationError where the office changed its report since the page was opened."""
    seen = request.POST.get("seen")
    if seen is not None and number_in(seen) != row.version:
        raise ValidationError(
            _("The office changed this report since you opened it. Read it below, then decide.")
        )


@require_POST
@page(REVIEW)
def review(request: Request, pk: int) -> HttpResponse:
    """Accept a report, or return it with a note, entry by entry."""
    row = _found(request, pk)
    notes = {
        number_in(name.removeprefix("note-")): str(text).strip()[:5_000]
        for name, text in request.POST.items()
        if name.startswith("note-")
    }
    try:
        _refuse_unread(request, row)
        said = _reviewed(request, row, notes)
    except ValidationError as error:
        return _page(request, row, {"problems": error.messages, "notes": notes}, 422)
    messages.success(request, said)
    return redirect("rounds:queue", row.round.plan_id)


def _reviewed(request: Request, row: OfficeReport, notes: dict[int, str]) -> str:
    """Do what the button said, and say so."""
    facts: dict[str, Any] = {"report": row, "actor": request.user, "now": moment()}
    if request.POST.get("do") == "accept":
        decided, wanted = services.accept(**facts), ReportState.ACCEPTED
        said = words.accepted(row)
    else:
        note = request.POST.get("note", "").strip()[:5_000]
        decided, wanted = services.return_(note=note, notes=notes, **facts), ReportState.RETURNED
        said = _("The report was returned. Only what you noted is open again.")
    services.refuse_decided(decided, (wanted,), request.user)
    return said


@require_POST
@page(OPEN_ROUND)
def let_in(request: Request, pk: int) -> HttpResponse:
    """Let one office report although the round was closed."""
    row = _found(request, pk)
    reason = request.POST.get("reason", "").strip()
    services.let_in(report=row, reason=reason, actor=request.user, now=moment())
    messages.success(request, _("The office may report now; it stays marked as late."))
    return redirect("rounds:report", row.pk)


@page(READ)
def round_(request: Request, pk: int) -> HttpResponse:
    """A round: its days, what is asked, and where every office stands with it."""
    rows = reach(Round.objects.select_related("plan", "opened_by", "closed_by"), request.standing)
    row = get_object_or_404(rows, pk=pk)
    request.plan_id = row.plan_id  # type: ignore[attr-defined]
    if request.method == "POST":
        if not request.standing.may(OPEN_ROUND):
            raise PermissionDenied
        services.close_round(round_=row, actor=request.user, now=moment())
        messages.success(request, _("The round is closed. Late offices can be let in one by one."))
        return redirect("rounds:round", row.pk)
    lines = _lines(row, request.today)
    context = {
        "round": row,
        "plan": row.plan,
        "dues": list(row.dues.all()),
        "lines": lines,
        "figures": any(said for *_rest, said in lines),
        "came": sum(each.first_sent_at is not None for each, *_rest in lines),
        "may_open": request.standing.may(OPEN_ROUND),
    }
    return render_page(request, "progress/rounds/round.html", context)


def _lines(round_: Round, today: date) -> list[tuple[Any, ...]]:
    """Every report with its look, what is said of it, and (answered, asked) figures; () where that is not shown."""
    reports = round_.reports.select_related("agency", "written_by")
    figures, found = answered_in(round_), []
    for row in reports.order_by("due", "agency__sort_key"):
        facts = handed(row)
        where = standing_of(facts, today)
        said = words.said(where, facts.days_late(today))
        count = figures.get(row.agency_id, ()) if row.state in SHOWN else ()
        found.append((row, CELLS[where], said, count))
    return found
