"""Papers made to keep a reader busy: the time grows with the length of the paper and not with its square."""

import time

import pytest

from vanban.amending.clauses import clauses_in
from vanban.model import Clause, Line
from vanban.paragraphs.reading import Paragraph
from vanban.passages import words_of

LONGEST = 36_000  # characters of a paragraph
QUICK = 1.5  # seconds of the processor; before, these took 3 to 17

PARAGRAPHS = {
    "pairs of quotations": ("Điều chỉnh nhiệm vụ 3: ", "“Phòng A” bằng “Phòng B”; "),
    "quotations and commas": ("Sửa đổi nhiệm vụ số 3 như sau: ", "cụm từ “a” thành “b”, "),
    "quotations alone": ("Sửa đổi nhiệm vụ số 3: ", "“a” "),
    "marks that open": ("Sửa đổi nhiệm vụ số 3: ", "“"),
    "offices that are given work": ("Điều chỉnh nhiệm vụ số 3 ", "giao a chủ trì "),
    "offices instead of others": ("Điều chỉnh nhiệm vụ số 3 ", "giao a chủ trì b thay "),
    "what is added into something": ("Bổ sung nhiệm vụ ", "bổ sung x vào "),
    "from and into": ("Sửa đổi thời hạn nhiệm vụ số 3 ", "từ a thành b "),
    "further sentences": ("Bãi bỏ nhiệm vụ số 3", "; bãi bỏ nhiệm vụ số 4"),
}


def quickly(paragraphs: list[Paragraph]) -> list[Clause]:
    begun = time.process_time()
    clauses = clauses_in(paragraphs)
    assert time.process_time() - begun < QUICK
    return clauses


def paragraph(text: str, line: int = 1) -> Paragraph:
    return Paragraph("", "", tuple(words_of([Line(line, text)])), line, False)


@pytest.mark.parametrize("kind", PARAGRAPHS)
def test_a_long_paragraph_is_read_quickly(kind: str) -> None:
    begins, again = PARAGRAPHS[kind]
    quickly([paragraph((begins + again * LONGEST)[:LONGEST])])


def test_every_pair_of_a_long_paragraph_is_read() -> None:
    text = "Sửa đổi nhiệm vụ số 3: " + "thay cụm từ “cũ” bằng “mới”, " * 1000
    (clause,) = quickly([paragraph(text)])
    assert [(one.old, one.new) for one in clause.wordings] == [("cũ", "mới")] * 1000


@pytest.mark.parametrize(
    "begins", ["Sửa đổi nhiệm vụ số 3 như sau: “a", "Sửa đổi nhiệm vụ số 3 như sau:"]
)
def test_thousands_of_paragraphs_below_an_opening_are_read_quickly(begins: str) -> None:
    below = "phát triển công nghiệp và thương mại trên địa bàn"
    (clause,) = quickly([paragraph(begins), *(paragraph(below, n) for n in range(2, 5000))])
    assert sum(one.new.count("thương mại") for one in clause.wordings) == 4998
