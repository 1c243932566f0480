"""From the parts of a document that are read already to what it changes in another one."""

import re
from collections.abc import Sequence

from vanban.amending.clauses import clauses_in
from vanban.amending.heads import Amended, Subject, amended_by, effect_of, subject_of
from vanban.amending.phrase import flat
from vanban.amending.tables import anew, changes_in
from vanban.model import Amending, Clause, Header, Quote, Source, Task
from vanban.paragraphs.reading import Paragraph

_ANNEX = re.compile(r"(?:kem theo|dinh kem|phu luc)")
_ONLY_ADDS = re.compile(r"(?:ve )?(?:viec )?bo sung\b")


def read_amending(
    source: Source, header: Header, paragraphs: Sequence[Paragraph], tabled: Sequence[Task]
) -> Amending | None:
    """What the document changes in another one; None for one whose title does not say that it does.

    `tabled` are the tasks that stand in its tables.
    """
    subject = subject_of(header, paragraphs)
    if not subject.changes:
        return None
    last = subject.quote.last_line if subject.quote else 0
    body = [one for one in paragraphs if one.line > last]
    amended = amended_by(subject, body)
    clauses = _clauses(source, subject, body, tabled)
    if not amended.number and not clauses:
        return None
    effective, said = effect_of(header, body)
    return Amending(
        amended.kind,
        amended.number,
        amended.date,
        effective,
        tuple(clauses),
        _quotes(amended, said),
    )


def _clauses(
    source: Source, subject: Subject, body: Sequence[Paragraph], tabled: Sequence[Task]
) -> list[Clause]:
    tables = list(changes_in(source))
    spans = [span for span, _ in tables]
    outside = [one for one in body if not _within(one.line, spans)]
    clauses = clauses_in(outside)
    clauses += [clause for _, found in tables for clause in found]
    rows = [task for task in tabled if not _within(_line(task), spans)]
    clauses += anew(rows, bool(_ONLY_ADDS.match(flat(subject.text))))
    return sorted(clauses, key=lambda clause: clause.quotes[0].line if clause.quotes else 0)


def _line(task: Task) -> int:
    return task.quotes[0].line if task.quotes else 0


def _within(line: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= line <= last for first, last in spans)


def _quotes(amended: Amended, effective: Quote | None) -> dict[str, Quote]:
    found = {"amended": amended.quote, "effective": effective}
    return {name: quote for name, quote in found.items() if quote}
