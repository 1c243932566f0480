"""A district on 2 December 2024 with a round of the year open for two offices and a commune."""

from dataclasses import dataclass
from datetime import date, datetime, time

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.progress.conftest import World, world  # noqa: F401
from tiendo.accounts.models import Role, User
from tiendo.progress.models import Occurrence, OfficeReport, Round
from tiendo.progress.rounds import services
from tiendo.progress.rounds.opening import Asking, offices_asked
from tiendo.progress.rounds.schedule import days_of, proposed_due
from tiendo.progress.rounds.services import Coming, EntryWords, Words

TODAY = samples.TODAY


def at(day: date, hour: int = 9) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour, 5)))


NOW = at(TODAY)


@dataclass
class Opened:
    """The round, and how to get at the report of an office."""

    world: World
    round: Round
    head: User
    entry: Occurrence  # of the office, due this year
    other: Occurrence

    def of(self, agency) -> OfficeReport:
        return OfficeReport.objects.get(round=self.round, agency=agency)

    @property
    def report(self) -> OfficeReport:
        return self.of(self.world.office)

    def write(self, *entries: EntryWords, agency=None, **coming) -> OfficeReport:
        """Save what the office says; without entries, that both its pieces of work go on."""
        row = self.of(agency or self.world.office)
        entries = entries or tuple(
            EntryWords(occurrence=each.pk, work="in-progress", result="Đã mở 02 lớp")
            for each in (self.entry, self.other)
        )
        coming = {"version": row.version, **coming}
        return services.save_office_report(
            report=row,
            words=Words(overview="Nhìn chung đúng tiến độ"),
            entries=entries,
            coming=Coming(**coming),
            actor=self.world.reporter,
            now=NOW,
        )

    def sent(self, now: datetime = NOW) -> OfficeReport:
        self.write()
        return services.send(report=self.report, actor=self.head, now=now, approved=True)


def asking(plan, kind: str = "year", year: int = 2024, part: int = 0, **facts) -> Asking:
    span = days_of(kind, "administrative", year, part)
    asked = offices_asked(plan, span, TODAY)
    facts = {
        "dues": {row.agency.kind: proposed_due(span.cut_off, row.agency.kind, {}) for row in asked},
        "offices": frozenset(row.agency.pk for row in asked if not row.invited),
        **facts,
    }
    return Asking(kind=kind, calendar="administrative", year=year, part=part, span=span, **facts)


@pytest.fixture(autouse=True)
def on_that_day():
    with override_settings(TODAY=TODAY.isoformat()):
        yield


@pytest.fixture
def opened(world: World) -> Opened:  # noqa: F811
    first = world.yearly(world.office, years=(2024, 2025))
    second = world.yearly(world.office, years=(2024,))
    world.yearly(world.farming, years=(2024,))
    world.yearly(world.communes, years=(2024,))
    row = services.open_round(
        plan=world.plan, asking=asking(world.plan), actor=world.coordinator, now=NOW
    )
    head = samples.person(Role.HEAD, world.office)
    this_year = Occurrence.objects.filter(year=2024)
    return Opened(
        world=world,
        round=row,
        head=head,
        entry=this_year.get(obligation__task=first),
        other=this_year.get(obligation__task=second),
    )


@pytest.fixture
def browser(client: Client, opened: Opened) -> Client:
    """A browser of the reporter of the office."""
    client.force_login(opened.world.reporter)
    return client
