"""The worked example with its registers, once for all tests of a file."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction

from tiendo.accounts.models import User
from tiendo.example import services
from tiendo.plans.models import Plan

TODAY = date(2024, 12, 2)


@pytest.fixture(scope="module")
def plan(django_db_setup: None, django_db_blocker: object) -> Iterator[Plan]:
    """The plan of the worked example, taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        yield services.install(today=TODAY, with_registers=True)
        transaction.set_rollback(True)


@pytest.fixture
def coordinator(plan: Plan, db: None) -> User:
    """Who coordinates the plan."""
    return User.objects.get(username="dieuphoi")
