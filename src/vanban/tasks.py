"""Rows of task tables as tasks, with what a person should look at."""

import re
from collections.abc import Sequence
from datetime import date

from vanban.agencies import read_agencies
from vanban.assignments.cells import parties_in
from vanban.assignments.labels import Label
from vanban.columns import Column
from vanban.deadlines import Setting, is_condition, is_deadline, read_deadline, year_in
from vanban.model import Confidence, Deadline, Finding, Mention, Provision, Task
from vanban.passages import Word, quotes_of, text_of
from vanban.prose import has_two_sentences
from vanban.rows import Row, TaskTable
from vanban.text import plain, unglued

# How much each finding takes away from a reader's trust in an item.
WEIGHT = {
    "two-leads": Confidence.CHECK,
    "no-lead": Confidence.DOUBTFUL,
    "no-deadline": Confidence.CHECK,
    "conditional-deadline": Confidence.CHECK,
    "unclear-deadline": Confidence.DOUBTFUL,
    "impossible-date": Confidence.DOUBTFUL,
    "day-within-period": Confidence.DOUBTFUL,
    "two-sentences": Confidence.CHECK,
    "glued-words": Confidence.SURE,
    "row-unclear": Confidence.DOUBTFUL,
    "no-actor": Confidence.DOUBTFUL,
    "deadline-in-text": Confidence.CHECK,
    "no-number": Confidence.CHECK,
}
_ORDER = [Confidence.SURE, Confidence.CHECK, Confidence.DOUBTFUL]
# "Quý I hằng năm", "trước 31/10 hằng năm": a day within the period, which recurrence alone does not say.
_WITHIN = re.compile(r"quý\s+[ivx\d]|tháng\s+\d|ngày\s+\d|\d\s*/\s*\d", re.I)
_DATED = {"date", "month", "quarter", "year", "year-range"}


def read_tasks(
    tables: Sequence[TaskTable], provisions: Sequence[Provision] = (), issued: date | None = None
) -> tuple[Task, ...]:
    """A task for every row of the tables that has a title, in reading order."""
    tasks: list[Task] = []
    for table in tables:
        setting = Setting(_year_of(table), issued)
        heading = _heading_over(table, provisions)
        tasks += [_task(row, setting, heading) for row in table.rows if row.cells.get(Column.TITLE)]
    return tuple(tasks)


def confidence_of(findings: Sequence[Finding]) -> Confidence:
    """The least trust any of the findings leaves."""
    return max(
        (WEIGHT.get(finding.code, Confidence.CHECK) for finding in findings),
        key=_ORDER.index,
        default=_ORDER[0],
    )


def _year_of(table: TaskTable) -> int | None:
    """The year the head of the deadline column names: "Thời gian (Năm 2026)"."""
    return next(
        (year_in(heading.text) for heading in table.headings if heading.column is Column.DEADLINE),
        None,
    )


def _heading_over(table: TaskTable, provisions: Sequence[Provision]) -> str:
    above = [provision for provision in provisions if provision.quote.line <= table.lines[0]]
    top = next((provision for provision in reversed(above) if provision.level == 1), None)
    return plain(f"{top.number} {top.text.removeprefix(top.number)}") if top else ""


def _task(row: Row, setting: Setting, heading: str) -> Task:
    title = row.cells[Column.TITLE]
    leads, coordinating = _offices(row)
    due = row.cells.get(Column.DEADLINE, ())
    deadline = read_deadline(text_of(due), setting)
    findings = (
        *_row_findings(row),
        *lead_findings(leads),
        *deadline_findings(deadline, due),
        *text_findings(title, (*leads, *coordinating)),
    )
    return Task(
        no=row.number,
        title=text_of(title),
        leads=leads,
        coordinating=coordinating,
        deadline=deadline,
        product=text_of(row.cells.get(Column.PRODUCT, ())) or None,
        quotes=quotes_of(title),
        deadline_quotes=quotes_of(due),
        product_quotes=quotes_of(row.cells.get(Column.PRODUCT, ())),
        section=" / ".join(part for part in (heading, row.section) if part),
        confidence=confidence_of(findings),
        findings=findings,
    )


def _offices(row: Row) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Who leads and who helps; who only carries out leads where nobody else does.

    A cell may name both: "Chủ trì: Sở A; phối hợp: Sở B", "Sở A chủ trì, phối hợp với Sở B".
    """
    leading = row.cells.get(Column.LEAD) or row.cells.get(Column.IMPLEMENTING, ())
    parties = parties_in(leading)
    helping = row.cells.get(Column.COORDINATING) or parties.get(Label.COORDINATING, ())
    return read_agencies(parties.get(Label.LEAD, leading)), read_agencies(helping)


def _row_findings(row: Row) -> list[Finding]:
    found = [Finding(mark, {"no": row.number}) for mark in row.marks]
    return found if row.number else [*found, Finding("no-number")]


def lead_findings(leads: Sequence[Mention]) -> list[Finding]:
    """What is to be settled about those who lead."""
    if not leads:
        return [Finding("no-lead")]
    names = "; ".join(lead.name for lead in leads)
    return [Finding("two-leads", {"offices": names}, leads[0].quote)] if len(leads) > 1 else []


def deadline_findings(deadline: Deadline, due: Sequence[Word]) -> list[Finding]:
    """What is to be settled about a deadline."""
    quote = quotes_of(due)[0] if due else None
    values = {"text": deadline.text or ""}
    if deadline.kind == "none":
        return [Finding("no-deadline")]
    if deadline.kind == "conditional":
        known = is_condition(deadline.text or "")
        return [Finding("conditional-deadline" if known else "unclear-deadline", values, quote)]
    if deadline.kind in _DATED and not deadline.start and not deadline.end:
        return [
            Finding(
                "impossible-date" if is_deadline(deadline.text or "") else "unclear-deadline",
                values,
                quote,
            )
        ]
    if deadline.kind == "recurring" and _WITHIN.search(deadline.text or ""):
        return [Finding("day-within-period", values, quote)]
    return []


def text_findings(title: Sequence[Word], mentions: Sequence[Mention]) -> list[Finding]:
    """What is odd about the words of a title or of a name."""
    found: list[Finding] = []
    if has_two_sentences(text_of(title)):
        found.append(Finding("two-sentences", {}, quotes_of(title)[0]))
    for mention in mentions:
        if plain(unglued(mention.text)) != plain(mention.text):
            found.append(
                Finding("glued-words", {"text": mention.text, "name": mention.name}, mention.quote)
            )
    return found


def in_order(*lists: Sequence[Task]) -> tuple[Task, ...]:
    """Tasks of several readings of one document in reading order."""
    tasks = [task for tasks in lists for task in tasks]
    return tuple(sorted(tasks, key=lambda task: task.quotes[0].line if task.quotes else 0))
