"""Ties between tasks and registers: made, undone, and read from either side."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _

from tiendo.accounts.access import reach
from tiendo.accounts.rights import Standing
from tiendo.history import services as history
from tiendo.plans.models import Count, Link, Task
from tiendo.registers.measures import FIRST_YEAR, Figure, Measure, Wanted, all_values
from tiendo.registers.register import REGISTERS, Register
from tiendo.ui.templatetags.ui import n

MOST = 12  # ties shown on the page of a row


@dataclass(frozen=True, slots=True)
class Use:
    """A task that a row or a figure is used for; with `act` something to be done with it, said by that word."""

    words: str
    url: str
    act: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What one office has part in: by `place` the rows that lie in a commune, by `office` those that name an office."""

    agency: int
    path: str

    @property
    def words(self) -> str:
        """How its figures are marked, after "2025"."""
        return _("in the own commune") if self.path == "place" else _("of the own office")


@dataclass(frozen=True, slots=True)
class Told:
    """What a register says of a task in a year: the tie, the figure, how far that is.

    `within` is whose rows alone make the figure; None: the whole locality's.
    """

    link: Link
    register: Register
    year: int
    measure: Measure | None = None
    row: Any = None
    figure: Figure | None = None
    within: Part | None = None

    @property
    def percent(self) -> int | None:
        """The figure in whole per cent of the goal, at most 100; None without goal or figure.

        A goal is that of the whole locality: of an office's part nothing is said.
        """
        return None if self.within else percent_of(self.figure, self.link.goal)

    @property
    def url(self) -> str:
        """Where the rows behind it stand."""
        if self.row is not None:
            return reverse("registers:row", args=[self.register, self.row.pk])
        if self.measure is None:
            return reverse("registers:rows", args=[self.register])
        address = reverse("registers:measure", args=[self.register, self.measure.slug])
        since = f"&tu={self.since}" if self.since else ""
        return f"{address}?nam={self.year}{since}"

    @property
    def of_years(self) -> str:
        """Of which years the figure is: "2025", or "up to 2025" for all since the plan began; and whose."""
        years = _("up to %(year)s") % {"year": self.year} if self.since else str(self.year)
        return f"{years}, {self.within.words}" if self.within else years

    @property
    def since(self) -> int | None:
        """The first year that counts, where the figure is of all years since the plan began."""
        to_date = self.link.count == Count.TO_DATE
        return self.link.task.plan.first_year or FIRST_YEAR if to_date else None


def _counting(register: Register, row: Any, measures: Iterable[str]) -> set[str]:
    """Which of these measures, by their slugs, count a row of its kind in one year or another; "" is all rows."""
    known = {slug: register.measure(slug) for slug in measures}
    picky = {slug: each.only for slug, each in known.items() if each and each.only}
    if not picky:
        return set(known)
    asked = {
        f"m{place}": models.Count("pk", filter=only) for place, only in enumerate(picky.values())
    }
    said = register.model.objects.filter(pk=row.pk).aggregate(**asked)
    return known.keys() - {
        slug for slug, found in zip(picky, said.values(), strict=True) if not found
    }


def percent_of(figure: Figure | None, goal: Decimal | None) -> int | None:
    """How much of a goal a figure is, in whole per cent rounded down: 100 is reached only when the goal is."""
    if figure is None or not goal:
        return None
    return max(0, min(100, int(100 * figure / goal)))


Year = tuple[Task, int]


def told_of(task: Task, year: int) -> list[Told]:
    """What the registers say of a task in a year."""
    return told_of_all([(task, year)])[task.pk, year]


