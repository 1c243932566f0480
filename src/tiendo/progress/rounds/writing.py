"""Storing what an office typed in its report, without losing what somebody else typed meanwhile."""

import copy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.history import services as history
from tiendo.indicators.judging.values import Nature
from tiendo.progress.models import GivenFigure, OfficeReport, Report, ReportState, Source
from tiendo.progress.rounds.owed import entries_of
from tiendo.progress.rounds.status import Door, entry_open, may_write
from tiendo.progress.services import new_files, to_be_found


class Passed(Exception):
    """Somebody else saved this report since the form was shown; `report` is as it stands now."""

    def __init__(self, report: OfficeReport) -> None:
        super().__init__(str(report))
        self.report = report


@dataclass(frozen=True, slots=True)
class Words:
    """What an office says in general; `nothing`: that nothing arose at all."""

    overview: str = ""
    difficulties: str = ""
    proposals: str = ""
    nothing: bool = False
    figures: Sequence["FigureWords"] = ()


@dataclass(frozen=True, slots=True)
class FigureWords:
    """What it says of one indicator: a figure, or why there is none; all empty while that is left open."""

    indicator: int
    value: Decimal | None = None
    none: str = ""
    nature: str = Nature.ESTIMATE
    why: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return self.value is None and not self.none and not self.why


@dataclass(frozen=True, slots=True)
class EntryWords:
    """What it says of one period of its work; `work` is "" while that is undecided."""

    occurrence: int
    work: str = ""
    work_on: date | None = None
    result: str = ""
    percent: int | None = None
    difficulties: str = ""
    proposals: str = ""
    files: Sequence[UploadedFile] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        said = (self.work, self.work_on, self.result, self.difficulties, self.proposals)
        return not any(said) and self.percent is None and not self.files


@dataclass(frozen=True, slots=True)
class Coming:
    """How a report came: by the form shown with `key` for `version`, typed by whom, in whose stead, when."""

    version: int
    key: str = ""
    source: str = Source.PAGE
    typed_at: datetime | None = None
    stands_in_for: int | None = None
    author_name: str = ""


def held(report: OfficeReport) -> OfficeReport:
    """The report as it is stored, kept from others until the transaction ends."""
    related = ("round__plan__locality", "agency")
    rows = OfficeReport.objects.select_for_update(of=("self",)).select_related(*related)
    return rows.get(pk=report.pk)


def door_of(report: OfficeReport) -> Door:
    """Whether the round still takes this report."""
    closed = report.round.closed_at
    let_in = bool(closed and report.let_in_at and report.let_in_at >= closed)
    return Door(closed=closed is not None, let_in=let_in)


@transaction.atomic
def save_office_report(
    *,
    report: OfficeReport,
    words: Words | None,
    entries: Iterable[EntryWords],
    coming: Coming,
    actor: Any,
    now: datetime,
) -> OfficeReport:
    """Store what was typed as a draft; only the entries that are given are touched. Return it as stored.

    The same form sent twice is one. Raises Passed when another form was saved since this one was shown,
    ValidationError when the report is not open for writing or a file is not what its name says.
    """
    row, entries = _taken_up(report, coming), list(entries)
    known: list[Any] = [copy.copy(row)]
    written: list[Any] = _entries(row, entries, known, actor, now)
    written += _figures(row, words.figures if words else (), known)
    for name in GENERAL if words else ():
        setattr(row, name, getattr(words, name))
    if any(typed.files for typed in entries) or _differ([row, *written], known):
        _stamp(row, coming, actor, now)
        history.save_all([row, *written], actor=actor, known=known)
        _attach(row, entries, actor)
    return row


def _taken_up(report: OfficeReport, coming: Coming) -> OfficeReport:
    """The report held for writing; raises Passed or ValidationError when this form may not be stored in it."""
    row = held(report)
    refuse_shut(row)
    if coming.version < row.version and (not coming.key or coming.key != row.key):
        raise Passed(row)
    return row


GENERAL = ("overview", "difficulties", "proposals", "nothing")
WORDS = ("work", "work_on", "result", "percent", "difficulties", "proposals")
FIGURE = ("value", "none", "nature", "why")
SAID: Mapping[type[Any], tuple[str, ...]] = {
    OfficeReport: GENERAL,
    Report: WORDS,
    GivenFigure: FIGURE,
}


