"""All targets of a plan: of its sections on targets, its tables of targets and the products of its tasks."""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain

from vanban.model import Target
from vanban.passages import words_of
from vanban.tables.reading import body_lines
from vanban.targets.activities import KINDS, activity_targets
from vanban.targets.flattened import Flat, flattened_targets
from vanban.targets.periods import Period
from vanban.targets.plan import Plan, first_year_of, period_of_plan
from vanban.targets.products import group_targets, product_targets, title_targets
from vanban.targets.sections import Placed, placed, section_targets, sections_of
from vanban.targets.tables import read_target_tables
from vanban.text import fold


def read_targets(plan: Plan) -> tuple[Target, ...]:
    """The targets in the order of the document; none where its kind sets no aims.

    A figure that two parts of the reader found at the same place counts once, as does one that the work repeats.
    """
    if not plan.may_aim:
        return ()
    period = period_of_plan(plan)
    tables = read_target_tables(plan.source, period, first_year_of(plan, period))
    flat = _flattened(plan, period)
    document = _outside(placed(plan), flat)
    tabled = [target for table in tables for target in table.targets]
    tabled += [target for table in flat for target in table.targets]
    found: list[Target] = []
    sections = sections_of(document)
    for section in sections:
        found += section_targets(document, section, period)
    found += group_targets(plan, period)
    found += product_targets(plan.source, plan.tasks, period)
    among = title_targets(plan.source, plan.tasks, period)
    if plan.header.kind in KINDS:
        among = chain(among, activity_targets(document, sections, period))
    set_before = {(one.values, fold(one.unit or "")) for one in (*tabled, *found)}
    found += (one for one in among if not _repeats(one, set_before))
    return tuple(_in_order([*tabled, *_once(found, tabled)]))


def _flattened(plan: Plan, period: Period) -> list[Flat]:
    """The tables of targets that lie flat among the printed lines."""
    if not plan.source.printed:
        return []
    words = words_of(body_lines(plan.source, plan.tables))
    return flattened_targets(words, period, first_year_of(plan, period))


def _outside(document: Sequence[Placed], tables: Sequence[Flat]) -> list[Placed]:
    """The paragraphs that no flattened table has words of."""
    taken = [table.words for table in tables]
    return [one for one in document if not _overlaps(one, taken)]


def _overlaps(one: Placed, taken: Sequence[tuple[int, int]]) -> bool:
    first, last = one.paragraph.words[0].ordinal, one.paragraph.words[-1].ordinal
    return any(begin <= last and first <= end for begin, end in taken)


def _repeats(target: Target, before: Set[tuple[tuple[str, ...], str]]) -> bool:
    """Whether the work only names again what the plan aims at: the same count of the same things."""
    unit = fold(target.unit or "")
    return not unit.startswith("%") and (target.values, unit) in before


def _once(targets: Iterable[Target], before: Iterable[Target]) -> Iterator[Target]:
    """Each figure once: of two targets on the same words with the same figure the first stays, those before all."""
    seen: dict[tuple[tuple[str, ...], int], list[str]] = {}
    for target in before:
        for place in _places(target):
            seen.setdefault(place, []).append(target.text)
    for target in targets:
        places = _places(target)
        known = [text for place in places for text in seen.get(place, ())]
        if target.values and any(target.text in text or text in target.text for text in known):
            continue
        for place in places:
            seen.setdefault(place, []).append(target.text)
        yield target


def _places(target: Target) -> list[tuple[tuple[str, ...], int]]:
    return [(target.values, line) for line in _lines(target)]


def _lines(target: Target) -> set[int]:
    stretches = (range(quote.line, quote.last_line + 1) for quote in target.quotes)
    return set[int]().union(*stretches)


def _in_order(targets: Iterable[Target]) -> Sequence[Target]:
    return sorted(targets, key=lambda target: target.quotes[0].line if target.quotes else 0)
