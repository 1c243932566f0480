"""What is read from papers that change a plan; from papers that change none, nothing."""

import re
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vanban.amending.further_papers import PAPERS
from tests.vanban.amending.papers import Paper, Row
from tests.vanban.documents import text_source, word_source
from tests.vanban.no_plans import pages
from vanban.model import Amending, Clause, Line, Source
from vanban.passages import lines_of
from vanban.reader import read_source
from vanban.text import squash


def source_of(paper: Paper, folder: Path) -> Source:
    return word_source(folder, lambda document: _write(document, paper))


def _write(document: WordDocument, paper: Paper) -> None:
    last = len(paper.lines)
    places = {
        place if place > 0 else last if place == 0 else _end_of_article(paper): rows
        for place, rows in paper.tables.items()
    }
    for position, line in enumerate(paper.lines, start=1):
        document.add_paragraph(line)
        if position in places:
            _table(document, places[position])


def _end_of_article(paper: Paper) -> int:
    """Behind the first article."""
    return 1 + next(n for n, line in enumerate(paper.lines) if line.startswith("Điều 1"))


def _table(document: WordDocument, rows: tuple[Row, ...]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, said in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, said, strict=True):
            cell.text = words


def amending_of(paper: Paper, folder: Path) -> Amending:
    read = read_source(source_of(paper, folder)).amending
    assert read is not None
    return read


def said(clause: Clause) -> tuple[str, str, tuple[str, ...], dict[str, tuple[str, str]]]:
    wordings = {one.field: (one.old, one.new) for one in clause.wordings}
    return clause.act, clause.about, clause.numbers, wordings


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_clause_is_read_with_what_it_changes(paper: Paper, tmp_path: Path) -> None:
    read = amending_of(paper, tmp_path)
    assert [said(clause) for clause in read.clauses] == list(paper.clauses)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_the_plan_and_the_day_of_effect_are_read(paper: Paper, tmp_path: Path) -> None:
    read = amending_of(paper, tmp_path)
    assert (read.number, read.date) == paper.amends
    assert read.effective == paper.effective


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_clause_is_quoted_where_it_stands(paper: Paper, tmp_path: Path) -> None:
    source = source_of(paper, tmp_path)
    printed = {line.number: line.text for line in lines_of(source.blocks)}
    for clause in amending_of(paper, tmp_path).clauses:
        assert clause.quotes
        for quote in clause.quotes:
            stretch = "".join(printed[n] for n in range(quote.line, quote.last_line + 1))
            assert squash(quote.text) in squash(stretch)


@pytest.mark.parametrize(
    "paper", [paper for paper in PAPERS if not paper.tables], ids=lambda paper: paper.name
)
def test_a_text_file_says_the_same_as_a_word_file(paper: Paper, tmp_path: Path) -> None:
    source = text_source("\n\n".join(paper.lines), tmp_path)
    read = read_source(source).amending
    assert read is not None
    assert [said(clause) for clause in read.clauses] == list(paper.clauses)


PLAINLY_OTHER = (
    (
        "QUYẾT ĐỊNH",
        "Phê duyệt điều chỉnh dự án đầu tư xây dựng đường Cửa Lạch",
        "Điều 1. Phê duyệt điều chỉnh dự án, tổng mức đầu tư từ 20 tỷ đồng thành 25 tỷ đồng.",
    ),
    (
        "KẾ HOẠCH",
        "Điều chỉnh quy hoạch sử dụng đất của xã đến năm 2030",
        "1. Điều chỉnh ranh giới khu dân cư. Phòng Kinh tế chủ trì.",
    ),
    (
        "KẾ HOẠCH",
        "Thực hiện Kế hoạch số 27/KH-UBND ngày 21/02/2022 của UBND huyện",
        "1. Bổ sung nhiệm vụ số 5 vào chương trình công tác. Phòng Nội vụ chủ trì.",
    ),
)


@pytest.mark.parametrize("lines", PLAINLY_OTHER, ids=lambda lines: lines[1])
def test_a_paper_that_changes_no_plan_amends_nothing(
    lines: tuple[str, ...], tmp_path: Path
) -> None:
    assert read_source(text_source("\n\n".join(lines), tmp_path)).amending is None


def test_pages_that_are_no_plan_amend_nothing() -> None:
    found = [page.name for page in pages() if read_source(page.as_text()).amending]
    assert found == []


PIECES = st.sampled_from(
    (
        *("1. ", "a) ", "- ", "Điều 2. ", "“", "”", ": ", "; ", ". ", ", ", "\n\n"),
        *(
            "Điều chỉnh ",
            "Bổ sung ",
            "Bãi bỏ ",
            "Thay cụm từ ",
            "nhiệm vụ số 5 ",
            "chỉ tiêu ",
            "các nhiệm vụ sau",
        ),
        *(
            "từ ",
            "thành ",
            "đến ",
            "bằng ",
            "như sau",
            "thời hạn ",
            "cơ quan chủ trì ",
            "khoản 3 Mục II ",
        ),
        *(
            "Quý II/2025 ",
            "75% ",
            "Phòng Kinh tế ",
            "số 3, 5 và 8 ",
            "Nơi nhận",
            "có hiệu lực từ ngày ký ",
        ),
    )
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_stands_below_the_title_is_read_and_quoted(text: str) -> None:
    title = (
        "QUYẾT ĐỊNH",
        "Về việc điều chỉnh Kế hoạch số 27/KH-UBND ngày 21/02/2022",
        "QUYẾT ĐỊNH:",
    )
    lines = [*title, *text.split("\n\n")]
    source = Source(tuple(Line(n, line) for n, line in enumerate(lines, start=1)), "text")
    read = read_source(source).amending
    assert read is not None
    for clause in read.clauses:
        for quote in clause.quotes:
            stretch = "".join(lines[quote.line - 1 : quote.last_line])
            assert squash(quote.text) in squash(stretch)
        for wording in clause.wordings:
            assert squash(wording.new) in squash(text)


def test_the_text_of_a_clause_is_never_made_up(tmp_path: Path) -> None:
    for paper in PAPERS:
        every = squash("".join(line.text for line in lines_of(source_of(paper, tmp_path).blocks)))
        for clause in amending_of(paper, tmp_path).clauses:
            for wording in clause.wordings:
                assert squash(wording.old) in every
                assert squash(wording.new) in every
                assert not re.match(r"[“”\"]", wording.new)
