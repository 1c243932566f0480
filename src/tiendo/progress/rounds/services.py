"""What happens to an office's report: handed up, approved and sent, accepted or returned, given more days.

Opening a round is in `opening`, storing what was typed in `writing`; both are offered here as well.
"""

import copy
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.accounts.models import Membership, Role
from tiendo.history import services as history
from tiendo.history.models import Cause
from tiendo.progress.models import Occurrence, OfficeReport, Report, ReportState, Round
from tiendo.progress.rounds.figures import keep_figures
from tiendo.progress.rounds.opening import Asking, open_round, working_days
from tiendo.progress.rounds.owed import entries_of, is_required
from tiendo.progress.rounds.schedule import earliest_due
from tiendo.progress.rounds.separation import reason_of, refuse_own
from tiendo.progress.rounds.status import entry_open, may_review, may_send
from tiendo.progress.rounds.writing import (
    Coming,
    EntryWords,
    Passed,
    Words,
    door_of,
    held,
    refuse_shut,
    save_office_report,
)
from tiendo.progress.settling import settle_all

__all__ = [
    "Asking",
    "Coming",
    "EntryWords",
    "Passed",
    "Words",
    "accept",
    "close_round",
    "give_back",
    "give_days",
    "hand_up",
    "has_head",
    "let_in",
    "nudge",
    "open_round",
    "refuse_decided",
    "return_",
    "save_office_report",
    "send",
]

WAY = (ReportState.SENT, ReportState.ACCEPTED)
WITH_OFFICER = (ReportState.DRAFT, ReportState.RETURNED)


def has_head(agency_id: int, day: date) -> bool:
    """Whether somebody with an open account heads this office on `day`."""
    heads = Membership.objects.in_force(day).filter(agency=agency_id, role=Role.HEAD)
    return heads.filter(user__is_active=True).exists()


@transaction.atomic
def hand_up(*, report: OfficeReport, actor: Any, now: datetime) -> OfficeReport:
    """Put a report before the head of the office; what is there already stays there.

    Raises ValidationError when something is missing or the report is shut.
    """
    row = held(report)
    if row.state == ReportState.WITH_HEAD:
        return row
    refuse_shut(row)
    _refuse_incomplete(row, now)
    row.state, row.handed_up_at = ReportState.WITH_HEAD, now
    history.save(row, actor=actor)
    return row


@transaction.atomic
def give_back(*, report: OfficeReport, note: str, actor: Any, now: datetime) -> OfficeReport:
    """Give a report back to the officer who wrote it, with what the head wants changed.

    Raises ValidationError when there is no word of it.
    """
    row = held(report)
    if row.state != ReportState.WITH_HEAD:
        return row
    if not note:
        raise ValidationError(_("Write what the officer is to change."))
    row.state = ReportState.RETURNED if row.first_sent_at else ReportState.DRAFT
    row.note, row.reviewed_by, row.reviewed_at = note, actor, now
    history.save(row, actor=actor, reason=note[:500])
    return row


@transaction.atomic
def send(
    *, report: OfficeReport, actor: Any, now: datetime, approved: bool = False
) -> OfficeReport:
    """Send a report to the coordinator; one that was sent already stays as it is.

    `approved`: the head sends it. Raises ValidationError when the head has still to approve it, when
    something is missing, or when the round takes it no longer.
    """
    row = held(report)
    if row.state in WAY:
        return row
    day = timezone.localdate(now)
    headed = not approved and has_head(row.agency_id, day)
    if not door_of(row).is_open:
        refuse_shut(row)
    if not may_send(row.state, door_of(row), has_head=headed, is_head=approved):
        raise ValidationError(_("The head of the office approves this report before it is sent."))
    _refuse_incomplete(row, now)
    row.state, row.sent_at, row.first_sent_at = ReportState.SENT, now, row.first_sent_at or now
    row.approved_by = actor if approved else None
    row.note = ""
    _move(row, _going(row), ReportState.SENT, actor, now)
    return row


def _going(row: OfficeReport) -> list[Report]:
    """The entries that go with the report: those the office could still change."""
    return [entry for entry in row.entries.all() if entry.state not in WAY and entry.work]


def _refuse_incomplete(row: OfficeReport, now: datetime) -> None:
    """Raise ValidationError when work that has to be reported on has no word in the report."""
    said = {entry.occurrence_id: entry for entry in row.entries.all()}
    missing = [
        occurrence.obligation.task.number or occurrence.obligation.task.text[:60]
        for occurrence in entries_of(row)
        if is_required(occurrence, timezone.localdate(now))
        and _is_silent(row.state, said.get(occurrence.pk))
    ]
    if missing:
        raise ValidationError(
            _("Say how the work stands before the report goes: %(work)s.")
            % {"work": "; ".join(missing)},
            "incomplete",
        )


def _is_silent(state: str, entry: Report | None) -> bool:
    if entry is None:
        return state != ReportState.RETURNED  # work that began since asks for nothing more
    return not entry.work


@transaction.atomic
def accept(*, report: OfficeReport, actor: Any, now: datetime) -> OfficeReport:
    """Accept a report with all its entries; one that is not waiting for it stays as it is.

    Raises ValidationError when it is of the actor's own office and somebody of another office can accept it.
    """
    row = held(report)
    if not may_review(row.state):
        return row
    refuse_own(row, actor, timezone.localdate(now))
    row.state, row.reviewed_by, row.reviewed_at, row.note = ReportState.ACCEPTED, actor, now, ""
    sent = [entry for entry in row.entries.all() if entry.state == ReportState.SENT]
    _move(row, sent, ReportState.ACCEPTED, actor, now)
    keep_figures(row, actor=actor, now=now)
    return row


