"""Readings of our own words, to be checked: from lines, and of everything we wrote for the tests."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from tests.vanban.made.content import Grid
from tests.vanban.made.plans import PLANS
from tiendo.example import content
from vanban.check.checking import check_reading
from vanban.check.remarks import Remark
from vanban.model import Cell, Line, Reading, Source, Table
from vanban.reader import read_source

SAMPLE = Path(__file__).parents[1] / "files" / "ke-hoach-mau.txt"


def reading_of(*lines: str, form: str = "docx") -> Reading:
    """What is read from these paragraphs."""
    blocks = tuple(Line(number, text) for number, text in enumerate(lines, start=1))
    return read_source(Source(blocks, form))


def reading_with_table(before: Iterable[str], rows: Iterable[Iterable[str]]) -> Reading:
    """What is read from paragraphs and a table below them."""
    blocks: list[Line | Table] = [Line(n, text) for n, text in enumerate(before, start=1)]
    number = len(blocks)
    table = []
    for row in rows:
        cells = []
        for column, text in enumerate(row):
            number += 1
            cells.append(Cell((Line(number, text),), column))
        table.append(tuple(cells))
    return read_source(Source((*blocks, Table(tuple(table))), "docx"))


def remarks_on(*lines: str, form: str = "docx") -> list[Remark]:
    """Every remark on these paragraphs."""
    return list(check_reading(reading_of(*lines, form=form)))


def codes_on(*lines: str, form: str = "docx") -> list[str]:
    """The codes of these remarks."""
    return [remark.code for remark in remarks_on(*lines, form=form)]


def own_texts() -> list[str]:
    """The paragraphs of our made plans, of the sample plan and of the worked example."""
    return [*_made(), *" ".join(SAMPLE.read_text("utf-8").split()).split(". "), *_example()]


def _made() -> Iterator[str]:
    for plan in PLANS:
        yield plan.title
        for part in (*plan.body, *plan.annex):
            if isinstance(part, Grid):
                yield from (
                    str(getattr(cell, "text", cell)) for row in part.rows for cell in row if cell
                )
            else:
                yield part.words


def _example() -> Iterator[str]:
    for name, value in sorted(vars(content).items()):
        if name.isupper():
            yield from _words(value)


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _words(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _words(getattr(value, field.name))


OWN_PLAN = tuple(own_texts())
