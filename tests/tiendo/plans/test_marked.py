"""Quoted words in the document: found across lines, cut into pieces, nothing added and nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from tiendo.plans.marked import Mark, marked, places_of

LINES = {1: "1. Phòng Kinh tế:", 2: "  Mở lớp", 3: "dạy nghề mộc. Cấp", 4: "chứng chỉ."}


def quote(text, line, last_line):
    return {"text": text, "line": line, "last_line": last_line, "page": None}


def reading(lines):
    rows = [{"number": number, "text": text} for number, text in lines.items()]
    return {"source": {"blocks": rows}}


def test_words_over_two_lines_are_found_on_both():
    assert places_of(quote("Mở lớp dạy nghề mộc.", 2, 3), LINES) == [(2, 2, 8), (3, 0, 13)]


def test_white_space_does_not_matter():
    assert places_of(quote("Mởlớp\xa0dạy", 2, 3), LINES) == [(2, 2, 8), (3, 0, 3)]


def test_words_that_are_not_there_mark_the_lines_whole():
    assert places_of(quote("Trồng lúa", 3, 4), LINES) == [(3, 0, 17), (4, 0, 10)]


def test_a_line_that_is_not_there_marks_nothing():
    assert places_of(quote("Mở lớp", 9, 9), LINES) == []


def test_where_marks_overlap_the_shorter_one_shows():
    whole = Mark(quote("dạy nghề mộc. Cấp", 3, 3), "/a", "a")
    part = Mark(quote("nghề", 3, 3), "/b", "b")
    blocks = marked(reading(LINES), [whole, part])
    pieces = [(piece.text, piece.mark and piece.mark.name) for piece in blocks[2].pieces]
    assert pieces == [("dạy ", "a"), ("nghề", "b"), (" mộc. Cấp", "a")]


def test_the_lines_of_table_cells_are_marked_too():
    cell = {"lines": [{"number": 1, "text": "Hằng năm"}], "column": 0, "columns": 2, "rows": 1}
    table = {"source": {"blocks": [{"rows": [[cell]]}]}}
    blocks = marked(table, [Mark(quote("Hằng năm", 1, 1), "/a", "a")])
    shown = blocks[0]["rows"][0][0]
    assert shown["columns"] == 2
    assert shown["lines"][0].pieces[0].mark.name == "a"


def test_a_page_begins_where_its_number_first_stands():
    rows = [{"number": n, "text": "x", "page": page} for n, page in ((1, 1), (2, 1), (3, 2))]
    blocks = marked({"source": {"blocks": rows}}, [])
    assert [block.new_page for block in blocks] == [1, None, 2]


@given(
    st.lists(st.text(alphabet="ab đ ", max_size=8), min_size=1, max_size=5),
    st.lists(st.tuples(st.text(alphabet="abđ ", max_size=4), st.integers(1, 5), st.integers(0, 2))),
)
def test_the_pieces_of_a_line_are_the_line(texts, quotes):
    lines = dict(enumerate(texts, start=1))
    marks = [Mark(quote(text, at, at + more), "/", "m") for text, at, more in quotes]
    blocks = marked(reading(lines), marks)
    assert ["".join(piece.text for piece in block.pieces) for block in blocks] == texts
