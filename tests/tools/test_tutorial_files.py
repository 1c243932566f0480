"""The files beside the tutorial are those that the product's own example makes."""

from pathlib import Path
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from tiendo.agencies.spreadsheet import read_offices
from tiendo.example.document import build
from tools.tutorial_files import DOCUMENT, OFFICES, rows_of_offices, undate


def words_of(path: Path) -> bytes:
    with ZipFile(path) as archive:
        return archive.read("word/document.xml")


def test_the_document_of_the_tutorial_is_the_example(tmp_path: Path) -> None:
    build(tmp_path / "moi.docx")
    assert words_of(DOCUMENT) == words_of(tmp_path / "moi.docx"), "run: make reference"


def test_the_sheet_of_the_tutorial_holds_the_offices_of_the_example() -> None:
    rows = CalamineWorkbook.from_path(str(OFFICES)).get_sheet_by_index(0).to_python()
    assert [tuple(row) for row in rows] == rows_of_offices(), "run: make reference"


def test_the_files_are_the_same_on_another_day(tmp_path: Path) -> None:
    made = []
    for place in (tmp_path / "mot.docx", tmp_path / "hai.docx"):
        build(place)
        undate(place)
        made.append(place.read_bytes())

    assert made[0] == made[1]


def test_the_sheet_of_the_tutorial_can_be_read_as_offices() -> None:
    assert len(read_offices(OFFICES)) == len(rows_of_offices()) - 1
