"""The versions of a task or a target as rows, and the row itself with the words in force now."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tiendo.history import services as history
from tiendo.history.models import Cause
from tiendo.plans.amending.rules import Setting, Wording, wording_on, wordings
from tiendo.plans.columns import TARGET_COLUMNS, TASK_COLUMNS
from tiendo.plans.models import (
    Act,
    Amendment,
    Clause,
    Target,
    TargetVersion,
    Task,
    TaskVersion,
)
from vanban.text import fold

Item = Task | Target
Version = TaskVersion | TargetVersion


def columns_of(item: Item) -> tuple[str, ...]:
    """The columns of `item` that a clause may set."""
    return TASK_COLUMNS if isinstance(item, Task) else TARGET_COLUMNS


def words_in(item: Item | Version, columns: Iterable[str]) -> dict[str, Any]:
    """What a row says in these columns."""
    return {name: getattr(item, name) for name in columns}


def stored(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of columns as JSON keeps them: days and figures in words."""
    return {
        name: str(value) if isinstance(value, (date, Decimal)) else value
        for name, value in values.items()
    }


def revived(item: Item, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of columns as the row has them; what is no column of it is left out."""
    fields = {field.name: field for field in type(item)._meta.concrete_fields}
    known = columns_of(item)
    return {name: fields[name].to_python(value) for name, value in values.items() if name in known}


def settings_of(item: Item) -> list[Setting]:
    """What decided clauses set of `item`, in the order in which they were decided."""
    rows = item.clauses.filter(act=Act.CHANGE).select_related("amendment")
    decided = Amendment.objects.decided().filter(clauses__in=rows).values_list("pk", flat=True)
    order = {pk: place for place, pk in enumerate(dict.fromkeys(decided))}
    kept = [row for row in rows if row.amendment_id in order]
    return [
        Setting(
            since=row.amendment.effective_on,  # type: ignore[arg-type]  # decided: it has a day
            until=row.amendment.withdrawn_on,
            values=revived(item, row.sets),
            source=row.pk,
        )
        for row in sorted(kept, key=lambda row: (order[row.amendment_id], row.position, row.pk))
    ]


def first_words(item: Item) -> dict[str, Any]:
    """What `item` said before the first clause."""
    first = item.versions.filter(valid_from=None).first()
    return words_in(first or item, columns_of(item))


def said_on(item: Item, day: date) -> Wording:
    """What `item` says on `day`, and by whose setting."""
    return wording_on(day, wordings(first_words(item), settings_of(item)))


def say_as_on(item: Item, day: date) -> None:
    """Let the row in hand, not to be stored, say what held on `day`."""
    for name, value in said_on(item, day).values.items():
        setattr(item, name, value)


def write_versions(item: Item, *, day: date, actor: Any, reason: str, decision: str) -> None:
    """Let the versions of `item` follow from its clauses, and the row itself say what holds on `day`.

    Asked again nothing changes. Belongs inside the caller's transaction.
    """
    found = wordings(first_words(item), settings_of(item))
    _write(item, found, actor, decision)
    for name, value in wording_on(day, found).values.items():
        setattr(item, name, value)
    if isinstance(item, Task):
        item.fold = to_be_found(item)
    history.save(item, actor=actor, cause=Cause.AMENDMENT, reason=reason, decision=decision)


def _write(item: Item, found: list[Wording], actor: Any, decision: str) -> None:
    known = {row.valid_from: row for row in item.versions.all()}
    if len(found) == 1 and not known:
        return
    for wording in found:
        row = known.pop(wording.since, None) or _new(item)
        for name, value in wording.values.items():
            setattr(row, name, value)
        row.valid_from, row.valid_to = wording.since, wording.last
        row.clause_id = wording.source
        history.save(row, actor=actor, cause=Cause.AMENDMENT, decision=decision)
    for row in known.values():
        history.delete(row, actor=actor, cause=Cause.AMENDMENT, decision=decision)


def _new(item: Item) -> Version:
    return TaskVersion(task=item) if isinstance(item, Task) else TargetVersion(target=item)


def to_be_found(task: Task) -> str:
    """Number, text and offices of a task, folded: the offices as written, by full and by short name."""
    offices = [
        word
        for row in (*task.leads, *task.coordinating)
        for word in (row.written, str(row.whom), getattr(row.whom, "short_name", ""))
    ]
    return fold(" ".join(dict.fromkeys([task.number, task.text, *offices])))


def clauses_of(item: Item) -> list[Clause]:
    """What decisions did to `item`, the newest first, with their decision; drafts are left out."""
    rows = item.clauses.exclude(amendment__state="draft").select_related("amendment")
    return list(rows.order_by("-amendment__effective_on", "-amendment__pk", "-position"))
