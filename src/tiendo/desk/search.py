"""Search over everything a person may see: groups of results with counts, each bounded, with or without accents."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.access import reach
from tiendo.accounts.models import User
from tiendo.accounts.rights import MANAGE_PEOPLE, READ_IN, Standing
from tiendo.agencies.models import Agency, Group
from tiendo.plans.models import Intake, Plan, Related, Target, Task, TaskKind
from tiendo.progress.models import Evidence, Remark, Report, Round
from tiendo.progress.rounds.words import title
from tiendo.progress.wanted import holding
from vanban.text import fold

SHOWN = 5  # of one kind
COUNTED = 200  # so many are counted, not more
READ = 3_000  # rows of a small table that are read through where it keeps no folded words
AROUND = 60  # letters before the place that was found
LONG = 180


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found: the words of it, what stands under them, where it is."""

    text: str
    url: str
    sub: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one kind; `more` is the address of all of it, where there is a page for that."""

    label: str | Promise
    icon: str
    hits: list[Hit]
    count: int
    more: str = ""

    @property
    def uncounted(self) -> bool:
        """Whether there may be more than were counted."""
        return self.count >= COUNTED


@dataclass(frozen=True, slots=True)
class Looking:
    """Who looks for what: the words as typed, and folded."""

    query: str
    words: str
    standing: Standing

    def more(self, name: str, **facts: str) -> str:
        """The address of a list that is searched for the same words."""
        return f"{reverse(name)}?{urlencode({'q': self.query, **facts})}"


def search(query: str, standing: Standing) -> list[Found]:
    """What holds these words side by side, kind by kind; at most one query for a kind."""
    words = " ".join(fold(query).split())
    if len(words) < 2:
        return []
    looking = Looking(query, words, standing)
    return [found for source in SOURCES if (found := source(looking)) and found.hits]


def snippet(text: str, words: str) -> str:
    """The piece of a text around the words that were found in it."""
    text = " ".join(text.split())
    place = fold(text).find(words)
    start = max(0, place - AROUND) if place > AROUND else 0
    piece = text[start : start + LONG]
    before, after = "… " if start else "", " …" if start + LONG < len(text) else ""
    return f"{before}{piece}{after}"


def _tasks(looking: Looking, kind: str, label: str | Promise, icon: str) -> Found:
    rows = reach(Task.objects.filter(kind=kind), looking.standing).filter(holding(looking.words))
    found = list(rows.select_related("plan").order_by("plan", "position")[:COUNTED])
    return Found(
        label,
        icon,
        [
            Hit(
                f"{row.number}. {snippet(row.text, looking.words)}",
                reverse("progress:task", args=[row.pk]),
                row.plan.short_title,
            )
            for row in found[:SHOWN]
        ],
        len(found),
        looking.more("progress:tasks", kind=kind),
    )


def _only_tasks(looking: Looking) -> Found:
    return _tasks(looking, TaskKind.TASK, _("Tasks"), "list")


def _duties(looking: Looking) -> Found:
    return _tasks(looking, TaskKind.DUTY, _("Duties"), "book")


def _targets(looking: Looking) -> Found:
    rows = reach(Target.objects.select_related("plan"), looking.standing).order_by("-plan")[:READ]
    found = [row for row in rows if looking.words in fold(row.text)]
    hits = [
        Hit(
            snippet(row.text, looking.words),
            reverse("progress:targets", args=[row.plan_id]),
            row.plan.short_title,
        )
        for row in found[:SHOWN]
    ]
    return Found(_("Targets"), "target", hits, len(found))


def _offices(looking: Looking) -> Found:
    rows = reach(Agency.objects.filter(fold__contains=looking.words), looking.standing)
    found = list(rows[:COUNTED])
    hits = [
        Hit(row.name, reverse("progress:office", args=[row.pk]), row.short_name)
        for row in found[:SHOWN]
    ]
    return Found(_("Offices"), "office", hits, len(found), looking.more("progress:offices"))


def _groups(looking: Looking) -> Found:
    rows = reach(Group.objects.filter(fold__contains=looking.words), looking.standing)
    found = list(rows[:COUNTED])
    hits = [Hit(row.name, reverse("administration:group", args=[row.pk])) for row in found[:SHOWN]]
    return Found(_("Groups of offices"), "office", hits, len(found))


def _people(looking: Looking) -> Found | None:
    if not looking.standing.may(MANAGE_PEOPLE):
        return None
    rows = reach(User.objects.filter(fold__contains=looking.words), looking.standing)
    found = list(rows.order_by("sort_key")[:COUNTED])
    hits = [
        Hit(str(row), reverse("administration:person", args=[row.pk]), row.position)
        for row in found[:SHOWN]
    ]
    return Found(_("People"), "user", hits, len(found), looking.more("administration:people"))


def _plans(looking: Looking) -> Found:
    named = Q(fold__contains=looking.words) | Q(number__icontains=looking.query)
    found = list(reach(Plan.objects.filter(named), looking.standing)[:COUNTED])
    hits = [
        Hit(row.title, reverse("progress:plan", args=[row.pk]), row.number) for row in found[:SHOWN]
    ]
    return Found(_("Plans"), "layers", hits, len(found), looking.more("progress:plans"))


def _documents(looking: Looking) -> Found:
    rows = reach(Related.objects.select_related("plan"), looking.standing).order_by("-plan")[:READ]
    found = [row for row in rows if looking.words in fold(f"{row.number} {row.text}")]
    hits = [
        Hit(
            snippet(row.text, looking.words),
            reverse("progress:plan", args=[row.plan_id]),
            row.plan.short_title,
        )
        for row in found[:SHOWN]
    ]
    return Found(_("Documents that plans are tied to"), "quote", hits, len(found))


def _intakes(looking: Looking) -> Found | None:
    if not looking.standing.may(READ_IN):
        return None
    rows = reach(Intake.objects.defer("reading"), looking.standing).order_by("-pk")[:READ]
    found = [row for row in rows if looking.words in fold(f"{row.name} {row.title}")]
    hits = [
        Hit(row.name, reverse("plans:progress", args=[row.pk]), row.title) for row in found[:SHOWN]
    ]
    return Found(_("Documents read in"), "doc", hits, len(found), reverse("plans:intakes"))


TASK = "occurrence__obligation__task__plan"


def _reports(looking: Looking) -> Found:
    rows = Report.objects.shown().filter(fold__contains=looking.words)
    found = list(reach(rows, looking.standing).select_related("agency", TASK)[:COUNTED])
    hits = [
        Hit(
            snippet(" ".join((row.result, row.difficulties, row.proposals)), looking.words),
            reverse("progress:task", args=[row.occurrence.obligation.task_id]),
            f"{row.agency.label} · {row.reported_at:%d/%m/%Y}",
        )
        for row in found[:SHOWN]
    ]
    return Found(_("Reports"), "chat", hits, len(found))


def _evidence(looking: Looking) -> Found:
    rows = Evidence.objects.filter(report__in=Report.objects.shown())
    rows = rows.filter(fold__contains=looking.words)
    found = list(
        reach(rows, looking.standing).select_related(f"report__{TASK}").order_by("-pk")[:COUNTED]
    )
    hits = [
        Hit(
            row.name,
            reverse("progress:task", args=[row.report.occurrence.obligation.task_id]),
            row.report.occurrence.obligation.task.plan.short_title,
        )
        for row in found[:SHOWN]
    ]
    return Found(_("Evidence"), "clip", hits, len(found))


def _remarks(looking: Looking) -> Found:
    rows = reach(Remark.objects.filter(fold__contains=looking.words), looking.standing)
    found = list(rows.select_related("author", "task").order_by("-at")[:COUNTED])
    hits = [
        Hit(
            snippet(row.text, looking.words),
            reverse("progress:task", args=[row.task_id]) + "#trao-doi",
            str(row.author or ""),
        )
        for row in found[:SHOWN]
    ]
    return Found(_("Discussions"), "chat", hits, len(found))


def _rounds(looking: Looking) -> Found:
    rows = reach(Round.objects.select_related("plan"), looking.standing).order_by("-cut_off")[:READ]
    found = [row for row in rows if looking.words in fold(f"{title(row)} {row.title} {row.words}")]
    hits = [
        Hit(title(row), reverse("rounds:round", args=[row.pk]), row.plan.short_title)
        for row in found[:SHOWN]
    ]
    return Found(_("Reporting rounds"), "grid", hits, len(found))


SOURCES: Iterable[Callable[[Looking], Found | None]] = (
    *(_plans, _only_tasks, _duties, _targets, _offices, _groups, _people),
    *(_reports, _evidence, _remarks, _rounds, _documents, _intakes),
)
