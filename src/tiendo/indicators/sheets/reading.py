"""A table of figures as it was pasted or stands in a file: which column says what, and its rows."""

import csv
import re
from dataclasses import dataclass, field
from decimal import Decimal
from io import StringIO
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from tiendo.agencies.workbooks import BROKEN, Measure, Overfull, top_sheet
from vanban.text import fold, nfc, plain

MOST_ROWS, MOST_LETTERS = 500, 200_000
LARGEST = 3_000_000  # bytes of a file
MEASURE = Measure(inside=30_000_000, cells=100_000, rows=5_000)
SEARCHED = 12  # rows in which the heads are looked for

PERIOD, INDICATOR, VALUE, UNIT = "period", "indicator", "value", "unit"
NUMERATOR, DENOMINATOR = "numerator", "denominator"
NATURE, SOURCE, PLACE, NOTE, REASON = "nature", "source", "place", "note", "reason"
HEADS: dict[str, tuple[str, ...]] = {
    PERIOD: ("ky", "nam", "thoi gian", "period", "year"),
    INDICATOR: (
        "chi so",
        "chi so theo doi",
        "chi tieu",
        "ma chi so",
        "ma",
        "ten chi so",
        "indicator",
        "code",
    ),
    VALUE: ("so lieu", "gia tri", "thuc hien", "ket qua", "uoc thuc hien", "figure", "value"),
    UNIT: ("don vi tinh", "don vi", "dvt", "unit"),
    NUMERATOR: ("tu so", "numerator"),
    DENOMINATOR: ("mau so", "denominator"),
    NATURE: ("loai so", "tinh chat", "loai so lieu", "nature", "how far it is settled"),
    SOURCE: ("nguon", "nguon so lieu", "source"),
    PLACE: ("xa", "xa phuong", "xa, phuong", "dia ban", "commune or ward", "commune"),
    NOTE: ("ghi chu", "note"),
    REASON: ("ly do", "reason"),
}
KNOWN = {words: name for name, some in HEADS.items() for words in some}
# What is written beside the table, not in it: whose form it is.
CODE_OF_FORM, PERIOD_OF_FORM = ("ma chi so", "indicator code"), ("ky", "period")
IN_BRACKETS = re.compile(r"\((?:dvt|đvt|đơn vị tính|unit)?:?\s*([^()]*)\)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """A row as it was written: its line, and its cells by what they say."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """What was found: the heads as written, the column of each field, the rows; `unit` where a head names one.

    `beside` is what stands above the table, by its folded label: which indicator or period the form is of.
    """

    rows: list[list[str]]
    heads: int | None
    places: dict[str, int]
    unit: str = ""
    beside: dict[str, str] = field(default_factory=dict)

    def said(self, labels: tuple[str, ...]) -> str:
        """What stands beside one of these labels above the table; "" for nothing."""
        return next((self.beside[label] for label in labels if label in self.beside), "")

    @property
    def given(self) -> list[Given]:
        """The rows below the heads that say something."""
        start = 0 if self.heads is None else self.heads + 1
        found = []
        for number, row in enumerate(self.rows[start:], start=start + 1):
            cells = {name: row[at] for name, at in self.places.items() if at < len(row)}
            if any(cells.values()):
                found.append(Given(number, cells))
        return found


def rows_of_text(text: str) -> list[list[str]]:
    """The cells of what was pasted from Excel or Word, or typed with two spaces, a bar or a semicolon between."""
    lines = nfc(text).replace("\x00", "").replace("\r\n", "\n").strip("\n")
    if "\t" in lines:
        read = csv.reader(StringIO(lines), delimiter="\t")
        return [[plain(cell) for cell in row] for row in _all_of(read)]
    mark = next((each for each in "|;" if each in lines), None)
    pattern = re.compile(rf"\s*\{mark}\s*" if mark else r"\s{2,}")
    return [[plain(cell) for cell in pattern.split(line.strip())] for line in lines.split("\n")]


def _all_of(read: Any) -> list[list[str]]:
    try:
        return list(read)
    except csv.Error as error:
        raise ValidationError(_("The table cannot be read: a cell does not end.")) from error


def rows_of_file(file: Any) -> list[list[str]]:
    """The cells of the first sheet of an .xlsx file. Raises ValidationError with what to do."""
    name = str(file.name or "")
    if not name.lower().endswith(".xlsx") or not file.size or file.size > LARGEST:
        raise ValidationError(
            _("“%(name)s” is not an .xlsx file of at most 3 MB. Save the table as .xlsx.")
            % {"name": name}
        )
    try:
        rows = top_sheet(file.read(), MEASURE)
    except Overfull:
        raise ValidationError(
            _("There is more in the file than in any table of figures.")
        ) from None
    except BROKEN as error:
        words = _("“%(name)s” cannot be opened. Save it anew as .xlsx and bring it again.")
        raise ValidationError(words % {"name": name}) from error
    return [[as_typed(cell) for cell in row] for row in rows]


def as_typed(cell: Any) -> str:
    """What a cell says, as one would type it: figures with a comma, years without decimals."""
    if isinstance(cell, bool) or cell is None:
        return ""
    if isinstance(cell, int | float | Decimal):
        figure = Decimal(str(cell))
        if not figure.is_finite():
            return ""
        figure = figure.quantize(Decimal(1)) if figure == figure.to_integral_value() else figure
        return f"{figure:f}".replace(".", ",")
    return plain(nfc(str(cell)).replace("\x00", ""))


def as_text(rows: list[list[str]]) -> str:
    """The rows as text that `rows_of_text` reads back."""
    written = StringIO()
    csv.writer(written, delimiter="\t", lineterminator="\n").writerows(rows)
    return written.getvalue()


def table_of(rows: list[list[str]], first: str) -> Table:
    """The table in these rows; `first` is what its first column says where it has no heads.

    Raises ValidationError for too many rows, no rows, or columns that nobody can tell apart.
    """
    if len(rows) > MOST_ROWS or sum(len(cell) for row in rows for cell in row) > MOST_LETTERS:
        words = _("There are more than %(most)s rows. Bring them in parts.")
        raise ValidationError(words % {"most": MOST_ROWS})
    rows = _turned(rows) if first == PERIOD else rows
    place, found = _heads(rows, first)
    beside = {
        fold(row[0]).rstrip(": "): row[1] for row in rows[: place or 0] if len(row) > 1 and row[0]
    }
    if place is None:
        width = max((len([cell for cell in row if cell]) for row in rows), default=0)
        if width != 2:
            words = _(
                "No row of heads was found. Paste the table with its heads, or two columns only: %(first)s and figure."
            )
            named = _("period") if first == PERIOD else _("code or name")
            raise ValidationError(words % {"first": named})
        return Table(rows, None, {first: 0, VALUE: 1})
    return Table(rows, place, found, _unit_in(rows[place], found), beside)


def _heads(rows: list[list[str]], first: str) -> tuple[int | None, dict[str, int]]:
    """The row that names its columns, and the column of each field."""
    for place, row in enumerate(rows[:SEARCHED]):
        found: dict[str, int] = {}
        for at, cell in enumerate(row):
            if name := _named(cell):
                found.setdefault(name, at)
        if first in found and (VALUE in found or NUMERATOR in found):
            return place, found
    return None, {}


def _named(cell: str) -> str:
    words = fold(IN_BRACKETS.sub("", cell)).strip(" :.*")
    return KNOWN.get(words, "")


def _unit_in(heads: list[str], found: dict[str, int]) -> str:
    """The unit that the head of the figures names: "Giá trị (tỷ đồng)"."""
    at = found.get(VALUE)
    said = IN_BRACKETS.search(heads[at]) if at is not None else None
    return said.group(1).strip() if said else ""


def _turned(rows: list[list[str]]) -> list[list[str]]:
    """A table with its years beside each other, turned so that they stand below each other."""
    filled = [row for row in rows if any(row)]
    if len(filled) != 2 or len(filled[0]) < 3:
        return rows
    years = [cell for cell in filled[0] if re.fullmatch(r"(?:năm )?\d{4}", cell, re.IGNORECASE)]
    if len(years) < len(filled[0]) - 1:
        return rows
    below = filled[1] + [""] * (len(filled[0]) - len(filled[1]))
    pairs = zip(filled[0], below, strict=False)
    return [[year, figure] for year, figure in pairs if year in years]
