"""What is asked about a figure, in the sentences people read."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.indicators.doubts import (
    Doubt,
    Entry,
    Existence,
    Kind,
    doubt_of_text,
    doubt_of_unit,
    doubts_of,
)
from tiendo.indicators.judging.values import Nature
from tiendo.indicators.models import Calendar, PeriodKind
from tiendo.indicators.periods import PARTS, Period

TODAY = date(2024, 12, 2)
JOBS = (571, 588, 603)


def others(figures: tuple[Any, ...], last: int = 2023) -> tuple[tuple[Period, Decimal], ...]:
    first = last - len(figures) + 1
    return tuple((Period(first + at), Decimal(str(each))) for at, each in enumerate(figures))


def asked(value: str, before: tuple[Any, ...] = (), **facts: Any) -> list[Doubt]:
    known = {"period": Period(2024), "nature": Nature.ESTIMATE, **facts}
    entry = Entry(value=Decimal(value), others=others(before), **known)
    return list(doubts_of(entry, TODAY))


@pytest.mark.parametrize(
    ("value", "before", "facts", "words"),
    [
        (
            "5120",
            JOBS,
            {},
            "5.120 gấp 8,5 lần năm 2023. Nếu gõ thừa số 0, sửa thành 512. Nếu đúng, ghi lý do.",
        ),
        (
            "800",
            (7, 8, "8.2"),
            {},
            "800 gấp 98 lần năm 2023. Nếu gõ thừa mấy số 0, sửa thành 8. Nếu đúng, ghi lý do.",
        ),
        (
            "15",
            ("1.2", "1.4"),
            {},
            "15 gấp 11 lần năm 2023. Nếu sót dấu phẩy, sửa thành 1,5. Nếu đúng, ghi lý do.",
        ),
        (
            "534000",
            (453, 494),
            {},
            "534.000 gấp 1.081 lần năm 2023. Nếu gõ thừa mấy số 0, sửa thành 534. "
            "Nếu đúng, ghi lý do.",
        ),
        (
            "60",
            JOBS,
            {},
            "Năm 2023 là 603, gấp 10 lần 60. Nếu gõ thiếu số 0, sửa thành 600. Nếu đúng, ghi lý do.",
        ),
        (
            "1.16",
            ("10.8", "11.2"),
            {},
            "Năm 2023 là 11,2, gấp 9,7 lần 1,16. Nếu đặt nhầm dấu phẩy, sửa thành 11,6. "
            "Nếu đúng, ghi lý do.",
        ),
        (
            "0.08",
            ("7.5", "7.9"),
            {"share": True},
            "0,08 nghĩa là 0,08%. Tỷ lệ ghi theo phần trăm: nếu là 8% thì gõ 8. Nếu đúng, ghi lý do.",
        ),
        (
            "0.032",
            (),
            {"share": True},
            "0,032 nghĩa là 0,032%. Tỷ lệ ghi theo phần trăm: nếu là 3,2% thì gõ 3,2. Nếu đúng, ghi lý do.",
        ),
        (
            "0",
            JOBS,
            {},
            "0 nghĩa là không có gì. Nếu chưa có số liệu, để trống. Nếu đúng, ghi lý do.",
        ),
        (
            "-610",
            JOBS,
            {},
            "−610 nhỏ hơn 0, các kỳ khác chưa bao giờ như vậy. Nếu gõ nhầm dấu, sửa thành 610. "
            "Nếu đúng, ghi lý do.",
        ),
        (
            "603",
            JOBS,
            {},
            "603 giống hệt số của năm 2023. Nếu chép nhầm, gõ số mới. Nếu đúng, ghi lý do.",
        ),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_strange_size_is_asked_about(
    value: str, before: tuple[Any, ...], facts: dict[str, Any], words: str
) -> None:
    found = asked(value, before, **facts)
    assert [each.words for each in found] == [words]
    assert found[0].unless_reason


@pytest.mark.parametrize(
    ("value", "before"),
    [
        ("620", JOBS),
        ("1500", JOBS),  # 2,5 times: more than a slip would make
        ("5120", ()),  # nothing to compare with
        ("85", (10, 80, 9)),  # it was as much before
        ("1", (1, 1, 1)),  # one cluster stays one cluster
        ("60", (60, 60)),  # so do sixty
        ("-3", (-1, 2)),
        ("0", (0, 3)),
        ("0.08", ("0.07", "0.09")),
        ("5", (0, 0)),
    ],
)
def test_a_usual_figure_is_not_asked_about(value: str, before: tuple[Any, ...]) -> None:
    assert asked(value, before, share=True) == []


def test_a_quarter_is_held_against_the_same_quarter_a_year_before() -> None:
    def quarter(year: int, part: int) -> Period:
        return Period(year, PeriodKind.QUARTER, part)

    season = ((quarter(2023, 4), Decimal(900)), (quarter(2024, 3), Decimal(90)))
    entry = Entry(
        value=Decimal(910), period=quarter(2024, 4), nature=Nature.ESTIMATE, others=season
    )
    assert list(doubts_of(entry, TODAY)) == []


def test_a_year_brought_in_late_is_held_against_the_years_after() -> None:
    found = asked("4530", (453, 494), period=Period(2020), nature=Nature.OFFICIAL)
    assert [each.instead for each in found] == [453]
    assert "gấp 10 lần năm 2022" in found[0].words


def test_a_period_that_has_not_begun_is_refused() -> None:
    (doubt,) = asked("600", period=Period(2025))
    assert (doubt.kind, doubt.unless_reason) == (Kind.TO_COME, False)
    assert doubt.words == "Năm 2025 đến 01/01/2025 mới bắt đầu. Gõ một kỳ đã bắt đầu."


def test_the_administrative_year_begins_earlier() -> None:
    entry = Entry(
        value=Decimal(1),
        period=Period(2025),
        nature=Nature.ESTIMATE,
        calendar=Calendar.ADMINISTRATIVE,
    )
    assert list(doubts_of(entry, date(2024, 12, 15))) == []
    assert len(list(doubts_of(entry, date(2024, 12, 14)))) == 1


def test_a_figure_of_a_year_that_is_not_over_is_an_estimate() -> None:
    (doubt,) = asked("620", JOBS, nature=Nature.OFFICIAL)
    assert doubt.words == (
        "Năm 2024 đến 31/12/2024 mới hết: chọn loại số “ước”. Nếu số đã chốt, ghi lý do."
    )
    assert asked("620", period=Period(2024, PeriodKind.NINE), nature=Nature.OFFICIAL) == []


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (
            Existence("Xã Thường Phước", first=date(2025, 7, 1)),
            "Xã Thường Phước có từ 01/07/2025, giữa chừng năm 2025. "
            "Nếu số chỉ tính phần đó, ghi rõ ở lý do.",
        ),
        (
            Existence("Xã Thường Phước 1", last=date(2025, 6, 30)),
            "Xã Thường Phước 1 chỉ tồn tại đến 30/06/2025, giữa chừng năm 2025. "
            "Nếu số chỉ tính phần đó, ghi rõ ở lý do.",
        ),
        (Existence("Xã Long Khánh", date(2000, 1, 1), date(2025, 12, 31)), None),
    ],
)
def test_a_place_that_exists_for_a_part_of_the_year_is_asked_about(
    place: Existence, words: str | None
) -> None:
    entry = Entry(value=Decimal(1), period=Period(2025), place=place)
    found = [each.words for each in doubts_of(entry, date(2026, 3, 1))]
    assert found == ([words] if words else [])


@pytest.mark.parametrize(
    ("there", "new", "count"),
    [
        (Nature.OFFICIAL, Nature.ESTIMATE, 1),
        (Nature.OFFICIAL, Nature.PRELIMINARY, 1),
        (Nature.PRELIMINARY, Nature.OFFICIAL, 0),
        (Nature.OFFICIAL, Nature.OFFICIAL, 0),
    ],
)
def test_an_estimate_does_not_replace_a_settled_figure_unasked(
    there: Nature, new: Nature, count: int
) -> None:
    found = asked("11.3", period=Period(2023), nature=new, there=(Decimal("11.2"), there))
    assert len(found) == count
    if new == Nature.ESTIMATE:
        assert found[0].words == (
            "Kỳ này đã có số chính thức là 11,2; số ước không thay số đã chốt hơn. "
            "Nếu đúng, ghi lý do."
        )


@pytest.mark.parametrize(
    ("text", "before", "instead"),
    [
        ("1.500", (), "asked"),
        ("1,500", (), "asked"),
        ("1.500", (1400,), None),  # the others are thousands too
        ("1.500", ("1.4",), "1.5"),
        ("12.345", ("11.9",), "12.345"),
        ("1500", ("1.4",), None),
        ("1,5", (), None),
        ("0,125", (), None),
        ("1.234.567", (), None),
        ("một", (), None),
        ("", (), None),
    ],
)
def test_a_point_that_may_be_a_comma_is_asked_about(
    text: str, before: tuple[Any, ...], instead: str | None
) -> None:
    found = doubt_of_text(text, tuple(Decimal(str(each)) for each in before))
    if instead is None:
        assert found is None
    else:
        assert found is not None
        assert not found.unless_reason
        assert found.instead == (None if instead == "asked" else Decimal(instead))


def test_the_two_ways_are_written_so_that_each_means_one_thing() -> None:
    doubt = doubt_of_text("1.234")
    assert doubt is not None
    assert doubt.words == "“1.234” đọc được hai cách. Gõ 1234 hoặc 1,2340."


@pytest.mark.parametrize(
    ("given", "wanted", "factor"),
    [
        ("tỷ đồng", "triệu đồng", "1000"),
        ("triệu đồng", "tỷ đồng", "0.001"),
        ("Nghìn USD", "triệu USD", "0.001"),
        ("tấn", "nghìn tấn", "0.001"),
    ],
)
def test_a_known_unit_can_be_brought_to_the_one_of_the_indicator(
    given: str, wanted: str, factor: str
) -> None:
    doubt = doubt_of_unit(given, wanted)
    assert doubt is not None
    assert (doubt.instead, doubt.unless_reason) == (Decimal(factor), True)


def test_the_conversion_is_said_in_words() -> None:
    doubt = doubt_of_unit("tỷ đồng", "triệu đồng")
    assert doubt is not None
    assert doubt.words == (
        "Bảng ghi “tỷ đồng”, chỉ số tính bằng “triệu đồng”: mỗi số sẽ được nhân với 1000. "
        "Nếu các số đã tính bằng “triệu đồng”, sửa đơn vị ở đầu bảng."
    )


def test_a_unit_of_another_kind_refuses_the_table() -> None:
    doubt = doubt_of_unit("tấn", "ha")
    assert doubt is not None
    assert (doubt.unless_reason, doubt.instead) == (False, None)
    assert doubt.words.startswith("Bảng ghi “tấn”, chỉ số tính bằng “ha”, không đổi sang nhau")


def test_the_same_unit_is_not_asked_about() -> None:
    assert doubt_of_unit("Tỷ đồng", "tỷ đồng") is None


PERIODS = st.sampled_from(PeriodKind).flatmap(
    lambda kind: st.builds(
        Period,
        st.integers(1901, 2199),
        st.just(kind),
        st.integers(1, PARTS[kind]) if kind in PARTS else st.just(0),
    )
)
FIGURES = st.decimals() | st.decimals(-1000, 1000, places=2)


@given(
    st.builds(
        Entry,
        value=FIGURES,
        period=PERIODS,
        nature=st.sampled_from(Nature),
        share=st.booleans(),
        calendar=st.sampled_from(Calendar),
        others=st.lists(st.tuples(PERIODS, FIGURES)).map(tuple),
        there=st.tuples(FIGURES, st.sampled_from(Nature)) | st.none(),
    )
)
def test_any_figure_is_asked_about_in_sentences(entry: Entry) -> None:
    found = list(doubts_of(entry, TODAY))
    assert all(each.words.endswith(".") for each in found)
    assert sum(each.field == "value" for each in found) <= 1


@given(st.text(), st.lists(st.decimals()))
def test_any_text_is_asked_about_or_not(text: str, before: list[Decimal]) -> None:
    found = doubt_of_text(text, tuple(before))
    assert found is None or found.kind == Kind.TWO_WAYS
