"""All targets of a plan: of its sections on targets, its tables of targets and the products of its tasks."""

from collections.abc import Iterable, Iterator, Sequence

from vanban.model import Target
from vanban.targets.plan import Plan, first_year_of, period_of_plan
from vanban.targets.products import product_targets
from vanban.targets.sections import placed, section_targets, sections_of
from vanban.targets.tables import read_target_tables


def read_targets(plan: Plan) -> tuple[Target, ...]:
    """The targets in the order of the document; none where its kind sets no aims.

    A figure that two parts of the reader found at the same place counts once.
    """
    if not plan.may_aim:
        return ()
    period = period_of_plan(plan)
    tables = read_target_tables(plan.source, period, first_year_of(plan, period))
    document = placed(plan)
    found = [target for table in tables for target in table.targets]
    for section in sections_of(document):
        found += section_targets(document, section, period)
    found += product_targets(plan.source, plan.tasks, period)
    return tuple(_in_order(_once(found)))


def _once(targets: Iterable[Target]) -> Iterator[Target]:
    seen: set[tuple[object, ...]] = set()
    for target in targets:
        places = tuple((quote.line, quote.last_line, quote.text) for quote in target.quotes)
        if (target.values, places) not in seen:
            seen.add((target.values, places))
            yield target


def _in_order(targets: Iterable[Target]) -> Sequence[Target]:
    return sorted(targets, key=lambda target: target.quotes[0].line if target.quotes else 0)
