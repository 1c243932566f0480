"""A plan of last year becomes this year's draft: its work, its aims, its offices, with the years moved.

Nothing moves silently: every item in which a year was moved, or a year was left, is doubtful and says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from tiendo.agencies.models import Agency
from tiendo.history import services as history
from tiendo.plans.drafting import PARTICULARS
from tiendo.plans.models import (
    Assignment,
    DraftItem,
    DraftName,
    Intake,
    ItemKind,
    Plan,
    Stage,
    Target,
    Task,
    TaskKind,
)
from tiendo.plans.readings import Stored
from tiendo.plans.reception import AlreadyHere
from tiendo.plans.years import Moved, moved, moved_day
from vanban.text import key

DOUBTFUL, CHECK, SURE = "doubtful", "check", "sure"


@dataclass(frozen=True, slots=True)
class Move:
    """By how many years, and which years are those of the old plan and the one it compares with."""

    by: int
    own: range
    today: date

    def day(self, day: date | None) -> str | None:
        """The same day of the new plan, in ISO form."""
        return moved_day(day, self.by).isoformat() if day else None

    def words(self, text: str) -> Moved:
        """The text with the years of the plan moved."""
        return moved(text, self.by, self.own)


def years_of(plan: Plan) -> tuple[int, int]:
    """The first and the last year of a plan, as far as known."""
    issued = int(plan.issued_on[:4]) if plan.issued_on else plan.followed_from.year
    first = plan.first_year or min(issued, plan.last_year or issued)
    return first, max(first, plan.last_year or first)


def open_draft_of(plan: Plan) -> Intake | None:
    """The draft that was copied from `plan` and is still under review."""
    return plan.drafts.filter(stage=Stage.READ).defer("reading").first()


@transaction.atomic
def copy_as_draft(*, plan: Plan, first_year: int, actor: Any, now: datetime) -> Intake:
    """A draft whose plan begins in `first_year`, with everything `plan` asks for; it is reviewed as any other.

    Number and day stay empty. Offices that have ended are left to be chosen. Raises `AlreadyHere` while a
    draft copied from this plan is under review.
    """
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    if there := open_draft_of(plan):
        raise AlreadyHere(there)
    first, last = years_of(plan)
    move = Move(first_year - first, range(first - 1, last + 1), timezone.localdate(now))
    tasks = list(plan.tasks.filter(cancelled_on=None).with_offices().order_by("position", "pk"))
    intake = _intake(plan, move, actor, now)
    history.save(intake, actor=actor)
    items = history.add_all([_of_task(intake, task, move) for task in tasks], actor=actor)
    _join(dict(zip((task.pk for task in tasks), items, strict=True)), tasks, actor)
    aims = [_of_target(intake, target, move) for target in plan.targets.filter(cancelled_on=None)]
    history.add_all(aims, actor=actor)
    rows = [row for task in tasks for row in _in_force(task, move.today)]
    history.add_all(_names(intake, rows, move.today), actor=actor)
    return intake


def _intake(plan: Plan, move: Move, actor: Any, now: datetime) -> Intake:
    title, short = move.words(plan.title), move.words(plan.short_title)
    standing = plan.standing_agency
    first, last = years_of(plan)
    return Intake(
        locality=plan.locality,
        name=short.text,
        stage=Stage.READ,
        percent=100,
        reading={"header": {}, "findings": _told(title, "title")},
        started_by=actor,
        started_at=now,
        read_at=now,
        kind=plan.kind,
        title=title.text,
        short_title=short.text,
        issuer=plan.issuer,
        standing_agency=standing if standing and _lasts(standing, move.today) else None,
        until_year=last + move.by,
        copied_from=plan,
        first_year=first + move.by,
    )


def _of_task(intake: Intake, task: Task, move: Move) -> DraftItem:
    words = {
        "text": move.words(task.text),
        "deadline": move.words(task.deadline_text),
        "product": move.words(task.product),
    }
    data: Stored = {
        "number": task.number,
        "text": words["text"].text,
        **_offices(task, move.today),
        "deadline": _deadline(task, words["deadline"].text, move),
        "product": words["product"].text,
        **_particulars(task, move),
        "marks": task.marks,
        "before": _before(words, text=task.text, deadline=task.deadline_text, product=task.product),
    }
    told = [row for part, each in words.items() for row in _told(each, part)]
    told += _told(move.words(_further(task)), "particulars")
    kind = ItemKind.TASK if task.kind == TaskKind.TASK else ItemKind.DUTY
    return _item(intake, kind, task, data, told)


def _particulars(task: Task, move: Move) -> Stored:
    """What else the old plan says of a task, with the years moved."""
    said = task.particulars
    return {
        "section": move.words(task.section).text,
        "roles": {role: list(map(_named, names)) for role, names in said.get("roles", {}).items()},
        **{name: move.words(said[name]).text for name in PARTICULARS if said.get(name)},
        "milestones": [_milestone(row, move) for row in said.get("milestones", ())],
    }


def _further(task: Task) -> str:
    """The words of these, one after the other."""
    said = task.particulars
    days = [row["text"] for row in said.get("milestones", ())]
    return "\n".join([task.section, *(said.get(name) or "" for name in PARTICULARS), *days])


def _of_target(intake: Intake, target: Target, move: Move) -> DraftItem:
    text, indicator = move.words(target.text), move.words(target.indicator)
    figures = [figure for figure in (target.low, target.high) if figure is not None]
    data: Stored = {
        "text": text.text,
        "indicator": indicator.text,
        "comparator": target.comparator,
        "strict": target.strict,
        "values": [f"{figure.normalize():f}" for figure in figures],
        "unit": target.unit,
        "start": move.day(target.starts),
        "end": move.day(target.ends),
        "recurrence": target.recurrence,
        "average": target.average,
        "price_basis": target.price_basis,
        "section": move.words(target.section).text,
        "before": _before({"text": text}, text=target.text),
    }
    return _item(intake, ItemKind.TARGET, target, data, _told(text, "text"))


def _item(
    intake: Intake, kind: ItemKind, row: Task | Target, data: Stored, told: list[Stored]
) -> DraftItem:
    moved_one = any(each["code"].startswith("moved") for each in told)
    return DraftItem(
        intake=intake,
        kind=kind,
        position=row.position,
        data=data,
        quotes=row.quotes,
        findings=told,
        confidence=DOUBTFUL if moved_one else CHECK if told else SURE,
    )


def _told(words: Moved, part: str) -> list[Stored]:
    """What is to be looked at in one part of an item: the years that were moved, and those that were left."""
    pairs = ", ".join(f"{before} → {after}" for before, after in words.pairs)
    found = [{"code": f"moved-{part}", "values": {"years": pairs}}] if pairs else []
    kept = ", ".join(words.kept)
    return found + ([{"code": f"kept-{part}", "values": {"years": kept}}] if kept else [])


def _before(words: Mapping[str, Moved], **said: str) -> Stored:
    """The words of the old plan, where a year in them was moved."""
    return {part: text for part, text in said.items() if words[part].pairs}


def _deadline(task: Task, words: str, move: Move) -> Stored:
    within = task.particulars.get("within")
    return {
        "text": words,
        "kind": task.deadline_kind,
        "start": move.day(task.starts),
        "end": move.day(task.ends),
        "recurrence": task.recurrence,
        **({"within": within} if within else {}),
    }


def _milestone(row: Stored, move: Move) -> Stored:
    end = date.fromisoformat(row["end"]) if row.get("end") else None
    return {"text": move.words(row["text"]).text, "end": move.day(end)}


def _offices(task: Task, today: date) -> Stored:
    rows = list(_in_force(task, today))
    leads = [row for row in task.leads if row in rows]
    answers = next((row for row in leads if row.accountable), None)
    return {
        "leads": [_office(row) for row in sorted(leads, key=lambda row: row.position)],
        "coordinating": [_office(row) for row in task.coordinating if row in rows],
        "accountable": key(str(answers.whom)) if answers else "",
    }


def _in_force(task: Task, today: date) -> Iterable[Assignment]:
    """The offices that have the work now; those it was taken from are not asked again."""
    return [
        row
        for row in task.assignments.all()
        if (row.valid_from or today) <= today <= (row.valid_to or today)
    ]


def _office(row: Assignment) -> Stored:
    return {
        "text": row.written,
        "name": str(row.whom),
        "group": row.group_id is not None,
        "note": "",
    }


def _named(name: str) -> Stored:
    return {"text": name, "name": name, "group": False, "note": ""}


def _names(intake: Intake, rows: Iterable[Assignment], today: date) -> list[DraftName]:
    """One row for every office and group; an office that has ended is left for a person to say who follows."""
    found = {key(str(row.whom)): row for row in rows}
    return [
        DraftName(
            intake=intake,
            text=str(row.whom),
            key=name,
            official=str(row.whom)[:200],
            is_group=row.group_id is not None,
            agency=row.agency,
            group=row.group,
            settled=row.agency is None or _lasts(row.agency, today),
        )
        for name, row in found.items()
    ]


def _lasts(agency: Agency, today: date) -> bool:
    return agency.valid_to is None or agency.valid_to >= today


def _join(items: Mapping[int, DraftItem], tasks: Iterable[Task], actor: Any) -> None:
    """Duties that repeat a task of the plan repeat it in the draft."""
    for task in tasks:
        if repeated := items.get(task.same_as_id or 0):
            items[task.pk].joined_to = repeated
            history.save(items[task.pk], actor=actor)


def counts_of(plan: Plan) -> dict[str, int]:
    """How many tasks, duties and targets a copy would have."""
    tasks = plan.tasks.filter(cancelled_on=None)
    return {
        "tasks": tasks.filter(kind=TaskKind.TASK).count(),
        "duties": tasks.filter(kind=TaskKind.DUTY).count(),
        "targets": plan.targets.filter(cancelled_on=None).count(),
    }


def ended_offices(plan: Plan, today: date) -> list[Agency]:
    """The offices that have work under a plan and are no more: in a copy a person says who follows them."""
    ended = Agency.objects.ended(today).filter(assignments__task__plan=plan)
    return list(ended.distinct().order_by("sort_key"))
