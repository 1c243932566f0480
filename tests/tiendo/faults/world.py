"""One small district in which every deed can be done: a plan that was read, a round open, a deletion."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.core.files.base import ContentFile

from tests.tiendo import samples
from tests.tiendo.plans.reading import TEXT, small_reading
from tiendo.accounts.models import Role, User
from tiendo.agencies.models import Agency
from tiendo.history import services as history
from tiendo.history.models import Removal
from tiendo.plans import naming, review
from tiendo.plans.drafting import draft
from tiendo.plans.models import Document, Intake, Past, Plan, Stage
from tiendo.progress.models import Contribution, Occurrence, OfficeReport, Round
from tiendo.progress.owing import asking as contributions
from tiendo.progress.owing.services import follow
from tiendo.progress.rounds import services as rounds
from tiendo.progress.rounds.opening import Asking, offices_asked
from tiendo.progress.rounds.schedule import days_of
from tiendo.progress.rounds.services import Coming, EntryWords, Words
from vanban.jsonform import plain_value

TODAY = date(2024, 12, 2)
NOW = datetime(2024, 12, 2, 2, 0, tzinfo=UTC)
OFFICES = ("Phòng Kinh tế", "Phòng Nông nghiệp", "Phòng Tư pháp")


@dataclass(frozen=True, slots=True)
class World:
    """Where everything is; rows are read anew by those who act on them."""

    intake: int
    plan: int
    new_plan: int  # its work is not owed by anybody yet
    round: int
    coordinator: int
    contribution: int
    removal: int
    drafted: int  # the reports of the three offices: being written, complete, sent
    complete: int
    sent: int
    entries: tuple[int, ...]  # the periods of the first office

    @property
    def actor(self) -> User:
        """Who does it."""
        return User.objects.get(pk=self.coordinator)


def build() -> World:
    """Write the rows that all deeds start from."""
    home = samples.locality("Huyện Thử")
    offices = [samples.agency(home, name) for name in OFFICES]
    actor = samples.person(Role.COORDINATOR, offices[0])
    plan = _plan(actor, offices, "Kế hoạch đang chạy")
    follow(plan=plan, tasks=plan.tasks.owed().with_offices(), actor=actor, today=date(2024, 1, 2))
    opened = open_round(plan, actor)
    drafted, complete, sent = (
        OfficeReport.objects.get(round=opened, agency=row) for row in offices
    )
    write(complete, actor, "Đã xong phần đầu")
    rounds.send(report=write(sent, actor, "Đã xong"), actor=actor, now=NOW)
    first = Occurrence.objects.filter(obligation__agency=offices[0], year=2024)
    removed = _plan(actor, offices, "Kế hoạch đã xoá")
    history.delete(removed, actor=actor)
    return World(
        intake=_intake(offices[0], actor).pk,
        plan=plan.pk,
        new_plan=_plan(actor, offices, "Kế hoạch mới").pk,
        round=opened.pk,
        coordinator=actor.pk,
        contribution=_asked(first[0], offices[1], actor).pk,
        removal=Removal.objects.get().pk,
        drafted=drafted.pk,
        complete=complete.pk,
        sent=sent.pk,
        entries=tuple(first.values_list("pk", flat=True)),
    )


def _plan(actor: User, offices: list[Agency], title: str) -> Plan:
    """A plan in which each office leads two yearly tasks."""
    plan = samples.plan(actor.locality, title)
    for office in offices * 2:
        samples.task(
            plan, office, deadline_text="Hằng năm", deadline_kind="recurring", recurrence="year"
        )
    return plan


def open_round(plan: Plan, actor: User, kind: str = "year", part: int = 0) -> Round:
    """Ask every office of a plan for its report of a period of 2024."""
    span = days_of(kind, "administrative", 2024, part)
    asked = offices_asked(plan, span, TODAY)
    asking = Asking(
        kind=kind,
        calendar="administrative",
        year=2024,
        part=part,
        span=span,
        dues={row.agency.kind: date(2024, 12, 20) for row in asked},
        offices=frozenset(row.agency.pk for row in asked),
    )
    return rounds.open_round(plan=plan, asking=asking, actor=actor, now=NOW)


def write(
    report: OfficeReport, actor: User, words: str, key: str = "", version: int | None = None
) -> OfficeReport:
    """Say the same of every piece of work of an office."""
    owed = Occurrence.objects.filter(
        obligation__agency=report.agency_id, obligation__task__plan=report.round.plan_id
    )
    entries = [
        EntryWords(occurrence=row.pk, work="in-progress", result=words)
        for row in owed.filter(year=2024)
    ]
    return rounds.save_office_report(
        report=report,
        words=Words(overview=words),
        entries=entries,
        coming=Coming(version=report.version if version is None else version, key=key),
        actor=actor,
        now=NOW,
    )


def _asked(occurrence: Occurrence, office: Agency, actor: User) -> Contribution:
    request = contributions.ask(
        occurrence=occurrence, agencies=[office], words="Cho biết phần của mình",
        due=date(2024, 12, 20), actor=actor, now=NOW, today=TODAY,
    )  # fmt: skip
    return request.contributions.get()


def _intake(office: Agency, actor: User) -> Intake:
    """A small plan that was read and reviewed, ready to be put in force; communes lead in it."""
    for name in ("Bình An", "Bình Minh"):
        samples.agency(office.locality, f"Ủy ban nhân dân xã {name}", kind="commune")
    document = Document.objects.create(
        locality=office.locality,
        name="ke-hoach-nghe-moc.txt",
        file=ContentFile(TEXT.encode(), "0123456789abcdef.txt"),
        sha256="a" * 64,
        size=len(TEXT.encode()),
        uploaded_by=actor,
        uploaded_at=NOW,
    )
    intake = Intake.objects.create(
        locality=office.locality,
        document=document,
        name=document.name,
        stage=Stage.READ,
        percent=100,
        reading=plain_value(small_reading()),
        started_by=actor,
        started_at=NOW,
        read_at=NOW,
    )
    draft(intake=intake, actor=actor)
    naming.settle_proposed(intake=intake, actor=actor)
    naming.create_unknown(intake=intake, actor=actor)
    review.accept_all(items=intake.items.all(), actor=actor)
    answers = review.Answers(
        title=intake.title, short_title=intake.short_title, number="", issuer=intake.issuer,
        issued_on=intake.issued_on, standing_agency=office, until_year=2030, past=Past.CLOSE,
        past_reason="Đã báo cáo bằng giấy",
    )  # fmt: skip
    review.answer(intake=intake, answers=answers, actor=actor)
    return intake
