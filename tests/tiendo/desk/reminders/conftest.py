"""A district on 2 December 2024 with work that is late and work that is due soon."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from django.test import override_settings
from django.utils import timezone

from tests.tiendo.accounts.post import PostOffice, post_office
from tests.tiendo.progress.conftest import TODAY, World, world  # noqa: F401
from tiendo.agencies.models import Locality
from tiendo.ui import conf


def at(day: date, hour: int = 7, minute: int = 5) -> datetime:
    here = timezone.get_default_timezone()
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=here)


@pytest.fixture(autouse=True)
def on_that_day() -> Iterator[None]:
    with override_settings(TODAY=TODAY.isoformat(), ADDRESS="https://tiendo.example.vn"):
        yield


@pytest.fixture
def district(world: World) -> Locality:  # noqa: F811
    return world.plan.locality


@pytest.fixture
def post_box(settings) -> Iterator[PostOffice]:
    """A real mail server on the loopback, which the product knows."""
    with post_office() as office:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.MAIL = conf.mail(office.address)
        for name, value in settings.MAIL.items():
            setattr(settings, name, value)
        yield office
