"""The quarterly sheet of a one-stop shop, made into a sheet of the register: its heads are its own.

It names neither office nor quarter, has a row of sums, counts early results apart, and splits what was received into
online and on paper (forms of Circular 01/2020/TT-VPCP, from memory, not verified). The sheet as it came is kept
beside.
"""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from tiendo.agencies.spreadsheet import bare
from tiendo.agencies.workbooks import BROKEN, Measure, Overfull, Rows, top_sheet
from tiendo.procedures.registers import PROCEDURES
from tiendo.registers.columns import column_of
from tiendo.registers.export import sheet_name, write_cell

LIMITS = Measure(inside=40_000_000, cells=400_000)
SEARCHED = 15  # rows in which the heads are looked for
# what a head may say, as a key without marks and spaces → what it counts; of two alike the first is meant
HEADS: dict[str, tuple[str, ...]] = {
    "field": ("linhvuc", "linhvucgiaiquyet", "linhvucthutuc", "tenlinhvuc"),
    "carried_over": ("tukytruoc", "kytruocchuyensang", "kytruocchuyenqua", "tonkytruoc"),
    "received": ("trongky", "tiepnhantrongky", "tiepnhanmoi", "moitiepnhan"),
    "online": ("tructuyen",),
    "paper": ("tructiep", "tructiepdichvubuuchinh", "tructiepbuuchinh", "tructiepbcci"),
    "early": ("truochan", "somhan"),
    "on_time": ("dunghan",),
    "late": ("quahan", "trehan"),
}
NEEDED = frozenset({"field", "on_time", "late"})
WHOLE = re.compile(r"[0-9]{1,9}(\.0)?|[0-9]{1,3}(\.[0-9]{3})+")
SUMS = frozenset(
    {"tong", "cong", "tongcong", "tongso", "congchung"}
)  # what a row of sums is called
COLUMNS = (
    *("agency", "field", "year", "quarter", "carried_over", "received"),
    *("settled", "on_time", "late"),
)


@dataclass(frozen=True, slots=True)
class Of:
    """Whose sheet it is, of which quarter; in the words that the register reads."""

    agency: str
    year: int
    quarter: str


def of_register(content: bytes, of: Of) -> bytes:
    """The sheet as the register's own form would say it, with the sheet as it came behind it.

    Raises ValidationError with a sentence: no .xlsx sheet, no heads of a one-stop shop, no row.
    """
    rows = _read(content)
    place, heads = _heads(rows)
    told = [_row(cells, of) for cells in _below(rows[place:], heads)]
    if not told:
        raise ValidationError(_("There is no row with figures under the heads."))
    return _written(told, rows)


def _read(content: bytes) -> Rows:
    try:
        return top_sheet(content, LIMITS)
    except Overfull:
        raise ValidationError(_("There is more in the sheet than a one-stop shop has.")) from None
    except BROKEN as error:
        words = _("This is no .xlsx sheet that can be read. Save it as .xlsx and try again.")
        raise ValidationError(words) from error


def _heads(rows: Rows) -> tuple[int, dict[str, int]]:
    """The row under the heads, and the column of each; heads may stand in two or three lines."""
    found: dict[str, int] = {}
    last = 0
    for place, row in enumerate(rows[:SEARCHED], start=1):
        for column, cell in enumerate(row):
            name = _meant(cell)
            if name and name not in found:
                found[name], last = column, place
    missing = NEEDED - found.keys()
    if missing or not found.keys() & {"received", "online", "paper"}:
        words = _("The heads of a one-stop shop's sheet were not found: %(heads)s.")
        raise ValidationError(words % {"heads": "Lĩnh vực, Trong kỳ, Đúng hạn, Quá hạn"})
    return last, found


def _meant(cell: Any) -> str:
    """What a head counts; "" for another."""
    said = bare(str(cell))
    return next((name for name, heads in HEADS.items() if said in heads), "")


def _below(rows: Sequence[Sequence[Any]], heads: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """The rows with a field and a figure; rows of sums and of numbered columns say nothing of their own."""
    for row in rows:
        cells = {name: row[at] for name, at in heads.items() if at < len(row)}
        field = bare(str(cells.get("field", "")))
        figures = [cell for name, cell in cells.items() if name != "field"]
        if field and not field.isdecimal() and field not in SUMS and any(map(str, figures)):
            yield cells


def _row(cells: Mapping[str, Any], of: Of) -> list[Any]:
    one = str(cells.get("received", "")).strip()
    parts = ("received",) if one else ("online", "paper")
    received = _sum(cells.get(name, "") for name in parts)
    on_time = _sum(cells.get(name, "") for name in ("early", "on_time"))
    late, carried = _sum([cells.get("late", "")]), _sum([cells.get("carried_over", "")])
    settled = on_time + late if isinstance(on_time, int) and isinstance(late, int) else ""
    of_quarter = (of.agency, cells["field"], of.year, of.quarter)
    return [*of_quarter, carried, received, settled, on_time, late]


def _sum(cells: Iterable[Any]) -> Any:
    """The sum of whole figures, a blank cell being 0; what is no figure stays as it is, for the import to refuse.

    Dossiers are whole: "2.000" is two thousand of them, as text and as the number that a spreadsheet made of it.
    """
    total = 0
    for cell in cells:
        text = str(cell).strip()
        if text and not WHOLE.fullmatch(text):
            return cell
        total += int(text.removesuffix(".0").replace(".", "") or 0)
    return total


def _written(told: Iterable[Sequence[Any]], rows: Rows) -> bytes:
    content = io.BytesIO()
    with Workbook(content, {"strings_to_formulas": False, "in_memory": True}) as book:
        sheet = book.add_worksheet(sheet_name(PROCEDURES.title))
        heads = [column_of(PROCEDURES.model, name).head for name in COLUMNS]
        _fill(sheet, [heads, *told])
        _fill(book.add_worksheet("Bản gốc"), rows)
    return content.getvalue()


def _fill(sheet: Any, rows: Iterable[Sequence[Any]]) -> None:
    for line, cells in enumerate(rows):
        for place, value in enumerate(cells):
            write_cell(sheet, line, place, value)
