import pytest

from vanban.agencies import read_agencies
from vanban.model import Line, Mention
from vanban.passages import words_of


def offices(*lines: str) -> tuple[Mention, ...]:
    return read_agencies(words_of([Line(number, text) for number, text in enumerate(lines, 1)]))


def names(*lines: str) -> list[str]:
    return [mention.name for mention in offices(*lines)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["Phòng Kinh tế và", "Hạ tầng; Phòng", "Nông nghiệp và", "", "PTNT"],
            ["Phòng Kinh tế và Hạ tầng", "Phòng Nông nghiệp và PTNT"],
        ),
        (
            ["-Các phòng, ban ngànhHuyện;", "- Trung tâm giáo dục nghề", "", "nghiệpHuyện;"],
            ["Các phòng, ban ngành Huyện", "Trung tâm giáo dục nghề nghiệp Huyện"],
        ),
        (
            ["Sở Tư pháp, Công an tỉnh, UBND cấp huyện, cơ quan, đơn vị có liên quan"],
            ["Sở Tư pháp", "Công an tỉnh", "UBND cấp huyện", "cơ quan, đơn vị có liên quan"],
        ),
        (["Các Sở, Ban, ngành Tỉnh; UBND các xã, phường"], ["Các Sở, Ban, ngành Tỉnh", "UBND các xã, phường"]),
        (["Sở Văn hóa, Thể thao và Du lịch"], ["Sở Văn hóa, Thể thao và Du lịch"]),
        (["Phòng Lao động", "- Thương binh và Xã hội"], ["Phòng Lao động - Thương binh và Xã hội"]),
        (["Văn phòng HĐND và UBND tỉnh"], ["Văn phòng HĐND và UBND tỉnh"]),
        (["Sở Tài chính và Sở Xây dựng"], ["Sở Tài chính", "Sở Xây dựng"]),
        (
            ["Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội"],
            ["Ủy ban Mặt trận Tổ quốc Việt Nam", "các tổ chức chính trị - xã hội"],
        ),
        (["Lãnh đạo ", "Công an tỉnh"], ["Công an tỉnh"]),
        (["Sở Công Thương", "Sở Tài chính"], ["Sở Công Thương", "Sở Tài chính"]),
        (["VTV, VOV, các địa phương"], ["VTV", "VOV", "các địa phương"]),
        ([""], []),
        (["-"], []),
    ],
)  # fmt: skip
def test_a_cell_names_its_offices(lines: list[str], expected: list[str]) -> None:
    assert names(*lines) == expected


def test_the_words_stay_as_printed_beside_the_repaired_name() -> None:
    (office,) = offices("- Các phòng, ban ngànhHuyện;")
    assert (office.text, office.name) == ("Các phòng, ban ngànhHuyện", "Các phòng, ban ngành Huyện")


def test_a_note_in_brackets_is_no_part_of_the_name() -> None:
    (office,) = offices("- Sở CôngThương (hỗ trợ)")
    assert (office.text, office.name, office.note) == (
        "Sở CôngThương (hỗ trợ)",
        "Sở Công Thương",
        "hỗ trợ",
    )


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("UBND các xã, thị trấn", True),
        ("Các cơ quan liên quan", True),
        ("UBND cấp xã", True),
        ("Sở, ban, ngành", True),
        ("UBND xã Phú Hữu", False),
        ("Phòng Tài chính - Kế hoạch", False),
    ],
)
def test_a_group_is_told_from_one_office(text: str, group: bool) -> None:
    assert [office.group for office in offices(text)] == [group]


def test_an_office_knows_its_lines() -> None:
    first, second = offices("- Trạm Thú y", "- Trung tâm tư vấn và", "Phát triển nghề")
    places = [(one.quote.line, one.quote.last_line) for one in (first, second) if one.quote]
    assert places == [(1, 1), (2, 3)]
