"""What norms say, what keeps to them, and when a time is over."""

import itertools
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.legal.limits import TIMES, Limit, NormKind, faults_in, last_day, most_allowed
from tiendo.legal.validity import Validity, overlap, validity_on

MONEY = st.decimals(0, 10**9, places=3)


def limit(kind: NormKind, low: str | None, high: str | None, unit: str = "") -> Limit:
    return Limit(kind, low and Decimal(low), high and Decimal(high), unit)


@pytest.mark.parametrize(
    ("kind", "low", "high", "unit", "words"),
    [
        (NormKind.CEILING, None, "75.0000", "ha", "≤ 75 ha"),
        (NormKind.CEILING, None, "1000", "triệu đồng/mô hình", "≤ 1.000 triệu đồng/mô hình"),
        (NormKind.CEILING, None, "1.5", "lần", "≤ 1,5 lần"),
        (NormKind.FLOOR, "60", None, "%", "≥ 60 %"),
        (NormKind.SHARE, None, "30", "%", "≤ 30 %"),
        (NormKind.BAND, "70", "90", "điểm", "70 – < 90 điểm"),
        (NormKind.BAND, "90", None, "điểm", "≥ 90 điểm"),
        (NormKind.BAND, None, "30", "điểm", "< 30 điểm"),
        (NormKind.WORKING_DAYS, None, "5", "ngày làm việc", "5 ngày làm việc"),
    ],
)
def test_a_limit_is_read_with_its_sign_and_unit(
    kind: NormKind, low: str | None, high: str | None, unit: str, words: str
) -> None:
    assert str(limit(kind, low, high, unit)) == words


@pytest.mark.parametrize(
    ("value", "stars"),
    [
        ("29.99", 1),
        ("30", 2),
        ("49.5", 2),
        ("50", 3),
        ("69.5", 3),
        ("70", 4),
        ("89.99", 4),
        ("90", 5),
        ("100", 5),
    ],
)
def test_a_score_with_decimals_falls_into_one_band(value: str, stars: int) -> None:
    edges = [None, "30", "50", "70", "90", None]
    bands = [limit(NormKind.BAND, *pair) for pair in itertools.pairwise(edges)]
    assert [place for place, band in enumerate(bands, 1) if band.keeps(Decimal(value))] == [stars]


@pytest.mark.parametrize(
    ("kind", "low", "high", "value", "kept"),
    [
        (NormKind.CEILING, None, "75", "75", True),
        (NormKind.CEILING, None, "75", "75.0001", False),
        (NormKind.FLOOR, "10", None, "10", True),
        (NormKind.FLOOR, "10", None, "9.99", False),
        (NormKind.BAND, "70", "90", "90", False),
    ],
)
def test_the_edge_of_a_limit_keeps_to_it_but_not_the_end_of_a_band(
    kind: NormKind, low: str | None, high: str | None, value: str, kept: bool
) -> None:
    assert limit(kind, low, high).keeps(Decimal(value)) is kept


@pytest.mark.parametrize(
    ("kind", "low", "high", "field"),
    [
        (NormKind.CEILING, None, None, "highest"),
        (NormKind.CEILING, "1", "2", "highest"),
        (NormKind.FLOOR, None, "2", "lowest"),
        (NormKind.FLOOR, "1", "2", "lowest"),
        (NormKind.SHARE, None, "130", "highest"),
        (NormKind.BAND, None, None, "lowest"),
        (NormKind.BAND, "5", "5", "highest"),
        (NormKind.DAYS, None, "2.5", "highest"),
        (NormKind.DAYS, None, "0", "highest"),
        (NormKind.MONTHS, None, "40000", "highest"),
    ],
)
def test_values_that_do_not_fit_the_kind_are_refused_at_their_field(
    kind: NormKind, low: str | None, high: str | None, field: str
) -> None:
    assert [name for name, _words in faults_in(limit(kind, low, high))] == [field]


