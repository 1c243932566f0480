"""What holds for whole documents: everything has its place, nothing is made up, nothing breaks."""

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vanban.known import Known, duty_text, own_plan, paragraph
from tests.vanban.test_metamorphic import known_plan, names, not_found, source_of, without_space
from vanban.model import Cell, Confidence, Line, Quote, Reading, Source, Table
from vanban.reader import read_source
from vanban.text import key


@pytest.fixture(params=["own", "real"])
def plan(request: pytest.FixtureRequest) -> Known:
    return known_plan(request.param)


@pytest.fixture
def reading(plan: Known) -> Reading:
    return read_source(source_of(plan.lines))


def test_tasks_are_read_as_labelled(plan: Known, reading: Reading) -> None:
    read = [
        (task.no, key(task.title), names(task.leads), names(task.coordinating))
        for task in reading.tasks
    ]
    assert read == [
        (
            task["no"],
            key(task["title"]),
            [key(one) for one in task["lead"]],
            [key(one) for one in task["coordinating"]],
        )
        for task in plan.tasks
    ]


def test_deadlines_are_read_as_labelled(plan: Known, reading: Reading) -> None:
    read = [task.deadline for task in reading.tasks]
    assert [(one.text, one.kind, one.start, one.end, one.recurrence) for one in read] == [
        (
            task["deadline_text"],
            *(task["deadline"][part] for part in ("kind", "start", "end", "recurrence")),
        )
        for task in plan.tasks
    ]


def test_duties_keep_their_words_and_lines(plan: Known, reading: Reading) -> None:
    wanted = [(actor, key(duty_text(paragraph(plan, line)))) for actor, line in plan.layout.duties]
    assert [(duty.actor_no, key(duty.text)) for duty in reading.duties] == wanted
    for duty, (_, line) in zip(reading.duties, plan.layout.duties, strict=True):
        after = min(
            start for start in (*plan.layout.starts, plan.layout.printed[1][0]) if start > line
        )
        assert all(line <= quote.line <= quote.last_line < after for quote in duty.quotes)
        assert key("".join(quote.text for quote in duty.quotes)) == key(duty.text)


def test_a_duty_that_asks_for_a_document_names_it(reading: Reading) -> None:
    products = [duty.product for duty in reading.duties if duty.product]
    assert products in (
        ["kế hoạch quảng bá các điểm đến ven đầm"],
        ["Kế hoạch an toàn điện", "kế hoạch bảo vệ môi trường ngành công thương"],
    )


def test_a_duty_proposes_the_tasks_of_its_actor_that_say_the_same() -> None:
    duties = read_source(source_of(known_plan("real").lines)).duties
    said = {(duty.actor_no, duty.no): duty.same_as for duty in duties if duty.same_as}
    assert said[("5", "1")] == ("8",)
    assert said[("2", "3")] == ("7",)
    assert ("7", "2") not in said


def test_every_quote_stands_where_it_says(plan: Known, reading: Reading) -> None:
    assert not_found(plan.lines, reading) == []


def without(plan: Known, quotes: Iterable[Quote]) -> Reading:
    """The plan read again without the words of the quotes; its lines keep their numbers."""
    text = list(plan.lines)
    for quote in quotes:
        printed = "\n".join(text[quote.line - 1 : quote.last_line])
        words = r"\s+".join(re.escape(word) for word in quote.text.split())
        left = re.sub(words, lambda match: "\n" * match[0].count("\n"), printed, count=1)
        text[quote.line - 1 : quote.last_line] = left.split("\n")
    return read_source(source_of(text))


def test_a_task_vanishes_with_its_words_and_no_other_takes_its_place(
    plan: Known, reading: Reading
) -> None:
    titles = [key(task.title) for task in reading.tasks]
    for place, task in enumerate(reading.tasks):
        left = [key(one.title) for one in without(plan, task.quotes).tasks]
        assert left == titles[:place] + titles[place + 1 :]


def test_a_duty_vanishes_with_its_words_and_no_other_takes_its_place(
    plan: Known, reading: Reading
) -> None:
    texts = [key(duty.text) for duty in reading.duties]
    for place, duty in enumerate(reading.duties):
        left = [key(one.text) for one in without(plan, duty.quotes).duties]
        assert left == texts[:place] + texts[place + 1 :]


def test_the_same_source_gives_the_same_reading(plan: Known, reading: Reading) -> None:
    assert read_source(source_of(plan.lines)) == reading


def test_what_a_person_should_look_at_is_said(plan: Known, reading: Reading) -> None:
    findings = {task.no: {finding.code for finding in task.findings} for task in reading.tasks}
    for task in plan.tasks:
        assert ("two-leads" in findings[task["no"]]) == (len(task["lead"]) > 1)
        assert ("conditional-deadline" in findings[task["no"]]) == (
            task["deadline"]["kind"] == "conditional"
        )
    assert all(task.confidence is not Confidence.DOUBTFUL for task in reading.tasks)


def test_a_number_used_twice_and_another_year_in_the_annex_are_said() -> None:
    reading = read_source(source_of(known_plan("real").lines))
    assert {finding.code for finding in reading.findings} == {"duplicate-section", "annex-year"}