@transaction.atomic
def return_(
    *, report: OfficeReport, note: str, notes: Mapping[int, str], actor: Any, now: datetime
) -> OfficeReport:
    """Return a report: the entries in `notes` (key → what to correct) are open again, the others accepted.

    Without notes every entry that waits goes back. In a closed round the office is let in to correct it.
    Raises ValidationError when there is no word of what to correct.
    """
    row = held(report)
    if not may_review(row.state):
        return row
    entries = list(row.entries.filter(state=ReportState.SENT))
    said = {entry.pk: notes[entry.pk] for entry in entries if notes.get(entry.pk)}
    if not note and not said:
        raise ValidationError(_("Write what the office is to correct."))
    known = [copy.copy(entry) for entry in entries]
    for entry in entries:
        entry.note, entry.reviewed_by, entry.reviewed_at = said.get(entry.pk, ""), actor, now
        wrong = entry.pk in said or not said
        entry.state = ReportState.RETURNED if wrong else ReportState.ACCEPTED
    row.state, row.reviewed_by, row.reviewed_at = ReportState.RETURNED, actor, now
    row.note, row.returns = note, row.returns + 1
    row.let_in_at = now if row.round.closed_at else row.let_in_at
    _settle(row, entries, known, actor)
    return row


def _move(row: OfficeReport, entries: list[Report], state: str, actor: Any, now: datetime) -> None:
    """Let these entries go one step with their report, and the facts follow."""
    known = [copy.copy(entry) for entry in entries]
    for entry in entries:
        entry.state = state
        if state == ReportState.SENT:
            entry.reported_at, entry.note = now, ""
            entry.stands_in_for_id = row.stands_in_for_id
            entry.typed_at, entry.author_name = row.typed_at, row.author_name
        else:
            entry.reviewed_by, entry.reviewed_at = actor, now
    _settle(row, entries, known, actor)


def _settle(row: OfficeReport, entries: Sequence[Report], known: list[Report], actor: Any) -> None:
    stored = copy.copy(row)
    stored.refresh_from_db()
    held_rows = Occurrence.objects.select_for_update(of=("self",)).select_related(
        "obligation__task__plan__locality", "obligation__agency"
    )
    occurrences = held_rows.in_bulk([entry.occurrence_id for entry in entries])
    for entry in entries:
        entry.occurrence, entry.agency = occurrences[entry.occurrence_id], row.agency
    before, reason = [stored, *known], reason_of(row)
    history.save_all([row, *entries], actor=actor, known=before, reason=reason)
    settle_all(list(occurrences.values()), actor=actor)


def refuse_decided(report: OfficeReport, wanted: Collection[str], actor: Any) -> None:
    """Raise ValidationError where somebody else was before `actor`, who wanted the report in one of these states."""
    if report.state in wanted and report.reviewed_by_id == actor.pk:
        return
    raise ValidationError(
        _("Somebody else was faster: the report is %(state)s. What you wanted was not stored.")
        % {"state": report.get_state_display()},
        "decided",
    )


@transaction.atomic
def give_days(
    *, reports: Iterable[OfficeReport], due: date, reason: str, actor: Any, now: datetime
) -> list[OfficeReport]:
    """Give these offices until `due`; the first day stays to be seen. Returns those that were given days.

    In a closed round they are let in. Raises ValidationError when the day is no later than the one they
    have, has passed, or comes too soon after the cut-off.
    """
    rows = [held(report) for report in reports]
    for row in rows:
        _refuse_due(row, due, now)
        row.due = due
        if row.round.closed_at:
            row.let_in_at = now
        history.save(row, actor=actor, cause=Cause.EXTENSION, reason=reason[:500])
    return rows


def _refuse_due(row: OfficeReport, due: date, now: datetime) -> None:
    earliest = earliest_due(row.round.cut_off, working_days(row.round.plan))
    soonest = max(earliest, timezone.localdate(now))
    if due <= row.due:
        raise ValidationError(
            _("%(office)s has until %(day)s already. Type a later day.")
            % {"office": row.agency.label, "day": f"{row.due:%d/%m/%Y}"}
        )
    if due < soonest:
        raise ValidationError(_("Type a day not before %(day)s.") % {"day": f"{soonest:%d/%m/%Y}"})


@transaction.atomic
def let_in(*, report: OfficeReport, reason: str, actor: Any, now: datetime) -> OfficeReport:
    """Let one office report in a round that was closed; it stays late."""
    row = held(report)
    if row.round.closed_at and not door_of(row).is_open:
        row.let_in_at = now
        history.save(row, actor=actor, cause=Cause.EXTENSION, reason=reason[:500])
    return row


@transaction.atomic
def nudge(*, reports: Iterable[OfficeReport], actor: Any, now: datetime) -> list[OfficeReport]:
    """Note that these offices were asked for their report; those that are in and those invited are passed over."""
    rows = [row for row in map(held, reports) if row.first_sent_at is None and not row.invited]
    known = [copy.copy(row) for row in rows]
    for row in rows:
        row.nudged_at = now
    history.save_all(rows, actor=actor, known=known)
    return rows


@transaction.atomic
def close_round(*, round_: Round, actor: Any, now: datetime) -> Round:
    """Take no more reports in this round, but from offices that are let in; closed once."""
    row = Round.objects.select_for_update().get(pk=round_.pk)
    if row.closed_at is None:
        row.closed_at, row.closed_by = now, actor
        history.save(row, actor=actor)
    return row


def open_entries(report: OfficeReport) -> set[int]:
    """The periods whose entries the office may change now."""
    states = {entry.occurrence_id: entry.state for entry in report.entries.all()}
    rows = entries_of(report)
    return {row.pk for row in rows if entry_open(report.state, states.get(row.pk))}
