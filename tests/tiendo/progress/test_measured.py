"""A commune reports its own figures, an office those of the whole locality."""

import pytest

from tests.tiendo import samples
from tests.tiendo.industry.enterprises import enterprise
from tests.tiendo.registers.ground import Ground, lay
from tiendo.agencies.models import Agency
from tiendo.plans.links import Told
from tiendo.plans.models import Link, Task
from tiendo.progress.measured import told_for, told_for_all

YEAR = samples.TODAY.year


@pytest.fixture
def ground(db: None) -> Ground:
    return lay()


@pytest.fixture
def task(ground: Ground) -> Task:
    """A duty of everybody, tied to how many establishments there are; a goal is for the locality."""
    row = samples.task(samples.plan(ground.locality), ground.office)
    Link.objects.create(task=row, register="doanh-nghiep", measure="co-so", goal=4)
    enterprise(ground.here, began=2020)
    enterprise(ground.here, began=2021)
    enterprise(ground.there, began=2021)
    return row


def told(task: Task, office: Agency) -> Told:
    (found,) = told_for(samples.occurrence(task, YEAR, office), samples.TODAY)
    return found


def test_what_a_commune_owes_counts_what_lies_there(ground: Ground, task: Task) -> None:
    assert told(task, ground.here).figure == 2
    assert told(task, ground.there).figure == 1
    assert told(task, ground.office).figure == 3


def test_the_goal_of_the_locality_is_not_held_against_a_commune(ground: Ground, task: Task) -> None:
    assert told(task, ground.here).percent is None
    assert told(task, ground.office).percent == 75


def test_it_is_said_that_the_figure_is_that_of_the_commune(ground: Ground, task: Task) -> None:
    assert told(task, ground.here).of_years == f"{YEAR}, trên địa bàn"
    assert told(task, ground.office).of_years == str(YEAR)


def test_rows_of_no_commune_are_counted_whole(ground: Ground, task: Task) -> None:
    Link.objects.all().delete()
    Link.objects.create(task=task, register="phan-bo-von", measure="phan-bo")
    assert told(task, ground.here).within is None


def test_one_row_is_the_same_for_everybody(ground: Ground, task: Task) -> None:
    row = enterprise(ground.there, began=2019)
    Link.objects.update(row_id=row.pk)
    assert told(task, ground.here).figure == 1


def test_the_periods_of_several_offices_keep_their_own_figures(ground: Ground, task: Task) -> None:
    offices = [ground.there, ground.office, ground.here]
    rows = [samples.occurrence(task, YEAR, office) for office in offices]
    found = told_for_all(rows, samples.TODAY)
    assert [found[row.pk][0].figure for row in rows] == [1, 3, 2]
