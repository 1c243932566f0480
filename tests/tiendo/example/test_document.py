"""The example plan: laid out as decreed, in our own words, and read without a single mistake."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.vanban.documents import lines
from tiendo.example import content
from tiendo.example.document import build
from vanban.model import Reading
from vanban.reader import read
from vanban.text import fold, squash

ORIGINALS = Path(__file__).resolve().parents[4] / "shared" / "plans"
WORDS_IN_A_ROW = 8
FORMS = (content.ANNEX_GUIDE, content.NATION, content.MOTTO)  # their words are prescribed
OFFICES = (
    "Ủy ban nhân dân huyện Hồng Ngự",
    "Ủy ban nhân dân Huyện",
    "Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội Huyện",
    "Phòng Lao động - Thương binh và Xã hội",
    "Phòng Nông nghiệp và Phát triển nông thôn",
    "Trung tâm tư vấn và Phát triển công nghiệp Tỉnh",
    "Phòng Tài nguyên và Môi trường",
    "Phòng Tài chính và Kế hoạch",
    "Phòng Kinh tế và Hạ tầng",
    "Các phòng, ban ngành Huyện",
    "UBND các xã, thị trấn",
)

GROUPS = ["Các phòng, ban ngành Huyện", "UBND các xã, thị trấn"]
INFRASTRUCTURE = "Phòng Kinh tế và Hạ tầng"
CONSULTING = "Trung tâm tư vấn và Phát triển công nghiệp Tỉnh"
ENVIRONMENT = "Phòng Tài nguyên và Môi trường"
FINANCE = "Phòng Tài chính và Kế hoạch"
FARMING = "Phòng Nông nghiệp và PTNT"
YEARLY = ("Hằng năm", "recurring", None, None, "year")
UNTIL_2025 = ("2021-2025", "year-range", "2021-01-01", "2025-12-31", None)

LEADS = {
    "6": [INFRASTRUCTURE, FARMING],
    "7": ["Phòng KT-HT", "Phòng TN-MT"],
    "8": ["Phòng Lao động TB và XH"],
    "9": [FINANCE],
    "10": [FARMING],
    "12": [FINANCE],
    "13": [ENVIRONMENT],
    "14": [ENVIRONMENT],
}
COORDINATING = {
    "2": [*GROUPS, "Sở Công Thương"],
    "5": [*GROUPS, CONSULTING],
    "6": ["UBND các xã, thị trấn", CONSULTING],
    "8": [GROUPS[0], "Trung tâm Giáo dục nghề nghiệp Huyện", GROUPS[1]],
    "12": [INFRASTRUCTURE, GROUPS[1]],
    "13": [INFRASTRUCTURE, GROUPS[1]],
    "14": [GROUPS[1]],
}
DEADLINES = {
    "1": ("2021-2022", "year-range", "2021-01-01", "2022-12-31", None),
    "2": ("(chờ Tỉnh duyệt lại đề án điều chỉnh)", "conditional", None, None, None),
    "7": ("Giai đoạn 2021-2025", *UNTIL_2025[1:]),
    "10": ("2021-2030", "year-range", "2021-01-01", "2030-12-31", None),
    "11": UNTIL_2025,
    "13": UNTIL_2025,
}
FIRST, LAST = ("2021-01-01", "2025-12-31"), (None, "2030-12-31")
TARGETS = [
    ("Tỷ trọng công nghiệp", ">=", False, ("12.5",), "% tổng giá trị sản xuất", FIRST),
    ("Tốc độ tăng trưởng công nghiệp", "=", False, ("8.0",), "%/năm", FIRST),
    ("Tốc độ tăng trưởng khâu chế biến", "=", False, ("6.5",), "%/năm", FIRST),
    ("Tỷ lệ lao động công nghiệp đã qua đào tạo", ">=", True, ("75",), "%", FIRST),
    ("Tỷ lệ lao động học nghề bài bản", "=", False, ("60",), "%", FIRST),
    ("số việc làm tăng thêm", ">=", True, ("550",), "lao động/năm", FIRST),
    ("Giá trị hàng công nghiệp xuất khẩu", "=", False, ("100",), "triệu USD", FIRST),
    ("Huy động vốn làm hạ tầng", "=", False, ("1",), "cụm công nghiệp", FIRST),
    ("Tỷ trọng công nghiệp", ">=", False, ("15",), "% tổng giá trị sản xuất", LAST),
    ("Tỷ trọng công nghiệp chế tạo", "range", False, ("5", "6"), "%", LAST),
]
DUTIES_OF_ACTORS = [1, 7, 2, 3, 1, 1, 2, 1]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "plan.docx"
    build(path)
    return path


@pytest.fixture(scope="module")
def reading(path: Path) -> Reading:
    return read(path)


def test_its_head_is_read_with_blanks_left_blank(reading: Reading) -> None:
    header = reading.header

    assert header.issuer == "Ủy ban nhân dân huyện Hồng Ngự"
    assert (header.number, header.number_blank) == ("/KH-UBND", True)
    assert (header.place, header.date) == ("Hồng Ngự", "2022-02")
    assert (header.kind, header.title) == ("Kế hoạch", content.TITLE)
    assert header.signer_capacity == "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"
    assert header.signer is None
    assert header.secrecy is None


def test_it_names_the_plan_it_carries_out(reading: Reading) -> None:
    named = {
        one.relation: (one.kind, one.number, one.date, one.issuer)
        for one in reading.header.references
    }

    assert named["carries_out"] == ("Kế hoạch", "62-KH/HU", "2022-01-25", "Huyện ủy Hồng Ngự")
    assert named["basis"] == ("Luật", "", "2015-06-19", "")


def test_its_fourteen_tasks_are_read_in_every_field(reading: Reading) -> None:
    assert [(task.no, task.title) for task in reading.tasks] == [row[:2] for row in content.TASKS]
    for task in reading.tasks:
        deadline = task.deadline
        assert [lead.name for lead in task.leads] == LEADS.get(task.no, [INFRASTRUCTURE])
        assert [one.name for one in task.coordinating] == COORDINATING.get(task.no, GROUPS)
        assert DEADLINES.get(task.no, YEARLY) == (
            deadline.text,
            deadline.kind,
            deadline.start,
            deadline.end,
            deadline.recurrence,
        )


def test_its_eighteen_duties_are_read_under_their_eight_actors(reading: Reading) -> None:
    by_actor: dict[str, list[str]] = {}
    for duty in reading.duties:
        by_actor.setdefault(duty.actor_no, []).append(duty.no)

    assert [len(numbers) for numbers in by_actor.values()] == DUTIES_OF_ACTORS
    assert all(
        numbers == [str(one) for one in range(1, len(numbers) + 1)] for numbers in by_actor.values()
    )
    assert [duty.text for duty in reading.duties if duty.product] != []


def test_the_duties_are_word_for_word_those_written(reading: Reading) -> None:
    written = [text for part in content.DUTIES.parts for text in part.paragraphs or (part.heading,)]

    for duty, text in zip(reading.duties, written, strict=True):
        assert squash(text).endswith(squash(duty.text))


def test_its_ten_targets_are_read_in_every_field(reading: Reading) -> None:
    figures = [target for target in reading.targets if target.values]

    assert [
        (one.indicator, one.comparator, one.strict, one.values, one.unit, (one.start, one.end))
        for one in figures
    ] == TARGETS
    assert [one.average for one in figures] == [False, True, *[False] * 8]
    assert [one.price_basis for one in figures[1:3]] == ["giá so sánh năm 2010"] * 2
    assert figures[5].recurrence == "year"


def test_three_aims_are_set_in_words(reading: Reading) -> None:
    aims = [target for target in reading.targets if not target.values]

    assert [(aim.comparator, aim.unit, aim.end) for aim in aims] == [
        (None, None, "2025-12-31"),
        (None, None, "2030-12-31"),
        (None, None, "2030-12-31"),
    ]


def test_every_quote_stands_on_its_lines(reading: Reading) -> None:
    printed = {line.number: line.text for line in lines(reading.source)}
    quotes = [
        quote
        for item in (*reading.tasks, *reading.duties, *reading.targets)
        for quote in item.quotes
    ]

    assert len(quotes) >= 14 + 18 + 13
    for quote in quotes:
        place = "".join(printed[number] for number in range(quote.line, quote.last_line + 1))
        assert squash(quote.text) in squash(place)


def test_a_search_for_industry_promotion_finds_tasks_6_and_12(reading: Reading) -> None:
    assert [task.no for task in reading.tasks if "khuyen cong" in fold(task.title)] == ["6", "12"]


def test_nobody_signs_it() -> None:
    assert content.SIGNER == "(mẫu)"


def test_paper_margins_and_letters_are_those_of_the_decree(path: Path) -> None:
    document = Document(str(path))

    for section in document.sections:
        assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
        assert 20 <= round(section.top_margin.mm) <= 25
        assert 30 <= round(section.left_margin.mm) <= 35
        assert 15 <= round(section.right_margin.mm) <= 20
        assert section.different_first_page_header_footer
    assert document.styles["Normal"].font.name == "Times New Roman"
    sizes = {run.font.size.pt for paragraph in document.paragraphs for run in paragraph.runs}
    assert sizes <= {13.0, 14.0}


def test_page_numbers_stand_centred_above_the_text(path: Path) -> None:
    head = Document(str(path)).sections[0].header.paragraphs[0]

    assert head.alignment is not None
    assert [part.text for part in head._p.iter(qn("w:instrText"))] == ["PAGE"]


def test_the_task_table_repeats_its_head_on_every_page(path: Path) -> None:
    table = Document(str(path)).tables[-1]

    assert [cell.text for cell in table.rows[0].cells] == list(content.COLUMNS)
    assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None


def shingles(text: str) -> set[tuple[str, ...]]:
    for office in OFFICES:
        text = re.sub(
            re.sub(r"\s+", r"\\s+", re.escape(office).replace(r"\ ", " ")), " | ", text, flags=re.I
        )
    words = [word for part in text.split() if (word := re.sub(r"[^\w|]", "", fold(part)))]
    rows = zip(*(words[start:] for start in range(WORDS_IN_A_ROW)), strict=False)
    return {row for row in rows if "|" not in row}


@pytest.mark.skipif(
    not ORIGINALS.is_dir(), reason="../shared/plans is not here: nothing to compare with"
)
def test_no_sentence_is_taken_from_a_real_plan(reading: Reading) -> None:
    printed = [line.text for line in lines(reading.source) if line.text not in FORMS]
    ours = set().union(*map(shingles, printed))

    for original in sorted(ORIGINALS.glob("*.txt")):
        assert ours & shingles(original.read_text("utf-8")) == set()


def test_consecutive_words_are_what_is_compared() -> None:
    words = "một hai ba bốn năm sáu bảy tám chín"

    assert [len(row) for row in shingles(words)] == [WORDS_IN_A_ROW] * 2
    assert all(first != second for first, second in pairwise(sorted(shingles(words))))
