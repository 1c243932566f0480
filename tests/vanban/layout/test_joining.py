"""Tables that run over pages are one table again."""

import pytest

from tests.vanban.layout.drawing import Edge, line, page, rows_of, table_page, tables, text_of
from vanban.layout.geometry import PageLayout

HEAD = {(0, 0): "TT", (0, 1): "Nội dung việc", (0, 2): "Chủ trì", (0, 3): "Thời hạn"}


def row(place: int, *cells: str) -> dict[tuple[int, int], str]:
    return {(place, column): text for column, text in enumerate(cells) if text}


FIRST = (
    HEAD
    | row(1, "1", "Trồng cây ven đường", "Thôn Đông", "Quý I")
    | row(2, "2", "Làm cỏ các bồn hoa/trước nhà văn hóa và", "Thôn Tây", "Quý II")
)


def test_the_head_printed_again_is_left_out() -> None:
    second = HEAD | row(1, "3", "Sơn lại hàng rào", "Thôn Nam", "Quý III")
    (table,) = tables(table_page(1, FIRST), table_page(2, second))
    assert [cells[0] for cells in rows_of(table)] == ["TT", "1", "2", "3"]


def test_a_table_goes_on_without_a_head() -> None:
    second = row(0, "3", "Sơn lại hàng rào", "Thôn Nam", "Quý III")
    (table,) = tables(table_page(1, FIRST), table_page(2, second))
    assert rows_of(table)[3] == ["3", "Sơn lại hàng rào", "Thôn Nam", "Quý III"]


def test_a_row_cut_by_the_page_is_one_row() -> None:
    second = HEAD | row(1, "", "sân vận động xã") | row(2, "3", "Sơn rào", "Thôn Nam", "Quý III")
    (table,) = tables(table_page(1, FIRST), table_page(2, second))
    assert [cells[1] for cells in rows_of(table)[1:]] == [
        "Trồng cây ven đường",
        "Làm cỏ các bồn hoa trước nhà văn hóa và sân vận động xã",
        "Sơn rào",
    ]
    assert {line.page for line in table.rows[2][1].lines} == {1, 2}


def test_a_cut_row_is_known_in_a_table_without_numbers() -> None:
    first = row(0, "Việc", "Nội dung", "Chủ trì", "Hạn") | row(
        1, "Cây", "Trồng cây ở các bồn và", "Thôn Đông", "Quý I"
    )
    second = row(0, "", "dọc bờ kênh", "", "") | row(1, "Rào", "Sơn hàng rào", "Thôn", "Quý II")
    (table,) = tables(table_page(1, first), table_page(2, second))
    assert rows_of(table)[1][1] == "Trồng cây ở các bồn và dọc bờ kênh"


def test_a_row_without_a_number_that_says_something_new_stays_a_row() -> None:
    first = FIRST | row(2, "2", "Làm cỏ.", "Thôn Tây", "Quý II")
    second = row(0, "", "Sơn lại hàng rào", "Thôn Nam", "Quý III")
    (table,) = tables(table_page(1, first), table_page(2, second))
    assert rows_of(table)[3] == ["", "Sơn lại hàng rào", "Thôn Nam", "Quý III"]


def test_a_heading_over_all_columns_begins_a_row() -> None:
    wide = [("right", 0, 0), ("right", 0, 1), ("right", 0, 2)]
    second = {(0, 0): "II. Nước sạch"} | row(1, "3", "Đào giếng", "Thôn Nam", "Quý III")
    (table,) = tables(table_page(1, FIRST), table_page(2, second, wide))
    assert rows_of(table)[3:] == [["II. Nước sạch"], ["3", "Đào giếng", "Thôn Nam", "Quý III"]]


def merged(text_above: str, text_below: str) -> list[list[str]]:
    """Two rows on each page, "Chủ trì" merged over both of each."""
    edge = [("below", 1, 2)]
    first = HEAD | row(1, "1", "Trồng cây", text_above, "Quý I") | row(2, "2", "Tưới", "", "Quý I")
    second = HEAD | row(1, "3", "Làm cỏ", text_below, "Quý I") | row(2, "4", "Bón", "", "Quý I")
    (table,) = tables(table_page(1, first, edge), table_page(2, second, edge))
    cells = [cell for cells in table.rows[1:] for cell in cells if cell.column == 2]
    return [[text_of(cell), str(cell.rows)] for cell in cells]


def test_a_merged_cell_printed_on_both_pages_is_one_cell() -> None:
    assert merged("Đoàn Thanh niên", "Đoàn Thanh niên") == [["Đoàn Thanh niên", "4"]]


def test_a_merged_cell_empty_on_the_next_page_goes_on() -> None:
    assert merged("Đoàn Thanh niên", "") == [["Đoàn Thanh niên", "4"]]


def test_a_merged_cell_whose_words_stand_on_the_next_page_has_them() -> None:
    assert merged("", "Đoàn Thanh niên") == [["Đoàn Thanh niên", "4"]]


def test_two_merged_cells_with_other_words_stay_two() -> None:
    assert merged("Đoàn Thanh niên", "Hội Phụ nữ") == [
        ["Đoàn Thanh niên", "2"],
        ["Hội Phụ nữ", "2"],
    ]


def test_a_table_with_other_columns_is_another_table() -> None:
    second = table_page(2, row(0, "3", "Sơn", "Thôn", "Quý"), xs=(50, 200, 250, 330, 530))
    assert len(tables(table_page(1, FIRST), second)) == 2


