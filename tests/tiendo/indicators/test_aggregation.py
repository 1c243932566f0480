"""Figures of months and of communes become one, and say what is missing and what was left out."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.indicators.aggregation import OfPlaces, OfYear, Part, gather, gather_places, recompose
from tiendo.indicators.judging.values import Nature
from tiendo.indicators.models import Gathering, PeriodKind
from tiendo.indicators.periods import PARTS, Period

SUM, MEAN, LATEST = Gathering.SUM, Gathering.MEAN, Gathering.LATEST
MAX, RATIO = Gathering.MAX, Gathering.RATIO
NAMES = {"q": PeriodKind.QUARTER, "m": PeriodKind.MONTH, "h": PeriodKind.HALF}


def period(name: str) -> Period:
    """A period of 2024 by a short name: y, 9m, h1, q3, m11."""
    if name in ("y", "9m"):
        return Period(2024, PeriodKind.YEAR if name == "y" else PeriodKind.NINE)
    return Period(2024, NAMES[name[0]], int(name[1:]))


def year(way: str, figures: dict[str, int], *estimates: str) -> OfYear:
    parts = {
        period(name): Part(
            value=Decimal(figure),
            nature=Nature.ESTIMATE if name in estimates else Nature.OFFICIAL,
        )
        for name, figure in figures.items()
    }
    return gather(way, parts, 2024)


def names(periods: tuple[Period, ...]) -> list[str]:
    shorts = {"year": "y", "nine": "9m", "quarter": "q", "month": "m", "half": "h"}
    return [f"{shorts[each.kind]}{each.part or ''}" for each in periods]


QUARTERS = {"q1": 10, "q2": 20, "q3": 30, "q4": 40}


@pytest.mark.parametrize(
    ("way", "figures", "value", "months"),
    [
        (SUM, QUARTERS, 100, 12),
        (SUM, {"q1": 10, "q2": 20, "m7": 5}, 35, 7),
        (SUM, {"h1": 30, "q3": 30}, 60, 9),
        (SUM, {"9m": 421}, 421, 9),
        (SUM, {"y": 99, **QUARTERS}, 99, 12),  # the whole year stands before its quarters
        (SUM, {"q1": 10, "m1": 4, "m2": 3}, 10, 3),  # a quarter before its months
        (SUM, {"m1": 4, "m2": 3, "m3": 5, "q1": 10}, 10, 3),
        (MEAN, {"h1": 10, "q3": 40}, 20, 9),  # (10 × 6 + 40 × 3) ÷ 9, not (10 + 40) ÷ 2
        (MEAN, QUARTERS, 25, 12),
        (LATEST, {"q1": 10, "m5": 12}, 12, 5),  # a level needs no months before
        (LATEST, {"m12": 40, "y": 41}, 41, 12),
        (MAX, {"q1": 50, "q2": 20}, 50, 6),
        (SUM, {}, None, 0),
        (LATEST, {}, None, 0),
    ],
)
def test_a_year_is_gathered(
    way: str, figures: dict[str, int], value: int | None, months: int
) -> None:
    found = year(way, figures)
    assert (found.value, found.months) == (value, months)
    assert found.whole == (months == 12)


def test_nothing_is_counted_twice_and_what_is_left_out_is_said() -> None:
    found = year(SUM, {"9m": 60, "h2": 70, "q4": 40, "m10": 13})
    assert names(found.used) == ["9m", "q4"]
    assert names(found.left_out) == ["m10", "h2"]
    assert found.value == 100


def test_what_comes_after_a_gap_is_not_added() -> None:
    found = year(SUM, {"m1": 1, "m2": 2, "m4": 4, "q3": 9})
    assert (found.value, found.months) == (3, 2)
    assert names(found.left_out) == ["m4", "q3"]
    assert found.missing == (3, 5, 6)


def test_a_year_without_january_has_no_sum() -> None:
    found = year(SUM, {"m2": 2, "m3": 3})
    assert (found.value, found.months, found.missing) == (None, 0, (1,))


def test_settled_quarters_stand_before_an_estimate_of_the_year() -> None:
    assert year(SUM, {"y": 99, **QUARTERS}, "y").value == 100
    found = year(SUM, {"y": 99, "q1": 10}, "y")
    assert (found.value, found.months, found.nature) == (99, 12, Nature.ESTIMATE)


def test_figures_of_another_year_do_not_count() -> None:
    parts = {Period(2023): Part(value=Decimal(7)), period("q1"): Part(value=Decimal(1))}
    assert gather(SUM, parts, 2024).value == 1


def ratio(above: int, below: int) -> Part:
    return Part(
        value=Decimal(100 * above) / below, numerator=Decimal(above), denominator=Decimal(below)
    )


def test_a_share_of_quarters_is_the_share_of_the_sums_not_their_mean() -> None:
    found = gather(RATIO, {period("q1"): ratio(1, 10), period("q2"): ratio(27, 30)}, 2024)
    assert found.value == 70  # (1 + 27) ÷ (10 + 30), where the mean of 10 and 90 is 50
    assert (found.numerator, found.denominator) == (28, 40)


def test_a_share_without_its_parts_stands_alone_or_not_at_all() -> None:
    bare = Part(value=Decimal(50))
    assert gather(RATIO, {period("y"): bare}, 2024).value == 50
    assert gather(RATIO, {period("q1"): bare, period("q2"): ratio(1, 2)}, 2024).value is None


PLACES = ["Thường Phước", "Long Khánh", "Hồng Ngự"]


def of(way: str, *figures: Part | int | None) -> OfPlaces[str]:
    parts = {
        place: part if isinstance(part, Part) else Part(value=Decimal(part))
        for place, part in zip(PLACES, figures, strict=False)
        if part is not None
    }
    return gather_places(way, parts, PLACES)


@pytest.mark.parametrize(
    ("way", "figures", "value"),
    [
        (SUM, (1, 2, 3), 6),
        (MEAN, (1, 2, 6), 3),
        (MAX, (1, 7, 3), 7),
        (RATIO, (ratio(1, 10), ratio(8, 10), ratio(9, 80)), 18),  # 18 ÷ 100; the mean is 34
        (SUM, (1, 2, None), 3),
        (RATIO, (ratio(1, 10), Part(value=Decimal(90)), None), 10),
        (SUM, (None, None, None), None),
        (RATIO, (ratio(1, 10), Part(value=Decimal(0), numerator=Decimal(1)), None), 10),
    ],
)
def test_places_are_gathered(
    way: str, figures: tuple[Part | int | None, ...], value: int | None
) -> None:
    assert of(way, *figures).value == value


def test_an_incomplete_sum_says_so() -> None:
    found = of(SUM, 1, None, 3)
    assert (found.coverage, found.missing, found.whole) == ("2 trên 3 xã", ("Long Khánh",), False)
    assert of(SUM, 1, 2, 3).whole


def test_figures_of_places_that_do_not_belong_are_left_out() -> None:
    parts = {"Long Khánh": Part(value=Decimal(1)), "An Lạc": Part(value=Decimal(50))}
    found = gather_places(SUM, parts, PLACES)
    assert (found.value, found.left_out) == (1, ("An Lạc",))


def test_denominators_that_come_to_nothing_give_no_share() -> None:
    nothing = Part(value=Decimal(0), numerator=Decimal(1), denominator=Decimal(0))
    assert of(RATIO, nothing, nothing, None).value is None


def test_the_latest_of_places_is_that_of_the_latest_period() -> None:
    older, newer = (Part(value=Decimal(each), until=Period(2020 + each)) for each in (1, 2))
    assert of(LATEST, older, newer, None).value == 2
    other = Part(value=Decimal(9), until=Period(2022))
    assert of(LATEST, older, newer, other).value is None  # two places, two figures of one period


def test_the_old_district_is_recomposed_from_its_successors() -> None:
    shares = {"Thường Phước": Decimal(1), "Hồng Ngự": Decimal("0.4")}
    parts = {"Thường Phước": Part(value=Decimal(100)), "Hồng Ngự": Part(value=Decimal(50))}
    found = recompose(SUM, parts, shares)
    assert (found.value, found.comparable, found.whole) == (120, False, True)  # 100 + 50 × 0,4


def test_a_successor_without_a_figure_leaves_the_recomposed_sum_incomplete() -> None:
    shares = {"Thường Phước": Decimal(1), "Long Khánh": Decimal(1)}
    found = recompose(SUM, {"Long Khánh": Part(value=Decimal(5))}, shares)
    assert (found.value, found.missing, found.whole) == (5, ("Thường Phước",), False)


def test_a_recomposed_share_goes_by_the_shares_of_its_parts() -> None:
    shares = {"a": Decimal(1), "b": Decimal("0.5")}
    found = recompose(RATIO, {"a": ratio(10, 100), "b": ratio(80, 100)}, shares)
    assert found.value == Decimal(100 * 50) / 150  # (10 + 40) ÷ (100 + 50)


@pytest.mark.parametrize("way", [MEAN, MAX, LATEST])
def test_means_and_maxima_cannot_be_recomposed(way: str) -> None:
    assert recompose(way, {"a": Part(value=Decimal(1))}, {"a": Decimal(1)}).value is None


PERIODS = st.sampled_from(PeriodKind).flatmap(
    lambda kind: st.builds(
        Period,
        st.sampled_from([2023, 2024]),
        st.just(kind),
        st.integers(1, PARTS[kind]) if kind in PARTS else st.just(0),
    )
)
FIGURES = st.decimals(-(10**12), 10**12, places=6)
ANY = st.builds(
    Part,
    value=FIGURES | st.decimals(),
    numerator=FIGURES | st.none(),
    denominator=FIGURES | st.none(),
    nature=st.sampled_from(Nature),
)
WAYS = st.sampled_from(Gathering)


@given(WAYS, st.dictionaries(PERIODS, ANY))
def test_the_order_of_the_periods_does_not_matter(way: str, parts: dict[Period, Part]) -> None:
    found = gather(way, parts, 2024)
    turned = gather(way, dict(reversed(parts.items())), 2024)
    assert repr(found) == repr(turned)  # NaN is not equal to itself
    own = {each for each in parts if each.year == 2024}
    assert set(found.used) | set(found.left_out) <= own
    if way != LATEST:
        assert set(found.used) | set(found.left_out) == own
        assert all(later.first_month == one.last_month + 1 for one, later in pairwise(found.used))


@given(WAYS, st.dictionaries(st.integers(1, 9), ANY), st.lists(st.integers(1, 9), unique=True))
def test_the_order_of_the_places_does_not_matter(
    way: str, parts: dict[int, Part], places: list[int]
) -> None:
    found = gather_places(way, parts, places)
    turned = gather_places(way, dict(reversed(parts.items())), places)
    assert (repr(found.value), found.have) == (repr(turned.value), turned.have)
    assert len(found.have) + len(found.missing) == len(places)


@given(st.lists(FIGURES, min_size=12, max_size=12))
def test_months_come_to_what_their_quarters_come_to(figures: list[Decimal]) -> None:
    months = {Period(2024, PeriodKind.MONTH, at + 1): each for at, each in enumerate(figures)}
    quarters = {
        Period(2024, PeriodKind.QUARTER, at + 1): sum(figures[3 * at : 3 * at + 3], Decimal(0))
        for at in range(4)
    }
    one, other = (
        gather(SUM, {period: Part(value=value) for period, value in values.items()}, 2024)
        for values in (months, quarters)
    )
    assert one.value == other.value
