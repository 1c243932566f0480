import pytest

from vanban.model import Line, Mention
from vanban.offices.agencies import read_agencies, read_assigned
from vanban.offices.lists import Names
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


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Bộ Nội vụ Bộ Y tế", ["Bộ Nội vụ", "Bộ Y tế"]),
        ("Sở Y tế,Thanh tra tỉnh", ["Sở Y tế", "Thanh tra tỉnh"]),
        ("Sở Y tế/các bệnh viện công lập", ["Sở Y tế", "các bệnh viện công lập"]),
        ("Sở Y tế & Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
        ("Sở Y tế hoặc Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
        ("sở Y tế, công an tỉnh", ["sở Y tế", "công an tỉnh"]),
        ("VTV, VOV, các địa phương", ["VTV", "VOV", "các địa phương"]),
        ("Viettel, Vinaphone, VNPT", ["Viettel", "Vinaphone", "VNPT"]),
        ("Sở Công Thương, EVN, UBND các xã", ["Sở Công Thương", "EVN", "UBND các xã"]),
        ("Phòng VH, TT", ["Phòng VH, TT"]),
        ("BCH Quân sự xã, ĐU các xã, TT Y tế", ["BCH Quân sự xã", "ĐU các xã", "TT Y tế"]),
        ("Văn phòng UBND Tỉnh", ["Văn phòng UBND Tỉnh"]),
        ("Sở Y tế, Sở Nội vụ, Sở", ["Sở Y tế", "Sở Nội vụ"]),
        ("các Chi cục: Thủy sản, Kiểm lâm", ["Chi cục Thủy sản", "Chi cục Kiểm lâm"]),
        ("Các Sở Nội vụ, Tư pháp và Y tế", ["Sở Nội vụ", "Sở Tư pháp", "Sở Y tế"]),
        (
            "Các Sở: Văn hóa, Thể thao và Du lịch, Công Thương; Công an tỉnh",
            ["Sở Văn hóa, Thể thao và Du lịch", "Sở Công Thương", "Công an tỉnh"],
        ),
        ("Phòng Nội vụ, Tư pháp", ["Phòng Nội vụ", "Phòng Tư pháp"]),
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Cục Quản lý Khám, chữa bệnh", ["Cục Quản lý Khám, chữa bệnh"]),
        ("các trường Tiểu học, THCS trên địa bàn", ["các trường Tiểu học, THCS trên địa bàn"]),
        ("Các Ban HĐND tỉnh", ["Các Ban HĐND tỉnh"]),
        (
            "UBND các xã trực tiếp làm tại cơ sở. Sở Y tế chủ trì về chuyên môn.",
            ["UBND các xã", "Sở Y tế"],
        ),
        ("các đơn vị quản lý hệ thống", ["các đơn vị quản lý hệ thống"]),
        ("Ban Chỉ đạo thực hiện Đề án số hóa", ["Ban Chỉ đạo thực hiện Đề án số hóa"]),
        ("Đề nghị phối hợp với các Bộ liên quan", ["các Bộ liên quan"]),
    ],
)
def test_offices_are_told_apart_however_they_are_listed(line: str, expected: list[str]) -> None:
    assert names(line) == expected


def test_a_numbered_list_names_an_office_in_every_line() -> None:
    assert names("1. Sở Y tế", "2. Sở Nội vụ") == ["Sở Y tế", "Sở Nội vụ"]


def test_the_document_itself_shows_where_a_comma_stands_inside_a_name() -> None:
    words = words_of([Line(1, "Các Vụ: Cây trồng, Phân bón và Giống, Đối ngoại")])
    unaided = [mention.name for mention in read_agencies(words)]
    assert unaided == ["Vụ Cây trồng", "Vụ Phân bón và Giống", "Vụ Đối ngoại"]
    named = Names("Theo đề nghị của Vụ trưởng Vụ Cây trồng, Phân bón và Giống.")
    assert [mention.name for mention in read_agencies(words, named)] == [
        "Vụ Cây trồng, Phân bón và Giống",
        "Vụ Đối ngoại",
    ]


def test_an_expanded_office_is_quoted_by_the_words_printed() -> None:
    second = offices("các Chi cục: Thủy sản, Kiểm lâm")[1]
    assert (second.name, second.quote and second.quote.text) == ("Chi cục Kiểm lâm", "Kiểm lâm")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Theo phân công tại Quyết định số 81/QĐ-UBND ngày 02/3/2026", "81/QĐ-UBND"),
        ("Các đơn vị theo Phụ lục II", ""),
        ("Các cơ quan, đơn vị được giao tại Kế hoạch số 12/KH-SYT", "12/KH-SYT"),
    ],
)
def test_a_document_that_says_who_is_no_office(line: str, number: str) -> None:
    assigned = read_assigned(words_of([Line(1, line)]))
    assert assigned.mentions == ()
    assert [(one.relation, one.number) for one in assigned.references] == [("assigns", number)]


def test_an_office_with_a_document_in_brackets_stays_an_office() -> None:
    assert names("Sở Y tế (theo Quyết định số 81/QĐ-UBND)") == ["Sở Y tế"]


def test_a_clause_behind_a_name_becomes_its_note() -> None:
    assert offices("Sở Y tế triển khai phần mềm")[0].note == "triển khai phần mềm"


def test_a_name_that_is_cut_off_is_told() -> None:
    assert read_assigned(words_of([Line(1, "Sở Y tế, Sở")])).cut
    assert not read_assigned(words_of([Line(1, "Sở Y tế, Sở Nội vụ")])).cut


def test_a_branch_belongs_to_the_body_named_before_it() -> None:
    words = words_of([Line(1, "Ngân hàng Chính sách xã hội - Chi nhánh tỉnh An Thịnh; Sở Y tế")])
    assert [mention.name for mention in read_agencies(words)] == [
        "Ngân hàng Chính sách xã hội - Chi nhánh tỉnh An Thịnh",
        "Sở Y tế",
    ]
