"""A reviewed draft becomes a plan in force: everything in one transaction, or nothing."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from tiendo.agencies.services import call
from tiendo.history import services as history
from tiendo.plans.checking import Draft, draft_of, open_questions
from tiendo.plans.columns import target_words, task_words
from tiendo.plans.drafting import PARTICULARS, first_year
from tiendo.plans.heads import tie
from tiendo.plans.items import aim_of, work_of
from tiendo.plans.models import (
    Assignment,
    AssignmentRole,
    DraftItem,
    DraftName,
    Intake,
    ItemKind,
    Plan,
    Provision,
    Related,
    Relation,
    Stage,
    Target,
    Task,
    TaskKind,
)
from tiendo.plans.readings import Stored
from tiendo.plans.review import must_be_open
from vanban.text import fold, key


@transaction.atomic
def confirm_plan(*, intake: Intake, actor: Any, today: date) -> Plan:
    """Write the plan that was reviewed; `today` is the day from which it is followed here.

    Raises ValidationError with a sentence for everything a person has still to settle; nothing is written then.
    """
    intake = Intake.objects.select_for_update().get(pk=intake.pk)
    must_be_open(intake)
    draft = draft_of(intake)
    if questions := open_questions(draft):
        raise ValidationError([question.sentence for question in questions])
    plan = _plan(draft, today, actor)
    history.save(plan, actor=actor)
    _write_outline(plan, intake.reading, actor)
    history.add_all(_targets(plan, draft), actor=actor)
    _write_tasks(plan, draft, actor)
    _remember_names(draft.names, actor)
    tie(plan=plan, actor=actor)
    intake.stage, intake.plan = Stage.CONFIRMED, plan
    history.save(intake, actor=actor)
    return plan


def shared_work(plan: Plan) -> list[tuple[Task, Task]]:
    """The tasks of a plan just put in force, each with the task of another plan it is to be owed with."""
    draft = draft_of(plan.intake)
    work = [*draft.of(ItemKind.TASK), *draft.of(ItemKind.DUTY)]
    tasks = plan.tasks.select_related("plan").order_by("position")
    pairs = zip(tasks, work, strict=True)
    return [(task, item.same_work) for task, item in pairs if item.same_work]


def _plan(draft: Draft, today: date, actor: Any) -> Plan:
    intake = draft.intake
    words = (intake.title, intake.short_title, intake.number, intake.issuer)
    return Plan(
        locality=intake.locality,
        document=intake.document,
        copied_from=intake.copied_from,
        kind=intake.kind,
        title=intake.title,
        short_title=intake.short_title,
        number=intake.number,
        issuer=intake.issuer,
        issued_on=intake.issued_on,
        standing_agency=intake.standing_agency,
        first_year=intake.first_year or first_year(intake.issued_on, draft.items),
        last_year=intake.until_year,
        followed_from=today,
        confirmed_by=actor,
        confirmed_at=timezone.now(),
        fold=fold(" ".join(words)),
    )


def _write_outline(plan: Plan, reading: Stored, actor: Any) -> None:
    outline = [
        Provision(
            plan=plan,
            position=position,
            level=row["level"],
            number=row["number"][:20],
            text=row["text"],
            line=row["quote"]["line"],
        )
        for position, row in enumerate(reading.get("provisions", ()), start=1)
    ]
    history.add_all(outline, actor=actor)
    references = reading["header"].get("references", ())
    history.add_all([_related(plan, row) for row in references], actor=actor)


def _related(plan: Plan, row: Stored) -> Related:
    relation = row["relation"] if row["relation"] in Relation.values else Relation.MENTIONS
    return Related(
        plan=plan,
        relation=relation,
        text=row["text"],
        number=(row.get("number") or "")[:60],
        issued_on=(row.get("date") or "")[:10],
        issuer=(row.get("issuer") or "")[:200],
        line=(row.get("quote") or {}).get("line"),
    )


def _targets(plan: Plan, draft: Draft) -> list[Target]:
    return [_target(plan, row, item) for row, item in enumerate(draft.of(ItemKind.TARGET), start=1)]


def _target(plan: Plan, position: int, item: DraftItem) -> Target:
    return Target(
        plan=plan,
        position=position,
        section=item.data.get("section", "")[:300],
        quotes=_places(item, item.quotes),
        **target_words(aim_of(item)),
    )


def _places(item: DraftItem, quotes: list[Stored]) -> list[Stored]:
    """Where the plan's own document says it; the places of a copied draft are in that of the old plan."""
    return [] if item.intake.copied_from_id else quotes