def test_a_page_break_in_a_title_makes_two_quotes() -> None:
    lines = list(own_plan().lines)
    place = lines.index("Kiểm kê các nghề còn giữ được, số hộ đang làm và số thợ giỏi có thể")
    head = lines[88:98]
    task = read_source(
        source_of([*lines[: place + 1], "", "7", "", *head, *lines[place + 1 :]])
    ).tasks[0]
    assert [quote.text for quote in task.quotes] == [lines[place], lines[place + 1]]
    assert without_space(task.title) == without_space(lines[place] + lines[place + 1])


# --- A plan with real tables ------------------------------------------------------------------------


def as_word_table(plan: Known) -> Source:
    """The plan with its table as Word would hold it."""
    body = [
        Line(number, text) for number, text in enumerate(plan.lines[: plan.layout.table - 1], 1)
    ]
    number = plan.layout.table
    rows: list[tuple[Cell, ...]] = []
    head = ("TT", "Nhiệm vụ", "Cơ quan\nchủ trì", "Thời gian\nhoàn thành", "Cơ quan phối hợp")
    for row in [head, *(row_of(task) for task in plan.tasks)]:
        cells: list[Cell] = []
        for column, text in enumerate(row):
            lines = tuple(Line(number + place, part) for place, part in enumerate(text.split("\n")))
            number += len(lines)
            cells.append(Cell(lines, column))
        rows.append(tuple(cells))
    return Source((*body, Table(tuple(rows))), "text", printed=True)


def row_of(task: dict[str, object]) -> tuple[str, ...]:
    lead, others = task["lead"], task["coordinating"]
    assert isinstance(lead, list)
    assert isinstance(others, list)
    due = str(task["deadline_text"])
    return (
        str(task["no"]),
        str(task["title"]),
        "; ".join(lead),
        due,
        "\n".join(f"- {one}" for one in others),
    )


def test_a_table_of_word_is_read_like_a_flattened_one(plan: Known, reading: Reading) -> None:
    tasks = read_source(replace(as_word_table(plan), format="docx")).tasks
    assert [
        (task.no, task.title, names(task.leads), names(task.coordinating), task.deadline)
        for task in tasks
    ] == [
        (task.no, task.title, names(task.leads), names(task.coordinating), task.deadline)
        for task in reading.tasks
    ]


def cell(text: str, column: int, number: int, *, rows: int = 1, columns: int = 1) -> Cell:
    return Cell((Line(number, text),), column, columns, rows)


def test_merged_cells_and_group_rows_of_word_are_understood() -> None:
    head = [
        cell(text, place, place)
        for place, text in enumerate(
            ["STT", "Nội dung", "Đơn vị chủ trì", "Sản phẩm", "Thời hạn"], 0
        )
    ]
    group = [cell("I", 0, 10), cell("Tuyên truyền", 1, 11, columns=4)]
    first = [
        cell("1", 0, 20),
        cell("Viết bài", 1, 21),
        cell("Đài Truyền thanh", 2, 22, rows=2),
        cell("Bài viết", 3, 23),
        cell("Quý I/2027", 4, 24),
    ]
    second = [
        cell("2", 0, 30),
        cell("Phát sóng", 1, 31),
        cell("Chương trình", 3, 33),
        cell("", 4, 34),
    ]
    table = Table(tuple(tuple(row) for row in (head, group, first, second)))
    tasks = read_source(Source((table,), "docx")).tasks
    assert [(task.title, names(task.leads), task.product, task.section) for task in tasks] == [
        ("Viết bài", [key("Đài Truyền thanh")], "Bài viết", "I Tuyên truyền"),
        ("Phát sóng", [key("Đài Truyền thanh")], "Chương trình", "I Tuyên truyền"),
    ]
    assert [finding.code for finding in tasks[1].findings] == ["no-deadline"]


# --- Any text at all ----------------------------------------------------------------------------------

PIECES = st.sampled_from([
    "", "1", "2", "14.", "-", "- ", "Stt Nhiệm vụ", "Cơ quan", "chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành",
    "Phòng Kinh tế", "- UBND các xã", "Hàng năm", "2021-2025", "(chờ", "IV. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ:",
    "II. MỤC TIÊU", "đạt 5-6%.", "trước ngày 31/02/2026", "Phụ lục", "Nơi nhận:", "TM. ỦY BAN", "quý V/2020",
    "thực hiện;",
])  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES | st.text(max_size=30), max_size=40))
def test_no_text_breaks_the_reader_and_every_quote_is_printed(lines: list[str]) -> None:
    lines = [part for line in lines for part in (line.splitlines() or [""])]
    reading = read_source(source_of(lines))
    assert not_found(lines, reading) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_plan_torn_anywhere_gives_no_words_that_are_not_printed(data: st.DataObject) -> None:
    lines = list(own_plan().lines)
    for _ in range(data.draw(st.integers(1, 6))):
        del lines[data.draw(st.integers(0, len(lines) - 1))]
    reading = read_source(source_of(lines))
    assert not_found(lines, reading) == []
    printed = without_space("".join(lines))
    days = [task.deadline for task in reading.tasks if task.deadline.end]
    assert all(str(day.end)[:4] in printed and without_space(day.text or "") for day in days)
