"""The parts of reading a scan, each by itself: patches of ink, rules, the way a page lies, slips put right."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image, ImageDraw

from vanban.scan.blots import Ink, find_blots
from vanban.scan.corrections import corrected, pairs_of
from vanban.scan.ink import black_print
from vanban.scan.ruling import find_ruling
from vanban.scan.voting import Word, is_disputed, settled, voted

LETTER = 14.0


def flooded(ink: Ink) -> list[tuple[int, int, int, int, int]]:
    """The patches found the slow way: left, top, right, bottom, area."""
    waiting, found = set(zip(*np.nonzero(ink), strict=True)), []
    while waiting:
        patch, edge = [], [waiting.pop()]
        while edge:
            row, column = edge.pop()
            patch.append((row, column))
            near = {(row + r, column + c) for r, c in product((-1, 0, 1), repeat=2)} & waiting
            waiting -= near
            edge.extend(near)
        rows, columns = zip(*patch, strict=True)
        box = min(columns), min(rows), max(columns) + 1, max(rows) + 1
        found.append((*map(int, box), len(patch)))
    return sorted(found)


@given(arrays(np.bool_, st.tuples(st.integers(1, 12), st.integers(1, 12))))
def test_patches_are_what_flooding_finds(ink: Ink) -> None:
    blots = find_blots(ink)
    boxes = zip(blots.left, blots.top, blots.right, blots.bottom, blots.area, strict=True)
    assert sorted(tuple(map(int, box)) for box in boxes) == flooded(ink)
    assert ((blots.labels >= 0) == ink).all()


def ruled(draw_on: "list[tuple[int, int, int, int]]") -> Ink:
    picture = Image.new("L", (600, 400), 255)
    for line in draw_on:
        ImageDraw.Draw(picture).rectangle(line, fill=0)
    return np.asarray(picture) < 128


def test_a_broken_line_is_one_line() -> None:
    ink = ruled([(50, 100, 180, 101), (195, 100, 400, 101), (410, 101, 550, 102)])
    assert find_ruling(ink, LETTER).level.tolist() == [[50, 100, 551, 102]]


def test_a_short_line_counts_between_two_others_and_not_alone() -> None:
    frame = [(50, 100, 550, 101), (50, 126, 550, 127)]
    held, alone = (300, 102, 301, 125), (300, 200, 301, 223)
    assert len(find_ruling(ruled([*frame, held]), LETTER).upright) == 1
    assert len(find_ruling(ruled([*frame, alone]), LETTER).upright) == 0


def test_a_seal_and_a_signature_go_and_the_words_beneath_stay() -> None:
    page = Image.new("RGB", (200, 60), "white")
    draw = ImageDraw.Draw(page)
    draw.rectangle((20, 20, 60, 26), fill=(200, 30, 40))
    draw.rectangle((100, 20, 140, 26), fill=(30, 40, 160))
    draw.rectangle((40, 10, 44, 40), fill=(10, 10, 10))
    draw.rectangle((10, 50, 190, 56), fill=(10, 10, 10))
    clean, coloured = black_print(page)
    dark = np.asarray(clean) < 128
    assert dark[:, 40:45].any()
    assert not dark[:48, 46:].any()
    assert coloured is not None


def test_a_page_printed_in_blue_keeps_its_words() -> None:
    page = Image.new("RGB", (200, 60), "white")
    ImageDraw.Draw(page).rectangle((20, 20, 180, 26), fill=(20, 30, 150))
    clean, coloured = black_print(page)
    assert (np.asarray(clean) < 128).any()
    assert coloured is None


def line(text: str, sure: float = 80.0) -> list[Word]:
    return [
        Word(word, sure, 10.0 * place, 10.0 * place + 8) for place, word in enumerate(text.split())
    ]


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("MỤC TIỂU CHUNG", "MỤC TIÊU CHUNG"),
        ("của HĐND tính", "của HĐND tỉnh"),
        ("Tính ủy chỉ đạo", "Tỉnh ủy chỉ đạo"),
        ("tiếp tục đầy mạnh", "tiếp tục đẩy mạnh"),
        ("TĨNH HÒA BÌNH", "TỈNH HÒA BÌNH"),
        ("— Các phòng", "- Các phòng"),
        ("-Lưu: VT", "- Lưu: VT"),
        ("° Đến năm", "• Đến năm"),
        ("1I. NHIỆM VỤ", "II. NHIỆM VỤ"),
        ("quý TV năm", "quý IV năm"),
        ("|", "1"),
        ("thuộc Tỉnh đoan", "thuộc Tỉnh đoàn"),
        ("Chỉ cục Thủy lợi", "Chi cục Thủy lợi"),
        ("LÚA..", "LÚA"),
    ],
)
def test_slips_that_the_context_settles_are_put_right(read: str, right: str) -> None:
    assert " ".join(word.text for word in corrected(line(read))) == right


@pytest.mark.parametrize(
    "text",
    [
        "tính toán số liệu",
        "tỉnh Hà Tĩnh",
        "ngày 01/12/2018",
        "đạt 85,5% trong 2026",
        "xã Bến Tre",
        "bà Nguyễn Thị Tư",
        "I",
        "Quý 1/2026",
        "các nơi khác...",
    ],
)
def test_what_may_be_right_stays(text: str) -> None:
    assert " ".join(word.text for word in corrected(line(text))) == text


def test_an_accent_is_found_again_even_where_nothing_was_doubted() -> None:
    assert corrected(line("Cong an xã", sure=96.0))[0].text == "Công"
    assert corrected(line("Hội Nong dân", sure=96.0))[1].text == "Nông"
    assert corrected(line("Phạm Thi Dụ", sure=96.0))[1].text == "Thi"
    assert corrected(line("Chỉ cục Thủy lợi", sure=93.0))[0].text == "Chi"
    assert corrected(line("tra tải trọng", sure=96.0))[1].text == "tải"


def test_a_doubtful_name_is_read_as_elsewhere_on_the_page() -> None:
    page = [line("tỉnh Sông Mẫu", sure=97.0)]
    words = [word._replace(doubtful=True) for word in line("TỈNH SÔNG MẦU", sure=85.0)]
    assert corrected(words, pairs_of(page))[2].text == "MẪU"


def test_a_word_that_is_certain_stays_whatever_stands_beside_it() -> None:
    assert [word.text for word in corrected(line("đầy mạnh", sure=98.0))] == ["đầy", "mạnh"]


def test_a_number_with_letters_in_it_is_doubtful_and_not_changed() -> None:
    (year,) = corrected(line("2O26 nay")[:1])
    assert (year.text, year.doubtful) == ("2O26", True)


def test_the_surer_of_two_readings_wins_and_a_close_race_is_doubtful() -> None:
    one, other = line("lằn thứ", 80.0), line("lần thứ", 90.0)
    first, second = voted(one, other)
    assert (first.text, first.doubtful) == ("lần", True)
    assert (second.text, second.doubtful) == ("thứ", False)


def test_two_of_three_readings_decide_and_leave_a_doubt() -> None:
    readings = [line("chủ trĩ", 95.0), line("chủ trì", 80.0), line("chủ trì", 70.0)]
    assert [(word.text, word.doubtful) for word in settled(readings)] == [
        ("chủ", False),
        ("trì", True),
    ]
    assert is_disputed(readings[0], readings[1])
    assert not is_disputed(readings[1], readings[2])
    assert not is_disputed(readings[1], [])
