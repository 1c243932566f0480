"""Targets beside tasks: products, titles, groups; each within the time of its task."""

from dataclasses import replace

import pytest

from vanban.deadlines.reading import read_deadline
from vanban.model import Cell, Header, Line, Quote, Source, Table, Target, Task
from vanban.passages import Words, words_of
from vanban.tables.columns import Column
from vanban.tables.rows import Group, Row, TaskTable
from vanban.targets import Plan
from vanban.targets.products import (
    group_targets,
    items_of,
    product_targets,
    title_targets,
    words_at,
)

YEAR = ("2026-01-01", "2026-12-31")


def source(*texts: str, form: str = "docx") -> Source:
    cells = (Cell(tuple(Line(number, text) for number, text in enumerate(texts, 1)), 0),)
    return Source((Table((cells,)),), form)


def task(title: str, product: str, due: str, lines: tuple[int, int] = (2, 2)) -> Task:
    return Task(
        "7",
        title,
        (),
        (),
        read_deadline(due),
        product,
        quotes=(Quote(title, 1, 1),),
        product_quotes=(Quote(product, *lines),),
    )


def of_product(product: str, due: str = "Quý III/2026") -> list[Target]:
    title = "Mở rộng cấp nước"
    return list(product_targets(source(title, product), [task(title, product, due)], YEAR))


def test_the_figures_of_a_product_are_due_with_the_task() -> None:
    first, second = of_product("Lắp tối thiểu 500 đồng hồ nước; 100% hộ mới có hợp đồng")

    assert (first.task, second.task) == ("7", "7")
    assert (first.start, first.end) == ("2026-07-01", "2026-09-30")
    assert (first.comparator, first.values, first.unit) == (">=", ("500",), "đồng hồ nước")
    assert [quote.line for quote in first.quotes] == [2]


def test_a_task_without_a_day_has_the_time_of_the_plan() -> None:
    assert of_product("Lắp 500 đồng hồ nước", due="")[0].end == "2026-12-31"
    assert of_product("Lắp 500 đồng hồ nước", due="Thường xuyên")[0].end == "2026-12-31"


def test_a_product_without_a_figure_sets_nothing() -> None:
    assert of_product("Báo cáo kết quả, quyết định số 12/QĐ-UBND, trong 15 ngày") == []


@pytest.mark.parametrize(
    "product",
    ["01 báo cáo", "02 Kế hoạch", "01 bộ hồ sơ", "Báo cáo 02 lần/năm", "03 văn bản hướng dẫn"],
)
def test_a_count_of_papers_is_no_target(product: str) -> None:
    assert of_product(product) == []


@pytest.mark.parametrize(
    "product", ["02 hội nghị", "tối thiểu 02 lần/năm", "100% hồ sơ", "05 lớp tập huấn"]
)
def test_other_counts_of_a_product_are(product: str) -> None:
    assert len(of_product(product)) == 1


def test_printed_lines_of_a_cell_run_on_until_a_mark() -> None:
    words = words_of([Line(1, "- Tối thiểu"), Line(2, "50.000 cây"), Line(3, "- 30 ha rừng")])

    assert [" ".join(word.text for word in item) for item in items_of(words, printed=True)] == [
        "- Tối thiểu 50.000 cây",
        "- 30 ha rừng",
    ]


def test_paragraphs_of_a_cell_are_items_without_marks() -> None:
    words = words_of([Line(1, "Trồng 500 cây"), Line(2, "Chăm sóc 30 ha")])

    assert len(items_of(words, printed=False)) == 2
    assert len(items_of(words, printed=True)) == 1


def test_the_words_of_a_quote_keep_their_lines() -> None:
    lines = {1: Line(1, "đầu Trồng tối"), 2: Line(2, "thiểu 50 cây. cuối")}

    words = words_at([Quote("Trồng tối thiểu 50 cây", 1, 2)], lines)

    assert [(word.text, word.line) for word in words] == [
        ("Trồng", 1),
        ("tối", 1),
        ("thiểu", 2),
        ("50", 2),
        ("cây", 2),
    ]


def test_a_quote_with_letters_of_old_fonts_finds_its_words() -> None:
    line = Line(1, "Đạt 50 điểm", printed="Ðạt 50 điểm")

    words = words_at([Quote("Ðạt 50 điểm", 1, 1)], {1: line})

    assert [word.text for word in words] == ["Đạt", "50", "điểm"]
    assert words[0].printed == "Ðạt"


def test_a_quote_that_was_mended_still_has_words() -> None:
    words = words_at([Quote("Trồng 50 cây", 4, 5)], {4: Line(4, "Trồng5"), 5: Line(5, "0 cây")})

    assert [(word.text, word.line) for word in words] == [("Trồng", 4), ("50", 4), ("cây", 4)]


def of_title(title: str, product: str = "Báo cáo") -> list[Target]:
    return list(title_targets(source(title, product), [task(title, product, "2026")], YEAR))


def test_a_bound_or_a_share_in_a_title_is_an_aim_to_be_checked() -> None:
    (bound,) = of_title("Dành ít nhất 15% chi sự nghiệp cho khuyến nông")
    (share,) = of_title("Bảo đảm 100% hộ ven sông có phao cứu sinh")

    assert (bound.comparator, share.values) == (">=", ("100",))
    assert [finding.code for finding in bound.findings] == ["aim-in-activity"]


def test_a_plain_count_in_a_title_is_the_work_itself() -> None:
    assert of_title("Tổ chức 02 hội nghị tại 12 xã") == []


def test_a_title_does_not_repeat_its_product() -> None:
    assert of_title("Bảo đảm 100% hộ có phao", product="100% hộ ven sông có phao") == []


def test_a_row_without_number_and_day_is_due_with_the_last_below_it() -> None:
    head = replace(task("Cấp nước", "Khoảng 4,2 nghìn hộ", ""), no="")
    tasks = [head, task("Khu A", "", "30/7/2026"), task("Khu B", "", "30/8/2026")]

    (target,) = product_targets(source("Cấp nước", "Khoảng 4,2 nghìn hộ"), tasks, YEAR)

    assert (target.task, target.end) == ("", "2026-08-30")


def cells(**texts: str) -> dict[Column, Words]:
    return {
        Column(name): tuple(words_of([Line(place, text)]))
        for place, (name, text) in enumerate(texts.items(), start=1)
    }


def test_a_group_sets_the_product_of_its_rows_until_the_last_is_due() -> None:
    group = Row(
        "", cells(title="Cấp sổ đỏ", product="Khoảng 4,2 nghìn thửa đất", deadline="Theo từng mốc")
    )
    rows = [
        Row(str(number), cells(title="Đo đạc", deadline=due))
        for number, due in enumerate(["30/7/2026", "30/8/2026"])
    ]
    table = TaskTable((), tuple(rows), (1, 9), (Group(group, 0, 2),))
    plan = Plan(Source((), "docx"), Header(), (), (), tables=[table])

    (target,) = group_targets(plan, YEAR)

    assert (target.comparator, target.values, target.unit) == ("about", ("4.2",), "nghìn thửa đất")
    assert target.end == "2026-08-30"
