"""What the pages of a day's work ask of the database does not grow with what is there."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.progress.rounds.conftest import NOW, Opened, asking
from tiendo.progress.models import Occurrence
from tiendo.progress.rounds import services

MOST = 15
PAGES = ("my work", "grid", "tasks", "task", "form", "save")


def grow(opened: Opened, times: int) -> None:
    """More work of the same office, more offices, plans, rounds and reports; a round that asks for all of it."""
    world = opened.world
    for number in range(times):
        helper = samples.agency(world.plan.locality, f"Phòng số {times}-{number}")
        task = world.yearly(world.office, coordinating=(helper,), years=(2023, 2024))
        for row in Occurrence.objects.filter(obligation__task=task):
            samples.report(row)
        world.yearly(helper, years=(2024,))
        samples.plan(world.plan.locality, f"Kế hoạch {times}-{number}")
    kind, part = ("quarter", times)
    plan = world.plan
    opened.round = services.open_round(
        plan=plan, asking=asking(plan, kind, part=part), actor=world.coordinator, now=NOW
    )


def queries(opened: Opened, page: str) -> int:
    """How many queries a page asks, the second time it is asked for."""
    world, client = opened.world, Client()
    client.force_login(world.coordinator if page in ("grid", "tasks", "task") else world.reporter)
    address = {
        "my work": reverse("progress:office", args=[world.office.pk]),
        "grid": reverse("rounds:grid", args=[world.plan.pk]),
        "tasks": reverse("progress:tasks") + "?kind=all&rows=100",
        "task": reverse("progress:task", args=[opened.entry.obligation.task_id]),
        "form": reverse("rounds:form", args=[opened.round.pk]),
        "save": reverse("rounds:form", args=[opened.round.pk]),
    }[page]
    if page == "save":
        return saving(client, address)
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def saving(client: Client, address: str) -> int:
    """How many queries it asks to change a word on every piece of work."""
    assert client.post(address, typed(client, address, "Một lớp")).status_code == 302
    changed = typed(client, address, "Hai lớp")
    with CaptureQueriesContext(connection) as asked:
        assert client.post(address, changed).status_code == 302
    assert client.get(address).content.decode().count("Hai lớp") >= 2
    return len(asked)


def typed(client: Client, address: str, words: str) -> dict[str, str]:
    page = client.get(address).content.decode()
    boxes = dict.fromkeys(re.findall(r'name="(e\d+-result)"', page), words)
    works = dict.fromkeys(re.findall(r'name="(e\d+-work)"', page), "in-progress")
    hidden = re.findall(r'<input type="hidden" name="(version|key)" value="([^"]*)"', page)
    return {**dict(hidden), **boxes, **works, "do": "save"}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_no_more_where_there_is_more(opened: Opened, page: str) -> None:
    grow(opened, 2)
    few = queries(opened, page)
    grow(opened, 4)
    assert queries(opened, page) == few <= MOST
