"""Writing what offices say about their work, and what the standing office settles."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from tiendo.agencies.models import Agency
from tiendo.history import services as history
from tiendo.history.models import Cause
from tiendo.plans.models import Task
from tiendo.progress.models import Evidence, EvidenceKind, Occurrence, Report, WorkState
from tiendo.progress.settling import settle_all
from tiendo.registers.contents import media_type_of
from vanban.text import fold, plain


@dataclass(frozen=True, slots=True)
class ReportWords:
    """What an office says: the state of the work, the day it was done, what was done, what stands in the way."""

    work: str
    work_on: date | None = None
    result: str = ""
    percent: int | None = None
    difficulties: str = ""
    proposals: str = ""
    illustrative: bool = False
    typed_at: datetime | None = None
    stands_in_for: int | None = None  # the person away in whose stead it is said
    key: str = ""  # of the form it was typed in: what is sent twice is one


@transaction.atomic
def report(
    *,
    occurrence: Occurrence,
    agency: Agency,
    words: ReportWords,
    files: Sequence[UploadedFile],
    actor: Any,
    now: datetime,
) -> Report:
    """Store a report with its evidence and let the facts of the occurrence follow from its reports.

    The same form sent twice is one report. Raises ValidationError, and stores nothing, for a disguised file.
    """
    kinds = [media_type_of(file) for file in files]
    _hold(occurrence)
    there = Report.objects.filter(key=words.key).first() if words.key else None
    if there and (there.occurrence_id, there.agency_id) == (occurrence.pk, agency.pk):
        return there
    # a key that belongs to another form says nothing here
    said = _report(occurrence, agency, replace(words, key="") if there else words, actor, now)
    history.save(said, actor=actor)
    for file, kind in zip(files, kinds, strict=True):
        history.save(evidence_of(said, file, kind), actor=actor)
    settle(occurrence, actor=actor)
    return said


def _hold(occurrence: Occurrence) -> None:
    """Take the row as it is now and keep others from writing it until the transaction ends."""
    occurrence.refresh_from_db(from_queryset=Occurrence.objects.select_for_update())


def _report(
    occurrence: Occurrence, agency: Agency, words: ReportWords, author: Any, now: datetime
) -> Report:
    return Report(
        occurrence=occurrence,
        agency=agency,
        author=author,
        work=words.work,
        work_on=words.work_on if words.work == WorkState.DONE else None,
        result=words.result,
        percent=words.percent,
        difficulties=words.difficulties,
        proposals=words.proposals,
        illustrative=words.illustrative,
        stands_in_for_id=words.stands_in_for,
        fold=to_be_found(words),
        reported_at=now,
        key=words.key or None,
        typed_at=words.typed_at,
    )


def to_be_found(said: Any) -> str:
    """The words of a report (its row, or what is typed) as they are searched: without accents."""
    return fold(" ".join((said.result, said.difficulties, said.proposals)))


def evidence_of(said: Report, file: UploadedFile, media_type: str) -> Evidence:
    """The row of a file that proves what `said` says; not stored yet."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    is_picture = media_type.startswith("image/")
    return Evidence(
        report=said,
        kind=EvidenceKind.PHOTO if is_picture else EvidenceKind.OTHER,
        name=(file.name or "")[-255:],
        fold=fold((file.name or "")[-255:])[:400],
        file=file,
        sha256=digest.hexdigest(),
        size=file.size or 0,
        media_type=media_type,
    )


def new_files(report: Report, files: Sequence[UploadedFile]) -> list[Evidence]:
    """The rows of those files that are not with the report yet; not stored."""
    known = set(report.evidence.values_list("sha256", flat=True)) if files else set()
    rows = []
    for file in files:
        row = evidence_of(report, file, media_type_of(file))
        if row.sha256 not in known:
            known.add(row.sha256)
            rows.append(row)
    return rows


def settle(occurrence: Occurrence, *, actor: Any) -> None:
    """Let the facts of one period follow from its reports; see `settle_all`."""
    settle_all([occurrence], actor=actor)


@transaction.atomic
def close_past(*, occurrences: Iterable[Occurrence], reason: str, actor: Any) -> int:
    """Close periods that are not followed in the system; return how many were open.

    One that was reported on or closed in the meantime stays as it is.
    """
    closed = 0
    for occurrence in occurrences:
        _hold(occurrence)
        if Occurrence.objects.open().filter(pk=occurrence.pk).exists():
            occurrence.closed_reason = reason
            history.save(occurrence, actor=actor, cause=Cause.PAST, reason=reason)
            closed += 1
    return closed


@transaction.atomic
def meet_condition(
    *, occurrence: Occurrence, met_on: date, due: date | None, actor: Any, decision: str = ""
) -> None:
    """Say since when the awaited decision is there, and the day that follows from it, if any.

    Where somebody said so a moment earlier, that stands.
    """
    _hold(occurrence)
    if occurrence.condition_met_on:
        return
    occurrence.condition_met_on, occurrence.due = met_on, due
    occurrence.watched_from = max(occurrence.watched_from, met_on)
    why = {"reason": occurrence.condition, "decision": decision}
    history.save(occurrence, actor=actor, cause=Cause.CONDITION, **why)


@transaction.atomic
def name_decider(*, occurrence: Occurrence, decider: str, actor: Any) -> None:
    """Keep who has to decide before the work of a period can begin; "" where nobody knows."""
    _hold(occurrence)
    occurrence.decider = plain(decider)
    history.save(occurrence, actor=actor)


def set_key(*, task: Task, key: bool, actor: Any, words: str = "") -> None:
    """Mark a task as a key task, with the words that say so where there are any, or no longer."""
    task.key, task.key_words = key, words[:300]
    history.save(task, actor=actor)
