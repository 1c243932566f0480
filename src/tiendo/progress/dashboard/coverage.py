"""How far the targets of a plan are covered: what nothing measures, what nobody gives, what no task serves."""

from collections.abc import Sequence
from dataclasses import dataclass

from tiendo.indicators.judging.values import Form, Verdict
from tiendo.plans.models import Plan, Target, Task, TaskKind
from tiendo.progress.dashboard.reading import Line


@dataclass(frozen=True, slots=True)
class Coverage:
    """The targets that are not measured, those without a figure, those without a task; the tasks without a target."""

    unbound: list[Target]
    silent: list[Target]
    unserved: list[Target]
    idle: list[Task]

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return not (self.unbound or self.silent or self.unserved or self.idle)


def coverage_of(plan: Plan, rows: Sequence[Line]) -> Coverage:
    """What is missing between targets, figures and tasks, in one query."""
    tasks = plan.tasks.filter(kind=TaskKind.TASK, serves=None, cancelled_on=None)
    return Coverage(
        unbound=[row.target for row in rows if row.judged.binding is None],
        silent=[row.target for row in rows if _is_silent(row)],
        unserved=[row.target for row in rows if not row.target.served],  # type: ignore[attr-defined]  # annotated
        idle=list(tasks.order_by("position")),
    )


def _is_silent(row: Line) -> bool:
    """Whether a target is measured and has no figure, or is in words and has no verdict."""
    binding = row.judged.binding
    if binding is None:
        return False
    if binding.form == Form.WORDS:
        return row.judged.judgement.verdict is Verdict.NO_DATA
    return row.judged.latest is None
