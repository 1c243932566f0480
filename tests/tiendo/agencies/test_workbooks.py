"""Sheets that were made to take all memory: refused before they are laid out."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from tiendo.accounts.roster import BadTable, read_table
from tiendo.agencies.spreadsheet import BadSheet, read_rows
from tiendo.agencies.workbooks import BROKEN, Measure, Overfull, first_sheet

MEASURE = Measure(inside=20_000_000, cells=100_000)
SHEET, TEXTS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def workbook(*rows: tuple[str, ...]) -> bytes:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return stream.getvalue()


def changed(content: bytes, name: str, before: bytes, after: bytes) -> bytes:
    """The same file with other words in one of its parts."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            words = old.read(part)
            if part.filename == name:
                assert before in words
                words = words.replace(before, after)
            new.writestr(part.filename, words)
    return stream.getvalue()


@pytest.mark.parametrize(
    "place",
    [b"XFD1048576", b"xfd1048576", b"AAAAAAAAAAAA2", b"A99999999999999999999", b"A1048576"],
    ids=["last cell", "small letters", "many letters", "many figures", "last row"],
)
def test_a_cell_that_stands_far_out_is_refused(place: bytes) -> None:
    far = changed(workbook(("name",), ("x",)), SHEET, b'r="A2" t=', b'r="' + place + b'" t=')
    with pytest.raises(Overfull):
        first_sheet(far, MEASURE)


def test_a_row_far_down_with_a_cell_that_does_not_say_where_it_stands_is_refused() -> None:
    far = changed(workbook(("name",), ("x",)), SHEET, b'<row r="2"', b'<row r="1048576"')
    far = changed(far, SHEET, b'<c r="A2" t=', b"<c t=")
    with pytest.raises(Overfull):
        first_sheet(far, MEASURE)


def test_an_empty_last_row_as_libreoffice_writes_it_does_no_harm() -> None:
    ended = b'<row r="1048576" hidden="false"/></sheetData>'
    table = changed(workbook(("name",), ("x",)), SHEET, b"</sheetData>", ended)
    assert first_sheet(table, MEASURE) == [["name"], ["x"]]


def test_one_long_text_named_by_many_cells_is_refused() -> None:
    many = workbook(*[("dài",) * 30] * 1_000)
    long = changed(many, TEXTS, "dài".encode(), b"x" * 5_000_000)
    with pytest.raises(Overfull):
        first_sheet(long, MEASURE)


def test_texts_as_long_as_a_cell_holds_are_refused_when_there_are_too_many() -> None:
    many = workbook(*[("dài",) * 30] * 1_000)
    with pytest.raises(Overfull):
        first_sheet(changed(many, TEXTS, "dài".encode(), b"x" * 32_000), MEASURE)


def test_a_part_that_holds_more_than_it_says_is_refused() -> None:
    lying = bytearray(workbook(("name",), ("x" * 30_000,)))
    with ZipFile(BytesIO(lying)) as archive:
        size = archive.getinfo(TEXTS).file_size
    assert lying.count(size.to_bytes(4, "little")) == 2  # before the part, and in the list of parts
    with pytest.raises(BROKEN):
        first_sheet(
            bytes(lying.replace(size.to_bytes(4, "little"), (200).to_bytes(4, "little"))), MEASURE
        )


def test_rows_that_say_nothing_above_the_headings_are_passed_over() -> None:
    assert first_sheet(workbook(("",), ("", "name"), ("", "x")), MEASURE) == [
        ["", "name"],
        ["", "x"],
    ]


def test_a_list_of_offices_or_of_people_that_reaches_far_out_is_refused_with_a_sentence() -> None:
    far = changed(workbook(("name",), ("x",)), SHEET, b'r="A2" t=', b'r="XFD1048576" t=')
    with pytest.raises(BadSheet, match="lớn hơn mọi danh sách"):
        read_rows(BytesIO(far), "co-quan.xlsx")
    with pytest.raises(BadTable, match="Không mở được tệp này như bảng"):
        read_table(far, "nguoi.xlsx")
