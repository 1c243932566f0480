"""Every office of the example does what the plan asks of it in its registers, from its own screens.

For each tie of a task to a figure: a row that the figure counts is taken out of the register; then somebody of the
office that keeps it enters it anew in the form. The figure on the page of the task follows both times, and from that
page the row is found in two clicks.
"""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.example.conftest import TODAY
from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Kind
from tiendo.example.registers.ties import TIES, Tie
from tiendo.example.registers.untied import UNTIED
from tiendo.plans.links import Told, told_of
from tiendo.plans.models import AssignmentRole, Plan, Task
from tiendo.registers.forms import about_of
from tiendo.registers.models import Keeper
from tiendo.registers.register import Register

IDS = [f"{each.number}-{each.register}-{each.measure}" for each in TIES]


@pytest.fixture(autouse=True)
def on_the_day(settings: Any) -> None:
    settings.TODAY = TODAY.isoformat()


def task_of(tie: Tie, plan: Plan) -> Task:
    return plan.tasks.get(kind=tie.kind, number=tie.number)


def told(tie: Tie, plan: Plan) -> Told:
    """What the register says of the task today."""
    found = told_of(task_of(tie, plan), TODAY.year)
    return next(
        each
        for each in found
        if (each.link.register, each.link.measure) == (tie.register, tie.measure)
    )


def leads_of(task: Task) -> set[int]:
    rows = task.assignments.filter(role=AssignmentRole.LEAD)
    groups = Agency.objects.filter(groups__group__in=rows.values("group"))
    return {row.agency_id for row in rows if row.agency_id} | set(
        groups.values_list("pk", flat=True)
    )


def who_enters(tie: Tie, plan: Plan, row: Any) -> User:
    """Somebody of the office that leads the task where it keeps the register, else of one that keeps it."""
    keepers = set(Keeper.objects.filter(register=tie.register).values_list("agency", flat=True))
    if getattr(row, "commune_id", None):
        keepers.add(row.commune_id)
    keeping = keepers & leads_of(task_of(tie, plan)) or keepers
    return samples.person("reporter", Agency.objects.get(pk=min(keeping)))


def client(user: User) -> Client:
    at = Client(headers={"accept-language": "vi"})
    at.force_login(user)
    return at


def typed_in(form: Any) -> dict[str, Any]:
    """What stands in a form, as it is typed."""
    shown = {bound.html_name: (bound.field, bound.value()) for bound in form}
    typed = {
        name: field.prepare_value(value)
        for name, (field, value) in shown.items()
        if value not in (None, "")
    }
    dates = {name: f"{value:%d/%m/%Y}" for name, value in typed.items() if hasattr(value, "month")}
    return {**typed, **dates, "seen": "", "reason": "Nhập lại từ hồ sơ giấy"}


def removed(register: Register, row: Any, at: Client) -> bool:
    """Whether a row was deleted, the rows that belong to it first."""
    for child in register.children:
        for each in child.rows.filter(**{child.under: row}):
            removed(child, each, at)
    address = reverse("registers:delete", args=[register, row.pk])
    return at.post(address, {"reason": "Nhập nhầm"}).status_code == 302


def taken_out(tie: Tie, plan: Plan, at: Client) -> tuple[Any, dict[str, Any]]:
    """A row without which the figure is another, and what its form said, after it was deleted."""
    before = told(tie, plan)
    assert before.measure
    rows = before.register.rows.filter(locality=plan.locality_id)
    for row in before.measure.rows(rows, before.year, before.since).order_by("-pk"):
        form = at.get(reverse("registers:edit", args=[before.register, row.pk])).context["form"]
        about = about_of(row)
        typed = typed_in(form) | ({"ve": f"{about[0].slug}:{about[1].pk}"} if about else {})
        if removed(before.register, row, at) and told(tie, plan).figure != before.figure:
            return row, typed
    pytest.fail(f"no row makes {before.register.slug} {before.measure.slug} of {before.year}")


@pytest.mark.pages  # every form and every measure is tried on both databases in test_every_register.py
@pytest.mark.parametrize("tie", TIES, ids=IDS)
def test_what_an_office_enters_moves_its_task(tie: Tie, plan: Plan, coordinator: User) -> None:
    if tie.row:
        pytest.skip("tied to one row, which is changed and not entered")
    register = told(tie, plan).register
    row, typed = taken_out(tie, plan, client(coordinator))
    without = told(tie, plan)
    at = client(who_enters(tie, plan, row))
    answer = at.post(reverse("registers:add", args=[register]), typed)
    assert answer.status_code == 302, answer.context["form"].errors
    assert told(tie, plan).figure != without.figure
    entered = register.model.objects.latest("pk")
    page = at.get(reverse("progress:task", args=[task_of(tie, plan).pk])).content.decode()
    assert without.url.replace("&", "&amp;") in page
    listed = at.get(f"{without.url}&q={entered.fold}").content.decode()
    assert reverse("registers:row", args=[register, entered.pk]) in listed


def test_every_task_and_duty_is_tied_or_says_why_not(plan: Plan, db: None) -> None:
    tied = {(each.kind, each.number) for each in TIES}
    tied |= set(Task.objects.filter(plan=plan, links__isnull=False).values_list("kind", "number"))
    assert tied & UNTIED.keys() == set()
    assert tied | UNTIED.keys() == set(plan.tasks.values_list("kind", "number"))
    assert all(len(why) > 20 for why in UNTIED.values())


def test_every_office_that_leads_keeps_a_register_its_task_is_tied_to(plan: Plan, db: None) -> None:
    """Communes keep what lies in them; a body that is only asked enters nothing."""
    kept = {(row.register, row.agency_id) for row in Keeper.objects.all()}
    apart = {Kind.COMMUNE, Kind.ORGANISATION}
    for task in plan.tasks.prefetch_related("links"):
        offices = Agency.objects.filter(pk__in=leads_of(task)).exclude(kind__in=apart)
        keeping = {(link.register, office.pk) for link in task.links.all() for office in offices}
        assert not keeping or keeping & kept, f"{task.kind} {task.number}"
