"""Printed lines in reading order: columns, gaps, page numbers, tables without rules."""

import pytest

from tests.vanban.layout.drawing import (
    HEIGHT,
    WIDTH,
    line,
    page,
    paragraph,
    rows_of,
    table_page,
    tables,
    texts,
)
from vanban.layout.blocks import blocks_of
from vanban.layout.geometry import PageLayout, PlacedWord
from vanban.model import Line

LONG = "Xã giữ cho mọi đường làng luôn sạch và xanh trong suốt cả năm nay nhé"
HEAD = [
    *line("ỦY BAN NHÂN DÂN", 80, 60, bold=True),
    *line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 260, 60, bold=True),
    *line("XÃ BÌNH MINH", 90, 72, bold=True),
    *line("Độc lập - Tự do - Hạnh phúc", 290, 72, bold=True),
    *line("Số: 12/KH-UBND", 85, 90),
    *line("Bình Minh, ngày 05 tháng 3 năm 2026", 280, 90),
    *line("KẾ HOẠCH", 275, 120, bold=True),
]


def filled(*words: list[PlacedWord], number: int = 1) -> PageLayout:
    """A page with lines of running text above these words."""
    return page(paragraph([LONG] * 8, 80, 150), *words, number=number)


def test_words_are_put_in_order_by_their_places() -> None:
    words = line("Trồng cây ven đường", 80, 100)
    assert texts(page(words[::-1])) == ["Trồng cây ven đường"]


def test_a_small_raised_word_belongs_to_its_line() -> None:
    words = [*line("Diện tích 40 m", 80, 100), *line("2", 150, 99, size=6), *line("đất", 160, 100)]
    assert texts(page(words)) == ["Diện tích 40 m 2 đất"]


def test_the_head_is_read_left_column_first() -> None:
    assert [text for text in texts(filled(HEAD)) if text][:7] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ BÌNH MINH",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Bình Minh, ngày 05 tháng 3 năm 2026",
        "KẾ HOẠCH",
    ]


def test_a_head_whose_sides_stand_at_other_heights_is_read_in_columns_too() -> None:
    shifted = [w._replace(top=w.top + 6, bottom=w.bottom + 6) if w.left < 230 else w for w in HEAD]
    kept = [text for text in texts(filled(shifted)) if text]
    assert kept[:4] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ BÌNH MINH",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]


def test_receivers_stand_before_the_signature() -> None:
    block = [
        *line("TM. ỦY BAN NHÂN DÂN", 330, 300, bold=True),
        *line("Nơi nhận:", 80, 312, bold=True),
        *line("CHỦ TỊCH", 360, 312, bold=True),
        *paragraph(["- Như mục II;", "- Đảng ủy xã;", "- Các thôn;", "- Lưu: VT."], 80, 324),
        *line("Nguyễn Thị Bưởi", 345, 355, bold=True),
    ]
    kept = [text for text in texts(filled(block)) if text][8:]
    assert kept == [
        "Nơi nhận:", "- Như mục II;", "- Đảng ủy xã;", "- Các thôn;", "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Thị Bưởi",
    ]  # fmt: skip


def test_wide_spaces_of_justified_text_make_no_columns() -> None:
    words = [
        *line("Các thôn", 80, 300),
        *line("cùng làm", 150, 300),
        *line("sạch đường làng", 250, 300),
    ]
    more = paragraph([LONG] * 4, 80, 312)
    assert "Các thôn cùng làm sạch đường làng" in texts(page(words, more))


def test_more_room_than_usual_is_a_gap() -> None:
    words = [*paragraph([LONG, LONG, LONG], 80, 100), *paragraph([LONG, LONG], 80, 160)]
    assert [bool(text) for text in texts(page(words))] == [True, True, True, False, True, True]


@pytest.mark.parametrize("text", ["2", "- 2 -", "Trang 2", "2/14", "Trang 2/14"])
@pytest.mark.parametrize("top", [30, HEIGHT - 40])
def test_page_numbers_are_left_out(text: str, top: float) -> None:
    assert text not in texts(filled(line(text, 290, top)))


def test_a_number_within_the_page_stays() -> None:
    assert "2" in texts(filled(line("2", 290, 400), line(LONG, 80, 420)))


def test_a_running_head_stands_once() -> None:
    pages = [filled(line("Kế hoạch của xã", 240, 40), number=n) for n in range(1, 5)]
    assert texts(*pages).count("Kế hoạch của xã") == 1


def test_an_electronic_signature_in_small_letters_is_no_part_of_the_document() -> None:
    stamp = [
        *line("Người ký: Ủy ban nhân dân", 400, 40, size=6),
        *line("xã Bình Minh", 400, 47, size=6),
        *line("Cơ quan: Tỉnh Đồng Xanh", 400, 54, size=6),
        *line("Thời gian ký: 05.03.2026 09:15:15 +07:00", 400, 61, size=6),
    ]
    read = [text for text in texts(filled(HEAD, stamp)) if text]
    assert read == [text for text in texts(filled(HEAD)) if text]