@given(
    st.sampled_from(sorted(TIMES)),
    st.integers(1, 3650),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_every_time_that_is_accepted_has_a_last_day(
    kind: NormKind, length: int, begun: date
) -> None:
    said = Limit(kind, None, Decimal(length))
    assert list(faults_in(said)) == []
    least = begun if kind == NormKind.CALENDAR_YEARS else begun + timedelta(days=1)
    assert last_day(said, begun, {}) >= least


@pytest.mark.parametrize(
    ("kind", "length", "begun", "last"),
    [
        (NormKind.DAYS, 35, date(2023, 1, 10), date(2023, 2, 14)),
        (NormKind.WORKING_DAYS, 5, date(2024, 4, 26), date(2024, 5, 7)),  # 30/4 and 1/5 are off
        (NormKind.MONTHS, 36, date(2023, 3, 15), date(2026, 3, 15)),
        (NormKind.MONTHS, 1, date(2024, 1, 31), date(2024, 2, 29)),
        (NormKind.MONTHS, 12, date(2024, 12, 31), date(2025, 12, 31)),
        (NormKind.CALENDAR_YEARS, 4, date(2022, 6, 1), date(2025, 12, 31)),
    ],
)
def test_a_time_ends_on_its_day(kind: NormKind, length: int, begun: date, last: date) -> None:
    off = {date(2024, 4, 30): False, date(2024, 5, 1): False}
    assert last_day(Limit(kind, None, Decimal(length)), begun, off) == last


def test_what_is_no_time_has_no_last_day() -> None:
    with pytest.raises(ValueError, match="ceiling"):
        last_day(limit(NormKind.CEILING, None, "3"), date(2024, 1, 1), {})


@pytest.mark.parametrize(
    ("cost", "share", "ceiling", "most"),
    [
        ("500", "50", "300", "250"),
        ("800", "50", "300", "300"),
        ("600", "50", "300", "300"),
        ("500", "50", None, "250"),
        ("500", None, "300", "300"),
        ("500", None, None, None),
    ],
)
def test_support_is_the_smaller_of_share_and_ceiling(
    cost: str, share: str | None, ceiling: str | None, most: str | None
) -> None:
    given_of = [None if each is None else Decimal(each) for each in (share, ceiling)]
    assert most_allowed(Decimal(cost), *given_of) == (most and Decimal(most))


@given(MONEY, st.decimals(0, 100, places=2), MONEY)
def test_support_passes_neither_the_ceiling_nor_the_cost(
    cost: Decimal, share: Decimal, ceiling: Decimal
) -> None:
    most = most_allowed(cost, share, ceiling)
    assert most is not None
    assert 0 <= most <= min(cost, ceiling)


@pytest.mark.parametrize(
    ("first", "last", "validity"),
    [
        (date(2024, 5, 1), None, Validity.IN_FORCE),
        (date(2024, 12, 2), date(2024, 12, 2), Validity.IN_FORCE),
        (date(2024, 12, 3), None, Validity.NOT_YET),
        (date(2020, 1, 1), date(2024, 12, 1), Validity.ENDED),
        (None, date(2024, 12, 1), Validity.ENDED),
        (None, date(2025, 1, 1), Validity.UNKNOWN),
        (None, None, Validity.UNKNOWN),
    ],
)
def test_what_holds_is_told_by_its_days_and_never_guessed(
    first: date | None, last: date | None, validity: Validity
) -> None:
    assert validity_on(first, last, date(2024, 12, 2)) is validity


SPANS = st.tuples(st.dates(), st.none() | st.dates()).filter(
    lambda span: not span[1] or span[0] <= span[1]
)


@given(SPANS, SPANS)
def test_two_spans_overlap_when_one_begins_in_the_other(
    one: tuple[date, date | None], other: tuple[date, date | None]
) -> None:
    def holds(span: tuple[date, date | None], day: date) -> bool:
        return span[0] <= day <= (span[1] or date.max)

    assert overlap(one, other) == (holds(one, other[0]) or holds(other, one[0]))
    assert overlap(one, other) == overlap(other, one)
