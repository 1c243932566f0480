"""Sheets of establishments as people send them: in .csv, and in .xlsx with figures, days, formulas and merged cells."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from tests.tiendo.registers.ground import Ground
from tiendo.accounts.models import User
from tiendo.registers.models import Import
from tiendo.registers.register import REGISTERS
from tiendo.registers.sheets import bringing

REGISTER = REGISTERS["doanh-nghiep"]
CODE, OTHER_CODE = "0012345672", "0000000013"
SOUND: dict[str, Any] = {
    "tax_code": CODE,
    "name": "Cơ sở xay xát Thử",
    "kind": "doanh nghiệp tư nhân",
    "commune": "xã Thường Phước 1",
    "activity_code": "1061",
    "activity_version": "VSIC năm 2018",
    "began": "2016",
}


def head(name: str) -> str:
    """The head of a column as the form writes it."""
    return str(REGISTER.model._meta.get_field(name).verbose_name)


def table(rows: Iterable[Mapping[str, Any]]) -> list[list[Any]]:
    """Rows with what makes an establishment sound, under the heads of all fields that one of them fills in."""
    full = [SOUND | row for row in rows]
    names = list(dict.fromkeys(name for row in full for name in row))
    return [[head(name) for name in names], *([row.get(name) for name in names] for row in full)]


def csv_file(lines: Iterable[Iterable[Any]], mark: str = ",", code: str = "utf-8") -> Any:
    """A .csv file of these lines."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=mark).writerows(lines)
    return SimpleUploadedFile("bang.csv", text.getvalue().encode(code))


def xlsx_file(lines: Iterable[Iterable[Any]], *merged: str) -> Any:
    """An .xlsx file of these lines; `merged` are ranges made one cell, as "A1:C1"."""
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "mm/dd/yy"})
        for line, cells in enumerate(lines):
            for place, cell in enumerate(cells):
                match cell:
                    case date():
                        sheet.write_datetime(line, place, cell, day)
                    case (formula, value):
                        sheet.write_formula(line, place, formula, None, value)
                    case _:
                        sheet.write(line, place, cell)
        for cells in merged:
            sheet.merge_range(cells, "")
            first = cells.partition(":")[0]
            line, place = int(first[1:]) - 1, ord(first[0]) - ord("A")
            sheet.write(line, place, list(lines)[line][place])
    return SimpleUploadedFile("bang.xlsx", content.getvalue())


def read(ground: Ground, file: Any, user: User | None = None) -> Import:
    """A sheet as it is after it was read; nothing is answered yet."""
    actor = user or ground.coordinator
    hand = ground.hand(actor, REGISTER)
    return bringing.receive(hand=hand, file=file, actor=actor, now=ground.now)


def one(ground: Ground, **cells: Any) -> Import:
    """A sheet with one row, which is sound but for these cells."""
    return read(ground, csv_file(table([cells])))


def store(ground: Ground, row: Import) -> int:
    """Store what a sheet says; return how many rows differ."""
    hand = ground.hand(ground.coordinator, REGISTER)
    return bringing.carry_out(row=row, hand=hand, actor=ground.coordinator)


def faults(row: Import) -> list[tuple[int, str, str]]:
    """What is wrong in a sheet: the line, the field, the sentence."""
    return [
        (said["line"], name, words)
        for said in bringing.lines_of(row, "error", 0, 100)
        for name, (_label, _value, words) in zip(said["fields"], said["faults"], strict=True)
    ]


def notes(row: Import) -> list[str]:
    """What was read otherwise than it is written."""
    return [note for said in bringing.lines_of(row, "noted", 0, 100) for note in said["notes"]]


def page_of(content: bytes) -> Worksheet:
    """The first sheet of a file."""
    return load_workbook(io.BytesIO(content)).worksheets[0]