def _differ(rows: Sequence[Any], known: Sequence[Any]) -> bool:
    """Whether what was typed differs from what is stored."""
    before = {(type(row), row.pk): row for row in known}
    return any(
        row.pk is None or getattr(row, name) != getattr(before[type(row), row.pk], name)
        for row in rows
        for name in SAID[type(row)]
    )


def _stamp(row: OfficeReport, coming: Coming, actor: Any, now: datetime) -> None:
    """Note who wrote last, and how it came."""
    row.version += 1
    row.key, row.source, row.saved_at = coming.key, coming.source, now
    row.written_by, row.author_name = actor, coming.author_name
    row.stands_in_for_id, row.typed_at = coming.stands_in_for, coming.typed_at


def refuse_shut(row: OfficeReport) -> None:
    """Raise ValidationError, with what to do, when nothing can be written in this report now."""
    if may_write(row.state, door_of(row)):
        return
    if not door_of(row).is_open:
        raise ValidationError(
            _(
                "The round was closed on %(day)s: nothing more is taken. Ask the coordinator to let "
                "your office in; what you typed stands below, copy it before you leave."
            )
            % {"day": f"{timezone.localtime(row.round.closed_at):%d/%m/%Y}"},
            "closed",
        )
    sentences: Mapping[str, str] = {
        ReportState.WITH_HEAD: _(
            "The report is with the head of the office and cannot be changed."
        ),
        ReportState.SENT: _("The report was sent and cannot be changed."),
        ReportState.ACCEPTED: _("The report was accepted and cannot be changed."),
    }
    raise ValidationError(sentences[row.state], "shut")


def _entries(
    row: OfficeReport, entries: Iterable[EntryWords], known: list[Any], actor: Any, now: datetime
) -> list[Report]:
    """The rows of what was typed, the stored ones changed; copies of those as they were go into `known`."""
    stored = {entry.occurrence_id: entry for entry in row.entries.all()}
    owed = {occurrence.pk: occurrence for occurrence in entries_of(row)}
    found = []
    for typed in entries:
        entry, occurrence = stored.get(typed.occurrence), owed.get(typed.occurrence)
        shut = not entry_open(row.state, entry.state if entry else None)
        if occurrence is None or shut or (entry is None and typed.is_empty):
            continue
        if entry is None:
            entry = Report(occurrence=occurrence, agency=row.agency, within=row, reported_at=now)
        else:
            entry.occurrence, entry.within, entry.agency = occurrence, row, row.agency
            known.append(copy.copy(entry))
        _type_into(entry, typed, actor, now)
        found.append(entry)
    return found


def _figures(
    row: OfficeReport, figures: Iterable[FigureWords], known: list[Any]
) -> list[GivenFigure]:
    """The rows of the figures that were typed; copies of those as they were go into `known`."""
    wanted = list(figures) if entry_open(row.state, None) else []
    stored = {each.indicator_id: each for each in row.figures.all()} if wanted else {}
    found = []
    for typed in wanted:
        figure = stored.get(typed.indicator)
        if figure is None and typed.is_empty:
            continue
        if figure is None:
            figure = GivenFigure(within=row, indicator_id=typed.indicator)
        else:
            known.append(copy.copy(figure))
        for name in FIGURE:
            setattr(figure, name, getattr(typed, name))
        found.append(figure)
    return found


def _type_into(entry: Report, typed: EntryWords, actor: Any, now: datetime) -> None:
    if entry.pk and all(getattr(entry, name) == getattr(typed, name) for name in WORDS):
        return
    for name in WORDS:
        setattr(entry, name, getattr(typed, name))
    entry.fold = to_be_found(typed)
    entry.state, entry.author, entry.reported_at = ReportState.DRAFT, actor, now


def _attach(row: OfficeReport, entries: Sequence[EntryWords], actor: Any) -> None:
    """Store the evidence that came with what was typed."""
    with_files = {typed.occurrence: typed.files for typed in entries if typed.files}
    if not with_files:
        return
    written = row.entries.filter(occurrence__in=with_files).select_related(
        "occurrence__obligation__task__plan__locality", "agency"
    )
    evidence = [
        evidence
        for entry in written
        if entry_open(row.state, entry.state)
        for evidence in new_files(entry, with_files[entry.occurrence_id])
    ]
    history.add_all(evidence, actor=actor)
