"""A made plan as a workbook: head and text above, the table with merged cells; days are real days."""

import re
from datetime import date
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.vanban.made.content import MOTTO, Grid, Merged, Part, Plan, Text

DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def write_workbook(plan: Plan, path: Path) -> Path:
    """Write the plan to `path`, an .xlsx file: the plan on the first sheet, its annex on the second."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = _Sheet(book, book.add_worksheet("Ke hoach"), _width((*plan.body, *plan.annex)))
        for left, right in zip(
            (*plan.issuer, plan.number), (*MOTTO, plan.place_and_date), strict=True
        ):
            sheet.beside(left, right)
        for words in ("", plan.kind, plan.title, ""):
            sheet.part(Text(words, bold=True, centred=True))
        for part in plan.body:
            sheet.part(part)
        sheet.part(Text(""))
        right = (*plan.capacity, plan.signer)
        left = ("Nơi nhận:", *(f"- {words}" for words in plan.recipients))
        for index in range(max(len(left), len(right))):
            sheet.beside(*(side[index] if index < len(side) else "" for side in (left, right)))
        if plan.annex:
            annex = _Sheet(book, book.add_worksheet("Phu luc"), sheet.width)
            for part in plan.annex:
                annex.part(part)
    return path


def _width(parts: tuple[Part, ...]) -> int:
    return max((len(part.widths) for part in parts if isinstance(part, Grid)), default=6)


class _Sheet:
    def __init__(self, book: Workbook, sheet: Worksheet, width: int) -> None:
        self.book, self.sheet, self.width, self.row = book, sheet, width, 0

    def beside(self, left: str, right: str) -> None:
        """Two texts on one row, as the head of a document and its signatures stand."""
        if left:
            self.sheet.merge_range(self.row, 0, self.row, 1, left)
        if right:
            self.sheet.merge_range(self.row, 3, self.row, self.width - 1, right)
        self.row += 1

    def part(self, part: Part) -> None:
        if isinstance(part, Grid):
            self.grid(part)
            return
        look = self.book.add_format(
            {"bold": part.bold, "align": "center" if part.centred else "left"}
        )
        if part.words:
            words = f"{part.mark} {part.words}".strip()
            self.sheet.merge_range(self.row, 0, self.row, self.width - 1, words, look)
        self.row += 1

    def grid(self, grid: Grid) -> None:
        ruled = self.book.add_format({"border": 1, "text_wrap": True})
        day = self.book.add_format({"border": 1, "num_format": "d/m/yyyy"})
        for index, cells in enumerate(grid.rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, Merged):
                    last = (self.row + index + cell.rows - 1, column + cell.columns - 1)
                    self.sheet.merge_range(self.row + index, column, *last, cell.text, ruled)
                elif cell is not None:
                    self.cell(self.row + index, column, cell, (ruled, day))
        self.row += len(grid.rows)

    def cell(self, row: int, column: int, words: str, looks: tuple[Format, Format]) -> None:
        ruled, day = looks
        if match := DAY.fullmatch(words):
            numbers = (int(part) for part in match.groups()[::-1])
            self.sheet.write_datetime(row, column, date(*numbers), day)
        elif words.isdecimal():
            self.sheet.write_number(row, column, int(words), ruled)
        else:
            self.sheet.write_string(row, column, words, ruled)
