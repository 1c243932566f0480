"""An office with the proposed norms, and a case that goes on there."""

from datetime import date

import pytest

from tests.tiendo.investment.cases import TODAY, case, commune, office, step
from tests.tiendo.investment.looking import DAY
from tiendo.agencies.models import Agency
from tiendo.investment.models import (
    InvestorCase,
)


@pytest.fixture
def here(db: None, settings: object) -> Agency:
    settings.TODAY = TODAY.isoformat()  # type: ignore[attr-defined]
    return office()


@pytest.fixture
def going_on(here: Agency) -> InvestorCase:
    """A case that was checked, and in which opinions are asked for since Monday, 4 March 2024."""
    found = case(commune(here), here)
    step(found, "receive", date(2024, 2, 26), DAY)
    step(found, "ask", DAY, None)
    return found
