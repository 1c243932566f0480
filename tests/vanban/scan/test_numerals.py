"""Roman numbers are counted by the strokes on the page, whatever letters they were taken for."""

import numpy as np
import pytest

from tests.vanban.scan.test_parts import line
from vanban.scan.numerals import Grey, is_figure, numbered, strokes

HEIGHT, WIDE = 20, 9  # of a capital, of an I with its serifs


def printed(*numbers: int, flag: bool = False) -> Grey:
    """Numbers of so many strokes with serifs, a hyphen between two of them; `flag`: the first is a figure 1."""
    parts = []
    for index, count in enumerate(numbers):
        if index:
            hyphen = np.full((HEIGHT, 10), 255, dtype=np.uint8)
            hyphen[10:12, 2:8] = 0
            parts.append(hyphen)
        parts += [stroke(flag and index == 0)] * count
    return np.hstack([*parts, np.full((HEIGHT, 3), 255, dtype=np.uint8)])


def stroke(flag: bool) -> Grey:
    letter = np.full((HEIGHT, WIDE), 255, dtype=np.uint8)
    letter[:, 3:6] = 0
    letter[-1, 1:8] = 0
    letter[:2, 0 : 6 if flag else 8] = 0
    return letter


@pytest.mark.parametrize("numbers", [(1,), (2,), (3,), (2, 3), (1, 2)])
def test_strokes_are_counted_group_by_group(numbers: tuple[int, ...]) -> None:
    assert strokes(printed(*numbers)) == list(numbers)


@pytest.mark.parametrize(
    ("read", "on_paper", "right"),
    [
        ("Quý IH-II/2028", (2, 3), "Quý II-III/2028"),
        ("Quý II-TV/2028", (3, 1), "Quý III-IV/2028"),
        ("quý H/2026.", (2,), "quý II/2026."),
        ("Quý 1/2026", (1,), "Quý I/2026"),
        ("Quý I, II", (3,), "Quý III, II"),
        ("Quý IV/2026", (1,), "Quý IV/2026"),
        ("I/2027", (2,), "II/2027"),
        ("H. NHIỆM VỤ", (2,), "II. NHIỆM VỤ"),
        ("I MỤC TIÊU", (1,), "I. MỤC TIÊU"),
        ("II. TỔ CHỨC", (3,), "III. TỔ CHỨC"),
        ("HI", (3,), "III"),
    ],
)
def test_numbers_become_what_is_printed(read: str, on_paper: tuple[int, ...], right: str) -> None:
    words = numbered(line(read), lambda _word: printed(*on_paper))

    assert " ".join(word.text for word in words) == right
    assert any(word.doubtful for word in words) == (read != right)


@pytest.mark.parametrize("text", ["TT NỘI DUNG", "1. MỤC TIÊU", "H. Long Hồ", "1/2026", "Tháng I"])
def test_what_is_no_roman_number_stays(text: str) -> None:
    words = numbered(line(text), lambda _word: printed(2))

    assert " ".join(word.text for word in words) == text


def test_a_figure_is_told_by_its_flag() -> None:
    assert is_figure(printed(1, flag=True))
    assert not is_figure(printed(1))
    words = numbered(line("Quý 1/2026"), lambda _word: printed(1, flag=True))
    assert words[1].text == "1/2026"
