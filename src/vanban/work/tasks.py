"""Rows of task tables as tasks, with what a person should look at."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vanban.assignments.cells import parties_in
from vanban.assignments.labels import Label
from vanban.deadlines.reading import Setting, is_condition, is_deadline, read_deadline, year_in
from vanban.model import Confidence, Deadline, Finding, Mention, Provision, Task
from vanban.offices.agencies import Assigned, read_assigned
from vanban.offices.lists import NO_NAMES, Names
from vanban.passages import Word, quotes_of, text_of
from vanban.tables.columns import ROLES, Column
from vanban.tables.rows import Row, TaskTable
from vanban.text import plain, unglued
from vanban.work.prose import has_two_sentences

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
    "no-year": Confidence.DOUBTFUL,
    "year-of-plan": Confidence.CHECK,
    "several-days": Confidence.CHECK,
    "lead-by-reference": Confidence.DOUBTFUL,
    "name-cut-off": Confidence.DOUBTFUL,
}
_ORDER = [Confidence.SURE, Confidence.CHECK, Confidence.DOUBTFUL]
# "Quý I hằng năm", "trước 31/10 hằng năm": a day within the period, which recurrence alone does not say.
_WITHIN = re.compile(r"quý\s+[ivx\d]|tháng\s+\d|ngày\s+\d|\d\s*/\s*\d", re.I)
_DAYS = re.compile(r"\d{1,2}\s*/\s*\d{1,2}|ngày\s+\d{1,2}(?!\d|\s*/)", re.I)
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)|/\d\d(?!\d)")
_OTHERS = tuple(role.value for role in ROLES)
_PARTS = ("lead", "coordinating", *_OTHERS)
_DATED = {"date", "month", "quarter", "year", "year-range"}


@dataclass(frozen=True, slots=True)
class Around:
    """What a document tells about all its tasks: when it was issued, its one year, the office names it prints."""

    issued: date | None = None
    year: int | None = None
    names: Names = NO_NAMES


def read_tasks(
    tables: Sequence[TaskTable], provisions: Sequence[Provision] = (), around: Around = Around()
) -> tuple[Task, ...]:
    """A task for every row of the tables that has a title, in reading order."""
    tasks: list[Task] = []
    for table in tables:
        own = _year_of(table)
        setting = Setting(own or around.year, around.issued)
        heading = _heading_over(table, provisions)
        reader = _Reader(setting, heading, around.names, own is not None)
        tasks += [reader.task(row) for row in table.rows if row.cells.get(Column.TITLE)]
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


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the rows of one table; `year_printed` tells that the head of the table names the year."""

    setting: Setting
    heading: str
    names: Names
    year_printed: bool

    def task(self, row: Row) -> Task:
        title = row.cells[Column.TITLE]
        given = self._offices(row)
        due, deadline = self._deadline(row)
        findings = self._findings(row, given, due, deadline)
        lead, coordinating = given["lead"], given["coordinating"]
        return Task(
            no=row.number,
            title=text_of(title),
            leads=lead.mentions,
            coordinating=coordinating.mentions,
            deadline=deadline,
            product=_text(row, Column.PRODUCT),
            quotes=quotes_of(title),
            deadline_quotes=quotes_of(due),
            product_quotes=quotes_of(row.cells.get(Column.PRODUCT, ())),
            section=" / ".join(part for part in (self.heading, row.section) if part),
            roles={role: given[role].mentions for role in _OTHERS if given[role].mentions},
            funding=_text(row, Column.FUNDING),
            remark=_text(row, Column.REMARK),
            description=_text(row, Column.DESCRIPTION),
            references=(*lead.references, *coordinating.references),
            confidence=confidence_of(findings),
            findings=findings,
        )

    def _findings(
        self, row: Row, given: Mapping[str, Assigned], due: Sequence[Word], deadline: Deadline
    ) -> tuple[Finding, ...]:
        lead, coordinating = given["lead"], given["coordinating"]
        title = row.cells[Column.TITLE]
        return (
            *_row_findings(row),
            *_assigned_findings(lead, coordinating),
            *deadline_findings(deadline, due),
            *year_findings(deadline, due, None if self.year_printed else self.setting.year),
            *text_findings(title, (*lead.mentions, *coordinating.mentions)),
        )

    def _offices(self, row: Row) -> dict[str, Assigned]:
        """Who has which part in the work, by role; "lead" and "coordinating" are always among them."""
        words: dict[str, tuple[Word, ...]] = {
            role: row.cells.get(Column(role), ()) for role in _PARTS
        }
        if not words["lead"]:
            words["lead"], words["implementing"] = words["implementing"], ()
        for role, part in _parties(words["lead"]).items():
            words[role] = part if role == "lead" else words.get(role) or part
        return {role: read_assigned(said, self.names) for role, said in words.items()}

    def _deadline(self, row: Row) -> tuple[tuple[Word, ...], Deadline]:
        """The words of a deadline and what they say; of a first and a last day in two columns one span."""
        due = row.cells.get(Column.DEADLINE, ())
        first, last = row.cells.get(Column.START, ()), row.cells.get(Column.END, ())
        if first and last:
            return (*first, *last), read_deadline(
                f"{text_of(first)} - {text_of(last)}", self.setting
            )
        due = due or last
        if first and not due:
            return first, read_deadline(f"từ {text_of(first)}", self.setting)
        return due, read_deadline(text_of(due), self.setting)


