"""What falls due in a register stands where the office looks: its work, the calendar, reminders, the leader's queue."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import translation

from tests.tiendo import samples
from tests.tiendo.registers.ground import Ground, client, example_of
from tiendo.accounts.models import Role, User
from tiendo.agencies.models import Agency
from tiendo.desk.reminders.digest import digests
from tiendo.papers.models import PaperOwed, PaperStep
from tiendo.progress.due import DueKind, dues_of
from tiendo.registers.due import due_rows
from tiendo.registers.models import Keeper
from tiendo.registers.register import REGISTERS, Register

DUE = [each for each in REGISTERS.values() if each.due]
EVERY = pytest.mark.parametrize("register", DUE, ids=lambda register: register.slug)
TODAY = samples.TODAY
SOON = TODAY + timedelta(days=7)
LATE = TODAY - timedelta(days=30)


def paper(office: Agency, **facts: Any) -> PaperOwed:
    given = {
        "title": "Kế hoạch an toàn điện",
        "kind": "plan",
        "asked": "issue",
        "due": SOON,
    } | facts
    return PaperOwed.objects.create(locality=office.locality, agency=office, **given)


@EVERY
def test_a_row_is_due_as_long_as_the_register_says_that_it_is_open(
    ground: Ground, register: Register
) -> None:
    assert register.due is not None
    row = example_of(ground, register)
    Keeper.objects.create(locality=ground.locality, register=register.slug, agency=ground.office)
    is_open = register.rows.filter(
        register.due.open, pk=row.pk, **{f"{register.due.day}__lte": date.max}
    )
    found = due_rows(Agency.objects.values("pk"), date.max)
    assert [each.pk for each in found if each.register is register] == [each.pk for each in is_open]


@EVERY
def test_what_is_to_be_done_is_said_in_both_languages(register: Register) -> None:
    assert register.due is not None
    with translation.override("en"):
        english = str(register.due.words)
    with translation.override("vi"):
        assert english != str(register.due.words)


def test_all_registers_are_asked_in_one_query(
    ground: Ground, django_assert_num_queries: Any
) -> None:
    own = paper(ground.office)
    PaperStep.objects.create(locality=ground.locality, paper=own, title="Dự thảo", due=TODAY)
    with django_assert_num_queries(1):
        found = due_rows([ground.office.pk], SOON)
    assert [(row.about, row.day) for row in found] == [
        ("Dự thảo", TODAY),
        ("Kế hoạch an toàn điện", SOON),
    ]


@pytest.mark.parametrize(
    ("facts", "is_due"),
    [
        ({}, True),
        ({"due": None}, False),
        ({"due": SOON + timedelta(days=1)}, False),
        ({"issued_on": TODAY, "number": "1/KH"}, False),
        ({"submitted_on": TODAY}, True),
        ({"submitted_on": TODAY, "asked": "submit"}, False),
    ],
)
def test_a_paper_is_due_until_it_is_what_the_plan_asks_for(
    ground: Ground, facts: dict[str, Any], is_due: bool
) -> None:
    paper(ground.office, **facts)
    assert bool(due_rows([ground.office.pk], SOON)) is is_due


def test_a_step_is_due_of_who_does_it_and_ends_with_its_paper(ground: Ground) -> None:
    own = paper(ground.office, due=None)
    step = PaperStep.objects.create(
        locality=ground.locality, paper=own, title="Góp ý", due=TODAY, agency=ground.here
    )
    assert due_rows([ground.office.pk], SOON) == []
    assert [row.pk for row in due_rows([ground.here.pk], SOON)] == [step.pk]
    PaperOwed.objects.update(issued_on=TODAY)
    assert due_rows([ground.here.pk], SOON) == []


def test_the_office_sees_it_on_its_work_and_in_the_calendar(ground: Ground) -> None:
    row = paper(ground.office, due=TODAY)
    at, link = client(ground.officer), f'href="/so/van-ban-phai-ban-hanh/{row.pk}/"'
    own = at.get(f"/co-quan/{ground.office.pk}/").content.decode()
    month = at.get(f"/lich/?month={TODAY:%Y-%m}&office={ground.office.pk}").content.decode()
    assert link in own
    assert "Văn bản phải ban hành, trình" in own
    assert link in month
    assert "Văn bản phải ban hành, trình" in month


def test_a_step_of_long_registers_has_a_name_of_its_own(ground: Ground) -> None:
    own = paper(ground.office)
    step = PaperStep.objects.create(locality=ground.locality, paper=own, title="x", due=TODAY)
    found = dues_of([ground.office.pk], SOON, [DueKind.ROW])
    assert {due.key for due in found} == {
        f"row:van-ban-phai-ban-hanh:{own.pk}",
        f"row:buoc-van-ban:{step.pk}",
    }


def test_reminders_tell_the_officer_and_above_only_what_the_plan_asks(ground: Ground) -> None:
    leader = samples.person(Role.LEADER, samples.agency(ground.locality, "Lãnh đạo"))
    own = paper(ground.office, due=LATE)
    PaperStep.objects.create(locality=ground.locality, paper=own, title="Dự thảo", due=LATE)
    told = digests(ground.locality.pk, TODAY)
    assert {line.about for line in told[ground.officer.pk]} == {
        "Kế hoạch an toàn điện — văn bản phải ban hành, trình",
        "Dự thảo — bước của văn bản phải ban hành",
    }
    assert [line.about for line in told[leader.pk]] == [
        "Kế hoạch an toàn điện — văn bản phải ban hành, trình"
    ]


def test_a_leader_sees_what_is_overdue_in_the_registers(ground: Ground) -> None:
    leader = samples.person(Role.LEADER, samples.agency(ground.locality, "Lãnh đạo"))
    late, soon = paper(ground.office, due=LATE), paper(ground.here, title="Khác")
    PaperStep.objects.create(locality=ground.locality, paper=late, title="Dự thảo", due=LATE)
    page = client(leader).get("/cho-xu-ly/").content.decode()
    assert f'href="/so/van-ban-phai-ban-hanh/{late.pk}/"' in page
    assert f'href="/so/van-ban-phai-ban-hanh/{soon.pk}/"' not in page
    assert "Dự thảo" not in page


OTHER = "Phòng Ví Dụ"


def shared_row(ground: Ground) -> tuple[Any, dict[str, User]]:
    """A row that nobody is named for, in a register that two offices keep; who reports there, by their office."""
    register = REGISTERS["kiem-tra-moi-truong"]
    other = samples.agency(ground.locality, OTHER)
    people = {ground.office.label: ground.officer, other.label: samples.person("reporter", other)}
    for office in (ground.office, other):
        Keeper.objects.create(locality=ground.locality, register=register.slug, agency=office)
    row = example_of(ground, register)
    open_demand = {"demands": "Vận hành đủ công trình", "remedy_due": LATE, "remedied_on": None}
    register.model.objects.filter(pk=row.pk).update(**open_demand)
    return row, people


def test_every_office_that_keeps_the_register_is_told(ground: Ground) -> None:
    row, people = shared_row(ground)
    other = Agency.objects.get(name=OTHER)
    assert {(due.pk, due.agency_id) for due in due_rows([ground.office.pk, other.pk], TODAY)} == {
        (row.pk, ground.office.pk),
        (row.pk, other.pk),
    }
    assert [due.agency_id for due in due_rows([other.pk], TODAY)] == [other.pk]
    told = digests(ground.locality.pk, TODAY)
    for office, officer in people.items():
        assert [line.office for line in told[officer.pk]] == [office]


def test_a_leader_sees_a_row_of_several_offices_once(ground: Ground) -> None:
    leader = samples.person(Role.LEADER, samples.agency(ground.locality, "Lãnh đạo"))
    row, _people = shared_row(ground)
    page = client(leader).get("/cho-xu-ly/").content.decode()
    assert page.count(f'href="/so/kiem-tra-moi-truong/{row.pk}/"') == 1
