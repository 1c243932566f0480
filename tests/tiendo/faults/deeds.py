"""What somebody does, each one press of a button: the deeds that a power cut may interrupt."""

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.tiendo.faults.world import NOW, TODAY, World, open_round, write
from tiendo.agencies.models import Agency
from tiendo.history import services as history
from tiendo.history.models import Removal
from tiendo.plans.models import Intake, Plan
from tiendo.progress.models import Contribution, Occurrence, OfficeReport, Report, ReportState
from tiendo.progress.opening import open_plan
from tiendo.progress.owing import asking as contributions
from tiendo.progress.owing.services import follow
from tiendo.progress.rounds import services as rounds
from tiendo.progress.services import ReportWords, report

SAID = ReportWords(work="in-progress", result="Đã mở 02 lớp")


def put_in_force(world: World) -> Any:
    """A plan that was read becomes a running one."""
    return open_plan(intake=Intake.objects.get(pk=world.intake), actor=world.actor, today=TODAY)


def share_out(world: World) -> Any:
    """The work of a plan becomes what offices owe."""
    plan = Plan.objects.get(pk=world.new_plan)
    tasks = plan.tasks.owed().with_offices()
    return follow(plan=plan, tasks=tasks, actor=world.actor, today=TODAY)


def open_another_round(world: World) -> Any:
    """Every office is asked for its report of a quarter."""
    return open_round(Plan.objects.get(pk=world.plan), world.actor, "quarter", 4)


def save(world: World) -> Any:
    """An office saves what it typed."""
    return write(OfficeReport.objects.get(pk=world.drafted), world.actor, "Đang làm")


def send(world: World) -> Any:
    """An office sends its report."""
    row = OfficeReport.objects.get(pk=world.complete)
    return rounds.send(report=row, actor=world.actor, now=NOW)


def accept(world: World) -> Any:
    """The coordinator accepts a report."""
    row = OfficeReport.objects.get(pk=world.sent)
    return rounds.accept(report=row, actor=world.actor, now=NOW)


def return_(world: World) -> Any:
    """The coordinator returns one entry of a report, and accepts the other."""
    row = OfficeReport.objects.get(pk=world.sent)
    wrong = Report.objects.filter(within=row, state=ReportState.SENT).order_by("pk")[0]
    return rounds.return_(
        report=row, note="", notes={wrong.pk: "Ghi rõ số lớp"}, actor=world.actor, now=NOW
    )


def ask(world: World) -> Any:
    """An office asks others for their part."""
    return contributions.ask(
        occurrence=Occurrence.objects.get(pk=world.entries[0]),
        agencies=Agency.objects.order_by("pk"),
        words="Cho biết phần của mình",
        due=date(2024, 12, 20),
        actor=world.actor,
        now=NOW,
        today=TODAY,
    )


def answer(world: World) -> Any:
    """An office answers what it was asked."""
    row = Contribution.objects.get(pk=world.contribution)
    return contributions.answer(contribution=row, words=SAID, files=[], actor=world.actor, now=NOW)


def report_once(world: World) -> Any:
    """An office reports on one period of its work."""
    row = Occurrence.objects.get(pk=world.entries[0])
    return report(
        occurrence=row, agency=row.obligation.agency, words=SAID, files=[], actor=world.actor,
        now=NOW,
    )  # fmt: skip


def take_back(world: World) -> Any:
    """A deletion is taken back."""
    return history.restore(Removal.objects.get(pk=world.removal), actor=world.actor)


DEEDS: dict[str, Callable[[World], Any]] = {
    deed.__name__.strip("_"): deed
    for deed in (
        put_in_force, share_out, open_another_round, save, send, accept, return_, ask, answer,
        report_once, take_back,
    )
}  # fmt: skip
