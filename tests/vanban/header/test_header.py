"""The head of a document: what is printed is read, what is blank stays blank."""

from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH

from tests.vanban.documents import lines, text_source, word_source
from vanban.header.reading import read_header
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


@pytest.mark.parametrize(
    ("letterhead", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN\nHUYỆN PHÚ AN", "Ủy ban nhân dân huyện Phú An"),
        ("UBND XÃ TÂN LỘC", "Ủy ban nhân dân xã Tân Lộc"),
        ("UỶ BAN NHÂN DÂN HUYỆN PHÚ AN -------", "Ủy ban nhân dân huyện Phú An"),
        ("HỘI ĐỒNG NHÂN DÂN\nTỈNH PHÚ AN\nVĂN PHÒNG", "Văn phòng hội đồng nhân dân tỉnh Phú An"),
        ("UBND HUYỆN PHÚ AN\nPHÒNG NỘI VỤ", "Phòng nội vụ"),
    ],
)
def test_the_letterhead_names_the_issuer(tmp_path: Path, letterhead: str, issuer: str) -> None:
    header = head(tmp_path, f"{letterhead}\n{NATION}\nSố: 1/KH-X\nKẾ HOẠCH\nTrồng rừng\n")

    assert header.issuer == issuer


def test_without_a_letterhead_the_annex_names_the_issuer(tmp_path: Path) -> None:
    caption = (
        "(Kèm theo Kế hoạch số: /KH-UBND ngày tháng năm 2021 của Uỷ ban\nnhân dân huyện Phú An)"
    )
    text = f"KẾ HOẠCH\nTrồng rừng\nPhụ lục\n{caption}"

    assert head(tmp_path, text).issuer == "Ủy ban nhân dân huyện Phú An"


def test_a_signature_alone_names_a_committee_only_where_the_place_is_known(tmp_path: Path) -> None:
    text = (
        "Phú An, ngày 1 tháng 2 năm 2022\nKẾ HOẠCH\nTrồng rừng\n{}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n"
    )

    known = head(tmp_path, text.format("Báo cáo Ủy ban nhân dân huyện Phú An trước ngày 5."))
    other = head(tmp_path, text.format("Báo cáo Ủy ban nhân dân tỉnh Bình Yên trước ngày 5."))

    assert known.issuer == "Ủy ban nhân dân huyện Phú An"
    assert other.issuer == "Ủy ban nhân dân"


@pytest.mark.parametrize("stamp", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_a_secrecy_stamp_alone_on_its_line_is_read(tmp_path: Path, stamp: str) -> None:
    assert head(tmp_path, f"  {stamp} \nSố: 1/KH-X\nKẾ HOẠCH\nTrồng rừng\n").secrecy == stamp


@pytest.mark.parametrize("words", ["Bảo MẬT thông tin", "Mật", "BÍ MẬT", "TÀI LIỆU MẬT"])
def test_the_word_in_other_company_is_no_stamp(tmp_path: Path, words: str) -> None:
    assert head(tmp_path, f"{words}\nSố: 1/KH-X\nKẾ HOẠCH\nTrồng rừng\n").secrecy is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("KẾ HOẠCH\nTrồng rừng\n\nphòng hộ\n\nThực hiện Nghị quyết số 1/NQ-X, lập kế hoạch:\n", "Trồng rừng phòng hộ"),
        ("KẾ HOẠCH\nTRỒNG RỪNG\nNĂM 2024\nI. MỤC ĐÍCH\n", "TRỒNG RỪNG NĂM 2024"),
        ("QUYẾT ĐỊNH\nBAN HÀNH QUY CHẾ\nCHỦ TỊCH ỦY BAN NHÂN DÂN\nCăn cứ Luật X;\n", "BAN HÀNH QUY CHẾ"),
        ("KẾ HOẠCH\nTrồng rừng\n_______\nNhằm phủ xanh đồi trọc, nay lập kế hoạch:\n", "Trồng rừng"),
        ("KẾ HOẠCH\nThực hiện phong trào trồng rừng\nĐể phủ xanh đồi trọc:\n", "Thực hiện phong trào trồng rừng"),
        ("KẾ HOẠCH\nI. MỤC ĐÍCH\n", None),
    ],
)  # fmt: skip
def test_the_title_ends_where_the_body_begins(tmp_path: Path, text: str, title: str | None) -> None:
    assert head(tmp_path, text).title == title


def test_in_a_word_file_the_title_is_what_is_bold(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        for text, bold in (
            ("KẾ HOẠCH", True),
            ("Trồng rừng", True),
            ("phòng hộ", True),
            ("Năm nay trồng 5 ha.", False),
        ):
            paragraph = document.add_paragraph()
            paragraph.add_run(text).bold = bold
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if bold else None

    assert read_header(word_source(tmp_path, write)).title == "Trồng rừng phòng hộ"


def test_stamps_and_urgency_are_no_part_of_the_issuers_name(tmp_path: Path) -> None:
    header = head(
        tmp_path, "UBND HUYỆN PHÚ AN\nTỐI MẬT\nHỎA TỐC\nSố: 1/KH-X\nKẾ HOẠCH\nTrồng rừng\n"
    )

    assert (header.issuer, header.secrecy) == ("Ủy ban nhân dân huyện Phú An", "TỐI MẬT")


def test_a_day_in_running_text_is_not_that_of_the_head(tmp_path: Path) -> None:
    assert head(tmp_path, "Đoàn họp ngày 05 tháng 3 năm 2024 tại trụ sở.\n").date is None


def test_a_text_without_a_head_has_none(tmp_path: Path) -> None:
    header = head(tmp_path, "Hôm nay trời đẹp, chúng tôi đi trồng cây.\n")

    assert header == Header()


def test_words_taken_out_of_the_source_are_read_no_more(tmp_path: Path) -> None:
    header = head(tmp_path, PLAN.replace("Nguyễn Thị Mẫu", "").replace("Số: 45/KH-SVL", ""))

    assert (header.signer, header.number) == (None, None)
    assert header.title == "Đào tạo nghề cho lao động nông thôn năm 2024"


@pytest.mark.parametrize(
    ("printed", "issuer"),
    [
        ("BẢO HIỂM XÃ HỘI VIỆT NAM BẢO HIỂM XÃ HỘI TỈNH AN THỊNH", "Bảo hiểm xã hội tỉnh An Thịnh"),
        ("BCH ĐOÀN TỈNH AN THỊNH\n***", "BCH Đoàn tỉnh An Thịnh"),
    ],
)
def test_the_issuer_is_the_body_named_last(printed: str, issuer: str, tmp_path: Path) -> None:
    plan = PLAN.replace("ỦY BAN NHÂN DÂN\nTỈNH AN THỊNH\nSỞ VIỆC LÀM", printed)
    assert read_header(text_source(plan, tmp_path)).issuer == issuer


def test_a_body_that_opens_with_a_day_is_no_part_of_the_title(tmp_path: Path) -> None:
    plan = PLAN.replace(
        "năm 2024\n\nCăn cứ Luật", "năm 2024\n\nNgày 28 tháng 3 năm 2024, Sở họp bàn:\nCăn cứ Luật"
    )
    title = read_header(text_source(plan, tmp_path)).title
    assert title == "Đào tạo nghề cho lao động nông thôn năm 2024"
