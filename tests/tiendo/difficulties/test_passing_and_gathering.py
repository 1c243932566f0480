"""A difficulty is passed on with a trace; equal ones go into one petition, once."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.difficulties.rows import answered, difficulty, petition
from tests.tiendo.registers.ground import Ground, client, lay
from tiendo.agencies.models import Agency
from tiendo.difficulties import services
from tiendo.difficulties.models import Difficulty, Forwarding, Petition
from tiendo.difficulties.registers import DIFFICULTIES, PETITIONS
from tiendo.difficulties.services import Onward
from tiendo.history.models import Change
from tiendo.history.services import Gone

TODAY, LATER = date(2024, 12, 2), date(2024, 12, 20)
GATHER = "/so/kien-nghi/gom/"


@pytest.fixture
def ground(db, settings) -> Ground:
    settings.TODAY = "2024-12-02"
    return lay()


@pytest.fixture
def other(ground: Ground) -> Agency:
    return Agency.objects.get(name="Phòng Tài nguyên và Môi trường")


def page(row: Difficulty) -> str:
    return reverse("registers:row", args=[DIFFICULTIES, row.pk])


def test_passing_on_keeps_who_when_and_why(ground, other):
    row = difficulty(ground.office)
    at = client(ground.coordinator)
    typed = {"agency": other.pk, "words": "Thuộc lĩnh vực đất đai", "due_on": "20/12/2024"}
    assert at.post(f"{page(row)}chuyen/", typed).status_code == 302
    row.refresh_from_db()
    assert (row.agency, row.due_on) == (other, LATER)
    step = Forwarding.objects.get()
    assert (step.sender, step.agency, step.forwarded_on) == (ground.office, other, TODAY)
    assert Change.objects.filter(reason="Thuộc lĩnh vực đất đai").exists()
    assert "Thuộc lĩnh vực đất đai" in at.get(page(row)).content.decode()


def test_the_day_stays_where_no_other_is_named(ground, other):
    row = difficulty(ground.office)
    onward = Onward(other, "Đúng việc hơn")
    services.forward(difficulty=row, onward=onward, actor=None, today=TODAY)
    assert Difficulty.objects.get().due_on == row.due_on


def test_only_the_office_that_has_to_answer_passes_it_on(ground, other):
    lies_there = difficulty(other, what="Của phòng khác")
    officer = client(ground.officer)
    assert officer.get(f"{page(lies_there)}chuyen/").status_code == 403
    lies_here = difficulty(ground.office)
    assert officer.get(f"{page(lies_here)}chuyen/").status_code == 200
    assert client(ground.of_there).get(f"{page(lies_here)}chuyen/").status_code == 404


@pytest.mark.parametrize("typed", [{}, {"agency": "x", "words": "y"}, {"words": "\x00"}])
def test_what_was_typed_wrongly_is_said(ground, typed):
    row = difficulty(ground.office)
    assert client(ground.coordinator).post(f"{page(row)}chuyen/", typed).status_code == 422
    assert not Forwarding.objects.exists()


def test_nothing_is_passed_on_that_was_answered_or_lies_there_already(ground, other):
    done = answered(ground.office, TODAY)
    with pytest.raises(ValidationError):
        services.forward(difficulty=done, onward=Onward(other, "x"), actor=None, today=TODAY)
    row = difficulty(other, what="Của phòng khác")
    with pytest.raises(ValidationError):
        services.forward(difficulty=row, onward=Onward(other, "x"), actor=None, today=TODAY)
    assert not Forwarding.objects.exists()


def test_what_somebody_else_passed_on_or_deleted_meanwhile_is_not_passed_on(ground, other):
    row, third = difficulty(ground.office), samples.agency(ground.locality, "Phòng Thứ Ba")
    onward = Onward(third, "Thuộc ngành")
    Difficulty.objects.filter(pk=row.pk).update(agency=other)
    with pytest.raises(ValidationError, match="vừa được chuyển"):
        services.forward(difficulty=row, onward=onward, actor=None, today=TODAY)
    assert Difficulty.objects.get(pk=row.pk).agency == other
    Difficulty.objects.all().delete()
    with pytest.raises(Gone):
        services.forward(difficulty=row, onward=onward, actor=None, today=TODAY)


def test_nothing_goes_into_a_petition_that_was_deleted_meanwhile(ground):
    asked, row = petition(ground.office), difficulty(ground.office)
    Petition.objects.all().delete()
    with pytest.raises(Gone):
        services.gather(petition=asked, difficulties=[row], actor=None, today=TODAY)


def test_nobody_is_given_a_day_that_is_over(ground, other):
    row = difficulty(ground.office)
    typed = {"agency": other.pk, "words": "Đúng việc hơn", "due_on": "01/12/2024"}
    answer = client(ground.coordinator).post(f"{page(row)}chuyen/", typed)
    assert answer.status_code == 422
    assert "due_on" in answer.context["form"].errors
    assert not Forwarding.objects.exists()


def test_what_is_due_stands_before_the_office_that_has_to_answer(ground, other):
    row = difficulty(other, what="Thiếu chỗ đấu nối nước thải", due_on=TODAY)
    work = {
        office: reverse("progress:office", args=[office.pk]) for office in (other, ground.office)
    }
    theirs = client(samples.person("reporter", other)).get(work[other])
    assert page(row) in theirs.content.decode()
    ours = client(ground.officer).get(work[ground.office])
    assert page(row) not in ours.content.decode()


def test_equal_ones_stand_together_and_go_into_a_new_petition(ground, other):
    rows = [difficulty(ground.office, whom=f"Phòng {n}") for n in range(3)]
    difficulty(other, what="Vay vốn lưu động khó", bottleneck="capital")
    at = client(ground.coordinator)
    heaps = at.get(GATHER).context["heaps"]
    assert [len(heap["rows"]) for heap in heaps] == [3, 1]
    ticked = at.get(f"{GATHER}?{heaps[0]['again']}").context["heaps"][0]["rows"]
    assert [tick for _row, tick in ticked] == [True] * 3
    typed = {"difficulties": [row.pk for row in rows], "title": "Nâng trạm biến áp"}
    answer = at.post(GATHER, typed)
    made = Petition.objects.get()
    assert answer.url == reverse("registers:row", args=[PETITIONS, made.pk])
    assert (made.bottleneck, made.gathered_on, made.agency) == ("works", TODAY, ground.office)
    assert set(made.difficulties.all()) == set(rows)
    shown = at.get(answer.url).content.decode()
    assert all(page(row) in shown for row in rows)


def test_more_go_into_a_petition_until_it_is_submitted(ground):
    asked, row = petition(ground.office), difficulty(ground.office)
    at = client(ground.coordinator)
    assert at.post(GATHER, {"difficulties": [row.pk], "petition": asked.pk}).status_code == 302
    assert asked.difficulties.get() == row
    Petition.objects.update(put_on=TODAY)
    late = difficulty(ground.office, what="Đến sau")
    assert at.post(GATHER, {"difficulties": [late.pk], "petition": asked.pk}).status_code == 422
    with pytest.raises(ValidationError):
        services.gather(petition=asked, difficulties=[late], actor=None, today=TODAY)


def test_what_was_answered_or_gathered_meanwhile_is_not_gathered_again(ground):
    rows = [difficulty(ground.office, whom=f"Phòng {n}") for n in range(2)]
    Difficulty.objects.filter(pk=rows[0].pk).update(petition=petition(ground.office))
    fresh = Petition(
        locality=ground.locality,
        title="Khác",
        bottleneck="works",
        agency=ground.office,
        gathered_on=TODAY,
    )
    with pytest.raises(ValidationError):
        services.gather(petition=fresh, difficulties=rows, actor=None, today=TODAY)
    assert not Petition.objects.filter(title="Khác").exists()
    assert Difficulty.objects.get(pk=rows[1].pk).petition is None


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"title": "Không chọn gì"},
        {"difficulties": ["x"], "title": "Sai"},
        {"difficulties": ["9" * 30], "title": "Sai"},
        {"difficulties": ["1"], "petition": "9" * 30},
    ],
)
def test_a_petition_gathers_something_and_is_one(ground, typed):
    difficulty(ground.office)
    assert client(ground.coordinator).post(GATHER, typed).status_code == 422
    assert not Petition.objects.exists()


def test_only_who_keeps_the_petitions_gathers(ground):
    difficulty(ground.office)
    assert client(ground.officer).get(GATHER).status_code == 403
    assert client(ground.of_here).get(GATHER).status_code == 403


def test_two_hundred_are_shown_in_few_queries(ground, django_assert_max_num_queries):
    for place in range(201):
        difficulty(ground.office, what=f"Việc {place}", whom=f"Phòng {place}")
    at = client(ground.coordinator)
    with django_assert_max_num_queries(12):
        context = at.get(GATHER).context
    assert sum(len(heap["rows"]) for heap in context["heaps"]) == 200
