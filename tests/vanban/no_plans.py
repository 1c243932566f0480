"""Sixty pages that are no plan: letters, minutes, price lists, lists of people, calendars, news, random words.

Nothing in them is work that a reader may take for a task, and no figure is an aim. Every page exists as
lines of text and, where it holds a table, with a real one as a Word file would have it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from tests.vanban import no_plan_papers, no_plan_tables
from vanban.model import Block, Cell, Line, Source, Table

ROUNDS = 3  # each page is written that often, with other names, days and figures


@dataclass(frozen=True)
class Page:
    """A page that is no plan: what it is, its lines, and the rows of the table in it (perhaps none)."""

    name: str
    lines: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()

    def as_text(self) -> Source:
        """The page as printed lines, its table flattened cell by cell."""
        flat = [line for row in self.rows for cell in row for line in (cell, "")]
        return _printed([*self.lines, *flat])

    def as_word(self) -> Source:
        """The page as paragraphs with a real table below them."""
        lines = _numbered(self.lines)
        return Source((*lines, *_table(self.rows, len(lines))), "docx")


def pages() -> Iterator[Page]:
    """The sixty pages, always the same."""
    papers = (*no_plan_papers.PAPERS, *no_plan_tables.PAPERS)
    for number in range(ROUNDS):
        for place, write in enumerate(papers):
            lines, rows = write(Random(1000 * number + place))  # noqa: S311 - the same at every run
            yield Page(f"{write.__name__}-{number}", tuple(lines), tuple(map(tuple, rows)))


def _printed(texts: Sequence[str]) -> Source:
    return Source(tuple(_numbered(texts)), "text", printed=True)


def _numbered(texts: Sequence[str]) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, start=1)]


def _table(rows: Sequence[Sequence[str]], after: int) -> list[Block]:
    if not rows:
        return []
    cells = []
    for row in rows:
        cells.append([])
        for column, text in enumerate(row):
            after += 1
            cells[-1].append(Cell((Line(after, text),), column))
    return [Table(tuple(map(tuple, cells)))]
