"""Offices from real .xlsx files, as a clerk would make them."""

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tiendo.agencies.kinds import guess_kind
from tiendo.agencies.models import Kind
from tiendo.agencies.spreadsheet import BadSheet, read_offices

HEADS = ("STT", "Tên cơ quan", "Tên viết tắt", "Loại", "Tên gọi khác", "Mã định danh")


@pytest.fixture
def sheet(tmp_path: Path) -> Any:
    """A function that writes rows into an .xlsx file and returns its path."""

    def write(*rows: Sequence[Any]) -> Path:
        path = tmp_path / "co-quan.xlsx"
        with xlsxwriter.Workbook(path) as book:
            page = book.add_worksheet()
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
        return path

    return write


def test_the_columns_are_found_by_their_vietnamese_headings(sheet: Any) -> None:
    row = (1, "Phòng Nội vụ", "P. NV", "Phòng", "Phòng NV; Phòng Nội vụ Huyện", "H20.14")
    assert read_offices(sheet(HEADS, row)) == [
        {
            "name": "Phòng Nội vụ",
            "short_name": "P. NV",
            "kind": Kind.OFFICE,
            "called": ["Phòng NV", "Phòng Nội vụ Huyện"],
            "identifier": "H20.14",
        }
    ]


@pytest.mark.parametrize(
    "head", ["TÊN CƠ QUAN", "Tên đơn vị", "Cơ quan", "ĐƠN VỊ", "Tên cơ quan, đơn vị", "name"]
)
def test_the_column_of_names_may_be_headed_in_several_ways(sheet: Any, head: str) -> None:
    assert read_offices(sheet([head], ["Sở Công Thương"]))[0]["name"] == "Sở Công Thương"


def test_the_name_alone_is_enough(sheet: Any) -> None:
    assert read_offices(sheet(["Tên cơ quan"], ["UBND xã Tân Bình"])) == [
        {"name": "UBND xã Tân Bình", "called": [], "kind": Kind.COMMUNE}
    ]


def test_empty_rows_are_passed_over(sheet: Any) -> None:
    found = read_offices(sheet(HEADS, (1, "Phòng Nội vụ"), ("", "  "), (), (2, "Phòng Y tế")))
    assert [office["name"] for office in found] == ["Phòng Nội vụ", "Phòng Y tế"]


def test_a_code_stored_as_a_number_stays_a_code(sheet: Any) -> None:
    row = (1, "Phòng Nội vụ", "", "", "", 30145)
    assert read_offices(sheet(HEADS, row))[0]["identifier"] == "30145"


def test_a_name_is_stored_composed_and_on_one_line(sheet: Any) -> None:
    written = unicodedata.normalize("NFD", "Phòng  Kinh tế\nvà Hạ tầng")
    assert read_offices(sheet(HEADS, (1, written)))[0]["name"] == "Phòng Kinh tế và Hạ tầng"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Ủy ban nhân dân", Kind.COMMITTEE),
        ("phòng", Kind.OFFICE),
        ("Thị trấn", Kind.COMMUNE),
        ("Sở", Kind.DEPARTMENT),
        ("Trung tâm", Kind.CENTRE),
        ("Đoàn thể", Kind.ORGANISATION),
        ("commune", Kind.COMMUNE),
    ],
)
def test_a_kind_that_is_written_wins_over_the_name(sheet: Any, said: str, kind: Kind) -> None:
    assert read_offices(sheet(HEADS, (1, "Ban Quản lý chợ", "", said)))[0]["kind"] == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ủy ban nhân dân huyện Bình Sơn", Kind.COMMITTEE),
        ("UBND xã Phú Lâm", Kind.COMMUNE),
        ("Uỷ ban nhân dân thị trấn Phú Lâm", Kind.COMMUNE),
        ("Văn phòng HĐND và UBND", Kind.OFFICE),
        ("Sở Tài chính", Kind.DEPARTMENT),
        ("Trung tâm Khuyến nông", Kind.CENTRE),
        ("Hội Nông dân", Kind.ORGANISATION),
        ("Hội đồng nhân dân", Kind.OTHER),
        ("Công an huyện", Kind.OFFICE),
        ("Sông Xanh", Kind.OTHER),
    ],
)
def test_otherwise_the_first_words_of_the_name_tell_the_kind(name: str, kind: Kind) -> None:
    assert guess_kind(name) == kind


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((), "dòng đầu phải có cột “Tên cơ quan”"),
        ((("Danh sách cơ quan",), ("Phòng Nội vụ",)), "dòng đầu phải có cột “Tên cơ quan”"),
        ((HEADS,), "chưa có cơ quan nào"),
        ((HEADS, (1, "Phòng Nội vụ", "", "Tổ")), "Dòng 2: không có loại cơ quan “Tổ”"),
        ((HEADS, (1, "P" * 201)), "Dòng 2: “PPPPPPPPPPPPPPPPPPPPPPPPPPPPPP…” dài 201"),
        ((HEADS, (1, "Phòng Nội vụ", "N" * 101)), "nhiều nhất được 100"),
        (
            (HEADS, (1, "Ủy ban xã"), (2, "Phòng Y tế"), (3, "UỶ BAN XÃ")),
            "Dòng 4: “UỶ BAN XÃ” đã có ở dòng 2",
        ),
    ],
)
def test_a_sheet_that_cannot_be_taken_says_where(sheet: Any, rows: Any, words: str) -> None:
    with pytest.raises(BadSheet, match=words.replace("(", r"\(")):
        read_offices(sheet(*rows))


@pytest.mark.parametrize(
    "content", [b"", b"Ten co quan\nPhong Noi vu\n", b"PK\x03\x04" + b"\0" * 40]
)
def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "co-quan.xlsx"
    path.write_bytes(content)
    with pytest.raises(BadSheet, match=r"co-quan\.xlsx is no readable \.xlsx"):
        read_offices(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSheet, match=r"khong-co\.xlsx"):
        read_offices(tmp_path / "khong-co.xlsx")
