"""The head of a document: what is printed is read, what is blank stays blank."""

from pathlib import Path

import pytest

from tests.vanban.documents import lines, text_source
from vanban.header import read_header
from vanban.model import Header
from vanban.text import squash

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
PLAN = f"""\
ỦY BAN NHÂN DÂN
TỈNH AN THỊNH
SỞ VIỆC LÀM
{NATION}
Số: 45/KH-SVL
An Thịnh, ngày 05 tháng 3 năm 2024

KẾ HOẠCH
Đào tạo nghề cho lao động nông thôn
năm 2024

Căn cứ Luật Việc làm ngày 16 tháng 11 năm 2013;
Căn cứ Nghị định số 12/2023/NĐ-CP ngày 1/2/2023 của Chính phủ về thi hành Nghị quyết số 5/NQ-CP;
Thực hiện Quyết định số 77/QĐ-UBND ngày 02 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh An Thịnh, \
Sở Việc làm xây dựng Kế hoạch như sau:

I. MỤC ĐÍCH
1. Thi hành Thông tư số 8/2022/TT-BLĐ cho tốt.

Nơi nhận:
- Như trên;

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
(Đã ký)
Nguyễn Thị Mẫu
"""


def head(folder: Path, text: str) -> Header:
    return read_header(text_source(text, folder))


def test_every_part_of_a_full_head_is_read(tmp_path: Path) -> None:
    header = head(tmp_path, PLAN)

    assert header.issuer == "Sở Việc làm"
    assert (header.number, header.number_blank) == ("45/KH-SVL", False)
    assert (header.place, header.date) == ("An Thịnh", "2024-03-05")
    assert (header.kind, header.title) == (
        "Kế hoạch",
        "Đào tạo nghề cho lao động nông thôn năm 2024",
    )
    assert (header.signer_capacity, header.signer) == (
        "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
        "Nguyễn Thị Mẫu",
    )


def test_the_document_is_no_reference_of_its_own_annex(tmp_path: Path) -> None:
    annex = PLAN + "\n\nPHỤ LỤC\n(Kèm theo Kế hoạch số 45/KH-SVL ngày 05/3/2024 của Sở Việc làm)\n"

    numbers = [one.number for one in head(tmp_path, annex).references]

    assert "45/KH-SVL" not in numbers
    assert "8/2022/TT-BLĐ" in numbers


def test_references_know_what_they_are_for(tmp_path: Path) -> None:
    references = [
        (one.relation, one.kind, one.number, one.date, one.issuer)
        for one in head(tmp_path, PLAN).references
    ]

    assert references == [
        ("basis", "Luật", "", "2013-11-16", ""),
        ("basis", "Nghị định", "12/2023/NĐ-CP", "2023-02-01", "Chính phủ"),
        ("mentions", "Nghị quyết", "5/NQ-CP", "", ""),
        ("carries_out", "Quyết định", "77/QĐ-UBND", "2024-01-02", "Ủy ban nhân dân tỉnh An Thịnh"),
        ("mentions", "Thông tư", "8/2022/TT-BLĐ", "", ""),
    ]


def test_every_quote_of_the_head_stands_on_its_lines(tmp_path: Path) -> None:
    source = text_source(PLAN, tmp_path)
    header = read_header(source)
    printed = {line.number: line.text for line in lines(source)}

    assert set(header.quotes) >= {"issuer", "number", "date", "place", "kind", "title", "signer"}
    for quote in [*header.quotes.values(), *(one.quote for one in header.references)]:
        assert quote is not None
        place = "".join(printed[number] for number in range(quote.line, quote.last_line + 1))
        assert squash(quote.text) in squash(place)


@pytest.mark.parametrize(
    ("printed", "number", "blank"),
    [
        ("Số: 05/KH-UBND", "05/KH-UBND", False),
        ("Số:12 /KH-UBND", "12/KH-UBND", False),
        ("Số: /KH-UBND", "/KH-UBND", True),
        ("Số: ……/KH-UBND", "/KH-UBND", True),
        ("Số:            /KH-UBND", "/KH-UBND", True),
        ("Số 62-KH/HU", "62-KH/HU", False),
        ("Số: 7/QĐ-UBND.HC", "7/QĐ-UBND.HC", False),
        ("không có số", None, False),
    ],
)
def test_numbers_are_kept_as_printed(
    tmp_path: Path, printed: str, number: str | None, blank: bool
) -> None:
    header = head(tmp_path, f"{printed}\nKẾ HOẠCH\nTrồng rừng\n")

    assert (header.number, header.number_blank) == (number, blank)


@pytest.mark.parametrize(
    ("printed", "place", "date"),
    [
        ("Bình Yên, ngày 21 tháng 02 năm 2022", "Bình Yên", "2022-02-21"),
        ("Bình Yên, ngày tháng 02 năm 2022", "Bình Yên", "2022-02"),
        ("Bình Yên, ngày … tháng … năm 2022", "Bình Yên", "2022"),
        ("Bình Yên, ngày 5 tháng năm 2022", "Bình Yên", "2022"),
        ("Bình Yên, ngày 31 tháng 02 năm 2022", "Bình Yên", "2022-02"),
        ("Bình Yên, ngày 29 tháng 02 năm 2024", "Bình Yên", "2024-02-29"),
        ("Bình Yên, ngày tháng năm 20", None, None),
    ],
)
def test_a_day_is_known_as_far_as_it_is_printed(
    tmp_path: Path, printed: str, place: str | None, date: str | None
) -> None:
    header = head(tmp_path, f"Số: /KH-UBND {printed}\nKẾ HOẠCH\nTrồng rừng\n")

    assert (header.place, header.date) == (place, date)
