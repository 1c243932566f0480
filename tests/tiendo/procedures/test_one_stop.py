"""The quarterly sheet of a one-stop shop, as it is exported, becomes rows of the register."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from tests.tiendo.registers.ground import Ground, client, lay
from tiendo.procedures.models import ProcedureQuarter
from tiendo.procedures.one_stop import Of, of_register

PAGE = "/so/thu-tuc-doanh-nghiep/mot-cua/"
OF = Of("Phòng Thử", 2024, "quý III")
TITLE = ("TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",)
OVER = (
    *("STT", "Lĩnh vực", "Số hồ sơ tiếp nhận", "", "", "Số hồ sơ đã giải quyết", "", "", ""),
    *("Số hồ sơ đang giải quyết", "", ""),
)
UNDER = (
    *("", "", "Từ kỳ trước", "Trực tuyến", "Trực tiếp", "Tổng số", "Trước hạn", "Đúng hạn"),
    *("Quá hạn", "Tổng số", "Trong hạn", "Quá hạn"),
)
NUMBERED = tuple(f"({place})" for place in range(1, 13))
ROWS = (
    (1, "Công thương", 3, 20, 28, 47, 30, 15, 2, 4, 4, 0),
    (2, "Đất đai", 0, "", 6, 6, "", 6, "", 0, 0, 0),
)
SUM = ("", "Tổng cộng", 3, 20, 34, 53, 30, 21, 2, 4, 4, 0)


def sheet(*rows) -> bytes:
    book, content = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(content)
    return content.getvalue()


EXPORTED = sheet(TITLE, OVER, UNDER, NUMBERED, *ROWS, SUM)


@pytest.fixture
def ground(db, settings) -> Ground:
    settings.TODAY = "2024-12-02"
    return lay()


def test_early_ones_are_on_time_and_both_ways_of_receiving_are_one(settings):
    book = load_workbook(io.BytesIO(of_register(EXPORTED, OF)))
    _heads, *rows = book.worksheets[0].iter_rows(values_only=True)
    assert rows == [
        ("Phòng Thử", "Công thương", 2024, "quý III", 3, 48, 47, 45, 2),
        ("Phòng Thử", "Đất đai", 2024, "quý III", 0, 6, 6, 6, 0),
    ]
    assert book.worksheets[1].cell(1, 1).value == TITLE[0], "as it came, behind it"


def test_a_sheet_with_one_line_of_heads_is_read_too():
    heads = ("Lĩnh vực", "Trong kỳ", "Đúng hạn", "Quá hạn")
    book = load_workbook(io.BytesIO(of_register(sheet(heads, ("Thuế, phí", 9, 8, 1)), OF)))
    row = list(book.worksheets[0].iter_rows(values_only=True))[1]
    assert row[4:] == (0, 9, 9, 8, 1)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 broken",
        sheet(("Mã số thuế", "Tên cơ sở")),
        sheet(OVER, UNDER),
        sheet(OVER, UNDER, NUMBERED, SUM),
    ],
)
def test_what_is_no_such_sheet_is_said(content):
    with pytest.raises(ValidationError):
        of_register(content, OF)


def upload(ground: Ground, content: bytes, **said: object):
    typed = {"agency": ground.office.pk, "year": "2024", "quarter": "3"} | said
    return typed | {"file": SimpleUploadedFile("mot-cua-quy-3.xlsx", content)}


def test_it_is_brought_looked_at_and_stored(ground):
    at = client(ground.coordinator)
    answer = at.post(PAGE, upload(ground, EXPORTED))
    assert answer.status_code == 302, answer.context["form"].errors
    assert "mot-cua-quy-3.xlsx" in at.get(answer.url).content.decode()
    assert not ProcedureQuarter.objects.exists(), "nothing is stored before somebody agrees"
    at.post(f"{answer.url}luu/")
    trade = ProcedureQuarter.objects.get(field="trade")
    assert (trade.agency, trade.quarter, trade.on_time, trade.open) == (ground.office, "3", 45, 4)
    assert ProcedureQuarter.objects.count() == 2


def test_a_field_that_nobody_knows_is_to_be_corrected(ground):
    at = client(ground.coordinator)
    odd = sheet(OVER, UNDER, (1, "Phép thuật", 0, 1, 1, 2, 0, 2, 0))
    page = at.get(at.post(PAGE, upload(ground, odd)).url).content.decode()
    assert "Phép thuật" in page
    assert not ProcedureQuarter.objects.exists()


@pytest.mark.parametrize(
    "said", [{"agency": "0"}, {"agency": "\x00"}, {"year": "24"}, {"quarter": "5"}]
)
def test_what_was_typed_wrongly_is_said(ground, said):
    answer = client(ground.coordinator).post(PAGE, upload(ground, EXPORTED, **said))
    assert answer.status_code == 422


def test_an_office_brings_its_own_sheet_only(ground):
    officer = client(ground.of_here)
    offered = officer.get(PAGE).context["form"].fields["agency"].queryset
    assert list(offered) == [ground.here]
    assert officer.post(PAGE, upload(ground, EXPORTED)).status_code == 422
    mine = upload(ground, EXPORTED, agency=ground.here.pk)
    assert officer.post(PAGE, mine).status_code == 302


@pytest.mark.parametrize(
    ("typed", "received"),
    [("2.000", 2028), (2.0, 30), ("12.345.678", 12345706), (1.234, 1262), ("", 28), ("vài", "vài")],
)
def test_dossiers_are_whole_so_two_thousand_is_no_two(typed, received):
    row = (1, "Công thương", 3, typed, 28, 47, 30, 15, 2, 4, 4, 0)
    book = load_workbook(io.BytesIO(of_register(sheet(OVER, UNDER, row), OF)))
    assert list(book.worksheets[0].iter_rows(values_only=True))[1][5] == received
