"""Which days a period of figures is of, by the two calendars; a round of reports on it has the same days."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.indicators.models import Calendar, PeriodKind
from tiendo.indicators.periods import PARTS, Period
from tiendo.progress.rounds.schedule import Span, days_of

OF_ROUNDS = {
    PeriodKind.YEAR: "year",
    PeriodKind.HALF: "half-year",
    PeriodKind.NINE: "nine-months",
    PeriodKind.QUARTER: "quarter",
    PeriodKind.MONTH: "month",
}
PERIODS = st.sampled_from(sorted(PeriodKind)).flatmap(
    lambda kind: st.builds(
        Period,
        st.integers(1901, 2199),
        st.just(PeriodKind(kind)),
        st.integers(1, PARTS[kind]) if kind in PARTS else st.just(0),
    )
)


@legal_cases(
    ("period", "calendar", "first", "last"),
    {
        "figures-administrative": [
            (Period(2026), "administrative", date(2025, 12, 15), date(2026, 12, 14)),
            (
                Period(2026, PeriodKind.HALF, 2),
                "administrative",
                date(2026, 6, 15),
                date(2026, 12, 14),
            ),
            (
                Period(2026, PeriodKind.QUARTER, 1),
                "administrative",
                date(2025, 12, 15),
                date(2026, 3, 14),
            ),
            (
                Period(2026, PeriodKind.MONTH, 11),
                "administrative",
                date(2026, 10, 15),
                date(2026, 11, 14),
            ),
        ],
        "figures-statistical": [
            (Period(2026), "statistical", date(2026, 1, 1), date(2026, 12, 31)),
            (Period(2024, PeriodKind.MONTH, 2), "statistical", date(2024, 2, 1), date(2024, 2, 29)),
            (Period(2025, PeriodKind.HALF, 1), "statistical", date(2025, 1, 1), date(2025, 6, 30)),
        ],
    },
)
def test_a_period_has_the_days_of_its_calendar(
    period: Period, calendar: str, first: date, last: date
) -> None:
    assert (period.first_day(calendar), period.last_day(calendar)) == (first, last)


@given(PERIODS, st.sampled_from(sorted(Calendar)))
def test_figures_and_reports_of_a_period_are_of_the_same_days(
    period: Period, calendar: str
) -> None:
    span = Span(period.first_day(calendar), period.last_day(calendar))
    assert days_of(OF_ROUNDS[period.kind], calendar, period.year, period.part) == span
