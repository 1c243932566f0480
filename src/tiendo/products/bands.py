"""Which stars a score allows, and who may decide on them. Pure.

Decision 148/QĐ-TTg of 2023 (bands verified): 5 stars from 90 points, 4 from 70, 3 from 50, in whole points; a band
reaches to below the next, so that 69,5 is in one. The bands are norms. Enough points are needed and not all that is:
a council may give fewer stars, so stars are stored as decided, and only more than the score allows is asked about.

Who decides: districts up to 3 stars, provinces 4, the central council 5; since Decision 1489/QĐ-TTg of 6 July 2025
provinces 3 and 4, the centre 5, districts none (verified from the press; the first day is that of the decision).
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from tiendo.legal.limits import Limit
from tiendo.products.models import Evaluator, Stars

CODES = {f"ocop-{stars}-sao": int(stars) for stars in ("1", "2", "3", "4", "5")}
MOST_POINTS = "ocop-tong-diem"
NO_DISTRICTS_SINCE = date(2025, 7, 6)


def stars_for(score: Decimal, bands: Mapping[int, Limit]) -> int | None:
    """The stars whose band holds a score; None where none does."""
    return next((stars for stars, band in bands.items() if band.keeps(score)), None)


def may_decide(evaluator: str, stars: str, day: date) -> bool:
    """Whether that council could decide on so many stars on a day."""
    if evaluator == Evaluator.DISTRICT:
        return stars == Stars.THREE and day < NO_DISTRICTS_SINCE
    if evaluator == Evaluator.PROVINCE:
        return stars != Stars.FIVE
    return stars == Stars.FIVE
