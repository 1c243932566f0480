"""A table of the example as the sheet that people would fill in."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from xlsxwriter import Workbook

from tiendo.registers.columns import column_of
from tiendo.registers.export import sheet_name, write_cell
from tiendo.registers.register import REGISTERS

# days that may be still to come
PLANNED = frozenset({"due", "ends_on", "promised_on", "answer_by", "due_on", "valid_to"})


@dataclass(frozen=True, slots=True)
class Table:
    """Rows for one register: `fields` are its heads, every row has a cell for each.

    `ahead` are further fields whose days may be still to come: the last day of a certificate.
    """

    register: str
    fields: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    ahead: tuple[str, ...] = ()

    def up_to(self, today: date) -> "Table":
        """The rows that were known on `today`: nothing that happened later, no figure of a later year."""
        known = tuple(row for row in self.rows if self._is_known(row, today))
        return Table(self.register, self.fields, known, self.ahead)

    def _is_known(self, row: tuple[Any, ...], today: date) -> bool:
        cells = dict(zip(self.fields, row, strict=True))
        days = (value for name, value in cells.items() if name not in PLANNED.union(self.ahead))
        later = any(isinstance(value, date) and value > today for value in days)
        return not later and cells.get("year", 0) <= today.year

    def as_sheet(self) -> bytes:
        """The rows as an .xlsx file under the heads of the form: figures as figures, days as days."""
        content = io.BytesIO()
        register = REGISTERS[self.register]
        look = {"strings_to_formulas": False, "default_date_format": "dd/mm/yyyy"}
        with Workbook(content, look | {"in_memory": True}) as book:
            sheet = book.add_worksheet(sheet_name(register.title))
            heads = [column_of(register.model, name).head for name in self.fields]
            for line, cells in enumerate((heads, *self.rows)):
                _write(sheet, line, cells)
        return content.getvalue()


def _write(sheet: Any, line: int, cells: Iterable[Any]) -> None:
    for place, value in enumerate(cells):
        write_cell(sheet, line, place, value)
