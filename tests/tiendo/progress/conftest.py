"""A small locality with one plan of every kind of work, seen on 2 December 2024."""

from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client, override_settings

from tests.tiendo import samples
from tiendo.accounts.models import Role, User
from tiendo.agencies.models import Agency, Group
from tiendo.plans.models import Plan, Task
from tiendo.progress.models import Occurrence

TODAY = samples.TODAY


@dataclass
class World:
    """The offices of a district, its communes as a group, one plan, and a person for each role."""

    office: Agency
    farming: Agency
    communes: Group
    commune: Agency
    plan: Plan
    coordinator: User
    reporter: User
    helper: User
    viewer: User
    stranger: User

    def yearly(
        self, *leads: Agency | Group, years: tuple[int, ...] = (2022, 2023, 2024, 2025), **facts
    ) -> Task:
        """A task owed every year by its first lead, or by each commune where the communes lead."""
        leads = leads or (self.office,)
        task = samples.task(
            self.plan, *leads, deadline_text="Hằng năm", deadline_kind="recurring", **facts
        )
        owing = [self.commune] if leads[0] == self.communes else [leads[0]]
        for agency in owing:
            for year in years:
                samples.occurrence(task, year, agency)
        return task


@pytest.fixture
def world(db) -> World:
    district = samples.locality("Huyện Bình Sơn")
    office = samples.agency(district, "Phòng Kinh tế và Hạ tầng", "Phòng KT-HT")
    farming = samples.agency(district, "Phòng Nông nghiệp", "Phòng NN")
    commune = samples.agency(district, "Ủy ban nhân dân xã Long Thuận", kind="commune")
    elsewhere = samples.agency(samples.locality("Huyện Tân Lập"), "Phòng Kinh tế")
    return World(
        office=office,
        farming=farming,
        commune=commune,
        communes=samples.group(district, commune),
        plan=samples.plan(district),
        coordinator=samples.person(Role.COORDINATOR, office),
        reporter=samples.person(Role.REPORTER, office),
        helper=samples.person(Role.REPORTER, farming),
        viewer=samples.person(Role.VIEWER, commune),
        stranger=samples.person(Role.COORDINATOR, elsewhere),
    )


@pytest.fixture(autouse=True)
def on_that_day():
    with override_settings(TODAY=TODAY.isoformat()):
        yield


@pytest.fixture
def signed_in(client: Client, world: World):
    """A browser of the coordinator."""
    client.force_login(world.coordinator)
    return client


def occurrence_of(task: Task, year: int) -> Occurrence:
    return Occurrence.objects.get(obligation__task=task, year=year)


def done(occurrence: Occurrence, day: date) -> None:
    Occurrence.objects.filter(pk=occurrence.pk).update(done_on=day, last_reported_on=day)
