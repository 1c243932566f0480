"""Until which day certificates hold: the rules with their decrees and articles, and every edge of the calendar.

OCOP: 36 months, Decision 148/QĐ-TTg of 2023 (length verified, article not). Typical products: to 31 December of the
fourth year, Circular 26/2014/TT-BCT, article 17(3), as amended by Circular 14/2018/TT-BCT (length verified). Marks:
ten years from filing, Law 50/2005/QH11, article 93(6) (verified).
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo.legal_rules.cases import legal_cases
from tests.tiendo.products.awards import TODAY
from tiendo.legal.limits import Limit
from tiendo.legal.models import Norm
from tiendo.legal.starting import starting_norms
from tiendo.products.validity import (
    MARK,
    NOTICE,
    OCOP,
    TYPICAL,
    State,
    faults_of_end,
    last_day_by,
    state_on,
)


def rule(code: str) -> Norm:
    """The norm that is proposed under a code."""
    return next(each.row() for each in starting_norms() if each.facts["code"] == code)


def limit(code: str) -> Limit:
    return rule(code).limit


@pytest.mark.parametrize(("code", "verified"), [(OCOP, False), (TYPICAL, False), (MARK, True)])
def test_every_rule_is_a_norm_that_says_whether_it_was_verified(code: str, verified: bool) -> None:
    assert rule(code).verified is verified


@legal_cases(
    ("code", "begun", "terms", "last"),
    {
        "ocop-term": [
            (OCOP, date(2023, 5, 12), 1, date(2026, 5, 12)),
            (OCOP, date(2024, 2, 29), 1, date(2027, 2, 28)),
            (OCOP, date(2025, 2, 28), 1, date(2028, 2, 28)),
            (OCOP, date(2023, 8, 31), 1, date(2026, 8, 31)),
            (OCOP, date(2023, 12, 31), 1, date(2026, 12, 31)),
        ],
        "typical-term": [
            (TYPICAL, date(2023, 1, 1), 1, date(2026, 12, 31)),
            (TYPICAL, date(2023, 12, 31), 1, date(2026, 12, 31)),
            (TYPICAL, date(2024, 2, 29), 1, date(2027, 12, 31)),
        ],
        "mark-term": [
            (MARK, date(2021, 3, 15), 1, date(2031, 3, 15)),
            (MARK, date(2021, 3, 15), 2, date(2041, 3, 15)),
            (MARK, date(2024, 2, 29), 1, date(2034, 2, 28)),
            (MARK, date(2024, 2, 29), 2, date(2044, 2, 29)),
        ],
    },
)
def test_a_certificate_holds_to_the_last_day_of_its_rule(
    code: str, begun: date, terms: int, last: date
) -> None:
    assert last_day_by(limit(code), begun, terms) == last


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_certificate_of_months_ends_on_its_day_or_on_the_last_one_of_the_month(
    begun: date,
) -> None:
    last = last_day_by(limit(OCOP), begun)
    assert last
    assert (last.year - begun.year, last.month) == (3, begun.month)
    assert last.day == begun.day or (last + timedelta(1)).day == 1


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_typical_products_hold_three_whole_years_and_the_rest_of_the_first(begun: date) -> None:
    last = last_day_by(limit(TYPICAL), begun)
    assert last == date(begun.year + 3, 12, 31)


def test_what_is_no_time_gives_no_day() -> None:
    assert last_day_by(limit("ocop-4-sao"), TODAY) is None
    endless = replace(limit(TYPICAL), highest=Decimal(3_650))
    assert last_day_by(endless, TODAY, 9) is None


@pytest.mark.parametrize(
    ("until", "reason"),
    [
        (None, False),  # blank: the day by the rule is named
        (date(2023, 5, 11), False),
        (date(2023, 5, 12), None),
        (date(2026, 5, 12), None),
        (date(2026, 5, 13), True),
    ],
)
def test_a_certificate_longer_than_its_rule_says_which_rule(
    until: date | None, reason: bool | None
) -> None:
    found = list(faults_of_end(until, date(2023, 5, 12), rule(OCOP)))
    assert [each.unless_reason for each in found] == ([] if reason is None else [reason])
    if until is None or reason:
        assert "12/05/2026" in found[0].words
        assert "36" in found[0].words
        assert "chưa kiểm chứng" in found[0].words


def test_without_a_norm_the_printed_day_is_asked_for_and_taken() -> None:
    begun = date(2023, 5, 12)
    assert len(list(faults_of_end(None, begun, None))) == 1
    assert list(faults_of_end(date(2199, 1, 1), begun, None)) == []


@pytest.mark.parametrize(
    ("until", "state"),
    [
        (None, State.HOLDS),
        (TODAY + NOTICE + timedelta(1), State.HOLDS),
        (TODAY + NOTICE, State.ENDS_SOON),
        (TODAY, State.ENDS_SOON),  # it holds on its last day
        (TODAY - timedelta(1), State.ENDED),
    ],
)
def test_a_certificate_stands_by_its_last_day(until: date | None, state: State) -> None:
    assert state_on(until, TODAY) is state
