"""A large round is opened in the background: its offices one step after another, seen on a page, never twice."""

import pytest
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from tests.tiendo import samples
from tests.tiendo.progress.rounds.conftest import NOW, asking
from tiendo.agencies.models import Kind
from tiendo.history.models import Change
from tiendo.progress.models import OfficeReport, Round
from tiendo.progress.rounds import background, opening
from tiendo.progress.rounds.opening import ask_next, begin_round

OFFICES = 120
LOOKS_ON = {"hx-request": "true", "hx-target": "state"}


@pytest.fixture
def crowd(world):
    """A plan with work for so many communes."""
    task = world.yearly(world.office, years=(2024,))
    for number in range(OFFICES - 1):
        samples.occurrence(
            task, 2024, samples.agency(world.plan.locality, f"Xã {number}", kind=Kind.COMMUNE)
        )
    return world


@pytest.fixture
def begun(crowd) -> Round:
    return begin_round(plan=crowd.plan, asking=asking(crowd.plan), actor=crowd.coordinator, now=NOW)


def sent(crowd) -> dict:
    """What the page of opening posts for the year, every office ticked."""
    asked = asking(crowd.plan)
    form = {"kind": "year", "calendar": "administrative", "year": "2024", "part": ""}
    dues = {f"due-{kind}": f"{day:%d/%m/%Y}" for kind, day in asked.dues.items()}
    return form | dues | {"office": [str(key) for key in asked.offices]}


@pytest.fixture
def desk(crowd) -> Client:
    client = Client()
    client.force_login(crowd.coordinator)
    return client


@pytest.mark.django_db
def test_step_by_step_every_office_is_asked_once_and_each_step_is_kept(begun) -> None:
    left = [ask_next(round_=begun) for _step in range(4)]
    assert left == [70, 20, 0, 0]
    assert begun.reports.count() == OFFICES
    assert Change.objects.filter(content_type__model="officereport").count() == OFFICES


@pytest.mark.django_db
def test_cut_off_between_two_steps_the_rest_is_asked_when_the_product_starts(begun) -> None:
    before = DBTaskResult.objects.count()
    ask_next(round_=begun)
    background.resume()
    background.ask_offices.call(begun.pk)
    begun.refresh_from_db()
    assert (begun.to_ask, begun.reports.count()) == ([], OFFICES)
    background.resume()
    assert DBTaskResult.objects.count() == before + 1


@pytest.mark.django_db
def test_opened_again_while_it_runs_it_is_the_same_round(begun, crowd) -> None:
    again = background.open_apart(
        plan=crowd.plan, asking=asking(crowd.plan), actor=crowd.coordinator, now=NOW
    )
    assert (again, Round.objects.count()) == (begun, 1)
    background.ask_offices.call(begun.pk)
    background.ask_offices.call(begun.pk)
    assert begun.reports.count() == OFFICES


@pytest.mark.django_db
def test_asked_apart_the_reports_are_those_that_are_written_at_once(crowd, begun) -> None:
    background.ask_offices.call(begun.pk)
    facts = ("agency", "first_due", "due", "invited", "state")
    apart = set(begun.reports.values_list(*facts))
    begun.delete()
    opening.open_round(plan=crowd.plan, asking=asking(crowd.plan), actor=None, now=NOW)
    assert set(OfficeReport.objects.values_list(*facts)) == apart


@pytest.mark.django_db
def test_the_page_shows_how_far_it_is_and_can_be_found_again(crowd, desk) -> None:
    answer = desk.post(reverse("rounds:open", args=[crowd.plan.pk]), sent(crowd))
    row = Round.objects.get()
    url = reverse("rounds:opening", args=[row.pk])
    assert answer.url == url
    ask_next(round_=row)
    page = desk.get(url)
    assert (page.context["asked"], page.context["total"]) == (50, OFFICES)
    assert page.headers["Refresh"]
    for place in ("rounds:grid", "rounds:open"):
        assert url in desk.get(reverse(place, args=[crowd.plan.pk])).content.decode()
    assert "<html" not in desk.get(url, headers=LOOKS_ON).content.decode()
    background.ask_offices.call(row.pk)
    assert desk.get(url, headers=LOOKS_ON).headers["HX-Refresh"] == "true"
    done = desk.get(url, follow=True)
    assert done.redirect_chain[-1][0] == reverse("rounds:grid", args=[crowd.plan.pk])
    assert str(OFFICES) in done.content.decode()


@pytest.mark.django_db
def test_an_error_is_said_and_the_rest_is_asked_when_it_is_told_to_go_on(
    crowd, begun, desk, caplog
) -> None:
    ask_next(round_=begun)
    begun.dues.all().delete()  # no day is known any more: the next step cannot be done
    background.ask_offices.call(begun.pk)
    begun.refresh_from_db()
    assert (begun.halted, begun.reports.count(), len(begun.to_ask)) == (True, 50, 70)
    assert "not opened for every office" in caplog.text
    url = reverse("rounds:opening", args=[begun.pk])
    page = desk.get(url)
    assert "error" not in page.headers
    assert "Refresh" not in page.headers
    assert "Tiếp tục" in page.content.decode()
    for kind, due in asking(crowd.plan).dues.items():
        begun.dues.create(kind=kind, due=due)
    assert desk.post(url).url == url
    background.ask_offices.call(begun.pk)
    begun.refresh_from_db()
    assert (begun.halted, begun.to_ask, begun.reports.count()) == (False, [], OFFICES)


@pytest.mark.django_db
def test_a_small_round_is_open_at_once(world) -> None:
    world.yearly(world.office, years=(2024,))
    client = Client()
    client.force_login(world.coordinator)
    answer = client.post(reverse("rounds:open", args=[world.plan.pk]), sent(world))
    assert answer.url == reverse("rounds:grid", args=[world.plan.pk])
    assert Round.objects.get().to_ask == []


@pytest.mark.django_db
def test_a_round_of_another_locality_is_not_found(begun) -> None:
    elsewhere = samples.agency(samples.locality("Huyện Khác"))
    client = Client()
    client.force_login(samples.person("coordinator", elsewhere))
    assert client.get(reverse("rounds:opening", args=[begun.pk])).status_code == 404
    assert client.post(reverse("rounds:opening", args=[begun.pk])).status_code == 404
