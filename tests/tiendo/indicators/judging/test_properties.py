"""What holds of every judgement, whatever the figures are."""

from dataclasses import replace
from datetime import date
from decimal import Context, Decimal, localcontext
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.tiendo.indicators.judging.drawn import (
    COUNTED,
    DAYS,
    FIGURES,
    LEVELS,
    aims,
    goals,
    serieses,
    with_figure,
)
from tiendo.indicators.judging.rule import judge
from tiendo.indicators.judging.values import (
    Aim,
    Comparator,
    Direction,
    Form,
    Goal,
    Judgement,
    Nature,
    Point,
    Series,
    Verdict,
    Written,
)

ORDER = [Verdict.MISSED, Verdict.AT_RISK, Verdict.BEHIND, Verdict.ON_COURSE, Verdict.MET]
ONE_SIDED = (Comparator.AT_LEAST, Comparator.AT_MOST)
PEAKED = (Comparator.RANGE, Comparator.ABOUT, Comparator.EQUAL)
ANY_FIGURE = st.one_of(
    st.decimals(),
    st.sampled_from([Decimal("1E+999999"), Decimal("1E-999999"), Decimal("sNaN"), Decimal("-0")]),
)
ANY_YEAR = st.one_of(st.integers(-10, 10**9), st.integers(2015, 2030))


def ranks(aim: Aim, some: list[Series], today: date) -> list[int]:
    """How good the verdicts are; only where all of them say how good."""
    verdicts = [judge(aim, each, today).verdict for each in some]
    assume(all(each in ORDER for each in verdicts))
    return [ORDER.index(each) for each in verdicts]


def of_latest(series: Series, aim: Aim, today: date, values: list[Decimal]) -> list[Series]:
    """The series with each of the values as the last figure that counts."""
    years = [each.year for each in series.points if each.year <= min(today.year, aim.last_year)]
    assume(years)
    return [with_figure(series, max(years), value) for value in sorted(values)]


@given(
    aims(comparators=ONE_SIDED), serieses(LEVELS), DAYS, st.lists(LEVELS, min_size=2, max_size=4)
)
def test_a_better_figure_never_makes_a_worse_verdict(aim, series, today, values):
    aim = replace(aim, former=())
    found = ranks(aim, of_latest(series, aim, today, values), today)
    better = found if aim.goal.comparator == Comparator.AT_LEAST else found[::-1]
    assert better == sorted(better)


@given(
    aims(comparators=PEAKED, directions=(Direction.EXACT,)),
    serieses(LEVELS),
    DAYS,
    st.lists(LEVELS, min_size=3, max_size=6),
)
def test_a_range_has_one_peak(aim, series, today, values):
    aim = replace(aim, former=())
    found = ranks(aim, of_latest(series, aim, today, values), today)
    falls = [a > b for a, b in pairwise(found)]
    rises = [a < b for a, b in pairwise(found)]
    if True in falls:
        assert True not in rises[falls.index(True) :]


@given(aims(), serieses(), DAYS, st.randoms())
def test_the_order_of_the_figures_says_nothing(aim, series, today, random):
    shuffled = list(series.points)
    random.shuffle(shuffled)
    other = replace(aim, path=aim.path[::-1], former=aim.former[::-1])
    judged = judge(other, replace(series, points=tuple(shuffled)), today)
    assert judged == judge(aim, series, today)


@given(aims(), serieses(), DAYS, st.sampled_from(["0.001", "0.2", "7", "1000", "1000000"]))
def test_another_unit_says_the_same(aim, series, today, factor):
    scale = Decimal(factor)
    assume(not aim.of_rates or aim.form != Form.MEAN_GROWTH)
    other = aim if aim.form == Form.MEAN_GROWTH else scaled(aim, scale)
    points = tuple(replace(each, value=each.value * scale) for each in series.points)
    judged = judge(other, replace(series, points=points), today)
    assert judged.verdict == judge(aim, series, today).verdict


def scaled(aim: Aim, scale: Decimal) -> Aim:
    def goal(one: Goal) -> Goal:
        return replace(one, low=one.low * scale, high=one.high and one.high * scale)

    return replace(
        aim,
        goal=goal(aim.goal),
        former=tuple((year, goal(each)) for year, each in aim.former),
        path=tuple((year, level * scale) for year, level in aim.path),
    )


@given(aims(), serieses(), DAYS)
def test_the_precision_of_the_process_says_nothing(aim, series, today):
    with localcontext(Context(prec=3)):
        coarse = judge(aim, series, today)
    assert coarse == judge(aim, series, today)


@given(aims(), serieses(), DAYS)
def test_a_figure_of_a_year_to_come_says_nothing(aim, series, today):
    known = tuple(each for each in series.points if each.year <= today.year)
    assert judge(aim, series, today) == judge(aim, replace(series, points=known), today)


@given(aims(), serieses(), DAYS)
def test_nothing_is_met_or_missed_without_a_figure(aim, series, today):
    assert judge(aim, replace(series, points=()), today).verdict in (
        Verdict.NO_DATA,
        Verdict.NOT_DUE,
    )


@given(
    st.builds(
        Aim,
        form=st.sampled_from(Form),
        goal=st.none()
        | st.builds(
            Goal,
            st.sampled_from(Comparator),
            ANY_FIGURE,
            st.none() | ANY_FIGURE,
            st.booleans(),
        ),
        direction=st.sampled_from(Direction),
        first_year=ANY_YEAR,
        last_year=ANY_YEAR,
        base_year=st.none() | ANY_YEAR,
        former=st.lists(st.tuples(ANY_YEAR, goals()), max_size=2).map(tuple),
        tolerance=ANY_FIGURE,
        path=st.lists(st.tuples(ANY_YEAR, ANY_FIGURE), max_size=3).map(tuple),
        of_rates=st.booleans(),
    ),
    st.builds(
        Series,
        st.lists(
            st.builds(Point, ANY_YEAR, ANY_FIGURE, st.sampled_from(Nature), st.integers(-1, 13)),
            max_size=6,
        ).map(tuple),
        st.frozensets(ANY_YEAR, max_size=2),
    ),
    st.dates(),
    st.lists(st.builds(Written, st.sampled_from(Verdict), st.dates()), max_size=2),
)
def test_it_never_raises(aim, series, today, written):
    assert isinstance(judge(aim, series, today, written), Judgement)


@given(aims(forms=(Form.LEVEL,), comparators=ONE_SIDED), FIGURES)
def test_met_and_missed_are_told_apart_by_the_figure_itself(aim, value):
    judged = judge(aim, Series((Point(aim.last_year, value),)), date(aim.last_year + 1, 1, 1))
    goal = aim.goal
    up = goal.comparator == Comparator.AT_LEAST
    reached = value >= goal.low if up else value <= goal.low
    met = reached and not (goal.strict and value == goal.low)
    assert judged.verdict == (Verdict.MET if met else Verdict.MISSED)


def test_every_form_has_a_rule():
    for form in COUNTED:
        aim = Aim(
            form=form, goal=Goal(Comparator.AT_LEAST, Decimal(1)), first_year=2021, last_year=2021
        )
        assert judge(aim, Series(), date(2022, 1, 1)).verdict == Verdict.NO_DATA
