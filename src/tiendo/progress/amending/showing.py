"""An amendment clause by clause: what the plan said before, what it says from the day on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.plans.amending.doubts import sentences
from tiendo.plans.amending.offices import Named, named_on
from tiendo.plans.amending.versions import Item, revived, said_on
from tiendo.plans.columns import aim_said, work_with
from tiendo.plans.items import Aim, Work
from tiendo.plans.models import (
    Act,
    Amendment,
    AssignmentRole,
    Clause,
    ItemKind,
    Target,
    Task,
    TaskKind,
)
from tiendo.progress.words import legal, term

FIELDS = {
    "text": gettext_lazy("Full wording"),
    "lead": gettext_lazy("Lead"),
    "coordinating": gettext_lazy("Coordinating"),
    "deadline": gettext_lazy("Deadline"),
    "product": gettext_lazy("Product"),
    "figure": gettext_lazy("Demanded"),
    "": gettext_lazy("Words"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that differs; `before` is empty where it is new, `after` where it ends."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A clause as people read it; `url` leads to what it is about, once that is in the plan.

    `doubts` are sentences on what a person has to look at before the decision is entered.
    """

    clause: Clause
    name: str
    url: str
    lines: list[Line]
    doubts: list[str] = field(default_factory=list)

    @property
    def matched(self) -> bool:
        """Whether it is told what the clause is about."""
        clause = self.clause
        return clause.act == Act.ADD or clause.task is not None or clause.target is not None

    @property
    def may_settle(self) -> bool:
        """Whether a person may say that it is right as it stands."""
        return self.matched and (self.clause.act == Act.END or bool(self.clause.sets))


def shown(amendment: Amendment) -> list[Shown]:
    """The clauses of an amendment in their order."""
    rows = amendment.clauses.select_related("task__plan", "target__plan")
    rows = rows.prefetch_related("task__assignments")
    return [_with_doubts(_shown(row, amendment)) for row in rows]


def _with_doubts(one: Shown) -> Shown:
    found = sentences(one.clause.reading.get("doubts", ()))
    return replace(one, doubts=found) if found else one


def _as_read(clause: Clause) -> list[Line]:
    """What the decision sets in its own words, while nothing of it is written."""
    return [
        Line(str(FIELDS.get(row["field"], "")), row["old"], row["new"])
        for row in clause.reading.get("wordings", ())
    ]


def _shown(clause: Clause, amendment: Amendment) -> Shown:
    item = clause.task or clause.target
    if clause.reading and not clause.sets and clause.act != Act.END:
        return Shown(clause, str(item or ""), address(item), _as_read(clause))
    if clause.act == Act.END:
        return Shown(clause, str(item or ""), address(item), [])
    if clause.act == Act.ADD or item is None:
        fresh = _fresh(clause)
        return Shown(clause, str(fresh), address(item), _new(clause, fresh))
    return Shown(clause, str(item), address(item), _differences(clause, item, amendment))


def address(item: Item | None) -> str:
    """Where a task or a target is looked at; "" for one that is in no plan yet."""
    if item is None:
        return ""
    if isinstance(item, Task):
        return reverse("progress:task", args=[item.pk])
    return f"{reverse('progress:targets', args=[item.plan_id])}#target-{item.pk}"


def _fresh(clause: Clause) -> Item:
    """What is added, as a row that is not stored."""
    plan = clause.amendment.plan
    if clause.about == ItemKind.TARGET:
        return _saying(Target(plan=plan), clause.sets)
    kind = TaskKind.DUTY if clause.about == ItemKind.DUTY else TaskKind.TASK
    return _saying(Task(plan=plan, kind=kind, number=clause.sets.get("number", "")), clause.sets)


def _saying(item: Item, values: Mapping[str, Any]) -> Item:
    for name, value in revived(item, values).items():
        setattr(item, name, value)
    return item


def _new(clause: Clause, fresh: Item) -> list[Line]:
    offices = [Named(**row) for row in clause.sets.get("offices", ())]
    said = _said(fresh) | _offices(offices)
    return [Line(label, "", words) for label, words in said.items() if words]


def _differences(clause: Clause, item: Item, amendment: Amendment) -> list[Line]:
    eve = _eve(amendment)
    before = _saying(type(item)(plan=item.plan), said_on(item, eve).values)
    after = _saying(type(item)(plan=item.plan), said_on(item, eve).values | clause.sets)
    old, new = _said(before), _said(after)
    if "offices" in clause.sets and isinstance(item, Task):
        old |= _offices(named_on(item, eve))
        new |= _offices(Named(**row) for row in clause.sets["offices"])
    return [Line(label, old[label], new[label]) for label in new if old[label] != new[label]]


def said_after(clause: Clause, item: Item | None) -> Work | Aim:
    """What the clause lets `item` say, or what it adds, as a person would settle it."""
    fresh = _fresh(clause)
    if item is not None:
        day = _eve(clause.amendment)
        fresh = _saying(type(item)(plan=item.plan), said_on(item, day).values | clause.sets)
    if isinstance(fresh, Target):
        return aim_said(fresh)
    offices = [Named(**row) for row in clause.sets.get("offices", ())]
    if isinstance(item, Task):
        fresh.number = item.number
        offices = offices or named_on(item, _eve(clause.amendment))
    leads = sorted((row for row in offices if row.role == AssignmentRole.LEAD), key=_answering)
    others = [row.written for row in offices if row.role != AssignmentRole.LEAD]
    return work_with(fresh, tuple(row.written for row in leads), tuple(others))


def _answering(row: Named) -> bool:
    return not row.accountable


def _eve(amendment: Amendment) -> date:
    """The day before it takes effect; the last of days while that is open."""
    day = amendment.effective_on
    return day - timedelta(days=1) if day else date.max


def _said(item: Item) -> dict[str, str]:
    """What a task or a target says, thing by thing, each under its label."""
    if isinstance(item, Target):
        return {
            _("Full wording"): item.text,
            _("Indicator"): item.indicator,
            _("Demanded"): str(legal(item)),
            _("When"): str(term(item)),
            _("Price basis"): item.price_basis,
        }
    return {
        _("Full wording"): item.text,
        _("Deadline"): _deadline(item),
        _("Product"): item.product,
    }


def _deadline(task: Task) -> str:
    """The words of the deadline, with its day where they do not name it."""
    if task.ends is None or f"{task.ends:%d/%m/%Y}" in task.deadline_text:
        return task.deadline_text
    until = _("until %(day)s") % {"day": f"{task.ends:%d/%m/%Y}"}
    return f"{task.deadline_text} ({until})" if task.deadline_text else until


def _offices(offices: Iterable[Named]) -> dict[str, str]:
    rows = list(offices)
    leads = [row.written for row in rows if row.role == AssignmentRole.LEAD]
    others = [row.written for row in rows if row.role != AssignmentRole.LEAD]
    return {_("Lead"): "; ".join(leads), _("Coordinating"): "; ".join(others)}
