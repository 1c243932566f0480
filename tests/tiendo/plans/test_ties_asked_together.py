"""What registers say of many tasks is asked for together: as many queries for twenty ties as for two."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.industry.enterprises import enterprise
from tests.tiendo.registers.ground import Ground, lay
from tiendo.accounts.access import standing_of
from tiendo.industry.models import Enterprise
from tiendo.plans.links import told_of, told_of_all, uses_of
from tiendo.plans.models import Link, Task
from tiendo.registers.register import REGISTERS
from tiendo.support.models import SupportGiven


@pytest.fixture
def ground(db: None) -> Ground:
    return lay()


def tied(ground: Ground, plan: Any) -> Task:
    """A task with two figures of one register, one row of it and one figure of another."""
    task = samples.task(plan, ground.office)
    row = enterprise(ground.here, began=2022)
    for facts in (
        {"register": "doanh-nghiep", "measure": "co-so"},
        {"register": "doanh-nghiep", "measure": "co-so-moi", "count": "to-date", "goal": 4},
        {"register": "doanh-nghiep", "row_id": row.pk},
        {"register": "cum-cong-nghiep", "measure": "cum-da-thanh-lap"},
        {"register": "so-da-bo"},
    ):
        Link.objects.create(task=task, **facts)
    return task


def test_each_tie_says_its_own_figure_in_the_order_in_which_they_were_made(ground: Ground) -> None:
    plan = samples.plan(ground.locality)
    task = tied(ground, plan)
    enterprise(ground.there, began=2019)
    told = told_of(Task.objects.get(pk=task.pk), 2022)
    assert [(each.register.slug, each.figure, each.percent) for each in told] == [
        ("doanh-nghiep", 2, None),
        ("doanh-nghiep", 1, 25),
        ("doanh-nghiep", None, None),
        ("cum-cong-nghiep", None, None),
    ]
    assert told[2].row == Enterprise.objects.get(began=2022)


def test_many_tasks_cost_no_more_queries_than_one(
    ground: Ground, django_assert_num_queries: Any
) -> None:
    plan = samples.plan(ground.locality)
    pks = [tied(ground, plan).pk for _each in range(5)]
    tasks = list(Task.objects.filter(pk__in=pks))
    # ties, plans, rows that are named with their marks, figures of two registers, was one of them kept at all
    with django_assert_num_queries(7):
        told_of(tasks[0], 2022)
    tasks = list(Task.objects.filter(pk__in=pks))
    with django_assert_num_queries(7):
        told = told_of_all([(task, 2022) for task in tasks])
    assert {len(each) for each in told.values()} == {4}


def test_a_row_tells_the_tasks_whose_figures_count_rows_of_its_kind(ground: Ground) -> None:
    plan = samples.plan(ground.locality)
    register = REGISTERS["ho-tro"]
    whole, investment, training = (samples.task(plan, ground.office) for _each in range(3))
    for task, measure in ((whole, "luot"), (investment, "dau-tu"), (training, "khuyen-cong")):
        Link.objects.create(task=task, register=register.slug, measure=measure)
    facts = {"whom": "Nhà đầu tư Ví Dụ", "whom_kind": "investor", "kind": "investment"}
    row = SupportGiven.objects.create(
        locality=ground.locality,
        commune=ground.here,
        agency=ground.office,
        given_on=date(2021, 5, 4),
        **facts,
    )
    standing = standing_of(ground.coordinator, samples.TODAY)
    urls = [use.url for use in uses_of(register, row, standing)]
    assert urls == [reverse("progress:task", args=[task.pk]) for task in (whole, investment)]
