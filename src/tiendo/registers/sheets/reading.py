"""A sheet that somebody filled in: its heads matched with the fields of a register, its rows as they stand there."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import dropwhile, zip_longest
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tiendo.agencies.spreadsheet import bare
from tiendo.agencies.workbooks import BROKEN, Measure, Overfull, Rows, top_sheet
from tiendo.registers.export import RUNS
from tiendo.registers.register import Register
from vanban.text import nfc

MOST_ROWS = 200_000
LIMITS = Measure(inside=400_000_000, cells=6_000_000, rows=MOST_ROWS, text=80_000_000, failed=True)
SEARCHED = 15  # rows in which the heads are looked for
REASON = "reason"
EXAMPLE = {"vidu", "example"}  # what the first cell of the example row begins with


@dataclass(frozen=True, slots=True)
class Given:
    """One row of a sheet: its line there, and its cells by field."""

    line: int
    cells: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was found in a file: the heads as written, which column is which field, the rows that say something."""

    heads: list[str]
    places: dict[str, int]
    rows: list[Given] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def read(content: bytes, name: str, register: Register) -> Sheet:
    """The rows of a file for a register.

    Raises ValidationError with a sentence: no sheet, too much in it, no head that belongs to the register, or two for
    the same field.
    """
    rows = _table(content, name)
    names = heads_of(register)
    place, found = _heads(rows, names)
    if place is None:
        words = ", ".join(capfirst(label) for label in _labels(register)[:4])
        raise ValidationError(
            _("No row with the heads of this register was found. It should name: %(heads)s …")
            % {"heads": words}
        )
    place, heads, found = _second_line(rows, place, found, names)
    _refuse_twice(heads, names)
    given = [Given(number, _cells(row, found)) for number, row in _below(rows, place)]
    passed = names | _given_back()
    unknown = [head for head in heads if head and bare(head) not in passed]
    return Sheet(heads, found, [each for each in given if each.cells], unknown)


def _table(content: bytes, name: str) -> Rows:
    if name.lower().endswith(".csv"):
        return _csv(content)
    try:
        return top_sheet(content, LIMITS)
    except Overfull:
        words = _("There is more in the sheet than %(rows)d rows. Bring it in parts.")
        raise ValidationError(words % {"rows": MOST_ROWS}) from None
    except BROKEN as error:
        raise ValidationError(
            _(
                "“%(name)s” is no .xlsx sheet that can be read. Save it as .xlsx or .csv and try again."
            )
            % {"name": name}
        ) from error


def _csv(content: bytes) -> Rows:
    text = _decoded(content)
    top = text.split("\n", SEARCHED)[:SEARCHED]  # a title may stand above the heads
    mark = max(",;\t", key=lambda each: max(line.count(each) for line in top))
    try:
        rows = [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)]
    except csv.Error as error:
        raise ValidationError(_("The .csv file cannot be read: a cell does not end.")) from error
    if len(rows) > MOST_ROWS:
        words = _("There is more in the sheet than %(rows)d rows. Bring it in parts.")
        raise ValidationError(words % {"rows": MOST_ROWS})
    return [[_unquoted(cell) for cell in row] for row in rows]


def _unquoted(cell: str) -> str:
    """A cell without the mark that kept it from running in a sheet."""
    return cell[1:] if cell[:1] == "'" and RUNS.match(cell) else cell


def _decoded(content: bytes) -> str:
    marked = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        return content.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeError:
        words = _("The .csv file is not in UTF-8. Save it as “CSV UTF-8” and try again.")
        raise ValidationError(words) from None


def heads_of(register: Register) -> dict[str, str]:
    """What the head of a column may say, as a key without marks, for each field: its label in either language."""
    names = {bare(name): name for name in register.fields}
    for language in ("en", "vi"):
        with translation.override(language):
            for name, label in zip(register.fields, _labels(register), strict=True):
                names[bare(label)] = name
                names[bare(label.partition("(")[0])] = name
            names[bare(reason_head())] = REASON
    return names


def _given_back() -> dict[str, str]:
    """The head of the column with remarks in a sheet that was given back; it is passed over without a word."""
    found = {}
    for language in ("en", "vi"):
        with translation.override(language):
            found[bare(_("To be corrected"))] = ""
    return found


def reason_head() -> str:
    """The head of the column for reasons."""
    return _("Reason (where asked for)")


def _labels(register: Register) -> list[str]:
    return [str(register.model._meta.get_field(name).verbose_name) for name in register.fields]


def _heads(rows: Rows, names: dict[str, str]) -> tuple[int | None, dict[str, int]]:
    """The row with most of the heads, and the place of each field in it."""
    best: tuple[int | None, dict[str, int]] = (None, {})
    for place, row in enumerate(rows[:SEARCHED]):
        found: dict[str, int] = {}
        for column, cell in enumerate(row):
            name = names.get(bare(_text(cell)))
            if name:
                found.setdefault(name, column)
        if len(found) > len(best[1]):
            best = place, found
    return best if len(best[1]) >= min(2, len(names)) else (None, {})


def _second_line(
    rows: Rows, place: int, found: dict[str, int], names: dict[str, str]
) -> tuple[int, list[str], dict[str, int]]:
    """The last line of the heads, their words and places: a head over several columns has its own below it."""
    heads = [_text(cell) for cell in rows[place]]
    below = [_text(cell) for cell in rows[place + 1]] if len(rows) > place + 1 else []
    more = {names[bare(cell)]: at for at, cell in enumerate(below) if bare(cell) in names}
    kept = {name: at for name, at in found.items() if at not in more.values()}
    if not more or any(below[at] for at in kept.values() if at < len(below)):
        return place, heads, found
    told = [under or over for over, under in zip_longest(heads, below, fillvalue="")]
    return place + 1, told, kept | more


def _refuse_twice(heads: list[str], names: dict[str, str]) -> None:
    """Two columns of one field may say different things, and nobody said which counts."""
    told: dict[str, str] = {}
    for head in heads:
        name = names.get(bare(head), "")
        if name and name in told:
            raise ValidationError(
                _("Two columns say the same: “%(first)s” and “%(other)s”. Leave one out.")
                % {"first": told[name], "other": head}
            )
        told[name] = head


def _below(rows: Rows, place: int) -> Iterable[tuple[int, list[Any]]]:
    under = enumerate(rows[place + 1 :], start=place + 2)
    return dropwhile(lambda pair: _is_example(pair[1]), under)


def _is_example(row: list[Any]) -> bool:
    first = next((_text(cell) for cell in row if _text(cell)), "")
    return any(bare(first).startswith(word) for word in EXAMPLE)


def _cells(row: list[Any], places: dict[str, int]) -> dict[str, Any]:
    """The cells that say something, by field."""
    found = {name: row[place] for name, place in places.items() if place < len(row)}
    return {name: cell for name, cell in found.items() if _text(cell)}


def _text(cell: Any) -> str:
    return "" if cell is None else nfc(str(cell)).strip()
