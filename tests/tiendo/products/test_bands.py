"""Stars by score and by council.

Bands: Decision 148/QĐ-TTg of 24 February 2023, criteria (verified), half-open. Councils: the same and Decision
1489/QĐ-TTg of 6 July 2025 (verified from the press).
"""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.legal.starting import starting_norms
from tiendo.products.bands import CODES, MOST_POINTS, may_decide, stars_for

D = Decimal
NORMS = {each.facts["code"]: each.row() for each in starting_norms()}
BANDS = {stars: NORMS[code].limit for code, stars in CODES.items()}


def test_bands_and_the_most_points_were_verified() -> None:
    assert all(NORMS[code].verified for code in (*CODES, MOST_POINTS))


@legal_cases(
    ("score", "stars"),
    {
        "ocop-bands": [
            *((D(0), 1), (D("29.99"), 1), (D(30), 2), (D("49.99"), 2), (D(50), 3)),
            *(
                (D("69.5"), 3),
                (D("69.99"), 3),
                (D(70), 4),
                (D("89.99"), 4),
                (D(90), 5),
                (D(100), 5),
            ),
        ]
    },
)
def test_a_score_falls_into_the_band_it_reaches(score: D, stars: int) -> None:
    assert stars_for(score, BANDS) == stars


@given(st.decimals(0, 100, places=2))
def test_every_score_falls_into_one_band(score: D) -> None:
    assert [stars for stars, band in BANDS.items() if band.keeps(score)] == [
        stars_for(score, BANDS)
    ]


BEFORE, SINCE = date(2025, 7, 5), date(2025, 7, 6)


@legal_cases(
    ("evaluator", "stars", "day", "may"),
    {
        "ocop-councils": [
            ("district", "3", BEFORE, True),
            ("district", "3", SINCE, False),
            ("district", "4", BEFORE, False),
            ("province", "3", SINCE, True),
            ("province", "4", BEFORE, True),
            ("province", "5", SINCE, False),
            ("central", "5", BEFORE, True),
            ("central", "4", SINCE, False),
        ]
    },
)
def test_a_council_decides_on_the_stars_that_are_its_own(
    evaluator: str, stars: str, day: date, may: bool
) -> None:
    assert may_decide(evaluator, stars, day) is may
