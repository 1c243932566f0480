"""The one clock: the day in Vietnam, and when it may be moved."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.test import RequestFactory, override_settings
from django.utils import timezone, translation

from tests.tiendo import samples
from tiendo.accounts.access import stand
from tiendo.accounts.clock import ClockRefused, day_asked, refuse_moved_clock, today
from tiendo.accounts.models import Role


def test_the_day_is_the_day_in_vietnam() -> None:
    evening_in_greenwich = datetime(2024, 12, 1, 17, 30, tzinfo=UTC)
    assert timezone.localdate(evening_in_greenwich) == date(2024, 12, 2)
    assert today() == timezone.localdate()


@override_settings(TODAY="2024-12-02")
def test_a_day_may_stand_for_today() -> None:
    assert today() == date(2024, 12, 2)


@pytest.mark.django_db
@override_settings(TODAY="2024-12-02")
def test_a_moved_clock_is_taken_where_everything_is_for_practice() -> None:
    refuse_moved_clock()
    samples.locality(practice=True)
    refuse_moved_clock()


@pytest.mark.django_db
@override_settings(TODAY="2024-12-02")
def test_a_moved_clock_is_refused_where_one_locality_works_in_earnest() -> None:
    samples.locality("Huyện Mẫu", practice=True)
    samples.locality("Huyện Thật", practice=False)
    with pytest.raises(ClockRefused, match="“Huyện Thật” works in earnest"):
        refuse_moved_clock()


@pytest.mark.django_db
@override_settings(TODAY="")
def test_a_clock_left_alone_is_never_refused() -> None:
    samples.locality(practice=False)
    refuse_moved_clock()


@pytest.mark.parametrize("text", ["2024-13-01", "31/12/2024", "hôm nay"])
def test_a_day_that_is_none_is_refused(text: str) -> None:
    with override_settings(TODAY=text), pytest.raises(ClockRefused, match="is no day"):
        refuse_moved_clock()


@pytest.mark.django_db
@override_settings(TODAY="2024-12-02")
@pytest.mark.parametrize(
    ("role", "words", "day", "said"),
    [
        (Role.AUDITOR, "2024-06-30", date(2024, 6, 30), ""),
        (Role.LEADER, "2024-12-02", date(2024, 12, 2), ""),
        (Role.COORDINATOR, "", date(2024, 12, 2), ""),
        (Role.AUDITOR, "2024-12-03", date(2024, 12, 2), "“2024-12-03” has not come yet"),
        (Role.AUDITOR, "30/6/2024", date(2024, 12, 2), "“30/6/2024” is no day"),
        (Role.REPORTER, "2024-06-30", date(2024, 12, 2), "does not look back"),
    ],
)
def test_a_past_day_is_shown_to_who_may_look_back(
    role: Role, words: str, day: date, said: str
) -> None:
    request = RequestFactory().get("/", {"ngay": words} if words else {})
    request.user = samples.person(role, samples.agency(samples.locality()))
    request.session = {}  # type: ignore[assignment]
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]
    stand(request)
    with translation.override("en"):
        assert day_asked(request) == day
    sentences = [str(message) for message in get_messages(request)]
    assert len(sentences) == bool(said)
    assert said in "".join(sentences)
