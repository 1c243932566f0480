"""The two files that the tutorial works with: a sheet of offices and our own plan as a Word document.

Written into docs/tutorial/ by `make reference`; a test says when they are out of date.
"""

from pathlib import Path

import xlsxwriter

from tiendo.example import people
from tiendo.example.document import build
from tools.places import ROOT

FOLDER = ROOT / "docs" / "tutorial"
OFFICES = FOLDER / "co-quan-mau.xlsx"
DOCUMENT = FOLDER / "ke-hoach-mau.docx"
HEADING = ("Tên cơ quan", "Tên viết tắt")


def rows_of_offices() -> list[tuple[str, str]]:
    """The committee, four offices and the communes; other offices of the plan and other names are unknown."""
    offices = [(office.name, office.short_name) for office in people.OFFICES[:5]]
    communes = [(f"Ủy ban nhân dân {name}", f"UBND {name}") for name in people.COMMUNES]
    return [HEADING, *offices, *communes]


def write_offices(path: Path) -> None:
    """Write the offices as a clerk lists them."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Cơ quan")
        sheet.set_column(0, 1, 45)
        for number, row in enumerate(rows_of_offices()):
            sheet.write_row(number, 0, row)


def write() -> list[Path]:
    """Write both files anew and return where they are."""
    write_offices(OFFICES)
    build(DOCUMENT)
    return [OFFICES, DOCUMENT]
