"""The rule in Python and the rule in SQL say the same."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tiendo.indicators.judging import (
    test_cumulative,
    test_every_year,
    test_goals,
    test_growth,
    test_level,
    test_level_in_part,
)
from tests.tiendo.indicators.judging.drawn import DAYS, aims, serieses
from tests.tiendo.indicators.judging.told import Told, aim, series
from tiendo.indicators.judging.rule import judge
from tiendo.indicators.judging.sql.verdicts import COLUMNS, Query, verdicts
from tiendo.indicators.judging.values import (
    Aim,
    Comparator,
    Direction,
    Form,
    Goal,
    Series,
    Verdict,
    Written,
)

pytestmark = pytest.mark.django_db
KINDS = {
    **dict.fromkeys(("low", "high", "tolerance", "value", "level"), "double precision"),
    **dict.fromkeys(("form", "comparator", "direction", "verdict"), "varchar(20)"),
    "day": "date",
}
Case = tuple[Aim, Series, tuple[Written, ...]]


def stored(cases: Sequence[Case]) -> dict[str, Query]:
    """The cases in tables for a while, by their places in the list."""
    rows: dict[str, list[tuple]] = {name: [] for name in COLUMNS}
    for key, (each, figures, written) in enumerate(cases):
        rows["aims"].append(row_of(key, each))
        rows["points"] += [(key, at.year, at.value, at.months) for at in figures.points]
        rows["breaks"] += [(key, year) for year in figures.breaks]
        rows["former"] += [(key, year, *figures_of(goal)) for year, goal in each.former]
        rows["path"] += [(key, year, level) for year, level in each.path]
        rows["written"] += [(key, at.day, place, at.verdict) for place, at in enumerate(written)]
    return {name: table(name, some) for name, some in rows.items()}


def row_of(key: int, each: Aim) -> tuple:
    comparator, low, high, strict = figures_of(each.goal)
    years = (each.first_year, each.last_year, each.base_year)
    facts = (each.form, comparator, each.direction, low, high, strict)
    return (key, *facts, *years, each.tolerance, int(each.of_rates))


def figures_of(goal: Goal | None) -> tuple:
    if goal is None:
        return (None, None, None, 0)
    return (goal.comparator, goal.low, goal.high, int(goal.strict))


def table(name: str, rows: Iterable[tuple]) -> Query:
    names = COLUMNS[name].split(", ")
    columns = ", ".join(f"{each} {KINDS.get(each, 'integer')}" for each in names)
    places = ", ".join(["%s"] * len(names))
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS told_{name}")
        cursor.execute(f"CREATE TEMPORARY TABLE told_{name} ({columns})")
        told = [[plain(value) for value in row] for row in rows]
        cursor.executemany(f"INSERT INTO told_{name} VALUES ({places})", told)  # noqa: S608 our own
    return Query(f"SELECT * FROM told_{name}")  # noqa: S608 our own


def plain(value):
    return str(value) if isinstance(value, Comparator | Direction | Form | Verdict) else value


def agree(cases: Sequence[Case], today: date) -> int:
    """Fails where the two disagree; returns how many ties SQL left to Python."""
    found = verdicts(stored(cases), today)
    assert len(found) == len(cases)
    for key, (each, figures, written) in enumerate(cases):
        wanted = judge(each, figures, today, written).verdict
        assert found[key] in (wanted, None), (found[key], wanted, each, figures, today)
    return sum(verdict is None for verdict in found.values())


def by_hand() -> list[Told]:
    modules = (
        test_level,
        test_level_in_part,
        test_every_year,
        test_growth,
        test_cumulative,
        test_goals,
    )
    lists = [each for module in modules for each in vars(module).values() if isinstance(each, list)]
    return [told for some in lists for told in some if isinstance(told, Told)]


def test_they_agree_on_all_that_was_worked_out_by_hand():
    told = by_hand()
    assert len(told) > 150
    for today in {each.today for each in told}:
        agree([(each.aim, each.series, ()) for each in told if each.today == today], today)


# Every form and goal with figures below, at and above it, with and without base, break, path.
GOALS = ("> 10", ">= 10", "< 10", "<= 10", "= 10", "about 10", "8..10")
RUNS = (
    *("", "2020 8", "2023 11", "2020 8, 2022 9.1", "2020 8, 2021 8.3, 2022 8.6, 2023 8.9"),
    *("2020 12, 2021 11.5, 2022 10.7, 2023 10.2", "2020 8, 2023 7, 2024 9.7 of 9"),
    *("2021 2.1, 2022 1.9, 2023 2.2, 2024 2.4", "2021 11, 2022 12, 2023 13, 2024 7 of 7"),
    *("2021 -1, 2023 3, 2025 10", "2020 8, 2021 9, 2022 9.3, 2023 9.6, 2024 9.8, 2025 10.4"),
    "2021 10.2, 2022 11, 2023 9.4, 2024 12, 2025 11 of 6",
)
FORMS = (Form.LEVEL, Form.EACH_YEAR, Form.MEAN_GROWTH, Form.CUMULATIVE)


def grid() -> list[Case]:
    facts = product(FORMS, GOALS, Direction, RUNS, ((), (2022,)), (False, True))
    return [
        (
            aim(form, text, direction=way, path="2022 8.8" if entered else "", of_rates=entered),
            series(run, *breaks),
            (),
        )
        for form, text, way, run, breaks, entered in facts
    ]


@pytest.mark.parametrize(
    "today", [date(2020, 5, 1), date(2021, 7, 1), date(2024, 12, 2), date(2026, 1, 1)]
)
def test_they_agree_on_every_combination(today):
    cases = grid()
    assert agree(cases, today) < len(cases) / 10


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(aims(), serieses(), st.just(())), min_size=10, max_size=20), DAYS)
def test_they_agree_on_whatever_is_drawn(cases, today):
    agree(cases, today)


def test_they_agree_on_aims_in_words():
    worded = Aim(form=Form.WORDS, goal=None, first_year=2021, last_year=2025)
    early = Written(Verdict.BEHIND, date(2024, 5, 1))
    same_day = Written(Verdict.ON_COURSE, date(2024, 5, 1))
    later = Written(Verdict.MET, date(2025, 5, 1))
    cases = [
        (worded, Series(), said)
        for said in ((), (early,), (early, same_day), (later, early), (later,))
    ]
    for today in (date(2024, 4, 30), date(2024, 12, 2), date(2026, 1, 1)):
        assert agree(cases, today) == 0


def test_a_tie_is_left_to_python():
    judged = aim(Form.LEVEL, "= 10")
    found = verdicts(stored([(judged, series("2025 10"), ())]), date(2026, 1, 1))
    assert found == {0: None}
    assert judge(judged, series("2025 10"), date(2026, 1, 1)).verdict == Verdict.MET


def test_what_floating_point_cannot_tell_is_never_said():
    nearly = Decimal(10) - Decimal("1E-25")
    judged = aim(Form.LEVEL, ">= 10")
    figures = series(f"2025 {nearly}")
    assert judge(judged, figures, date(2026, 1, 1)).verdict == Verdict.MISSED
    assert verdicts(stored([(judged, figures, ())]), date(2026, 1, 1)) == {0: None}