def told_of_all(
    asked: Iterable[Year], within: Part | None = None
) -> dict[tuple[int, int], list[Told]]:
    """What the registers say of each of these tasks in its year, by the keys of both.

    `within` counts only what an office has part in, where a register says so of its rows. One query for the ties, one
    for the figures of each register and one for the rows of it that are named.
    """
    wanted = {(task.pk, year): (task, year) for task, year in asked}
    prefetch_related_objects([task for task, _year in wanted.values()], "links", "plan")
    ties: dict[tuple[Register, int], list[Told]] = defaultdict(list)
    for task, year in wanted.values():
        for link in task.links.all():
            if register := REGISTERS.get(link.register):
                measure = register.measure(link.measure) if link.measure else None
                ties[register, task.plan.locality_id].append(Told(link, register, year, measure))
    told = [each for place, some in ties.items() for each in _answered(*place, some, within)]
    found: dict[tuple[int, int], list[Told]] = {key: [] for key in wanted}
    for each in sorted(told, key=lambda each: each.link.pk):
        found[each.link.task_id, each.year].append(each)
    return found


def _answered(
    register: Register, locality_id: int, ties: Iterable[Told], within: Part | None
) -> list[Told]:
    """These ties to one register with the rows they name and their figures."""
    rows = register.rows.filter(locality=locality_id)
    keys = {each.link.row_id for each in ties if each.link.row_id}
    named = rows.in_bulk(keys) if keys else {}
    ties = [replace(each, row=named.get(each.link.row_id)) for each in ties]
    if within and not keys and (path := getattr(register, within.path)):
        rows = rows.filter(**{path: within.agency})
        ties = [replace(each, within=within) for each in ties]
    measured = [each for each in ties if each.measure]
    wanted = [Wanted(each.measure, each.year, each.since, each.link.row_id) for each in measured]  # type: ignore[arg-type]
    figures = all_values(rows, wanted) if wanted else []
    said = {id(each): figure for each, figure in zip(measured, figures, strict=True)}
    return [replace(each, figure=said.get(id(each))) for each in ties]


def proposed_percent(told: Iterable[Told]) -> int | None:
    """The degree of completion that the registers propose: the least of those that can be said."""
    figures = [each.percent for each in told if each.percent is not None]
    return min(figures) if figures else None


def figures_of(told: Iterable[Told]) -> str:
    """The figures that propose a degree of completion, in words: "clusters: 1 of 2"."""
    return "; ".join(
        _("%(title)s: %(figure)s of %(goal)s") % _in_words(each)
        for each in told
        if each.percent is not None
    )


def _in_words(told: Told) -> dict[str, str]:
    title = str(told.measure.title) if told.measure else ""
    unit = str(told.measure.unit) if told.measure else ""
    goal = f"{n(told.link.goal)} {unit}".rstrip()
    return {"figure": n(told.figure or 0), "goal": goal, "title": f"{title} ({told.of_years})"}


@transaction.atomic
def tie(*, link: Link, actor: Any) -> Link:
    """Store a tie. Raises ValidationError when the task has it already."""
    same = Link.objects.filter(task=link.task, register=link.register, row_id=link.row_id)
    if same.filter(measure=link.measure).exists():
        raise ValidationError(_("The task is tied to this already."))
    history.save(link, actor=actor)
    return link


@transaction.atomic
def untie(*, link: Link, actor: Any, reason: str = "") -> None:
    """Take a tie away; it can be taken back for 30 days."""
    history.delete(link, actor=actor, reason=reason)


def uses_of(register: Register, row: Any, standing: Standing) -> list[Use]:
    """The tasks tied to this row, to its register as a whole, or to a figure of it that counts such rows."""
    links = Link.objects.filter(register=register.slug)
    links = links.filter(row_id=None) | links.filter(row_id=row.pk)
    rows = reach(links, standing).select_related("task").order_by("task__plan", "task__position")
    some = list(rows)
    counting = _counting(register, row, {link.measure for link in some if link.row_id is None})
    tasks = {link.task_id: link.task for link in some if link.row_id or link.measure in counting}
    return [
        Use(f"{task.number}. {task.text}", reverse("progress:task", args=[task.pk]))
        for task in list(tasks.values())[:MOST]
    ]
