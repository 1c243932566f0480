"""The size follows from workers and from revenue or capital, by the norms, where enough is known."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo.industry.enterprises import commune, unsaved
from tests.tiendo.legal.norms import norm
from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.agencies.models import Locality
from tiendo.industry.establishments import faults_of_size
from tiendo.industry.models import Enterprise
from tiendo.industry.size_norms import size_norms
from tiendo.industry.sizes import CODES, Band, Size, bands_of, size_of
from tiendo.legal.starting import starting_norms
from tiendo.registers.register import REGISTERS, Setting

STARTING = {each.facts["code"]: each for each in starting_norms() if each.facts["code"] in CODES}
BANDS = bands_of({code: each.facts["highest"] for code, each in STARTING.items()})
TODAY = date(2024, 12, 2)
money = st.none() | st.decimals(0, 1_000_000, places=3)


@legal_cases(
    ("workers", "revenue", "capital", "size"),
    {
        "enterprise-size": [
            (10, 3_000, None, Size.MICRO),
            (10, None, 3_000, Size.MICRO),
            (11, 3_000, 3_000, Size.SMALL),
            (10, 3_001, 3_001, Size.SMALL),
            (10, 3_001, None, None),
            (100, 50_001, 20_000, Size.SMALL),
            (100, 50_001, 20_001, Size.MEDIUM),
            (200, 200_000, 900_000, Size.MEDIUM),
            (200, 200_001, 100_001, Size.LARGE),
            (201, None, None, Size.LARGE),
            (None, 1, 1, None),
            (5, None, None, None),
            (0, 0, 0, Size.MICRO),
        ]
    },
)
def test_a_size_at_its_edges(
    workers: int | None, revenue: int | None, capital: int | None, size: Size | None
) -> None:
    sums = [None if each is None else Decimal(each) for each in (revenue, capital)]
    assert size_of(BANDS, workers, sums[0], sums[1]) is size


@given(st.integers(0, 500), money, st.decimals(0, 1_000_000, places=3))
def test_a_size_stays_when_the_revenue_becomes_known(
    workers: int, capital: Decimal | None, revenue: Decimal
) -> None:
    before = size_of(BANDS, workers, None, capital)
    assert before is None or size_of(BANDS, workers, revenue, capital) is before


def test_the_norms_to_start_from_name_every_band_and_none_is_called_verified() -> None:
    assert set(STARTING) == set(CODES)
    assert BANDS[0] == Band(Size.MICRO, Decimal(10), Decimal(3_000), Decimal(3_000))
    assert not any(each.facts.get("verified") for each in STARTING.values())


def enter(where: Locality, **more: Any) -> None:
    for code, each in STARTING.items():
        norm(where, **each.facts | more.get(code, {}))


@pytest.fixture
def row(db: None) -> Enterprise:
    """A small one that calls itself micro."""
    here = commune()
    return unsaved(locality=here.locality, commune=here, size="micro", workers=40, capital=15_000)


def words_of(row: Enterprise, day: date = TODAY) -> list[str]:
    return [each.words for each in faults_of_size(row, size_norms(day, row.locality_id))]


def test_a_size_that_does_not_follow_is_doubted_and_the_norm_is_called_not_verified(
    row: Enterprise,
) -> None:
    enter(row.locality)
    (words,) = words_of(row)
    assert "quy mô là nhỏ" in words
    assert "Điều 5" in words
    assert "chưa kiểm chứng" in words
    row.size = "small"
    assert words_of(row) == []


@pytest.mark.parametrize(
    ("codes", "day"),
    [(CODES[1:], TODAY), ((), TODAY), (CODES, date(2021, 10, 14))],
    ids=["one is missing", "none was taken over", "before they held"],
)
def test_without_norms_nothing_is_said(row: Enterprise, codes: tuple[str, ...], day: date) -> None:
    for code in codes:
        norm(row.locality, **STARTING[code].facts)
    assert words_of(row, day) == []


def test_a_later_period_of_a_norm_moves_the_size(row: Enterprise) -> None:
    enter(row.locality)
    facts = STARTING["dn-sieu-nho-lao-dong"].facts
    norm(row.locality, **facts | {"highest": Decimal(50), "valid_from": date(2024, 1, 1)})
    later = STARTING["dn-sieu-nho-von"].facts
    norm(row.locality, **later | {"highest": Decimal(15_000), "valid_from": date(2024, 1, 1)})
    assert words_of(row) == []
    assert words_of(row, date(2023, 12, 31)) != []


def test_many_rows_look_the_norms_up_once(row: Enterprise, django_assert_num_queries: Any) -> None:
    enter(row.locality)
    setting = Setting(TODAY)
    with django_assert_num_queries(1):
        for _each in range(5):
            assert list(REGISTERS["doanh-nghiep"].check(row, setting))
