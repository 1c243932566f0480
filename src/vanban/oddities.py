"""What is odd about a document as a whole: a number used twice, an annex that names another year than the head."""

import re
from collections.abc import Iterator, Sequence

from vanban.columns import Column
from vanban.model import Duty, Finding, Header, Provision, Task
from vanban.paragraphs import Paragraph
from vanban.passages import quotes_of
from vanban.rows import Row, TaskTable
from vanban.text import fold

_GUIDE = re.compile(r"\(?(?:ban hanh )?kem theo\b")
_YEAR = re.compile(r"nam (20\d\d)\b")


def find_oddities(
    provisions: Sequence[Provision], paragraphs: Sequence[Paragraph], header: Header
) -> tuple[Finding, ...]:
    """Findings about numbering and dates of the document, in reading order."""
    return (*_repeated_numbers(provisions), *_other_years(paragraphs, header))


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


def _repeated_numbers(provisions: Sequence[Provision]) -> Iterator[Finding]:
    seen: dict[str, Provision] = {}
    for provision in provisions:
        if provision.level == 1 and not provision.number.startswith(("P", "-", "+")):
            if provision.number in seen:
                yield Finding(
                    "duplicate-section",
                    {"number": provision.number, "text": provision.text},
                    provision.quote,
                )
            seen[provision.number] = provision
        elif provision.level == 1:
            seen.clear()  # an annex counts anew


def _other_years(paragraphs: Sequence[Paragraph], header: Header) -> Iterator[Finding]:
    own = (header.date or "")[:4]
    for paragraph in paragraphs:
        folded = fold(paragraph.text)
        years = _YEAR.findall(folded.split(" cua ")[0]) if own and _GUIDE.match(folded) else []
        if years and own not in years:
            yield Finding(
                "annex-year", {"annex": years[-1], "head": own}, quotes_of(paragraph.words)[0]
            )
