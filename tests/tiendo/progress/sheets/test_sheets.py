"""The form of an office as .xlsx: handed out, filled in, taken back; and everything else somebody may bring."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.tiendo import samples
from tests.tiendo.progress.rounds.conftest import Opened
from tiendo.progress.models import Report, ReportState, Source

HIDDEN = re.compile(r'type="hidden" name="([^"]+)" value="([^"]*)"')


def form_of(client: Client, opened: Opened) -> bytes:
    return client.get(reverse("sheets:form", args=[opened.report.pk])).content


def cells(content: bytes) -> tuple:
    book = load_workbook(BytesIO(content))
    sheet = book.worksheets[0]
    names = {cell.value: cell.column for cell in sheet[8] if cell.value}
    rows = [row[0].row for row in sheet.iter_rows(min_row=10) if row[0].value]
    return book, sheet, names, rows


def filled(content: bytes, *said: dict, general: str = "") -> bytes:
    """The form with these words typed into its rows, one after the other."""
    book, sheet, names, rows = cells(content)
    for row, words in zip(rows, said, strict=False):
        for name, text in words.items():
            sheet.cell(row, names[name]).value = text
    if general:
        sheet.cell(5, 4).value = general
    return saved(book)


def saved(book) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def bring(client: Client, opened: Opened, content: bytes, name: str = "mau.xlsx"):
    address = reverse("sheets:take", args=[opened.report.pk])
    return client.post(address, {"form": SimpleUploadedFile(name, content)})


def keep(client: Client, opened: Opened, answer):
    """Press “Save as draft” on the page that shows what changes."""
    said = dict(answer.context["preview"].data.items()) | {"do": "save"}
    return client.post(reverse("rounds:form", args=[opened.round.pk]), said)


def entry(opened: Opened) -> Report:
    return opened.report.entries.get(occurrence=opened.entry)


def test_only_what_is_to_be_typed_is_open_and_states_are_offered(browser, opened) -> None:
    _book, sheet, names, rows = cells(form_of(browser, opened))
    assert sheet.protection.sheet
    assert len(rows) == 2
    open_cells = {c.column for c in sheet[rows[0]] if not c.protection.locked}
    assert open_cells == set(names.values())
    offered = sheet.data_validations.dataValidation[0].formula1
    assert "Đang thực hiện" in offered


def test_the_last_period_stands_beside_what_is_asked(browser, opened) -> None:
    samples.report(opened.entry, result="Năm trước mở 03 lớp")
    _book, sheet, _names, rows = cells(form_of(browser, opened))
    assert "Năm trước mở 03 lớp" in sheet.cell(rows[0], 5).value


def test_what_was_typed_in_excel_is_shown_and_then_saved(browser, opened) -> None:
    said = {"work": "Đang thực hiện", "result": "Mở 04 lớp\nở hai xã", "percent": "45%"}
    answer = bring(browser, opened, filled(form_of(browser, opened), said, general="Thuận lợi"))
    assert "Mở 04 lớp<br>ở hai xã" in answer.content.decode()
    assert not opened.report.entries.exists()
    keep(browser, opened, answer)
    row = entry(opened)
    assert (row.work, row.result, row.percent) == ("in-progress", "Mở 04 lớp\nở hai xã", 45)
    assert opened.report.overview == "Thuận lợi"
    assert (opened.report.source, opened.report.state) == (Source.SHEET, ReportState.DRAFT)


@pytest.mark.parametrize("day", ["25/11/2024", "25-11-2024"])
def test_days_are_taken_as_text_and_as_days_of_excel(browser, opened, day: str) -> None:
    from_text = {"work": "đã hoàn thành", "result": "Xong", "work_on": day}
    keep(browser, opened, bring(browser, opened, filled(form_of(browser, opened), from_text)))
    assert f"{entry(opened).work_on:%d/%m/%Y}" == "25/11/2024"


def test_a_day_of_excel_is_a_day(browser, opened) -> None:
    book, sheet, names, rows = cells(form_of(browser, opened))
    cell = sheet.cell(rows[0], names["work_on"])
    cell.number_format, cell.value = "dd/mm/yyyy", samples.TODAY
    keep(browser, opened, bring(browser, opened, saved(book)))
    assert entry(opened).work_on == samples.TODAY


def test_what_is_wrong_comes_back_marked_in_the_form(browser, opened) -> None:
    wrong = {"work": "gần xong", "percent": "150", "work_on": "31/02/2024", "result": "Đã mở"}
    answer = bring(browser, opened, filled(form_of(browser, opened), wrong))
    assert answer.context["preview"].errors == 3
    said = dict(answer.context["preview"].data.items())
    back = browser.post(reverse("sheets:marked", args=[opened.report.pk]), said)
    _book, sheet, names, rows = cells(back.content)
    assert sheet.cell(rows[0], names["percent"]).comment
    assert sheet.cell(rows[0], names["percent"]).value == "150"
    assert sheet.cell(rows[0], names["work"]).value == "gần xong"
    assert sheet.cell(rows[0], names["result"]).value == "Đã mở"
    again = bring(browser, opened, filled(back.content, {"percent": "50"}))
    assert again.context["preview"].errors == 2


def test_what_a_colleague_saved_since_is_told_and_kept(browser, opened) -> None:
    form = form_of(browser, opened)
    opened.write()
    answer = bring(browser, opened, filled(form, {"result": "Theo bảng Excel"}))
    assert "Đã mở 02 lớp" in answer.content.decode()
    kept = keep(browser, opened, answer)
    assert kept.status_code == 409
    assert "Theo bảng Excel" in kept.content.decode()
    assert entry(opened).result == "Đã mở 02 lớp"


def test_what_only_the_colleague_changed_stays_his(browser, opened) -> None:
    form = form_of(browser, opened)
    opened.write()
    keep(browser, opened, bring(browser, opened, filled(form, {"difficulties": "Thiếu vốn"})))
    assert (entry(opened).result, entry(opened).difficulties) == ("Đã mở 02 lớp", "Thiếu vốn")


def test_a_row_whose_own_words_were_changed_is_told(browser, opened) -> None:
    book, sheet, names, rows = cells(form_of(browser, opened))
    sheet.cell(rows[0], 3).value = "Việc khác"
    sheet.cell(rows[0], names["result"]).value = "Đã làm"
    answer = bring(browser, opened, saved(book))
    assert [each.row for each in answer.context["preview"].moved] == [opened.entry]


def test_a_changed_mark_of_a_row_is_refused(browser, opened) -> None:
    book, sheet, _names, rows = cells(form_of(browser, opened))
    mark = sheet.cell(rows[0], 1).value.partition(".")[2]
    sheet.cell(rows[0], 1).value = f"{opened.other.pk}.{mark}"
    answer = bring(browser, opened, saved(book))
    assert answer.status_code == 422
    assert "không chắc" in answer.content.decode()


def test_the_form_of_another_office_is_refused(browser, opened) -> None:
    other = Client()
    other.force_login(opened.world.helper)
    row = opened.of(opened.world.farming)
    form = other.get(reverse("sheets:form", args=[row.pk])).content
    answer = bring(browser, opened, form)
    assert answer.status_code == 422
    assert "Phòng NN" in answer.content.decode()


def test_a_formula_is_taken_for_what_it_showed_and_never_written_as_one(browser, opened) -> None:
    keep(
        browser,
        opened,
        bring(browser, opened, filled(form_of(browser, opened), {"difficulties": "x"})),
    )
    opened.report.entries.update(result='=HYPERLINK("http://x")')
    _book, sheet, names, rows = cells(form_of(browser, opened))
    cell = sheet.cell(rows[0], names["result"])
    assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("http://x")')


def packed(**parts: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


def other_workbook() -> bytes:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet("Bảng").write_string(0, 0, "Tổng")
    return stream.getvalue()


def far_out(content: bytes) -> bytes:
    """The same form with a cell in the last corner of the sheet."""
    book, sheet, _names, _rows = cells(content)
    sheet.cell(1_048_576, 16_384).value = "x"
    return saved(book)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "trống"),
        (b"PK\x03\x04 hong", "không mở được"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "lưu thành .xlsx"),
        (b"%PDF-1.7", "lưu thành .xlsx"),
        (packed(xl__sheet=b"0" * 40_000_000), "lớn hơn"),
        (other_workbook(), "không phải là mẫu báo cáo"),
    ],
    ids=["empty", "damaged", "old", "pdf", "bomb", "another workbook"],
)
def test_what_is_no_form_is_refused_with_a_sentence(
    browser,
    opened,
    content: bytes,
    sentence: str,
) -> None:
    answer = bring(browser, opened, content)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_a_sheet_that_reaches_far_out_is_not_laid_out(browser, opened) -> None:
    answer = bring(browser, opened, far_out(form_of(browser, opened)))
    assert answer.status_code == 422
    assert "lớn hơn" in answer.content.decode()


def test_a_cell_far_out_that_is_named_in_small_letters_is_not_laid_out(browser, opened) -> None:
    content, stream = far_out(form_of(browser, opened)), BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, old.read(part).replace(b"XFD1048576", b"xfd1048576"))
    answer = bring(browser, opened, stream.getvalue())
    assert answer.status_code == 422
    assert "lớn hơn" in answer.content.decode()
