"""Doubtful spelling: our own list of terms, what a syllable may look like, and slips planted in our own words."""

import pytest

from tests.vanban.check.own_words import own_texts, reading_of, remarks_on
from vanban.check.examined import Examined
from vanban.check.spelling.doubts import check
from vanban.check.spelling.syllables import is_near, is_possible
from vanban.check.spelling.terms import terms

# As hands slip: a tone left out or mistaken, a hook or roof missing, letters swapped or lost, the key beside, d for đ.
SLIPS = (
    ("du khách", "du khach"),
    ("lao động trẻ", "lao đông trẻ"),
    ("nguồn lực", "nguồn lưc"),
    ("kinh doanh", "kinh daonh"),
    ("ô nhiễm", "ô nhiểm"),
    ("qua đào tạo", "qua đào tao"),
    ("xã hội hóa", "xã hôi hóa"),
    ("lồng ghép", "lồng ghep"),
    ("đang thực hiện", "đang thực hiên"),
    ("đôn đốc", "đôn đôc"),
    ("tổng hợp kết quả", "tổng hợp kêt quả"),
    ("bố trí kinh phí", "bố trí kinh phi"),
    ("truyền thanh", "truyền thah"),
    ("khó khăn", "kho khăn"),
    ("vướng mắc", "vướng măc"),
    ("xem xét", "xem xet"),
    ("thoát nước", "thoat nước"),
    ("thương mại điện tử", "thương maị điện tử"),
    ("nhãn hiệu", "nhản hiệu"),
    ("phân loại rác", "phân lọai rác"),
    ("xử lý nước thải", "sử lý nước thải"),
    ("quy chế quản lý", "quy chế quàn lý"),
    ("chất lượng nước", "chất lượg nước"),
    ("nghiệm thu", "nghệm thu"),
    ("ứng phó", "ứng pho"),
    ("xâm nhập mặn", "xâm nhâp mặn"),
    ("hồ sơ hộ tịch", "hồ sơ hộ tich"),
    ("nhập dữ liệu", "nhập dử liệu"),
    ("địa chính", "đia chính"),
    ("phân bổ", "phân bồ"),
    ("sửa chữa cầu", "sửa chửa cầu"),
    ("nghề truyền thống", "nghề truyên thống"),
    ("tăng thu nhập", "tăng thu nhâp"),
    ("du lịch cộng đồng", "du lịch công đồng"),
    ("công trình hạ tầng", "công trình hạ tâng"),
    ("ưu đãi", "ưu dãi"),
    ("giới thiệu sản phẩm", "giới thiệu sản phảm"),
    ("cảnh quan", "cảnh qan"),
    ("xây dựng", "xây dưng"),
    ("tăng trưởng", "tăng trường"),
)
ENOUGH = 28
OWN = "\n".join(own_texts())


def planted(right: str, wrong: str) -> list[str]:
    """Our own texts with one slip in them, at the first place."""
    assert right in OWN, f"“{right}” stands nowhere in our own texts"
    return OWN.replace(right, wrong, 1).split("\n")


def is_found(right: str, wrong: str) -> bool:
    remarks = check(Examined(reading_of(*planted(right, wrong), form="text")))
    slipped = set(wrong.split()) - set(right.split())
    return any(slipped & set(remark.quotes[0].text.strip(".,;:").split()) for remark in remarks)


def test_of_forty_slips_planted_in_our_own_texts_most_are_found() -> None:
    missed = [wrong for right, wrong in SLIPS if not is_found(right, wrong)]

    assert len(SLIPS) == 40
    assert len(SLIPS) - len(missed) >= ENOUGH, missed


def test_our_own_texts_raise_no_doubt() -> None:
    remarks = check(Examined(reading_of(*OWN.split("\n"), form="text")))

    assert [remark.values["text"] for remark in remarks] == []


def test_the_list_holds_two_thousand_terms_of_two_to_four_syllables() -> None:
    listed = {term for term in terms() if 2 <= len(term.split()) <= 4}

    assert len(listed) >= 2000


def test_every_word_of_the_list_is_a_possible_syllable() -> None:
    foreign = {"internet", "robot", "camera", "video", "vắc", "biogas", "chip", "ni", "lông"}
    words = {word for term in terms() for word in term.split()} - foreign

    assert sorted(word for word in words if not is_possible(word)) == []


@pytest.mark.parametrize(
    "word",
    ["hòa", "hoà", "quý", "giếng", "khuỷu", "nghiêng", "ướt", "kỹ", "quốc", "yêu", "gì", "tuần"],
)
def test_what_is_a_syllable(word: str) -> None:
    assert is_possible(word)


@pytest.mark.parametrize(
    "word", ["nghành", "viêc", "hòan", "ngiệp", "qủa", "cẽh", "phap", "kông", "trưc", "đươc"]
)
def test_what_is_none(word: str) -> None:
    assert not is_possible(word)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("hiên", "hiện", True),  # another tone
        ("daonh", "doanh", True),  # letters swapped
        ("qan", "quan", True),  # a letter lost
        ("dãi", "đãi", True),  # d for đ
        ("chửa", "chữa", True),
        ("tỉnh", "tính", True),
        ("công", "nghiệp", False),
        ("sản", "sạn", True),
        ("kế", "kể", True),
        ("trường", "trưởng", True),
        ("thanh", "thành", True),
        ("nông", "nồng", True),
        ("bao", "báo", True),
        ("bạo", "cáo", False),
    ],
)
def test_one_slip_and_no_more(one: str, other: str, near: bool) -> None:
    assert is_near(one, other) is near


def test_a_word_written_the_same_way_many_times_is_meant() -> None:
    line = "Hợp tác xã trồng cây hiêu quả ở vùng cao."

    assert [remark.code for remark in remarks_on(line)] == ["doubtful-spelling"]
    assert remarks_on(line, line, line) == []


def test_names_abbreviations_and_foreign_words_are_left_alone() -> None:
    line = "Xã Đắk Nông mở trang web, dùng internet và phần mềm ERP với Pleiku."

    assert [
        one for one in remarks_on(line) if "spelling" in one.code or "syllable" in one.code
    ] == []


def test_a_page_read_by_machine_is_not_judged_by_its_letters() -> None:
    assert [one.code for one in remarks_on("Nâng cao năng lưc quản lý.", form="scan")] == []
