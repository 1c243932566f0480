"""The page that ties a task to registers."""

import re

import pytest
from django.test import Client

from tests.tiendo import samples
from tests.tiendo.industry.enterprises import enterprise
from tests.tiendo.registers.ground import Ground, client, lay
from tiendo.plans.models import Link, Task

CHOICE = re.compile(r'<option value="([^"]*)"[^>]*>([^<]*)</option>')


@pytest.fixture
def ground(db: None) -> Ground:
    return lay()


@pytest.fixture
def task(ground: Ground) -> Task:
    return samples.task(samples.plan(ground.locality), ground.office)


@pytest.fixture
def at(ground: Ground) -> Client:
    return client(ground.coordinator)


def test_nothing_is_chosen_for_the_coordinator_and_nothing_is_tied_by_accident(
    at: Client, task: Task
) -> None:
    url = f"/nhiem-vu/{task.pk}/so/"
    [(first, _words), *_rest] = CHOICE.findall(at.get(url).content.decode())
    assert first == ""
    assert at.post(url, {"measure": "", "count": "year"}).status_code == 422
    assert not Link.objects.exists()


def test_a_choice_names_its_register_and_its_unit_since_the_closed_list_shows_it_alone(
    at: Client, task: Task
) -> None:
    choices = dict(CHOICE.findall(at.get(f"/nhiem-vu/{task.pk}/so/").content.decode()))
    assert choices["phan-bo-von:"] == "Phân bổ vốn: cả sổ"
    assert choices["phan-bo-von:phan-bo"] == "Vốn phân bổ trong năm (triệu đồng)"


def test_a_tie_is_shown_with_its_goal_in_the_unit_of_the_figure(at: Client, task: Task) -> None:
    url = f"/nhiem-vu/{task.pk}/so/"
    said = {"measure": "phan-bo-von:phan-bo", "count": "year", "goal": "3000"}
    at.post(url, said)
    page = at.get(url).content.decode()
    assert "3.000 triệu đồng" in page
    assert "Văn bản liên quan" not in page


def test_a_task_that_is_tied_to_a_register_twice_is_named_once_on_its_rows(
    ground: Ground, task: Task
) -> None:
    for measure in ("co-so", "co-so-moi"):
        Link.objects.create(task=task, register="doanh-nghiep", measure=measure)
    row = enterprise(ground.here)
    page = client(ground.coordinator).get(f"/so/doanh-nghiep/{row.pk}/").content.decode()
    assert page.count(f'href="/nhiem-vu/{task.pk}/"') == 1
