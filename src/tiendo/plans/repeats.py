"""The same work in several plans: which tasks say the same, and what a person settles of it in a draft.

The rule is one, for a draft under review and for plans in force (`tiendo.progress.joined`).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from tiendo.history import services as history
from tiendo.plans.checking import Draft
from tiendo.plans.drafting import first_year
from tiendo.plans.models import Assignment, AssignmentRole, DraftItem, ItemKind, Task
from tiendo.plans.review import must_be_open
from vanban.text import fold, key

ALIKE = 82  # of 100: as measured by words, whatever their order
MOST = 60  # proposals on a page
LONGEST = 2_000  # letters of a task that are compared

Lead = tuple[int | None, int | None]  # an office or a group


@dataclass(frozen=True, slots=True)
class Repeat:
    """An item of a draft and a task of a plan in force that may be the same work; `alike` is 0 to 100."""

    item: DraftItem
    task: Task
    alike: int

    @property
    def equal(self) -> bool:
        """Whether the words are the same."""
        return self.alike == 100


def alike(one: str, other: str) -> int:
    """How alike the words of two tasks are, 0 to 100; accents, case and order do not matter."""
    return _likeness(_folded(one), _folded(other))


def _folded(text: str) -> str:
    return fold(text)[:LONGEST]


def _likeness(first: str, second: str, least: int = 0) -> int:
    """The same of folded words; 0 for what is less alike than `least`."""
    if first == second:
        return 100
    return min(99, int(fuzz.token_sort_ratio(first, second, score_cutoff=least)))


def repeats(draft: Draft) -> list[Repeat]:
    """Tasks of plans in force that say what an item of the draft says and have a lead in common.

    The most alike first. Left out are the plan a draft was copied from and plans that end before this one
    begins, items joined to another item of the draft, and what a person has settled.
    """
    asked = {item.pk: item for item in draft.items if _may_repeat(item, draft)}
    meant = {name.key: (name.agency_id, name.group_id) for name in draft.names if name.whom}
    leads = {pk: _leads(item, meant) for pk, item in asked.items()}
    by_lead = _by_lead(draft, set().union(*leads.values()))
    words = {task: _folded(task.text) for tasks in by_lead.values() for task in tasks}
    found = []
    for pk, item in asked.items():
        own, unlike = _folded(item.data["text"]), item.data.get("unlike", ())
        for task in {each for lead in leads[pk] for each in by_lead[lead]}:
            score = _likeness(own, words[task], ALIKE)
            if score >= ALIKE and task.pk not in unlike:
                found.append(Repeat(item, task, score))
    return sorted(found, key=lambda row: (-row.alike, row.item.position, row.task.pk))[:MOST]


def _may_repeat(item: DraftItem, draft: Draft) -> bool:
    within = item.joined_to_id or item.pk in {row.joined_to_id for row in draft.items}
    return item.kind != ItemKind.TARGET and not within and item.same_work_id is None


def _leads(item: DraftItem, meant: Mapping[str, Lead]) -> set[Lead]:
    names = {key(row["name"]) for row in item.data.get("leads", ())}
    return {meant[name] for name in names if name in meant}


def _by_lead(draft: Draft, wanted: Iterable[Lead]) -> Mapping[Lead, list[Task]]:
    """The tasks of plans in force that these offices and groups lead, in one query."""
    intake = draft.intake
    year = intake.first_year or first_year(intake.issued_on, draft.items) or 0
    rows = Assignment.objects.filter(
        Q(task__plan__last_year=None) | Q(task__plan__last_year__gte=year),
        role=AssignmentRole.LEAD,
        task__plan__locality=intake.locality_id,
        task__same_as=None,
        task__cancelled_on=None,
    )
    here = Q(agency__in={agency for agency, _group in wanted if agency})
    here |= Q(group__in={group for _agency, group in wanted if group})
    if intake.copied_from_id:
        rows = rows.exclude(task__plan=intake.copied_from_id)
    found: dict[Lead, list[Task]] = defaultdict(list)
    for row in rows.filter(here).select_related("task__plan"):
        found[row.agency_id, row.group_id].append(row.task)
    return found


@transaction.atomic
def share(*, item: DraftItem, task: Task, actor: Any) -> None:
    """Say that an item is the work of a task in another plan: put in force, it is owed and reported with it.

    Raises ValidationError for a target, for an item joined within the draft, and for a task that is joined.
    """
    must_be_open(item.intake)
    if item.kind == ItemKind.TARGET or item.joined_to_id or item.joined.exists():
        raise ValidationError(_("This item is joined within the draft. Take that apart first."))
    if task.same_as_id or task.plan.locality_id != item.intake.locality_id:
        raise ValidationError(_("That task is joined to another one by now. Choose again."))
    item.same_work = task
    history.save(item, actor=actor)


def part(*, item: DraftItem, actor: Any) -> None:
    """Let an item be owed by itself after all."""
    must_be_open(item.intake)
    item.same_work = None
    history.save(item, actor=actor)


def say_unlike(*, item: DraftItem, task: Task, actor: Any) -> None:
    """Say that an item is other work than a task: it is not proposed again."""
    must_be_open(item.intake)
    item.data = {**item.data, "unlike": sorted({*item.data.get("unlike", ()), task.pk})}
    history.save(item, actor=actor)
