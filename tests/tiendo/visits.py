"""Every page of the product over the worked example: where it is, who looks at it, and what nobody looks at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from tests.tiendo import (
    amending_visits,
    answer_visits,
    audit_visits,
    changes_visits,
    dashboard_visits,
    desk_visits,
    difficulties_visits,
    indicator_visits,
    merging_visits,
    office_visits,
    owing_visits,
    register_visits,
    reminder_visits,
    round_visits,
    succession_visits,
)
from tests.tiendo.plans.pages import in_wrong_order, paged_plan
from tests.tiendo.plans.reading import TEXT
from tiendo.accounts import charges, deputies, slips
from tiendo.accounts import people as accounts
from tiendo.accounts.deputies import Days
from tiendo.accounts.models import Role, User
from tiendo.accounts.people import Facts, Given
from tiendo.agencies.models import Agency
from tiendo.example import people, services
from tiendo.plans import cards
from tiendo.plans.background import read_document
from tiendo.plans.copying import copy_as_draft
from tiendo.plans.models import DraftItem, Intake, ItemKind, Plan, Stage
from tiendo.plans.reception import receive
from tiendo.progress.models import Occurrence
from tiendo.progress.status import Status

TODAY = date(2024, 12, 2)
COORDINATOR, REPORTER, LEADER, VIEWER = "dieuphoi", "chuyenvien", "lanhdao", "xem"
READERS = (COORDINATOR, REPORTER, LEADER)
WITHOUT_TASKS = (
    "ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN\nTHƯ MỜI\nKính mời các đồng chí dự họp ngày 05/12/2024.\n"
)

ONLY_POST = "answers a button only"
SENDS_A_FILE = "sends a file"
# What has no page of its own, each with its reason.
NO_PAGE = {
    "progress:key": ONLY_POST,
    "progress:confirm": ONLY_POST,
    "plans:accept_sure": ONLY_POST,
    "plans:decide": ONLY_POST,
    "plans:share": ONLY_POST,
    "plans:discard": ONLY_POST,
    "plans:check_anew": ONLY_POST,
    "plans:unrelate": ONLY_POST,
    "plans:names": ONLY_POST,
    "accounts:end_stand_in": ONLY_POST,
    "administration:reactivate": ONLY_POST,
    "administration:end_charge": ONLY_POST,
    "administration:add_roster": ONLY_POST,
    "administration:roster_sample": SENDS_A_FILE,
    "administration:export_offices": SENDS_A_FILE,
    **dict.fromkeys(sorted(office_visits.BUTTONS | round_visits.BUTTONS), ONLY_POST),
    **dict.fromkeys(sorted(desk_visits.BUTTONS | reminder_visits.BUTTONS), ONLY_POST),
    **dict.fromkeys(reminder_visits.FILES, SENDS_A_FILE),
    **dict.fromkeys(round_visits.FILES, SENDS_A_FILE),
    **dict.fromkeys(sorted(answer_visits.BUTTONS | owing_visits.BUTTONS), ONLY_POST),
    **dict.fromkeys(sorted(answer_visits.FILES), SENDS_A_FILE),
    **dict.fromkeys(sorted(amending_visits.BUTTONS | succession_visits.BUTTONS), ONLY_POST),
    **dict.fromkeys(sorted(succession_visits.FILES | audit_visits.FILES), SENDS_A_FILE),
    **dict.fromkeys(sorted(audit_visits.BUTTONS | merging_visits.BUTTONS), ONLY_POST),
    **dict.fromkeys(sorted(changes_visits.BUTTONS | register_visits.BUTTONS), ONLY_POST),
    **dict.fromkeys(
        sorted(register_visits.FILES | indicator_visits.FILES | dashboard_visits.FILES),
        SENDS_A_FILE,
    ),
    "ui:language": ONLY_POST,
    "ui:type-size": ONLY_POST,
    "progress:evidence": SENDS_A_FILE,
    "plans:file": SENDS_A_FILE,
    "plans:picture": SENDS_A_FILE,
}
# Pages that are about no row in particular.
PLAIN = (
    *("desk:home", "progress:plans", "progress:offices", "plans:intakes", "plans:upload"),
    "plans:check_draft",
    "legal:proposals",
    *("account_login", "account_logout", "account_inactive", "account_reset_password"),
    *("account_change_password", "ui:components"),
    *("accounts:account", "accounts:away", "accounts:come_in", "accounts:choose_password"),
    *("administration:people", "administration:add_person", "administration:roster"),
    *(
        *office_visits.PLAIN,
        *reminder_visits.PLAIN,
        *changes_visits.PLAIN,
        *succession_visits.PLAIN,
        *register_visits.PLAIN,
    ),
    *audit_visits.PLAIN,
    *merging_visits.PLAIN,
    *(*difficulties_visits.PLAIN, *indicator_visits.PLAIN),
)
# What answers a button and is about no row.
BUTTONS_WITHOUT_ROW = {
    *("ui:language", "ui:type-size", "administration:add_roster"),
    *office_visits.WITHOUT_ROW,
    *succession_visits.WITHOUT_ROW,
    *audit_visits.WITHOUT_ROW,
    *desk_visits.WITHOUT_ROW,
    *reminder_visits.WITHOUT_ROW,
}
# Pages of somebody who is not signed in.
OUTSIDE = {
    *("account_login", "account_inactive", "account_reset_password"),
    *("accounts:come_in", "accounts:by_link", "accounts:choose_password"),
    "outside:answer",
}


@dataclass(frozen=True, slots=True)
class Ground:
    """The rows that the addresses name."""

    plan: Plan
    intake: Intake
    failed: Intake
    queued: Intake
    paged: Intake
    ordering: Intake
    copied: Intake


def prepare() -> Ground:
    """Set the worked example up, and beside it a document to review, one that failed and one that waits."""
    plan = services.install(today=TODAY)
    coordinator = User.objects.get(username=COORDINATOR)
    _know_people(coordinator)
    office_visits.know_offices(coordinator)
    succession_visits.succeed(coordinator)
    intake = _brought("ke-hoach-nghe-moc.txt", TEXT, coordinator)
    failed = _brought("thu-moi.txt", WITHOUT_TASKS, coordinator)
    queued = _brought("cho-doc.txt", TEXT + "\n", coordinator, read=False)
    paged = _brought("ke-hoach-co-trang.pdf", paged_plan(), coordinator)
    reminder_visits.remind_people(coordinator, TODAY)
    copied = copy_as_draft(plan=plan, first_year=2026, actor=coordinator, now=timezone.now())
    register_visits.keep(coordinator)
    audit_visits.audit(coordinator)
    merging_visits.enter_twice(coordinator)
    difficulties_visits.raise_some(coordinator, TODAY)
    indicator_visits.measure_some(coordinator, plan, TODAY)
    return Ground(plan, intake, failed, queued, paged, in_wrong_order(coordinator), copied)


def _know_people(coordinator: User) -> None:
    """The coordinator looks after people too; a leader has a charge, is away, and somebody has left."""
    office = coordinator.memberships.get().agency
    accounts.give_role(user=coordinator, agency=office, role=Role.ADMINISTRATOR, actor=None)
    leader = User.objects.get(username=LEADER)
    charges.put_in_charge(
        leader=leader, words="công nghiệp", agencies=[office], days=(None, TODAY), actor=None
    )
    days = Days(TODAY, TODAY)
    deputies.name_deputy(absent=leader, deputy=coordinator, days=days, actor=leader)
    facts = Facts("daroidi", "Người Đã Rời Đi", "Chuyên viên")
    gone = accounts.add(facts=facts, given=[Given(office, Role.REPORTER)], actor=coordinator)
    slips.make(user=gone, days=7, now=timezone.now(), actor=coordinator)
    accounts.deactivate(user=gone, successor=None, today=TODAY, actor=coordinator)


def _brought(name: str, content: str | bytes, person: User, *, read: bool = True) -> Intake:
    upload = SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)
    intake = receive(upload=upload, locality=person.locality, actor=person)
    if read:
        read_document.call(intake.pk)
        intake.refresh_from_db()
    return intake


def names() -> list[str]:
    """The names of all addresses, with their namespaces."""
    return sorted(_names(get_resolver(), ""))


def _names(resolver: URLResolver, space: str) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _names(pattern, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}"


def addresses(ground: Ground) -> dict[str, list[str]]:
    """For every name of a page: the addresses at which it is looked at."""
    plain = {name: [reverse(name)] for name in PLAIN}
    return (
        plain
        | _of_plan(ground.plan)
        | _of_work(ground.plan)
        | _of_review(ground)
        | _of_people(ground.plan)
        | office_visits.addresses(ground.plan.locality)
        | succession_visits.addresses(ground.plan.locality)
        | audit_visits.addresses(ground.plan.locality)
        | register_visits.addresses(ground.plan.locality)
        | merging_visits.addresses(ground.plan.locality)
        | difficulties_visits.addresses(ground.plan.locality)
        | indicator_visits.addresses(ground.plan.locality, ground.plan)
        | dashboard_visits.addresses(ground.plan)
        | round_visits.addresses(ground.plan)
        | answer_visits.addresses(ground.plan, TODAY)
        | owing_visits.addresses(ground.plan, TODAY)
        | amending_visits.addresses(ground.plan, TODAY)
        | changes_visits.addresses(ground.plan)
        | desk_visits.addresses()
    )


def _of_people(plan: Plan) -> dict[str, list[str]]:
    users = User.objects.filter(locality=plan.locality_id)
    leader = users.get(username=LEADER)
    found = {"accounts:by_link": [reverse("accounts:by_link", args=["khong-co"])]}
    found["administration:person"] = [
        reverse("administration:person", args=[row.pk]) for row in users.order_by("pk")
    ]
    everybody = reverse("administration:people")
    found["administration:people"] = [everybody, f"{everybody}?q=tam", f"{everybody}?q=khong+co"]
    for page in ("change_person", "give_role", "put_in_charge", "slip", "deactivate"):
        found[f"administration:{page}"] = [reverse(f"administration:{page}", args=[leader.pk])]
    held = leader.memberships.get()
    found["administration:end_role"] = [reverse("administration:end_role", args=[held.pk])]
    return found


def _of_plan(plan: Plan) -> dict[str, list[str]]:
    pages = ("plan", "duties", "targets", "timeline", "past", "joined")
    found = {f"progress:{page}": [reverse(f"progress:{page}", args=[plan.pk])] for page in pages}
    tasks = reverse("progress:plan_tasks", args=[plan.pk])
    found["progress:plan_tasks"] = [tasks, f"{tasks}?q=khuyen+cong", f"{tasks}?q=khong+co+gi"]
    everywhere = reverse("progress:tasks")
    found["progress:tasks"] = [everywhere, *(f"{everywhere}?status={status}" for status in Status)]
    for page in ("source", "head", "related", "check_plan", "copy", "papers"):
        found[f"plans:{page}"] = [reverse(f"plans:{page}", args=[plan.pk])]
    return found


def _of_work(plan: Plan) -> dict[str, list[str]]:
    periods = Occurrence.objects.filter(obligation__task__plan=plan)
    waiting = periods.exclude(condition="").first()
    tasks = plan.tasks.order_by("kind", "position")
    offices = Agency.objects.filter(name__in=(people.STANDING, people.LABOUR, people.COMMITTEE))
    open_now = periods.open().filter(starts__lte=TODAY, obligation__agency__name=people.LABOUR)
    reports = [reverse("progress:report", args=[row.pk]) for row in open_now[:2]]
    return {
        "progress:task": [reverse("progress:task", args=[row.pk]) for row in tasks],
        "progress:office": [reverse("progress:office", args=[row.pk]) for row in offices],
        "progress:report": [*reports, f"{reports[0]}?copy=1"],
        "progress:condition": [reverse("progress:condition", args=[waiting.pk])],
    }


def _of_review(ground: Ground) -> dict[str, list[str]]:
    intake, items = ground.intake, list(DraftItem.objects.filter(intake=ground.intake))
    drafts = (intake, ground.paged, ground.copied)
    review, paged, copied = (reverse("plans:review", args=[row.pk]) for row in drafts)
    of_item = {
        f"plans:{page}": [reverse(f"plans:{page}", args=[item.pk]) for item in _one_of_each(items)]
        for page in ("item", "split", "merge", "join")
    }
    return of_item | {
        "plans:review": [
            *(review, f"{paged}?co=150", f"{paged}?xem=nhiem-vu&thu-tu=nghi-ngo&trang=2"),
            *(f"{review}?xem={tab}" for tab in cards.LABELS),
            *(f"{copied}?xem={tab}" for tab in cards.LABELS),
        ],
        "plans:progress": [
            reverse("plans:progress", args=[row.pk]) for row in (ground.failed, ground.queued)
        ],
        "plans:order": [reverse("plans:order", args=[ground.ordering.pk])],
        "plans:answers": [reverse("plans:answers", args=[intake.pk])],
        "plans:check": [reverse("plans:check", args=[intake.pk])],
        "plans:name": [reverse("plans:name", args=[row.pk]) for row in intake.names.all()],
        "plans:add": [reverse("plans:add", args=[intake.pk, kind]) for kind in cards.KIND_TABS],
    }


def _one_of_each(items: list[DraftItem]) -> list[DraftItem]:
    first = {item.kind: item for item in reversed(items)}
    return [first[kind] for kind in ItemKind if kind in first]


def still_to_review(ground: Ground) -> bool:
    """Whether the documents are in the stages that the pages are about."""
    brought = (ground.intake, ground.failed, ground.queued, ground.paged, ground.ordering)
    stages = [row.stage for row in brought]
    return stages == [Stage.READ, Stage.FAILED, Stage.QUEUED, Stage.READ, Stage.ORDERING]
