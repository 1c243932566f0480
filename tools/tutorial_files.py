"""The two files that the tutorial works with: a sheet of offices and our own plan as a Word document.

Written into docs/tutorial/ by `make reference`; a test says when they are out of date.
"""

from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import xlsxwriter

from tiendo.example import people
from tiendo.example.document import build
from tools.places import ROOT

FOLDER = ROOT / "docs" / "tutorial"
OFFICES = FOLDER / "co-quan-mau.xlsx"
DOCUMENT = FOLDER / "ke-hoach-mau.docx"
WRITTEN = datetime(2024, 12, 2)  # noqa: DTZ001  a day for files, whatever day they are made on
HEADING = ("Tên cơ quan", "Tên viết tắt")


def rows_of_offices() -> list[tuple[str, str]]:
    """The committee, four offices and the communes; other offices of the plan and other names are unknown."""
    offices = [(office.name, office.short_name) for office in people.OFFICES[:5]]
    communes = [(f"Ủy ban nhân dân {name}", f"UBND {name}") for name in people.COMMUNES]
    return [HEADING, *offices, *communes]


def write_offices(path: Path) -> None:
    """Write the offices as a clerk lists them."""
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": WRITTEN})
        sheet = book.add_worksheet("Cơ quan")
        sheet.set_column(0, 1, 45)
        for number, row in enumerate(rows_of_offices()):
            sheet.write_row(number, 0, row)


def write() -> list[Path]:
    """Write both files anew and return where they are."""
    write_offices(OFFICES)
    build(DOCUMENT)
    for path in (OFFICES, DOCUMENT):
        undate(path)
    return [OFFICES, DOCUMENT]


def undate(path: Path) -> None:
    """Pack the parts of an Office file anew with one day for all, so that the same content gives the same bytes."""
    with ZipFile(path) as packed:
        parts = [(name, packed.read(name)) for name in packed.namelist()]
    with ZipFile(path, "w", ZIP_DEFLATED) as fresh:
        for name, data in parts:
            fresh.writestr(ZipInfo(name, WRITTEN.timetuple()[:6]), data, ZIP_DEFLATED)
