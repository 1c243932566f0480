"""Workbooks are read as Excel shows them: days and figures in their format, merged cells, hidden ones left out."""

import re
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.vanban.documents import changed, lines, packed, table_of, texts
from vanban.model import Line, Source, Table
from vanban.passages import text_of, words_of
from vanban.reader import read
from vanban.sources import Unreadable, open_source
from vanban.sources.excel import workbook
from vanban.sources.excel.display import displayed

HEAD = ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn")


def book(folder: Path, write: Callable[[Workbook, Worksheet], None]) -> Path:
    path = folder / "plan.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        write(workbook, workbook.add_worksheet())
    return path


def source_of(folder: Path, write: Callable[[Workbook, Worksheet], None]) -> Source:
    return open_source(book(folder, write))


def rows(source: Source) -> list[list[tuple[str, int, int, int]]]:
    return [
        [(text_of(words_of(cell.lines)), cell.column, cell.columns, cell.rows) for cell in row]
        for row in table_of(source).rows
    ]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (45658, "dd/mm/yyyy", "01/01/2025"),
        (45658, '"Ngày" d/m/yy', "Ngày 1/1/25"),
        (46203, "[$-42A]dd-mm-yyyy;@", "30-06-2026"),
        (46203, "mm/yyyy", "06/2026"),
        (46203, "mmm-yy", "06/2026"),
        (46203.75, "dd/mm/yyyy hh:mm", "30/06/2026 18:00"),
        (0.5, "h:mm AM/PM", "12:00 CH"),
        (59, "dd/mm/yyyy", "28/02/1900"),
        (46203, "General", "46203"),
        (12.5, "General", "12,5"),
        (0.1 + 0.2, "General", "0,3"),
        (0.125, "0.0%", "12,5%"),
        (0.95, "0%", "95%"),
        (1234567.891, "#,##0.00", "1.234.567,89"),
        (1234567, "#,##0", "1.234.567"),
        (1500000, '#,##0,, "triệu"', "2 triệu"),
        (7, "00", "07"),
        (2.50, "0.0#", "2,5"),
        (-3, "0;(0)", "(3)"),
        (-3, "0", "-3"),
        (4, '"Quý "0', "Quý 4"),
        (5000, "#,##0\\ [$₫-42A]", "5.000 ₫"),
        (1e20, "dd/mm/yyyy", "1e+20"),
    ],
)
def test_numbers_are_shown_by_their_format(number: float, form: str, shown: str) -> None:
    assert displayed(number, form) == shown


def test_days_count_from_1904_where_the_book_says_so() -> None:
    assert displayed(0, "d/m/yyyy", from_1904=True) == "1/1/1904"


def test_a_day_in_a_cell_is_the_day_it_shows(tmp_path: Path) -> None:
    def write(workbook: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, (1, "Ươm cây", "Phòng Kinh tế"))
        sheet.write_datetime(
            1, 3, date(2026, 6, 30), workbook.add_format({"num_format": "dd/mm/yyyy"})
        )

    task = read(book(tmp_path, write)).tasks[0]

    assert (task.no, task.deadline.text, task.deadline.end) == ("1", "30/06/2026", "2026-06-30")


