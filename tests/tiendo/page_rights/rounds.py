"""Reporting rounds: the grid, the reports of offices, their way over head and coordinator."""

from datetime import date

from django.utils import timezone

from tests.tiendo.page_rights import EVERYBODY, NOBODY, Arguments, Rule, Table
from tests.tiendo.page_rights.work import plan
from tests.tiendo.visits import Ground
from tiendo.agencies.models import Agency
from tiendo.progress.models import OfficeReport, ReportState, Round

COORDINATOR = "C......"

RULES = (
    Rule(
        "Everybody with a role sees which office reported in which round, and the reports that were sent.",
        EVERYBODY,
        (
            *("rounds:grid plan", "rounds:sheet plan", "rounds:queue plan"),
            *("rounds:returned plan", "rounds:rates plan", "rounds:round round"),
            "rounds:report office_report",
        ),
    ),
    Rule(
        "Only the coordinator opens a round, and sees how far a large one is.",
        COORDINATOR,
        ("rounds:open plan", "rounds:opening being_opened"),
    ),
    Rule(
        "Reporter and head write the report of their own office.",
        ".RH....",
        ("rounds:form round",),
        other=NOBODY,
    ),
    Rule(
        "The head approves the report of the own office or gives it back.",
        "..H....",
        ("rounds:answer with_head",),
        other=NOBODY,
        post=True,
    ),
    Rule(
        "Only the coordinator accepts or returns reports, lets late ones in and gives more days.",
        COORDINATOR,
        ("rounds:review office_report", "rounds:let_in office_report", "rounds:days plan"),
        post=True,
    ),
    Rule(
        "Coordinator and leader ask for reports that have not come.",
        "C..L...",
        ("rounds:nudge plan",),
        post=True,
    ),
)


def _report(ground: Ground, office: Agency, **facts: object) -> OfficeReport:
    opened, _new = Round.objects.get_or_create(
        plan=ground.plan,
        kind="month",
        year=2024,
        part=11,
        starts=date(2024, 10, 15),
        cut_off=date(2024, 11, 14),
        defaults={"opened_at": timezone.now()},
    )
    due = date(2024, 12, 20)
    return OfficeReport.objects.create(round=opened, agency=office, first_due=due, due=due, **facts)


def round_(ground: Ground, office: Agency) -> Arguments:
    return (_report(ground, office).round_id,)


def being_opened(ground: Ground, office: Agency) -> Arguments:
    row = _report(ground, office).round
    Round.objects.filter(pk=row.pk).update(to_ask=[[office.pk, False]])
    return (row.pk,)


def office_report(ground: Ground, office: Agency) -> Arguments:
    return (_report(ground, office, state=ReportState.SENT, sent_at=timezone.now()).pk,)


def with_head(ground: Ground, office: Agency) -> Arguments:
    return (_report(ground, office, state=ReportState.WITH_HEAD).pk,)


TABLE = Table(
    RULES,
    {
        "plan": plan,
        "round": round_,
        "being_opened": being_opened,
        "office_report": office_report,
        "with_head": with_head,
    },
)
