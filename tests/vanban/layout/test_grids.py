"""Ruled tables: which lines frame which cells, however they are drawn."""

import random

from tests.vanban.layout.drawing import (
    line,
    page,
    rows_of,
    ruled,
    table_page,
    tables,
    text_of,
    texts,
)
from vanban.layout.geometry import PageLayout, Rule

HEAD = {(0, 0): "TT", (0, 1): "Việc", (0, 2): "Chủ trì", (0, 3): "Hạn"}
ROW = {(1, 0): "1", (1, 1): "Trồng cây/ven đường", (1, 2): "Thôn Đông", (1, 3): "Quý I"}


def test_cells_hold_the_words_between_their_rules() -> None:
    (table,) = tables(table_page(1, HEAD | ROW))
    assert rows_of(table) == [
        ["TT", "Việc", "Chủ trì", "Hạn"],
        ["1", "Trồng cây ven đường", "Thôn Đông", "Quý I"],
    ]
    assert [line.text for line in table.rows[1][1].lines] == ["Trồng cây", "ven đường"]


def test_cells_without_a_rule_between_are_one_merged_cell() -> None:
    cells = {
        (0, 0): "TT", (0, 1): "Việc", (0, 2): "Đơn vị",
        (1, 2): "Chủ trì", (1, 3): "Phối hợp",
        (2, 0): "1", (2, 1): "Trồng cây", (2, 2): "Thôn Đông", (2, 3): "Thôn Tây",
    }  # fmt: skip
    edges = [("right", 0, 2), ("below", 0, 0), ("below", 0, 1)]
    (table,) = tables(table_page(1, cells, edges))
    spans = [(text_of(c), c.column, c.columns, c.rows) for row in table.rows[:2] for c in row]
    assert spans == [
        ("TT", 0, 1, 2),
        ("Việc", 1, 1, 2),
        ("Đơn vị", 2, 2, 1),
        ("Chủ trì", 2, 1, 1),
        ("Phối hợp", 3, 1, 1),
    ]


def test_a_table_open_at_its_sides_has_its_outer_columns() -> None:
    full = table_page(1, HEAD | ROW)
    inner = [rule for rule in full.rules if 60 < rule.left < 520 or rule.right - rule.left > 5]
    (table,) = tables(PageLayout(1, full.width, full.height, full.words, tuple(inner)))
    assert rows_of(table)[0] == ["TT", "Việc", "Chủ trì", "Hạn"]


def test_double_lines_are_one_line() -> None:
    full = table_page(1, HEAD | ROW)
    twice = [Rule(r.left + 1.5, r.top + 1.5, r.right + 1.5, r.bottom + 1.5) for r in full.rules]
    (table,) = tables(PageLayout(1, full.width, full.height, full.words, (*full.rules, *twice)))
    assert [len(row) for row in table.rows] == [4, 4]


def test_dashed_lines_part_cells_as_well() -> None:
    full = table_page(1, HEAD | ROW)
    dashes = []
    for rule in full.rules:
        wide = rule.right - rule.left > rule.bottom - rule.top
        start, end = (rule.left, rule.right) if wide else (rule.top, rule.bottom)
        for at in range(round(start), round(end), 6):
            dashes.append(
                Rule(at, rule.top, at + 4, rule.bottom)
                if wide
                else Rule(rule.left, at, rule.right, at + 4)
            )
    (table,) = tables(PageLayout(1, full.width, full.height, full.words, tuple(dashes)))
    assert rows_of(table)[1][1] == "Trồng cây ven đường"


def test_underlines_and_frames_are_no_tables() -> None:
    underline = Rule(60, 112, 120, 112.5)
    frame = ruled([40, 560], [90, 140])
    assert tables(page(line("Độc lập", 60, 100), rules=[underline, *frame])) == []


def test_a_drawing_of_thousands_of_lines_is_no_table_and_takes_no_time() -> None:
    chance = random.Random(7)  # noqa: S311
    rules = [
        Rule(x, y, x + chance.choice((0.5, 300)), y + chance.choice((0.5, 300)))
        for x, y in ((chance.uniform(0, 500), chance.uniform(0, 800)) for _ in range(29_000))
    ]
    assert texts(page(line("Bản đồ", 60, 20), rules=rules))[0] == "Bản đồ"


def test_a_page_measured_in_pixels_gives_the_same_table() -> None:
    full = table_page(1, HEAD | ROW)
    scale = 4.17  # 300 dpi
    words = [
        w._replace(
            left=w.left * scale, top=w.top * scale, right=w.right * scale,
            bottom=w.bottom * scale, size=w.size * scale,
        )
        for w in full.words
    ]  # fmt: skip
    rules = [Rule(*(side * scale for side in rule)) for rule in full.rules]
    large = PageLayout(1, full.width * scale, full.height * scale, tuple(words), tuple(rules))
    assert [rows_of(t) for t in tables(large)] == [rows_of(t) for t in tables(full)]
