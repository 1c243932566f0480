"""Calendars and shared views go with the office, and come back."""

from datetime import date

import pytest
from django.utils import timezone

from tests.tiendo import samples
from tiendo.agencies.moving import Act, Piece
from tiendo.desk.models import CalendarFeed, SavedView
from tiendo.desk.office_movers import FEEDS, VIEWS

pytestmark = pytest.mark.django_db
DAY = date(2025, 7, 1)


def test_views_and_calendars_follow_the_office_and_come_back() -> None:
    old = samples.agency(samples.locality(), "Phòng cũ")
    new = samples.agency(old.locality, "Phòng mới")
    user, act = samples.person("reporter", old), Act(DAY, None, timezone.now(), "thử")
    query = f"office={old.pk}&status=overdue&x=office={old.pk}0"
    view = SavedView.objects.create(user=user, agency=old, name="Quá hạn", path="/", query=query)
    feed = CalendarFeed.objects.create(user=user, agency=old, key="k", made_at=timezone.now())
    pieces = {VIEWS: Piece(view.pk, old.pk, new.pk), FEEDS: Piece(feed.pk, old.pk, new.pk)}
    for mover, piece in pieces.items():
        assert list(mover.rows([old.pk], DAY)) == [view if mover is VIEWS else feed]
        assert mover.move([piece], act)[piece.row].there
    view.refresh_from_db()
    feed.refresh_from_db()
    assert (view.agency, feed.agency) == (new, new)
    assert view.query == f"office={new.pk}&status=overdue&x=office={old.pk}0"
    for mover, piece in pieces.items():
        assert mover.put_back([piece], act)[piece.row].there
    view.refresh_from_db()
    assert (view.agency, view.query) == (old, query)


def test_a_calendar_that_is_there_already_stays_with_the_old_office() -> None:
    old = samples.agency(samples.locality(), "Phòng cũ")
    new = samples.agency(old.locality, "Phòng mới")
    user, act = samples.person("reporter", old), Act(DAY, None, timezone.now(), "thử")
    feed, _there = (
        CalendarFeed.objects.create(user=user, agency=office, key="k", made_at=timezone.now())
        for office in (old, new)
    )
    assert not FEEDS.move([Piece(feed.pk, old.pk, new.pk)], act)[feed.pk].there