def _text(row: Row, column: Column) -> str | None:
    return text_of(row.cells.get(column, ())) or None


def _parties(words: Sequence[Word]) -> Mapping[str, tuple[Word, ...]]:
    """The parts a cell itself names: "Chủ trì: Sở A; phối hợp: Sở B", "Sở A chủ trì, phối hợp với Sở B"."""
    found: dict[str, tuple[Word, ...]] = {}
    for label, part in parties_in(words).items():
        if label.value in _PARTS:
            found[label.value] = part
    if set(found) == {Label.LEAD.value} and not any(":" in word.text for word in words[:6]):
        return {}  # clauses of several offices: each name is freed of its own
    return found


def _assigned_findings(lead: Assigned, coordinating: Assigned) -> list[Finding]:
    found = lead_findings(lead.mentions)
    if not lead.mentions and lead.references:
        named = lead.references[0]
        found = [Finding("lead-by-reference", {"text": named.text}, named.quote)]
    for part in (lead, coordinating):
        if part.cut and part.mentions:
            found.append(
                Finding("name-cut-off", {"name": part.mentions[-1].name}, part.mentions[-1].quote)
            )
    return found


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
        if is_deadline(deadline.text or "") and not _YEAR.search(deadline.text or ""):
            return [Finding("no-year", values, quote)]
        known = is_deadline(deadline.text or "")
        return [Finding("impossible-date" if known else "unclear-deadline", values, quote)]
    if deadline.kind == "recurring" and _WITHIN.search(deadline.text or ""):
        if deadline.within is None:
            return [Finding("day-within-period", values, quote)]
        several = len(_DAYS.findall(deadline.text or "")) > 1
        return [Finding("several-days", values, quote)] if several else []
    return [Finding("several-days", values, quote)] if deadline.milestones else []


def year_findings(deadline: Deadline, due: Sequence[Word], year: int | None) -> list[Finding]:
    """Says so where the year of a deadline is that of the plan's title (`year`) and not printed with it."""
    last = deadline.end or deadline.start
    if year is None or not last or deadline.kind not in _DATED or not due:
        return []
    if _YEAR.search(deadline.text or "") or year != int(last[:4]):
        return []
    return [
        Finding("year-of-plan", {"text": deadline.text or "", "year": str(year)}, quotes_of(due)[0])
    ]


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