def test_title_rows_stand_above_the_table(tmp_path: Path) -> None:
    def write(workbook: Workbook, sheet: Worksheet) -> None:
        bold = workbook.add_format({"bold": True, "align": "center"})
        sheet.write("A1", "UBND XÃ MẪU")
        sheet.write("C1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        sheet.write("A2", "Số: 12/KH-UBND")
        sheet.write("C2", "Xã Mẫu, ngày 02 tháng 3 năm 2026")
        sheet.merge_range("A4:D4", "KẾ HOẠCH", bold)
        sheet.write_row(5, 0, HEAD)
        sheet.write_row(6, 0, (1, "Ươm cây", "Phòng Kinh tế", "Quý II"))
        sheet.write(8, 2, "CHỦ TỊCH")

    source = source_of(tmp_path, write)
    head, title, table, signature = source.blocks

    assert isinstance(head, Table)
    assert [line.text for line in head.rows[0][0].lines] == ["UBND XÃ MẪU", "Số: 12/KH-UBND"]
    assert isinstance(title, Line)
    assert (title.text, title.bold, title.centred, title.page) == ("KẾ HOẠCH", True, True, 1)
    assert isinstance(table, Table)
    assert len(table.rows) == 2
    assert isinstance(signature, Line)
    assert [line.number for line in lines(source)] == list(range(1, len(lines(source)) + 1))


def test_merged_cells_keep_their_extent(tmp_path: Path) -> None:
    def write(workbook: Workbook, sheet: Worksheet) -> None:
        for place, words in (
            ("A1:A2", "TT"),
            ("B1:B2", "Nhiệm vụ"),
            ("C1:D1", "Cơ quan"),
            ("D3:D4", "UBND xã"),
        ):
            sheet.merge_range(place, words)
        sheet.write_row(1, 2, ("Chủ trì", "Phối hợp"))
        sheet.write_row(2, 0, (1, "Một", "Phòng A"))
        sheet.write_row(3, 0, (2, "Hai", "Phòng B"))

    assert rows(source_of(tmp_path, write)) == [
        [("TT", 0, 1, 2), ("Nhiệm vụ", 1, 1, 2), ("Cơ quan", 2, 2, 1)],
        [("Chủ trì", 2, 1, 1), ("Phối hợp", 3, 1, 1)],
        [("1", 0, 1, 1), ("Một", 1, 1, 1), ("Phòng A", 2, 1, 1), ("UBND xã", 3, 1, 2)],
        [("2", 0, 1, 1), ("Hai", 1, 1, 1), ("Phòng B", 2, 1, 1)],
    ]


def test_cells_never_written_into_stand_in_their_columns(tmp_path: Path) -> None:
    def write(workbook: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ("TT", "Nhiệm vụ", "Cơ quan thực hiện"))
        sheet.write(0, 4, "Thời gian")
        sheet.write(1, 2, "Chủ trì")
        sheet.write(1, 3, "Phối hợp")
        sheet.write_row(2, 0, (1, "Ươm cây", "Phòng Kinh tế", "Hội Nông dân", "Năm 2026"))
        sheet.write_row(3, 0, (2, "Trồng cây", "Phòng Kinh tế"))
        sheet.write(3, 4, "Năm 2027")

    tasks = read(book(tmp_path, write)).tasks

    assert [[office.name for office in task.coordinating] for task in tasks] == [
        ["Hội Nông dân"],
        [],
    ]
    assert [task.deadline.end for task in tasks] == ["2026-12-31", "2027-12-31"]


def test_hidden_rows_columns_and_sheets_are_not_read(tmp_path: Path) -> None:
    def write(workbook: Workbook, sheet: Worksheet) -> None:
        for number in range(4):
            sheet.write_row(number, 0, [f"{letter}{number}" for letter in "ABCD"])
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column("C:C", None, None, {"hidden": True})
        other = workbook.add_worksheet()
        other.write("A1", "giấu")
        other.hide()
        workbook.add_worksheet().write("A1", "trang hai")

    source = source_of(tmp_path, write)

    assert [[text for text, *_ in row] for row in rows(source)] == [
        ["A0", "B0", "D0"],
        ["A2", "B2", "D2"],
        ["A3", "B3", "D3"],
    ]
    assert (texts(source)[-1], lines(source)[-1].page, source.pages) == ("trang hai", 2, 2)


def test_a_ruled_table_is_told_from_the_lines_around_it(tmp_path: Path) -> None:
    def write(workbook: Workbook, sheet: Worksheet) -> None:
        ruled = workbook.add_format({"border": 1})
        sheet.write_row(0, 0, ("Tên", "Số", "Ngày"))
        for number, row in enumerate(
            (HEAD, (1, "Một", "", ""), ("", "", "", ""), (2, "Hai", "B", "2026")), 1
        ):
            sheet.write_row(number, 0, row, ruled)
        sheet.write_row(5, 0, ("Người lập", "Kế toán", "Chủ tịch"))

    table = [block for block in source_of(tmp_path, write).blocks if isinstance(block, Table)][1]

    assert len(table.rows) == 4


def test_formulas_show_what_was_saved_and_lines_in_a_cell_are_lines(tmp_path: Path) -> None:
    def write(workbook: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, (1, "- Một\n- Hai", "Phòng A"))
        sheet.write_formula(1, 3, '="Quý "&2', None, "Quý 2")
        sheet.write_rich_string(2, 1, "Ba ", workbook.add_format({"bold": True}), "bốn")
        sheet.write_row(2, 2, ("Phòng B", "2026"))

    found = rows(source_of(tmp_path, write))

    assert found[1][3][0] == "Quý 2"
    assert "Ba bốn" in [text for text, *_ in found[2]]
    assert len(table_of(open_source(tmp_path / "plan.xlsx")).rows[1][1].lines) == 2


def test_cells_in_the_fonts_of_tcvn3_are_read(tmp_path: Path) -> None:
    def write(workbook: Workbook, sheet: Worksheet) -> None:
        sheet.write("A1", "kÕ ho¹ch", workbook.add_format({"font_name": ".VnTimeH"}))
        sheet.write("A2", "Trång c©y xanh", workbook.add_format({"font_name": ".VnTime"}))

    assert texts(source_of(tmp_path, write)) == ["KẾ HOẠCH", "Trồng cây xanh"]


def plain(folder: Path) -> Path:
    return book(folder, lambda workbook, sheet: sheet.write("A1", "chữ") and None)


@pytest.mark.parametrize(
    ("part", "change", "code"),
    [
        ("xl/workbook.xml", lambda data: b"<a/>", "not-xlsx"),
        ("xl/workbook.xml", lambda data: data[:200], "damaged"),
        ("xl/worksheets/sheet1.xml", lambda data: data + b" " * 30_000_000, "too-big-inside"),
        (
            "xl/sharedStrings.xml",
            lambda data: b'<!DOCTYPE a [<!ENTITY b "ha">]>' + data.split(b"?>")[-1],
            "damaged",
        ),
        ("xl/sharedStrings.xml", lambda data: b"<sst/>", "no-text"),
    ],
)
def test_hostile_workbooks_are_refused(
    tmp_path: Path, part: str, change: Callable[[bytes], bytes], code: str
) -> None:
    path = changed(plain(tmp_path), part, change)

    with pytest.raises(Unreadable) as caught:
        open_source(path)

    assert caught.value.code == code


def test_a_workbook_with_macros_is_refused(tmp_path: Path) -> None:
    path = plain(tmp_path)
    with zipfile.ZipFile(path) as container:
        parts = {name: container.read(name) for name in container.namelist()}
    packed(path, {**parts, "xl/vbaProject.bin": b"x"})

    with pytest.raises(Unreadable, match="macros"):
        open_source(path)


def test_a_cell_that_says_it_covers_everything_covers_what_is_there(tmp_path: Path) -> None:
    path = changed(
        plain(tmp_path),
        "xl/worksheets/sheet1.xml",
        lambda data: data.replace(
            b"</sheetData>",
            b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        ),
    )

    assert texts(open_source(path)) == ["chữ"]


SHEET = "xl/worksheets/sheet1.xml"


def test_a_string_kept_once_and_shown_without_end_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path, lambda _, sheet: sheet.write(0, 0, "dài " * 5000) and None)
    cells = b'<row r="1">' + b'<c t="s"><v>0</v></c>' * 2000 + b"</row>"
    changed(path, SHEET, lambda data: re.sub(rb"<row.*</row>", cells, data))

    with pytest.raises(Unreadable) as caught:
        open_source(path)

    assert caught.value.code == "too-big-inside"


