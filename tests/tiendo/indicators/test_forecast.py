"""Where series lead: paces, bands and odds, and what the page of forecasts promises."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.indicators.forecast import Forecast, Known, Method, forecast
from tiendo.indicators.forecast_words import explained
from tiendo.indicators.judging.values import (
    Aim,
    Comparator,
    Direction,
    Form,
    Goal,
    Nature,
    Point,
    Series,
)
from tiendo.indicators.models import PeriodKind
from tiendo.indicators.odds import Fine, Finer, Odds
from tiendo.indicators.periods import Period
from tools import forecast_backtest as backtest

TODAY = date(2024, 12, 2)
AIM = Aim(
    form=Form.LEVEL,
    goal=Goal(Comparator.AT_LEAST, Decimal("12.5")),
    first_year=2021,
    last_year=2025,
    base_year=2020,
)
SHARE = ("10.1", "10.3", "10.8", "11.2", "11.6")


def series(*figures: str, first: int = 2020, last: Nature = Nature.OFFICIAL) -> Series:
    points = [Point(first + place, Decimal(figure)) for place, figure in enumerate(figures)]
    return Series((*points[:-1], replace(points[-1], nature=last)))


def of(known: Series | Known, aim: Aim = AIM, *years: int) -> Forecast | None:
    known = Known(series=known) if isinstance(known, Series) else known
    return forecast(aim, known, years or (2025,), today=TODAY)


def certain(found: Forecast | None) -> Forecast:
    assert found is not None
    return found


def test_the_share_of_the_example_will_fall_short() -> None:
    found = certain(of(series(*SHARE, last=Nature.ESTIMATE)))
    # steps 0.2 0.5 0.4 0.4, mean 1.5 ÷ 4 = 0.375, squares 0.0475 ÷ 3, scatter 0.126
    # 11.6 + 0.375 = 11.975; 1.638 × 0.126 × √(1 + 1 ÷ 4) = 0.2305
    assert [(each.low, each.high) for each in found.bands] == [(Decimal("11.74"), Decimal("12.21"))]
    assert found.reached == Decimal("0.375")
    assert found.required == Decimal("0.9")  # (12.5 − 11.6) ÷ 1
    assert (found.values, found.estimate, found.out_of_reach) == (5, True, True)


@pytest.mark.parametrize(
    ("figures", "pace", "bands"),
    [
        (SHARE[:2], None, 0),
        (SHARE[:3], Decimal("0.35"), 0),
        (SHARE[:4], Decimal("0.367"), 0),
        (SHARE, Decimal("0.375"), 1),
    ],
)
def test_a_pace_needs_three_figures_and_a_band_five(
    figures: tuple[str, ...], pace: Decimal | None, bands: int
) -> None:
    found = of(series(*figures), AIM, 2020 + len(figures))
    assert (found and found.reached) == pace
    assert len(found.bands if found else ()) == bands


def test_estimates_alone_foretell_nothing() -> None:
    points = tuple(replace(point, nature=Nature.ESTIMATE) for point in series(*SHARE).points)
    assert of(Series(points)) is None


def test_an_estimate_counts_only_as_the_last_figure() -> None:
    points = list(series(*SHARE, "12", first=2019).points)
    points[2] = Point(2021, Decimal(99), Nature.ESTIMATE)
    found = certain(of(Series(tuple(points))))
    assert found.values == 5
    assert found.bands[0].high < 14
    assert not found.estimate


def test_nothing_is_carried_across_a_break() -> None:
    whole = series("50", "52", *SHARE, first=2018)
    assert certain(of(whole)).values == 7
    assert certain(of(replace(whole, breaks=frozenset({2020})))).first_year == 2020
    assert of(replace(whole, breaks=frozenset({2023}))) is None


def test_years_that_are_not_whole_and_years_to_come_do_not_count() -> None:
    points = series(*SHARE).points
    with_more = (*points, Point(2025, Decimal(40)), Point(2019, Decimal(1), months=9))
    assert of(Series(with_more)) == of(Series(points))


def test_a_band_reaches_no_farther_than_the_figures_reach_back() -> None:
    found = certain(of(series(*SHARE), AIM, 2024, 2025, 2028, 2029, 2030))
    assert [each.year for each in found.bands] == [2025, 2028]


def test_a_share_stays_between_nothing_and_all() -> None:
    limits = {"lowest": Decimal(0), "highest": Decimal(100)}
    rising = certain(of(Known(series=series("60", "70", "85", "90", "98"), **limits)))
    falling = certain(of(Known(series=series("40", "30", "12", "10", "1"), **limits)))
    assert (rising.bands[0].middle, rising.bands[0].high) == (100, 100)
    assert (falling.bands[0].low, falling.bands[0].middle) == (0, 0)


def test_figures_that_never_changed_still_have_a_band() -> None:
    band = certain(of(series("1", "1", "1", "1", "1"))).bands[0]
    # scatter by rounding to whole figures 1 ÷ √6 = 0.408; 1.638 × 0.408 × √1.25 = 0.75
    assert (band.low, band.middle, band.high) == (Decimal("0.3"), Decimal("1.0"), Decimal("1.7"))


def test_growth_goes_on_by_rates() -> None:
    figures = ("100", "108", "116.6", "126", "136")
    found = certain(of(Known(series=series(*figures), grows=True)))
    assert found.method is Method.GROWTH
    assert found.reached == Decimal("7.99")  # 1.36^(1/4)
    assert found.bands[0].middle == Decimal("146.87")  # 136 × 1.0799


def test_mean_growth_requires_the_rate_that_is_left() -> None:
    growth = replace(AIM, form=Form.MEAN_GROWTH, goal=Goal(Comparator.EQUAL, Decimal(8)))
    found = certain(of(series("431", "453", "494", "534", "579"), growth))
    assert found.reached == Decimal("7.66")  # (579 ÷ 431)^(1/4)
    assert found.required == Decimal("9.37")  # 431 × 1.08^5 = 633.28; ÷ 579 = 1.09375
    # 604.9, 623.3 and 642.4 over 431, the fifth root of each
    (rates,) = found.rates
    assert (rates.low, rates.middle, rates.high) == tuple(
        Decimal(each) for each in ("7.01", "7.66", "8.31")
    )


def test_a_sum_over_the_term_is_foretold_by_the_sums_so_far() -> None:
    total = replace(AIM, form=Form.CUMULATIVE, goal=Goal(Comparator.AT_LEAST, Decimal(100)))
    aim = replace(total, first_year=2020)
    found = certain(of(series("10", "12", "9", "11", "10"), aim))
    assert found.bands[0].middle == Decimal("62.5")  # 52 + (52 − 10) ÷ 4
    assert found.required == 48
    gap = Series(tuple(point for point in series("10", "12", "9", "11", "10").points[1:]))
    assert of(gap, aim) is None


def test_the_page_says_what_a_forecast_stands_on() -> None:
    found = certain(of(series(*SHARE, last=Nature.ESTIMATE)))
    method, basis, limit = explained(found)
    assert method.startswith("Coi mỗi năm tăng, giảm theo mức bình quân")
    assert basis == "Dựa trên 5 số liệu các năm 2020–2024, số cuối là số ước."
    assert limit.startswith("Bước ngoặt")
    assert explained(certain(of(series(*SHARE[:3])))) == []


def test_words_are_not_foretold() -> None:
    assert of(series(*SHARE), replace(AIM, form=Form.WORDS, goal=None)) is None


def test_no_pace_is_required_where_the_goal_is_reached() -> None:
    assert certain(of(series("10", "11", "13"))).required is None


def test_less_is_better_where_the_goal_is_at_most() -> None:
    aim = replace(AIM, goal=Goal(Comparator.AT_MOST, Decimal(5)), direction=Direction.DOWN)
    found = certain(of(series("10", "9.5", "9", "8.4", "8"), aim))
    assert found.required == -3
    assert found.out_of_reach


def quarters(*figures: float, first: int = 2021, last: Nature = Nature.OFFICIAL) -> Finer:
    fine = [
        Fine(Period(first + place // 4, PeriodKind.QUARTER, place % 4 + 1), Decimal(str(figure)))
        for place, figure in enumerate(figures)
    ]
    return Finer((*fine[:-1], replace(fine[-1], nature=last)), flows=True)


MONTH = Fine(Period(2024, PeriodKind.MONTH, 7), Decimal(15))
SEASONS = (20, 30, 40, 35, 22, 31, 43, 36, 24, 34, 43, 40, 25, 36, 46)


def odds(finer: Finer, goal: int = 150, breaks: frozenset[int] = frozenset()) -> Odds | None:
    aim = replace(AIM, goal=Goal(Comparator.AT_LEAST, Decimal(goal)), last_year=2024)
    yearly = replace(series("100", "110", "125", "132", "141"), breaks=breaks)
    found = certain(of(Known(series=yearly, finer=finer), aim))
    return found.odds


@pytest.mark.parametrize(
    ("goal", "said"),
    # 25 + 36 + 46 so far, 40 + 2.4 to come: about 149
    [(130, Odds.OVER_NINETY), (149, Odds.HALF), (148, Odds.THREE_QUARTERS), (160, Odds.UNDER_TEN)],
)
def test_odds_say_how_likely_the_year_comes_to_the_goal(goal: int, said: Odds) -> None:
    assert odds(quarters(*SEASONS), goal) == said


@pytest.mark.parametrize(
    "finer",
    [
        quarters(*SEASONS[4:]),  # eleven in a row
        Finer(quarters(*SEASONS).figures[:8] + quarters(*SEASONS).figures[9:], flows=True),
        Finer((*quarters(*SEASONS).figures[:-1], MONTH), flows=True),
        Finer(
            tuple(replace(fine, nature=Nature.ESTIMATE) for fine in quarters(*SEASONS).figures),
            flows=True,
        ),
    ],
    ids=["too few", "a gap", "two kinds", "estimates alone"],
)
def test_no_odds_are_said_without_twelve_figures_in_a_row(finer: Finer) -> None:
    assert odds(finer) is None


def test_no_odds_are_said_across_a_break() -> None:
    assert odds(quarters(*SEASONS), breaks=frozenset({2022})) is None


def test_twelve_months_say_nothing_of_a_sum_with_seasons() -> None:
    months = [Fine(Period(2023, PeriodKind.MONTH, month), Decimal(month)) for month in range(1, 13)]
    months += [Fine(Period(2024, PeriodKind.MONTH, month), Decimal(month)) for month in range(1, 7)]
    assert odds(Finer(tuple(months), flows=True)) is None
    assert odds(Finer(tuple(months), flows=False), 5) is not None


def test_an_absurd_goal_is_only_out_of_reach() -> None:
    goal = Goal(Comparator.AT_LEAST, Decimal(10) ** 15)
    absurd = replace(AIM, form=Form.MEAN_GROWTH, goal=goal, last_year=2099)
    found = certain(of(Known(series=series(*SHARE), finer=quarters(*SEASONS)), absurd, 2025))
    assert found.required is not None
    assert found.required > 0


FIGURES = st.decimals(allow_nan=True, allow_infinity=True) | st.decimals(-(10**9), 10**9, places=2)
POINTS = st.lists(
    st.builds(Point, st.integers(2015, 2026), FIGURES, st.sampled_from(Nature), st.integers(1, 12)),
    max_size=12,
    unique_by=lambda point: point.year,
)
AIMS = st.builds(
    Aim,
    form=st.sampled_from(Form),
    goal=st.builds(Goal, st.sampled_from(Comparator), st.decimals(-100, 10**6, places=2))
    | st.none(),
    direction=st.sampled_from(Direction),
    first_year=st.integers(2016, 2022),
    last_year=st.integers(2022, 2030),
    base_year=st.integers(2015, 2021) | st.none(),
)


@given(aim=AIMS, points=POINTS, grows=st.booleans(), breaks=st.frozensets(st.integers(2010, 2027)))
def test_any_figures_give_bands_around_their_middle(
    aim: Aim, points: list[Point], grows: bool, breaks: frozenset[int]
) -> None:
    known = Known(series=Series(tuple(points), breaks), grows=grows)
    found = of(known, aim, 2025, 2027)
    turned = of(replace(known, series=Series(tuple(points[::-1]), breaks)), aim, 2025, 2027)
    assert found == turned
    assert all(each.low < each.middle < each.high for each in (found.bands if found else ()))


@pytest.mark.parametrize("kind", backtest.KINDS, ids=lambda kind: kind.words)
def test_bands_hold_as_often_as_the_page_says(kind: backtest.Kind) -> None:
    lowest, highest = kind.held
    for values in (5, 8):
        assert all(lowest <= count <= highest for count in backtest.held(kind, values))


@pytest.mark.parametrize("kind", backtest.FINE_KINDS[:3], ids=lambda kind: kind.words)
def test_goals_are_reached_as_often_as_the_odds_say(kind: backtest.FineKind) -> None:
    found = {odds: met for odds, (met, _many) in backtest.reached(kind).items()}
    assert found[Odds.UNDER_TEN] < 10
    assert 12 < found[Odds.QUARTER] < 38
    assert 38 < found[Odds.HALF] < 62
    assert 62 < found[Odds.THREE_QUARTERS] < 90
    assert found[Odds.OVER_NINETY] > 90


def test_the_page_of_forecasts_is_up_to_date() -> None:
    assert backtest.PAGE.read_text("utf-8") == backtest.page(), "run: make reference"
