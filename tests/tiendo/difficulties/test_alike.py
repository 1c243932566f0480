"""Which difficulties are equal enough to be put as one question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.difficulties.alike import Said, alike, share, words_of

POWER = "Điện ba pha yếu giờ cao điểm, máy sấy không chạy được"


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (POWER, "Điện ba pha yếu, máy sấy không chạy được giờ cao điểm.", True),
        (POWER, "dien ba pha yeu gio cao diem", True),
        (POWER, "Đường vào xưởng hẹp, xe tải không vào được", False),
        ("", "", False),
    ],
)
def test_words_decide_without_marks_case_and_order(one, other, together):
    heaps = alike([Said(1, "works", one), Said(2, "works", other)])
    assert (len(heaps) == 1) == together


def test_equal_words_of_another_group_are_another_question():
    heaps = alike([Said(1, "works", POWER), Said(2, "capital", POWER)])
    assert sorted(heaps) == [[1], [2]]


said = st.lists(
    st.builds(
        Said,
        st.integers(),
        st.sampled_from(["works", "land"]),
        st.lists(
            st.sampled_from(["điện", "yếu", "đường", "hẹp", "vay", "vốn", "khó", "xưởng"])
        ).map(" ".join),
    ),
    unique_by=lambda row: row.key,
)


@given(said, st.randoms())
def test_every_one_is_in_one_heap_whatever_the_order(rows, chance):
    heaps = alike(rows)
    assert sorted(key for heap in heaps for key in heap) == sorted(row.key for row in rows)
    assert [len(heap) for heap in heaps] == sorted((len(heap) for heap in heaps), reverse=True)
    mixed = list(rows)
    chance.shuffle(mixed)
    assert {frozenset(heap) for heap in alike(mixed)} == {frozenset(heap) for heap in heaps}


@given(st.text(), st.text())
def test_what_two_have_in_common_is_a_share_either_way(one, other):
    first, second = words_of(one), words_of(other)
    assert share(first, second) == share(second, first)
    assert 0 <= share(first, second) <= 1
