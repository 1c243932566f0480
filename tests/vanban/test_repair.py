"""Letters that print alike are read alike, and quoted as printed."""

import unicodedata

import pytest

from tests.vanban.grid.drawn import HEAD, source, table
from vanban.model import Reading
from vanban.reader import read_source
from vanban.repair import as_printed, repaired


def reading(*cells: str) -> Reading:
    return read_source(source(table([list(HEAD), list(cells)])))


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
def test_every_unicode_form_reads_the_same(form: str) -> None:
    cells = ["1", "Đắp đê bao", "Phòng Đô thị", "UBND xã Đông Hòa", "Quý II/2026"]
    written = [unicodedata.normalize(form, cell) for cell in cells]  # type: ignore[arg-type]
    assert reading(*written).tasks == reading(*cells).tasks


def test_eth_is_read_as_d_with_stroke_and_quoted_as_printed() -> None:
    (task,) = reading("1", "Ðắp ðê bao", "Phòng Ðô thị", "", "Quý II/2026").tasks
    assert task.title == "Đắp đê bao"
    assert task.leads[0].name == "Phòng Đô thị"
    assert [quote.text for quote in task.quotes] == ["Ðắp ðê bao"]
    assert task.leads[0].quote is not None
    assert task.leads[0].quote.text == "Phòng Ðô thị"


def test_right_letters_are_left_alone() -> None:
    clean = source(table([list(HEAD), ["1", "Đắp đê", "Văn phòng", "", "2026"]]))
    assert repaired(clean) is clean


def test_a_part_of_a_word_is_printed_as_that_part() -> None:
    assert as_printed("đê", "“ðê”") == "ðê"
    assert as_printed("đê", "") == "đê"
