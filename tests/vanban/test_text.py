import unicodedata

import pytest

from vanban.text import fold, initials, key, nfc, plain, retone, sort_key, unglued


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Khuyến công", "khuyen cong"),
        ("ĐỒNG  Tháp\n", "dong thap"),
        ("Ðịa điểm", "dia diem"),  # the letter ð that some converters put for đ
        ("2021 – 2025", "2021 - 2025"),
        ("Uỷ ban", "uy ban"),
    ],
)
def test_a_search_key_has_no_accents(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban nhân dân", "Ủy ban Nhân dân"),
        ("hàng hoá", "hàng hóa"),
        ("UBNDcác xã, thị trấn", "UBND các xã, thị trấn"),
        ("2021–2025", "2021 - 2025"),
    ],
)
def test_one_name_written_two_ways_has_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Hoà", "Hoa"), ("sở", "số"), ("quý", "qúy"), ("Hòa", "Hoàn")]
)
def test_different_words_have_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_the_tone_moves_only_at_the_end_of_a_syllable_and_never_after_q() -> None:
    assert retone("hoà hoàn toàn quý thuỷ khoẻ") == "hòa hoàn toàn quý thủy khỏe"


def test_names_sort_by_the_vietnamese_alphabet_then_by_tone_then_by_size() -> None:
    right = [
        "An",
        "Ăn",
        "Ân",
        "ba",
        "ba con",
        "bà",
        "bả",
        "bã",
        "bá",
        "bạ",
        "bác",
        "Da",
        "Đa",
        "e",
        "ê",
        "o",
        "ô",
        "ơ",
    ]
    right += ["Phường 2", "Phường 10", "u", "ư"]
    mixed = [*right[1::2], *right[::2]]
    assert sorted(mixed, key=sort_key) == right


def test_a_sort_key_is_made_of_what_every_collation_orders_alike() -> None:
    assert sort_key("Thị trấn Thường Thới Tiền, số 5").isalnum()
    assert sort_key("Thị trấn Thường Thới Tiền, số 5").isascii()


def test_figures_that_do_not_count_and_endless_ones_have_a_sort_key_too() -> None:
    assert sort_key("Tổ ² số ½").isascii()
    assert sort_key("Tổ " + "9" * 5000) == sort_key("Tổ 999999999")


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("ban ngànhHuyện", "ban ngành Huyện"),
        ("UBNDcác xã", "UBND các xã"),
        ("PhòngKinh tế", "Phòng Kinh tế"),
        ("Phòng NN&PTNT", "Phòng NN&PTNT"),
        ("Phòng KT-HT", "Phòng KT-HT"),
    ],
)
def test_words_run_together_are_taken_apart(glued: str, apart: str) -> None:
    assert unglued(glued) == apart


def test_letters_are_composed() -> None:
    assert nfc(unicodedata.normalize("NFD", "Kế hoạch")) == "Kế hoạch"


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Phòng KT-HT", "Phòng Kinh tế và Hạ tầng"),
        ("Phòng Lao động TB và XH", "Phòng Lao động - Thương binh và Xã hội"),
        ("Phòng Nông nghiệp và PTNT", "Phòng Nông nghiệp và Phát triển nông thôn"),
    ],
)
def test_an_abbreviated_name_has_the_initials_of_the_whole_one(short: str, long: str) -> None:
    assert initials(short) == initials(long)


def test_what_prints_nothing_is_white_space() -> None:
    assert plain("a\x00\u200b b\ufeff") == "a b"
    assert fold("\x00") == ""
