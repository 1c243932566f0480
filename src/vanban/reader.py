"""From a file to a reading: strings the parts of the reader together; nothing else does."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from vanban.amending import read_amending
from vanban.assignments.organised import tasks_of_sections
from vanban.assignments.reading import gives_work, read_assignments
from vanban.deadlines.reading import Setting, year_in
from vanban.header.reading import read_header
from vanban.joined import Joined, whole_of
from vanban.model import Finding, Header, Reading, Source
from vanban.offices.lists import Names
from vanban.paragraphs.outline import outline_of
from vanban.paragraphs.reading import read_paragraphs
from vanban.passages import lines_of
from vanban.progress import Progress
from vanban.repair import repaired
from vanban.scan.doubts import with_doubts
from vanban.sources import open_source
from vanban.tables.reading import body_lines, read_tables
from vanban.tables.rows import TaskTable
from vanban.targets import Plan, read_targets
from vanban.text import fold
from vanban.work.duties import read_duties
from vanban.work.oddities import find_oddities, missing_parts
from vanban.work.tasks import Around, in_order, read_tasks


def read(path: Path, progress: Progress | None = None) -> Reading:
    """All that can be read from a file or a folder of page images.

    `progress` hears of the pages that are done, where reading takes long; what it raises ends the reading.
    Raises `vanban.sources.Unreadable` if it is no document.
    """
    return read_source(open_source(path, progress))


def read_source(source: Source) -> Reading:
    """All that can be read from a source already opened; the same source always gives the same reading.

    In a plan with a task table or with labelled tasks in its text the items of "Tổ chức thực hiện" are duties; in
    a plan with neither they are tasks, beside the few that single sentences may give out.
    """
    whole = whole_of(source := repaired(source))
    header = read_header(source, whole)
    issued = _day(header)
    tables = read_tables(source)
    paragraphs = read_paragraphs(source, body_lines(source, tables))
    provisions = outline_of(paragraphs)
    around = _around(source, header, issued)
    tabled = read_tasks(tables, provisions, around)
    stated = read_assignments(paragraphs, header, around, tabled)
    tasks = in_order(tabled, stated.tasks)
    duties = read_duties(stated.rest, tasks, Setting(issued=issued))
    if not (tabled or stated.usual) and gives_work(header, paragraphs):
        organised = tasks_of_sections(stated.rest, Setting(issued=issued))
        tasks, duties = in_order(tasks, organised), ()
    targets = read_targets(Plan(source, header, paragraphs, provisions, tasks, tables))
    amending = read_amending(source, header, paragraphs, tabled)
    reading = Reading(source, header, provisions, targets, tasks, duties, amending=amending)
    return with_doubts(replace(reading, findings=_findings(reading, whole, tables)))


def _findings(reading: Reading, whole: Joined, tables: Sequence[TaskTable]) -> tuple[Finding, ...]:
    """What is odd about the document as a whole: the file first, then the words, then what is missing."""
    missing = missing_parts(reading.tasks, reading.duties, tables)
    return (*reading.source.notes, *find_oddities(reading, whole), *missing)


def _around(source: Source, header: Header, issued: date | None) -> Around:
    names = Names("\n".join(line.text for line in lines_of(source.blocks)))
    return Around(issued, year_in(fold(header.title or "")), names)


def _day(header: Header) -> date | None:
    """The day of issue, None while any part of it is blank or no such day exists."""
    try:
        return date.fromisoformat(header.date) if header.date and len(header.date) == 10 else None
    except ValueError:
        return None