def _write_tasks(plan: Plan, draft: Draft, actor: Any) -> None:
    work = [*draft.of(ItemKind.TASK), *draft.of(ItemKind.DUTY)]
    tasks = [_task(plan, draft, position, item) for position, item in enumerate(work, start=1)]
    written = dict(
        zip((item.pk for item in work), history.add_all(tasks, actor=actor), strict=True)
    )
    for item in work:
        if item.joined_to_id in written:
            written[item.pk].same_as = written[item.joined_to_id]
            history.save(written[item.pk], actor=actor)
    names = {name.key: name for name in draft.names}
    rows = [row for item in work for row in _assignments(written[item.pk], item, names)]
    history.add_all(rows, actor=actor)


def _task(plan: Plan, draft: Draft, position: int, item: DraftItem) -> Task:
    work = work_of(item)
    words = task_words(work, draft.intake.until_year)
    return Task(
        plan=plan,
        kind=TaskKind.TASK if item.kind == ItemKind.TASK else TaskKind.DUTY,
        position=position,
        number=work.number[:20],
        section=item.data.get("section", "")[:300],
        quotes=_places(item, item.quotes),
        marks=_places(item, item.data.get("marks", [])),
        fold=_words_to_find(item, draft.names),
        **words | {"particulars": words["particulars"] | _particulars(item)},
    )


def _particulars(item: DraftItem) -> Stored:
    """What else the document says of a task; only what it does say."""
    roles = item.data.get("roles", {})
    said: Stored = {
        "roles": {role: [row["text"] for row in rows] for role, rows in roles.items() if rows},
        "milestones": item.data.get("milestones", []),
        **{name: item.data.get(name) for name in PARTICULARS},
    }
    return {name: value for name, value in said.items() if value}


def _words_to_find(item: DraftItem, names: Iterable[DraftName]) -> str:
    """Number, text and offices of an item, folded: the offices as written, by full and by short name."""
    meant = {name.key: name.whom for name in names}
    offices = []
    for row in [*item.data["leads"], *item.data["coordinating"]]:
        whom = meant.get(key(row["name"]))
        offices += [row["name"], str(whom or ""), getattr(whom, "short_name", "")]
    words = [item.data.get("number", ""), item.data["text"], *offices]
    return fold(" ".join(dict.fromkeys(words)))


def _assignments(task: Task, item: DraftItem, names: dict[str, DraftName]) -> list[Assignment]:
    leads, accountable = item.data["leads"], item.data.get("accountable", "")
    if accountable not in {key(row["name"]) for row in leads}:
        accountable = key(leads[0]["name"])
    rows: dict[tuple[str, Any], Assignment] = {}
    for role, offices in (
        (AssignmentRole.LEAD, leads),
        (AssignmentRole.COORDINATING, item.data["coordinating"]),
    ):
        for position, row in enumerate(offices, start=1):
            name = names[key(row["name"])]
            answers = role == AssignmentRole.LEAD and name.key == accountable
            rows.setdefault(
                (role, name.whom),
                Assignment(
                    task=task,
                    agency=name.agency,
                    group=name.group,
                    role=role,
                    accountable=answers,
                    written=row["text"][:300],
                    position=position,
                ),
            )
    return list(rows.values())


def _remember_names(names: Iterable[DraftName], actor: Any) -> None:
    """Documents that come later may use the same writings: they are known from now on."""
    for name in names:
        call(name.whom, name.text, actor=actor)  # type: ignore[arg-type]
