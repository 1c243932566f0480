"""What is odd about a document as a whole, for the person who reviews its reading.

The rules stand in `vanban.check`, which says the same, and more, to the person who drafts the document.
"""

from collections.abc import Iterator, Sequence

from vanban.check import captions, headings
from vanban.check.examined import Examined
from vanban.joined import Joined
from vanban.model import Duty, Finding, Reading, Task
from vanban.passages import quotes_of
from vanban.tables.columns import Column
from vanban.tables.rows import Row, TaskTable


def find_oddities(reading: Reading, whole: Joined | None = None) -> tuple[Finding, ...]:
    """Numbers of main sections used twice, annexes that name another year than the head.

    `whole` is `whole_of` its source where that has been made already.
    """
    document = Examined(reading, whole)
    return (*_repeated_numbers(document), *_other_years(document))


def missing_parts(
    tasks: Sequence[Task], duties: Sequence[Duty], tables: Sequence[TaskTable]
) -> tuple[Finding, ...]:
    """Says so if a document holds neither tasks nor duties, or if a row of a table tells no work."""
    rows = [row for table in tables for row in table.rows]
    empty = tuple(_untitled(row) for row in rows if row.cells and Column.TITLE not in row.cells)
    return empty if tasks or duties else (*empty, Finding("no-tasks"))


def _untitled(row: Row) -> Finding:
    words = next(iter(row.cells.values()))
    return Finding("row-without-title", {"no": row.number}, quotes_of(words)[0])


def _repeated_numbers(document: Examined) -> Iterator[Finding]:
    main = {one.quote: one for one in document.reading.provisions if one.level == 1}
    for remark in headings.check(document):
        section = main.get(remark.quotes[0])
        if remark.code == "repeated-number" and section:
            values = {"number": section.number, "text": section.text}
            yield Finding("duplicate-section", values, section.quote)


def _other_years(document: Examined) -> Iterator[Finding]:
    for remark in captions.check(document):
        if remark.code == "annex-year":
            yield Finding("annex-year", remark.values, remark.quotes[0])
