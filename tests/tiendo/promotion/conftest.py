"""An office with the proposed norms, and a commune."""

import pytest

from tests.tiendo import samples
from tests.tiendo.promotion.looking import TODAY
from tiendo.agencies.models import Agency, Kind
from tiendo.legal.services import propose_norms


@pytest.fixture
def here(db: None, settings: object) -> Agency:
    settings.TODAY = TODAY.isoformat()  # type: ignore[attr-defined]
    found = samples.agency(samples.locality())
    propose_norms(locality=found.locality, actor=None, today=TODAY)
    return found


@pytest.fixture
def commune(here: Agency) -> Agency:
    return samples.agency(here.locality, "Ủy ban nhân dân xã An", kind=Kind.COMMUNE)