def test_words_between_the_pages_begin_another_table() -> None:
    second = table_page(2, row(0, "3", "Sơn", "Thôn", "Quý I"))
    words = (*line("Biểu 2. Việc của xã", 60, 70), *second.words)
    with_caption = PageLayout(2, second.width, second.height, words, second.rules)
    assert len(tables(table_page(1, FIRST), with_caption)) == 2


def test_a_page_number_between_does_not_part_a_table() -> None:
    second = table_page(2, row(0, "3", "Sơn", "Thôn", "Quý I"))
    words = (*line("2", 295, 30), *second.words)
    numbered = PageLayout(2, second.width, second.height, words, second.rules)
    assert len(tables(table_page(1, FIRST), numbered)) == 1


def test_a_page_with_fewer_edges_in_its_merged_cells_has_the_same_columns() -> None:
    second = table_page(
        2, {(0, 0): "3", (0, 1): "Sơn rào cả thôn", (0, 2): "Quý I"}, xs=(50, 90, 410, 530)
    )
    (table,) = tables(table_page(1, FIRST), second)
    assert [(cell.column, cell.columns) for cell in table.rows[3]] == [(0, 1), (1, 2), (3, 1)]


def test_a_table_of_two_hundred_pages_is_joined_in_time() -> None:
    pages = [
        table_page(
            number,
            HEAD
            | {
                key: text
                for place in range(1, 13)
                for key, text in row(
                    place, f"{number}{place:02}", "Trồng cây", "Thôn", "Quý"
                ).items()
            },
            top=20,
        )
        for number in range(1, 201)
    ]
    (table,) = tables(*pages)
    assert len(table.rows) == 1 + 200 * 12


def test_an_empty_page_between_changes_nothing() -> None:
    second = table_page(3, row(0, "3", "Sơn lại hàng rào", "Thôn Nam", "Quý III"))
    assert len(tables(table_page(1, FIRST), page(number=2), second)) == 1


@pytest.mark.parametrize(("edges", "rows"), [([("below", 4, 2)], 2), ([], 1)])
def test_an_empty_cell_below_the_break_is_the_rest_of_the_cell_above_in_a_column_of_merged_cells(
    edges: list[Edge], rows: int
) -> None:
    first = HEAD | {
        key: text
        for n in range(1, 13)
        for key, text in row(n, str(n), "Trồng cây", "Thôn Đông", "Quý I").items()
    }
    second = {
        key: text
        for n in range(12)
        for key, text in row(n, str(n + 13), "Tưới", "Thôn Tây" if n else "", "Quý I").items()
    }
    (table,) = tables(table_page(1, first, edges, top=20), table_page(2, second))
    lead = next(cell for cell in table.rows[12] if cell.column == 2)
    assert (text_of(lead), lead.rows) == ("Thôn Đông", rows)
    assert len(table.rows[13]) == 5 - rows


def test_an_empty_cell_stays_where_the_column_has_others() -> None:
    first = HEAD | {
        key: text
        for n in range(1, 11)
        for key, text in row(n, str(n), "Trồng cây", "Thôn" if n % 3 else "", "Quý I").items()
    }
    second = HEAD | row(1, "11", "Tưới cây", "", "Quý I")
    (table,) = tables(table_page(1, first, top=20), table_page(2, second))
    assert [cell.column for cell in table.rows[11]] == [0, 1, 2, 3]


def test_a_row_cut_to_a_single_cell_on_the_next_page_is_joined() -> None:
    second = row(0, "", "sân vận động xã")
    (table,) = tables(table_page(1, FIRST), table_page(2, second | {(0, 3): ""}))
    assert rows_of(table)[2][1] == "Làm cỏ các bồn hoa trước nhà văn hóa và sân vận động xã"


def test_a_frame_with_words_in_one_of_its_cells_is_text() -> None:
    assert tables(table_page(1, row(0, "", "Bản nháp", "", ""))) == []


def test_a_row_cut_between_two_finished_paragraphs_is_one_row() -> None:
    lists = "- Trồng cây;/- Tưới cây;/- Bón phân."
    first = HEAD | row(1, "1", "Làm cỏ.", "Thôn", "Quý I") | row(2, "2", lists, lists, "Quý I")
    second = row(0, "", "- Tỉa cành.", "- Thôn Tây.", "")
    (table,) = tables(table_page(1, first), table_page(2, second))
    assert rows_of(table)[2][1].endswith("- Bón phân. - Tỉa cành.")
    assert len(table.rows) == 3


def test_a_full_row_without_a_number_is_no_rest_of_a_row_that_ended_higher() -> None:
    first = HEAD | row(1, "1", "Làm cỏ.", "Thôn", "Quý I") | row(2, "2", "Tưới", "Thôn", "Quý I")
    second = row(0, "", "Tỉa cành.", "Thôn Tây", "Quý II")
    (table,) = tables(table_page(1, first), table_page(2, second))
    assert len(table.rows) == 4


def test_a_number_printed_in_the_middle_of_a_cut_row_is_its_number() -> None:
    first = (
        HEAD
        | row(1, "1", "Làm cỏ.", "Thôn", "Quý I")
        | row(2, "", "Trồng cây ở các bồn và", "", "")
    )
    second = row(0, "2", "dọc bờ kênh", "Thôn", "Quý I") | row(1, "3", "Tưới", "Thôn", "Quý II")
    (table,) = tables(table_page(1, first), table_page(2, second))
    assert rows_of(table)[2] == ["2", "Trồng cây ở các bồn và dọc bờ kênh", "Thôn", "Quý I"]
