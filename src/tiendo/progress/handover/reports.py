"""Reports of rounds that an old office has not sent, and parts it was asked for: the successor owes them."""

from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.moving import Act, OfficeMover, Piece, Result, point_at_new, point_back
from tiendo.history import services as history
from tiendo.progress.models import Contribution, OfficeReport, Report, ReportState
from tiendo.progress.rounds.words import title

NOT_SENT = (ReportState.DRAFT, ReportState.WITH_HEAD, ReportState.RETURNED)


def _not_sent() -> QuerySet[OfficeReport]:
    rows = OfficeReport.objects.filter(state__in=NOT_SENT, round__closed_at=None)
    return rows.select_related("agency", "round__plan__locality")


def _held(rows: QuerySet[Any], pieces: Sequence[Piece]) -> dict[int, Any]:
    """Those of these rows that are still open, by key; nobody sends one until the transaction ends."""
    return rows.select_for_update(of=("self",)).in_bulk([piece.row for piece in pieces])


def _reports(offices: Sequence[int], day: date) -> QuerySet[OfficeReport]:
    return _not_sent().filter(agency__in=offices).order_by("-version", "pk")


def _move_reports(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    """The one that was written on most goes; of offices that become one the others stay as they were."""
    rows = _held(_not_sent(), pieces)
    rounds = {row.round_id for row in rows.values()}
    there = OfficeReport.objects.filter(round__in=rounds, agency__in=[each.new for each in pieces])
    taken: set[tuple[Any, ...]] = set(there.values_list("round", "agency"))
    results = point_at_new(pieces, rows, taken, lambda row: (row.round_id, row.agency_id), act)
    gone = [rows[key] for key, result in results.items() if result.there]
    _remember_missed(gone, {piece.row: piece.old for piece in pieces}, act)
    _let_entries_follow(gone, act)
    return results


def _remember_missed(reports: Iterable[OfficeReport], olds: dict[int, int], act: Act) -> None:
    """Keep whose fault it is that a report did not come by its day: not the successor's."""
    late = [row for row in reports if row.due < act.day and row.missed_by_id is None]
    known = [copy(row) for row in late]
    for row in late:
        row.missed_by_id = olds[row.pk]
    history.save_all(late, known=known, **act.why)


def _let_entries_follow(reports: Iterable[OfficeReport], act: Act) -> None:
    """What was written for a report and not sent is said by whom the report is of."""
    office = {row.pk: row.agency for row in reports}
    rows = Report.objects.filter(within__in=list(office), state__in=NOT_SENT)
    rows = rows.select_for_update(of=("self",))
    entries = list(rows.select_related("occurrence__obligation__task__plan__locality", "agency"))
    known = [copy(row) for row in entries]
    for row in entries:
        row.agency = office[row.within_id]  # type: ignore[index]  # those within a report
    history.save_all(entries, known=known, **act.why)


def _put_reports_back(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    """A report that was sent since stays with who sent it."""
    rows = _held(_not_sent(), pieces)
    results = point_back(pieces, rows, act)
    back = [rows[key] for key, result in results.items() if result.there]
    known = [copy(row) for row in back]
    for row in back:
        row.missed_by_id = None if row.missed_by_id == row.agency_id else row.missed_by_id
    history.save_all(back, known=known, **act.why)
    _let_entries_follow(back, act)
    return results


def _unanswered() -> QuerySet[Contribution]:
    rows = Contribution.objects.filter(report=None, request__recalled_at=None)
    path = "request__occurrence__obligation__task__plan__locality"
    return rows.select_related("agency", path)


def _contributions(offices: Sequence[int], day: date) -> QuerySet[Contribution]:
    return _unanswered().filter(agency__in=offices).order_by("pk")


def _move_contributions(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    rows = _held(_unanswered(), pieces)
    asked = {row.request_id for row in rows.values()}
    there = Contribution.objects.filter(request__in=asked, agency__in=[row.new for row in pieces])
    taken: set[tuple[Any, ...]] = set(there.values_list("request", "agency"))
    return point_at_new(pieces, rows, taken, lambda row: (row.request_id, row.agency_id), act)


def _put_contributions_back(pieces: Sequence[Piece], act: Act) -> dict[int, Result]:
    """A part that was given since stays with who gave it."""
    return point_back(pieces, _held(_unanswered(), pieces), act)


REPORTS = OfficeMover(
    name="reports",
    title=_("Reports of rounds, not sent yet"),
    office="agency_id",
    rows=_reports,
    label=lambda row: f"{title(row.round)} · {row.round.plan.short_title}",
    move=_move_reports,
    put_back=_put_reports_back,
)
CONTRIBUTIONS = OfficeMover(
    name="contributions",
    title=_("Parts that were asked for"),
    office="agency_id",
    rows=_contributions,
    label=lambda row: row.request.words[:300],
    move=_move_contributions,
    put_back=_put_contributions_back,
)
