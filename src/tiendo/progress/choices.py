"""What the filters above a list of tasks offer, and how a chosen filter is named and taken off."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from tiendo.accounts.access import reach
from tiendo.accounts.rights import Standing
from tiendo.agencies.models import Agency
from tiendo.plans.models import Assignment, AssignmentRole, Plan, TaskKind
from tiendo.progress.listing import Listing
from tiendo.progress.pressing import SETTLED
from tiendo.progress.status import NEEDS_ATTENTION, Status
from tiendo.progress.wanted import ATTENTION, BOTH, KEY, SETTLED_ONES, Wanted
from tiendo.ui.looks import words_of


@dataclass(frozen=True, slots=True)
class Choice:
    """One filter: its name in the address, what it is called, its options and the one that is chosen."""

    name: str
    label: str
    options: list[tuple[Any, str]]
    chosen: Any
    data: bool = False  # the options are names from documents, whatever the language of the page

    @property
    def said(self) -> str:
        """The words of the chosen option."""
        return next((label for value, label in self.options if value == self.chosen), "")


def choices_of(wanted: Wanted, plan: Plan | None, standing: Standing) -> list[Choice]:
    """The filters of a list, in two queries (one where the plan is given)."""
    plans = list(reach(Plan.objects.only("short_title", "first_year", "last_year"), standing))
    own = [] if plan else [_plans(plans, wanted)]
    return [
        *own,
        _offices(wanted, plan, standing),
        _roles(wanted),
        _years([plan] if plan else plans, wanted),
        _kinds(wanted),
    ]


def timeline_choices(wanted: Wanted, plan: Plan, standing: Standing) -> list[Choice]:
    """The filters of a timeline, in one query."""
    return [_offices(wanted, plan, standing), _roles(wanted), _kinds(wanted)]


def _plans(plans: Iterable[Plan], wanted: Wanted) -> Choice:
    options = [(plan.pk, plan.short_title) for plan in plans]
    return Choice("plan", _("Plan"), [("", _("Every plan")), *options], wanted.plan or "", True)


def _offices(wanted: Wanted, plan: Plan | None, standing: Standing) -> Choice:
    rows = reach(Agency.objects.all(), standing)
    if plan:
        tasks = Assignment.objects.filter(task__plan=plan)
        direct = Exists(tasks.filter(agency=OuterRef("pk")))
        rows = rows.filter(direct | Exists(tasks.filter(group__members__agency=OuterRef("pk"))))
    options = [
        (pk, short or name) for pk, short, name in rows.values_list("pk", "short_name", "name")
    ]
    return Choice(
        "office", _("Office"), [("", _("Every office")), *options], wanted.office or "", True
    )


def _roles(wanted: Wanted) -> Choice:
    options = [
        ("", _("Leading and coordinating")),
        (AssignmentRole.LEAD, _("Leading")),
        (AssignmentRole.COORDINATING, _("Coordinating")),
    ]
    return Choice("role", _("Role"), options, wanted.role)


def _years(plans: Iterable[Plan], wanted: Wanted) -> Choice:
    firsts = [plan.first_year for plan in plans if plan.first_year]
    lasts = [plan.last_year for plan in plans if plan.last_year]
    years = range(min(firsts), max(lasts) + 1) if firsts and lasts else range(0)
    options = [(year, str(year)) for year in years]
    return Choice("year", _("Year"), [("", _("Any year")), *options], wanted.year or "")


def _kinds(wanted: Wanted) -> Choice:
    options = [
        (TaskKind.TASK, _("Tasks")),
        (TaskKind.DUTY, _("Duties")),
        (BOTH, _("Both kinds")),
        (KEY, _("Key tasks")),
    ]
    return Choice("kind", _("Kind"), options, wanted.kind)


def chips_of(wanted: Wanted, choices: Iterable[Choice]) -> list[dict[str, Any]]:
    """The filters in use: what they are called, what is chosen, the address without them."""
    chips = []
    if wanted.q:
        chips.append({"label": _("Words"), "said": wanted.q, "url": wanted.but(q=""), "data": True})
    default = Wanted()
    for choice in choices:
        if getattr(wanted, choice.name) != getattr(default, choice.name):
            url = wanted.but(**{choice.name: getattr(default, choice.name)})
            chips.append(
                {"label": choice.label, "said": choice.said, "url": url, "data": choice.data}
            )
    return chips


def tabs_of(found: Listing, wanted: Wanted) -> list[dict[str, Any]]:
    """All, those to look at first, and every status that occurs, each with its number."""
    first = sum(found.counts[status] for status in NEEDS_ATTENTION)
    tabs = [_tab(_("All"), "", found.total, wanted)]
    if first or wanted.status == ATTENTION:
        tabs.append(_tab(_("To look at first"), ATTENTION, first, wanted))
    if wanted.status == SETTLED_ONES:
        settled = sum(found.counts[status] for status in SETTLED)
        tabs.append(_tab(_("Settled"), SETTLED_ONES, settled, wanted))
    for status in Status:
        if found.counts[status] or wanted.status == status:
            tabs.append(_tab(words_of(status), status.value, found.counts[status], wanted))
    return tabs


def _tab(label: str, status: str, count: int, wanted: Wanted) -> dict[str, Any]:
    current = wanted.status == status
    return {"label": label, "url": wanted.but(status=status), "count": count, "current": current}
