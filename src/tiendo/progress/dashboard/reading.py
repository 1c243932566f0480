"""What stands on the dashboard: targets worst first, each with its figure, its verdict in words and its drawing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from tiendo.agencies.models import Agency
from tiendo.indicators.judged import Judged, judged_all, worst_first
from tiendo.indicators.judging.units import unit_of
from tiendo.indicators.judging.values import Form, Verdict
from tiendo.indicators.judging.words import in_short
from tiendo.indicators.models import Served
from tiendo.indicators.stored import verdicts_stored
from tiendo.plans.amending.versions import say_as_on
from tiendo.plans.models import Plan, Target
from tiendo.progress.dashboard.pictures import chart_of
from tiendo.progress.dashboard.pictures import unit_of as chart_unit
from tiendo.ui.charts.small import spark

OFF_COURSE = (Verdict.MISSED, Verdict.AT_RISK, Verdict.BEHIND, Verdict.NO_DATA)


@dataclass(frozen=True, slots=True)
class Line:
    """A target in a list."""

    judged: Judged

    @property
    def target(self) -> Target:
        return self.judged.target

    @property
    def office(self) -> Agency | None:
        """The office that gives the figure."""
        return self.judged.indicator.source_agency if self.judged.indicator else None

    @property
    def verdict(self) -> str:
        """The state a tag shows."""
        return self.judged.judgement.verdict.value

    @property
    def short(self) -> str:
        """The verdict with its reason in one line."""
        judged = self.judged
        if judged.in_words and judged.written:
            return judged.written.words
        if judged.aim is None:
            return _("The plan does not say until when.")
        return in_short(judged.judgement, judged.aim, unit_of(chart_unit(judged)))

    @property
    def drawing(self) -> str:
        """The figures of the years, small; "" for an aim in words."""
        aim = self.judged.aim
        return "" if aim and aim.form is Form.WORDS else spark(chart_of(self.judged))


def targets_of(plan: Plan, today: date, *, back: bool = False) -> list[Target]:
    """The targets that a plan sets on `today`, in the words of that day where one looks back."""
    return said_on(fetched(plan.targets.in_force(today)), plan, today, back=back)


def targets_and_ended(
    plan: Plan, today: date, *, back: bool = False
) -> tuple[list[Target], list[Target]]:
    """The same, and those that ended by `today`, in one query."""
    rows = said_on(fetched(plan.targets.with_force(today)), plan, today, back=back)
    ended = [row for row in rows if row.cancelled_on and row.cancelled_on <= today]
    return [row for row in rows if row.holds], ended  # type: ignore[attr-defined]  # annotated


def said_on(
    targets: QuerySet[Target], plan: Plan, today: date, *, back: bool = False
) -> list[Target]:
    """Targets of a plan; where one looks back in the words of the day."""
    rows = list(targets)
    for row in rows:
        row.plan = plan
        if back:
            say_as_on(row, today)
    return rows


def fetched(targets: QuerySet[Target]) -> QuerySet[Target]:
    """With all that judging them asks for in one query, and `served`: whether a task serves them."""
    rows: Any = targets
    serving = Served.objects.filter(target=OuterRef("pk"))
    rows = rows.with_last_decision().annotate(served=Exists(serving))
    return rows.select_related("plan", "binding__indicator__source_agency")


def lines(
    targets: Sequence[Target], today: date, locality_id: int, *, back: bool = False
) -> list[Line]:
    """These targets as they stand on `today`, the worst first; with `back` by what was known on that day."""
    judged = judged_all(targets, today, locality_id, back=back)
    return [Line(each) for each in worst_first(judged)]


def counts(rows: Iterable[Line]) -> Counter[str]:
    """How many targets have each verdict."""
    return Counter(row.verdict for row in rows)


def verdicts_by_plan(
    plans: Iterable[Plan], today: date, locality_id: int
) -> dict[int, Counter[str]]:
    """For each of these plans how many of the targets that are measured have each verdict.

    The database judges what was entered for whole years; the others are judged one by one.
    """
    found: dict[int, Counter[str]] = defaultdict(Counter)
    keys = [plan.pk for plan in plans]
    if not keys:
        return found
    rows = Target.objects.filter(plan__in=keys, binding__isnull=False).in_force(today)
    said = {pk: verdict for pk, verdict in verdicts_stored(rows, today).items() if verdict}
    for pk, plan in rows.order_by().values_list("pk", "plan"):
        if pk in said:
            found[plan][said[pk].value] += 1
    others = list(fetched(rows.exclude(pk__in=said)))
    for each in judged_all(others, today, locality_id) if others else ():
        found[each.target.plan_id][each.judgement.verdict.value] += 1
    return found


def alike(judged: Judged, among: Iterable[Judged]) -> list[Judged]:
    """The other targets of the plan that are levels of the same indicator: their goals stand on one chart."""
    if judged.indicator is None or judged.aim is None or judged.aim.form is not Form.LEVEL:
        return []
    return [
        each
        for each in among
        if each.target.pk != judged.target.pk
        and each.indicator == judged.indicator
        and each.aim
        and each.aim.form is Form.LEVEL
    ]