def test_columns_hidden_many_times_over_are_hidden_once(tmp_path: Path) -> None:
    path = book(tmp_path, lambda _, sheet: sheet.write_row(0, 0, ("một", "hai", "ba")) and None)
    hidden = b"<cols>" + b'<col min="3" max="16384" hidden="1"/>' * 50_000
    hidden += b'<col min="1" max="1" hidden="1"/></cols><sheetData>'
    changed(path, SHEET, lambda data: data.replace(b"<sheetData>", hidden))

    assert texts(open_source(path)) == ["hai"]


def test_more_cells_than_a_sheet_may_have_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = book(tmp_path, lambda _, sheet: sheet.write_row(0, 0, ("a",) * 20) and None)
    monkeypatch.setattr(workbook, "MOST_CELLS", 19)

    with pytest.raises(Unreadable) as caught:
        open_source(path)

    assert caught.value.code == "too-much-inside"


def test_a_million_empty_rows_are_nothing(tmp_path: Path) -> None:
    path = book(tmp_path, lambda _, sheet: sheet.write(0, 0, "một") and None)
    rows = b"".join(b'<row r="%d"/>' % number for number in range(2, 200_000))
    changed(path, SHEET, lambda data: data.replace(b"</sheetData>", rows + b"</sheetData>"))
    begun = time.process_time()

    assert texts(open_source(path)) == ["một"]
    assert time.process_time() - begun < 3
