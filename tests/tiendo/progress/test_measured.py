"""A commune reports its own figures, so does each office of a group; an office alone those of the whole locality."""

from datetime import date

import pytest

from tests.tiendo import samples
from tests.tiendo.industry.enterprises import enterprise
from tests.tiendo.registers.ground import Ground, lay
from tiendo.agencies.models import Agency
from tiendo.plans.links import Told
from tiendo.plans.models import Link, Task
from tiendo.progress.measured import told_for, told_for_all
from tiendo.support.models import SupportGiven

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


def helped(ground: Ground, office: Agency) -> None:
    given_on, facts = date(YEAR, 5, 4), {"whom_kind": "investor", "kind": "investment"}
    facts |= {"whom": f"Nhà đầu tư {SupportGiven.objects.count()}"}
    SupportGiven.objects.create(
        locality=ground.locality, commune=ground.here, agency=office, given_on=given_on, **facts
    )


def test_each_office_of_a_group_counts_the_rows_that_name_it(ground: Ground) -> None:
    other = samples.agency(ground.locality, "Phòng Ví Dụ")
    group = samples.group(ground.locality, ground.office, other)
    plan = samples.plan(ground.locality)
    every, alone = samples.task(plan, group), samples.task(plan, ground.office)
    for row in (every, alone):
        Link.objects.create(task=row, register="ho-tro", measure="luot")
    for office in (ground.office, ground.office, other):
        helped(ground, office)
    own = told(every, ground.office)
    assert (own.figure, own.of_years) == (2, f"{YEAR}, phần của cơ quan")
    assert told(every, other).figure == 1
    assert told(alone, ground.office).figure == 3
