"""What the document says about when a task is due, and the rows that follow for one office."""

from datetime import date

from tiendo.plans.models import Plan, Task, TaskKind
from tiendo.progress.models import Obligation, Occurrence
from tiendo.progress.schedule import Period, Terms, periods_of
from vanban.deadlines import Setting, read_deadline


def occurrences_of(
    obligation: Obligation, *, followed_from: date, reason: str = ""
) -> list[Occurrence]:
    """Every period that the deadline makes fall due for this office, not stored."""
    return [
        occurrence_of(obligation, period, followed_from, reason)
        for period in periods_of(terms_of(obligation.task))
    ]


def terms_of(task: Task) -> Terms:
    """What the document says about when `task` is due, as the schedule wants it."""
    issued = first_day(task.plan)
    return Terms(
        kind=task.deadline_kind,
        starts=task.starts,
        ends=task.ends,
        recurrence=task.recurrence,
        text=task.deadline_text,
        issued=issued,
        until_year=task.recurs_until or task.plan.last_year or issued.year,
        product=bool(task.product) and task.kind == TaskKind.DUTY,
        within=task.particulars.get("within") or "",
        milestones=milestones_of(task),
    )


def milestones_of(task: Task) -> tuple[date, ...]:
    """The days of its milestones; none where a person has since settled on another day."""
    rows = task.particulars.get("milestones", ())
    days = sorted({date.fromisoformat(row["end"]) for row in rows if row.get("end")})
    return tuple(days) if days and days[-1] == task.ends else ()


def counted_due(words: str, since: date) -> date | None:
    """The day that `words` count from `since` ("30 ngày kể từ ngày được phê duyệt"); None where they count nothing."""
    found = read_deadline(words, Setting(issued=since))
    return date.fromisoformat(found.end) if found.kind == "date" and found.end else None


def first_day(plan: Plan) -> date:
    """The first day the plan binds as far as the paper says: "2022-02" is 1 February 2022."""
    year, month, day = ([int(part) for part in plan.issued_on.split("-") if part] + [0, 0, 0])[:3]
    if not year and plan.copied_from_id and plan.first_year:
        return date(plan.first_year, 1, 1)  # it may be put in force before its year begins
    if not year:
        return date(min(plan.first_year or plan.followed_from.year, plan.followed_from.year), 1, 1)
    return date(year, month or 1, day or 1)


def occurrence_of(
    obligation: Obligation, period: Period, followed_from: date, reason: str
) -> Occurrence:
    """The row of one period; closed with `reason` when it was over before the plan was followed here."""
    over = period.due is not None and period.due < followed_from
    return Occurrence(
        obligation=obligation,
        kind=period.kind,
        year=period.year,
        part=period.part,
        starts=period.starts,
        due=period.due,
        watched_from=max(period.starts, followed_from),
        condition=period.condition[:300],
        closed_reason=reason if over else "",
    )