def test_small_print_that_is_no_signature_stays() -> None:
    small = [
        *line("Cơ quan: Trạm Y tế xã", 80, 300, size=6),
        *line("Ghi chú: việc mới", 80, 310, size=6),
    ]
    read = texts(filled(small))
    assert "Cơ quan: Trạm Y tế xã" in read
    assert "Ghi chú: việc mới" in read


def test_boxes_are_fractions_of_the_page() -> None:
    (first,) = (block for block in blocks_of([page(line("Kế hoạch", 59.5, 84.2))]))
    assert isinstance(first, Line)
    assert first.box is not None
    assert (first.box.page, first.box.left, first.box.top) == (1, 0.1, 0.1)
    assert 0.1 < first.box.right < 0.2
    assert first.box.bottom == pytest.approx(94.2 / HEIGHT, abs=1e-4)


@pytest.mark.parametrize(
    ("turn", "box"),
    [
        (0, (0.1, 0.2, 0.3, 0.4)),
        (90, (0.2, 0.7, 0.4, 0.9)),
        (180, (0.7, 0.6, 0.9, 0.8)),
        (270, (0.6, 0.1, 0.8, 0.3)),
    ],
)
def test_boxes_of_a_turned_page_lie_on_the_page_as_its_file_shows_it(
    turn: int, box: tuple[float, ...]
) -> None:
    word = PlacedWord("Việc", 10, 20, 30, 40)
    (first,) = blocks_of([PageLayout(1, 100, 100, (word,), (), turn)])
    assert isinstance(first, Line)
    assert first.box is not None
    found = (first.box.left, first.box.top, first.box.right, first.box.bottom)
    assert found == pytest.approx(box)


def test_bold_and_centred_lines_are_known() -> None:
    words = [*line("KẾ HOẠCH", 240, 100, bold=True), *paragraph([LONG] * 3, 80, 120)]
    first, _, second, *_ = blocks_of([page(words)])
    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert (first.bold, first.centred, second.bold, second.centred) == (True, True, False, False)


ALIGNED = [
    *line("TT", 50, 100), *line("Nội dung", 90, 100), *line("Chủ trì", 300, 100), *line("Hạn", 420, 100),
    *line("1", 50, 115), *line("Trồng cây ven", 90, 115), *line("Thôn Đông", 300, 115), *line("Quý I", 420, 115),
    *line("đường làng", 90, 127),
    *line("2", 50, 142), *line("Làm cỏ", 90, 142), *line("Thôn Tây", 300, 142), *line("Quý II", 420, 142),
    *line("3", 50, 157), *line("Sơn rào", 90, 157), *line("Thôn Nam", 300, 157), *line("Quý IV", 420, 157),
]  # fmt: skip


def test_columns_that_only_stand_under_each_other_are_a_table() -> None:
    (table,) = tables(page(ALIGNED, paragraph([LONG] * 2, 80, 180)))
    assert rows_of(table) == [
        ["TT", "Nội dung", "Chủ trì", "Hạn"],
        ["1", "Trồng cây ven đường làng", "Thôn Đông", "Quý I"],
        ["2", "Làm cỏ", "Thôn Tây", "Quý II"],
        ["3", "Sơn rào", "Thôn Nam", "Quý IV"],
    ]


def test_running_text_around_such_a_table_stays_text() -> None:
    read = texts(page(paragraph([LONG], 80, 80), ALIGNED, paragraph([LONG], 80, 180)))
    assert [text for text in read if text] == [LONG, LONG]


def test_a_page_without_words_has_no_blocks() -> None:
    assert blocks_of([PageLayout(1, WIDTH, HEIGHT, ())]) == ()


def test_lines_of_a_cell_that_had_no_room_above_are_told_from_new_ones() -> None:
    cells = {
        (0, 0): "TT", (0, 1): "Việc", (0, 2): "Chủ trì",
        (1, 0): "1", (1, 1): "Trồng cây", (1, 2): "Văn phòng Hội đồng/nhân dân xã",
        (2, 0): "2", (2, 1): "Tưới cây", (2, 2): "Thôn Đông/Thôn Tây",
    }  # fmt: skip
    (table,) = tables(table_page(1, cells, xs=(50, 90, 290, 390)))
    assert [[line.wrapped for line in row[2].lines] for row in table.rows[1:]] == [
        [False, True],
        [False, False],
    ]


def test_a_bullet_begins_anew_though_the_line_above_is_full() -> None:
    cells = {(0, 0): "TT", (0, 1): "Việc", (1, 0): "1", (1, 1): "- Trồng cây xanh/- Tưới cây xanh"}
    (table,) = tables(table_page(1, cells, xs=(50, 90, 180)))
    assert [line.wrapped for line in table.rows[1][1].lines] == [False, False]
