"""The pages of a hand-over, from the preview to putting it back, and what is sent there by mistake."""

from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.progress.handover.conftest import World
from tiendo.progress.handover.background import carry_on, resume
from tiendo.progress.models import HandOver, HandOverState, Occurrence

pytestmark = pytest.mark.django_db
PREPARE = "/ban-giao/chuan-bi/"


@pytest.fixture
def keeper(world: World, client: Client) -> Client:
    world.period(world.own, world.a)
    world.period(world.common, world.b)
    world.merge()
    client.force_login(samples.person("administrator", samples.agency(world.locality, "UBND")))
    client.cookies["django_language"] = "en"
    return client


def at(page: str, row: HandOver) -> str:
    return reverse(f"handover:{page}", args=[row.pk])


def prepared(keeper: Client) -> HandOver:
    answer = keeper.post(PREPARE, {"day": "2025-07-01"})
    row = HandOver.objects.get()
    assert answer.url == at("hand_over", row)
    carry_on.call(row.pk)
    row.refresh_from_db()
    return row


@override_settings(TODAY="2025-05-05")
def test_before_the_day_it_is_a_preview(keeper: Client, world: World) -> None:
    row = prepared(keeper)
    said = keeper.get(at("hand_over", row)).content.decode()
    assert "This is a preview" in said
    assert "Confirm: hand all of it over" not in said
    assert said.count(world.c.name) > 1
    refused = keeper.post(at("confirm", row), follow=True).content.decode()
    assert "The successors begin on 01/07/2025" in refused
    assert Occurrence.objects.filter(obligation__agency=world.c).count() == 0


@override_settings(TODAY="2025-07-01")
def test_confirmed_it_is_made_in_the_background_and_can_be_put_back(
    keeper: Client, world: World
) -> None:
    row = prepared(keeper)
    keeper.post(at("confirm", row))
    assert "being handed over" in keeper.get(at("hand_over", row)).content.decode().lower()
    carry_on.call(row.pk)
    done = keeper.get(at("hand_over", row)).content.decode()
    assert "Handed over; confirmed" in done
    assert Occurrence.objects.open().filter(obligation__agency=world.c).count() == 2
    assert keeper.post(at("undo", row), {"reason": ""}).status_code == 422
    keeper.post(at("undo", row), {"reason": "Nhầm ngày"})
    carry_on.call(row.pk)
    back = keeper.get(at("hand_over", row)).content.decode()
    assert "Nhầm ngày" in back
    assert Occurrence.objects.open().filter(obligation__agency=world.c).count() == 0


@override_settings(TODAY="2025-07-01")
def test_what_was_cut_off_is_taken_up_again(keeper: Client, world: World) -> None:
    row = prepared(keeper)
    keeper.post(at("confirm", row))
    carry_on.call(row.pk)
    HandOver.objects.filter(pk=row.pk).update(state=HandOverState.MOVING)  # killed before its end
    resume()
    carry_on.call(row.pk)
    row.refresh_from_db()
    assert row.state == HandOverState.DONE
    assert Occurrence.objects.open().filter(obligation__agency=world.c).count() == 2


@override_settings(TODAY="2025-07-01")
def test_what_an_error_stopped_says_so_and_goes_on_when_somebody_lets_it(
    keeper: Client, world: World
) -> None:
    row = prepared(keeper)
    keeper.post(at("confirm", row))
    row.moves.update(after=[])  # not what any mover writes
    carry_on.call(row.pk)
    said = keeper.get(at("hand_over", row)).content.decode()
    assert "An error stopped this" in said
    assert "every 2s" not in said
    row.moves.update(after={})
    keeper.post(at("go_on", row))
    carry_on.call(row.pk)
    assert "Handed over; confirmed" in keeper.get(at("hand_over", row)).content.decode()
    again = keeper.post(at("go_on", row), follow=True).content.decode()
    assert "This hand-over did not stop" in again


@override_settings(TODAY="2025-07-01")
def test_work_is_listed_by_old_office_and_placed_with_a_person(
    keeper: Client, world: World
) -> None:
    row = prepared(keeper)
    address = f"{at('work', row)}?moi={world.c.pk}"
    said = keeper.get(address).content.decode()
    assert world.a.name in said
    assert world.b.name in said
    move = row.moves.filter(mover="work")[0]
    who = world.people["other"]
    answer = keeper.post(address, {"move": [move.pk], "person": who.pk})
    assert answer.status_code == 302
    move.refresh_from_db()
    assert move.person == who


@override_settings(TODAY="2025-07-01")
@pytest.mark.parametrize(
    "junk",
    [
        {"move": ["x", "9" * 40, "-1"], "new": "9" * 40},
        {"move": ["1\0"], "person": "\0"},
        {"person": "1"},
        {},
    ],
    ids=str,
)
def test_what_nobody_sends_is_no_fault(keeper: Client, world: World, junk: dict) -> None:
    row = prepared(keeper)
    for query in ("?moi=0", f"?moi={world.c.pk}&page=-1", "?moi=9999999999999", "?moi=x"):
        assert keeper.post(at("work", row) + query, junk).status_code in (302, 404, 422)
        assert keeper.get(at("work", row) + query).status_code in (200, 404)


@pytest.mark.parametrize("day", ["", "x", "2025-02-31", "2030-01-01", "\0", "9" * 50])
def test_a_day_on_which_nothing_happens_is_refused(keeper: Client, day: str) -> None:
    assert keeper.post(PREPARE, {"day": day}).status_code == 302
    assert not HandOver.objects.exists()


@override_settings(TODAY="2025-07-01")
def test_who_worked_at_an_old_office_sees_what_became_of_it(
    keeper: Client, world: World, client: Client
) -> None:
    row = prepared(keeper)
    keeper.post(at("confirm", row))
    carry_on.call(row.pk)
    reporter = Client()
    reporter.force_login(world.people["reporter"])
    reporter.cookies["django_language"] = "en"
    home = reporter.get("/", follow=True).content.decode()
    assert "this office stands for" in home
    old = reporter.get(reverse("progress:office", args=[world.a.pk])).content.decode()
    assert "This office is no more since 01/07/2025." in old
    assert "and the rights of its people, are with the successors" in old


@pytest.mark.parametrize(("today", "ended"), [("2025-06-30", 0), ("2025-07-01", 2)])
def test_offices_that_ended_stand_apart_with_their_last_day(
    keeper: Client, world: World, settings: Any, today: str, ended: int
) -> None:
    settings.TODAY = today
    said = keeper.get(reverse("progress:offices")).content.decode()
    _now, _heading, past = said.partition("Ended offices")
    assert past.count("until 30/06/2025") == said.count("until ") == ended
    assert (world.a.name in past) == (world.b.name in past) == bool(ended)
    assert f">{world.c.name}<" not in past
