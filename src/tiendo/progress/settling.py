"""Letting the facts of periods follow from what was reported on them, many at once."""

import copy
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone

from tiendo.history import services as history
from tiendo.progress.models import Occurrence, Report, WorkState
from tiendo.progress.rounds.schedule import covers


def settle_all(occurrences: Sequence[Occurrence], *, actor: Any) -> None:
    """Let done, nothing arose and last heard follow from the reports that count; the newest decides.

    Whether the work is done is for the office that owes it to say: one that helps is only heard. That
    nothing arose closes a period only when it was said of its end: of half a year it is merely heard.
    `occurrences` are held by the caller's transaction, with their obligations.
    """
    known = [copy.copy(row) for row in occurrences]
    said = _said(occurrences)
    for occurrence in occurrences:
        follow(occurrence, said[occurrence.pk])
    history.save_all(occurrences, actor=actor, known=known)


def _said(occurrences: Iterable[Occurrence]) -> dict[int, list[Report]]:
    """The reports that count, the newest first."""
    rows = Report.objects.said().filter(occurrence__in=[row.pk for row in occurrences])
    found: dict[int, list[Report]] = defaultdict(list)
    for row in rows.select_related("within__round").order_by("-reported_at", "-pk"):
        found[row.occurrence_id].append(row)
    return found


def follow(occurrence: Occurrence, said: list[Report]) -> None:
    """Set the facts of a period in hand from what was said on it, the newest first; nothing is stored."""
    owing = occurrence.obligation.agency_id
    newest = next((row for row in said if row.agency_id == owing), None)
    occurrence.last_reported_on = timezone.localdate(said[0].reported_at) if said else None
    said_on = timezone.localdate(newest.reported_at) if newest else None
    is_done = newest is not None and newest.work == WorkState.DONE
    occurrence.done_on = newest.work_on or said_on if newest and is_done else None
    occurrence.nothing_on = said_on if newest and _nothing(newest, occurrence) else None
    if newest:
        occurrence.closed_reason = ""


def _nothing(report: Report, occurrence: Occurrence) -> bool:
    """Whether a report says of the whole period that nothing arose."""
    if report.work != WorkState.NOTHING_AROSE:
        return False
    return report.within is None or covers(report.within.round.cut_off, occurrence.due)
