"""One thing done to many: chosen on a list, asked once more, done within one's rights."""

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from tests.tiendo import samples
from tests.tiendo.progress.conftest import occurrence_of
from tiendo.accounts.models import Role
from tiendo.progress.bulk import read_chosen
from tiendo.progress.models import Receipt, Remark, Report

pytestmark = pytest.mark.django_db
ADDRESS = "/viec/lam-mot-luot/"


def browser(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def work(task, year: int = 2024) -> str:
    return f"work:{occurrence_of(task, year).pk}"


def test_keys_that_name_nothing_are_passed_over() -> None:
    chosen = read_chosen(["work:1", "owed:2", "task:3", "work:", "x:4", "work:-1", "", "task:²"])
    assert (chosen.work, chosen.owed, chosen.task) == ({1}, {2}, {3})


def test_nothing_arose_asks_before_it_is_said_of_several(world) -> None:
    tasks = [world.yearly(years=(2024,)) for _ in range(2)]
    client, rows = browser(world.reporter), [work(task) for task in tasks]
    page = client.post(ADDRESS, {"do": "nothing", "row": rows})
    assert (page.status_code, Report.objects.count()) == (200, 0)
    assert "2 dòng" in page.content.decode()
    client.post(ADDRESS, {"do": "nothing", "row": rows, "confirmed": "1"})
    assert {occurrence_of(task, 2024).status(samples.TODAY).value for task in tasks} == {
        "nothing-arose"
    }


def test_nobody_says_for_another_office_that_nothing_arose(world) -> None:
    task = world.yearly(years=(2024,))
    facts = {"do": "nothing", "row": work(task), "confirmed": "1"}
    assert browser(world.helper).post(ADDRESS, facts).status_code == 302
    assert browser(world.stranger).post(ADDRESS, facts).status_code == 302
    assert browser(world.viewer).post(ADDRESS, facts).status_code == 403
    assert not Report.objects.exists()


def test_a_period_to_come_and_one_that_waits_are_not_answered(world) -> None:
    task = world.yearly(years=(2025,))
    waiting = samples.task(world.plan, world.office)
    row = samples.occurrence(waiting, due=None, condition="chờ đề án được duyệt")
    rows = [work(task, 2025), f"work:{row.pk}"]
    browser(world.reporter).post(ADDRESS, {"do": "nothing", "row": rows, "confirmed": "1"})
    assert not Report.objects.exists()


def test_work_is_received_with_one_press_and_only_once(world) -> None:
    owed = world.yearly(years=(2024,)).obligations.get()
    for person in (world.reporter, world.reporter, world.helper):
        browser(person).post(ADDRESS, {"one": f"receive:owed:{owed.pk}"})
    assert [row.by for row in Receipt.objects.all()] == [world.reporter]


def test_a_key_task_needs_the_words_that_say_so(world, signed_in) -> None:
    task = world.yearly()
    asked = {"do": "key", "row": f"task:{task.pk}", "confirmed": "1"}
    assert signed_in.post(ADDRESS, asked).status_code == 422
    signed_in.post(ADDRESS, {**asked, "words": "Phần II: nhiệm vụ trọng tâm"})
    task.refresh_from_db()
    assert (task.key, task.key_words) == (True, "Phần II: nhiệm vụ trọng tâm")


def test_asking_for_word_without_a_round_is_written_in_the_discussion(world) -> None:
    task = world.yearly()
    leader = samples.person(Role.LEADER, world.office)
    asked = {"do": "nudge", "row": f"task:{task.pk}", "confirmed": "1", "words": "Vướng ở đâu?"}
    browser(leader).post(ADDRESS, asked)
    assert [(row.task, row.text) for row in Remark.objects.all()] == [(task, "Vướng ở đâu?")]


def test_a_button_leads_back_to_the_list_and_nowhere_else(world) -> None:
    client = browser(world.reporter)
    inside = client.post(ADDRESS, {"do": "nothing", "next": "/nhiem-vu/?q=a"})
    assert inside["Location"] == "/nhiem-vu/?q=a"
    for elsewhere in ("https://elsewhere.example/", "//elsewhere.example/", "desk:queue", "%"):
        outside = client.post(ADDRESS, {"do": "nothing", "next": elsewhere})
        assert outside["Location"] == "/"


def test_the_list_offers_only_what_one_may_do(world) -> None:
    world.yearly()
    offered = {
        person: [act.name for act in browser(person).get("/nhiem-vu/").context["acts"]]
        for person in (world.coordinator, world.reporter, world.viewer)
    }
    assert offered == {
        world.coordinator: ["nothing", "key", "nudge"],
        world.reporter: ["nothing", "receive"],
        world.viewer: [],
    }


def test_who_asks_for_word_is_told_which_offices_were_asked_where(world) -> None:
    task = world.yearly(years=(2024,))
    asked = {"do": "nudge", "row": f"task:{task.pk}", "confirmed": "1", "words": "Vướng ở đâu?"}
    answer = browser(samples.person(Role.LEADER, world.office)).post(ADDRESS, asked)
    said = [str(message) for message in get_messages(answer.wsgi_request)]
    assert "phần trao đổi của nhiệm vụ: Phòng KT-HT." in said[1]
