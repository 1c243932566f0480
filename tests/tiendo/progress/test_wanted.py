"""What an address asks of a list: whatever stands in it, the list is answered, never an error."""

from datetime import date

import pytest
from django.http import QueryDict

from tests.tiendo import samples
from tiendo.plans.models import Task
from tiendo.progress.listing import listing
from tiendo.progress.wanted import Wanted, read_wanted

WORDS = ["abc", "-1", "0", "10000", "99999", "999999999", "9" * 30, "__class__", "\x00", "²", "١"]
NAMES = ["page", "rows", "plan", "office", "year", "role", "status", "kind", "sort"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("words", WORDS)
def test_an_address_that_means_nothing_is_a_list_all_the_same(
    db: None, name: str, words: str
) -> None:
    office = samples.agency(samples.locality())
    samples.occurrence(samples.task(samples.plan(office.locality), office))
    query = QueryDict(mutable=True)
    query[name] = words
    found = listing(Task.objects.all(), read_wanted(query), date(2026, 11, 23))
    assert found.page.number >= 1


def test_a_year_that_no_calendar_has_is_not_asked_for() -> None:
    assert read_wanted(QueryDict("year=10000")) == Wanted()
    assert read_wanted(QueryDict("year=9999")).year == 9999
