"""What becomes of periods when a deadline is amended: rules alone, no rows."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tiendo.progress.amending.deadlines import moves
from tiendo.progress.schedule import Period

SINCE = date(2025, 3, 1)


@dataclass(frozen=True)
class Row:
    kind: str
    year: int
    part: int
    deadline: date | None

    @property
    def key(self) -> tuple[str, int, int]:
        return (self.kind, self.year, self.part)


def year(number: int, due: date | None = None) -> Row:
    return Row("year", number, 0, due or date(number, 12, 31))


def period(number: int, due: date | None = None) -> Period:
    return Period("year", number, 0, date(number, 1, 1), due or date(number, 12, 31))


def test_work_owed_once_keeps_its_row_and_gets_the_new_day_even_when_it_was_overdue() -> None:
    overdue = year(2024)
    found = moves([overdue], [overdue.key], [period(2025)], SINCE)
    assert found.moved == [(overdue, period(2025))]
    assert (found.cancelled, found.added) == ([], [])


def test_work_owed_once_that_was_done_is_not_owed_again() -> None:
    found = moves([], [year(2024).key], [period(2025)], SINCE)
    assert (found.moved, found.cancelled, found.added) == ([], [], [])


def test_years_that_are_over_stay_and_years_to_come_follow() -> None:
    rows = [year(2023), year(2025), year(2026)]
    wanted = [period(2023), period(2024), period(2025, date(2025, 12, 15)), period(2027)]
    found = moves(rows, [row.key for row in rows], wanted, SINCE)
    assert found.moved == [(rows[1], wanted[2])]
    assert found.cancelled == [rows[2]]
    assert found.added == [period(2027)]


def test_a_year_that_was_answered_is_not_owed_again() -> None:
    rows = [year(2026)]
    found = moves(rows, [year(2025).key, rows[0].key], [period(2025), period(2026)], SINCE)
    assert (found.moved, found.cancelled, found.added) == ([], [], [])


ROWS = st.lists(st.integers(2022, 2030), unique=True, max_size=6).map(lambda ys: [*map(year, ys)])
PERIODS = st.lists(st.integers(2022, 2030), unique=True, max_size=6).map(
    lambda years: [
        period(each, date(each, 12, 31) - timedelta(days=each % 3 * 10)) for each in years
    ]
)


@given(ROWS, PERIODS, st.data())
def test_each_open_row_is_in_at_most_one_place_and_nothing_over_is_touched(rows, periods, data):
    settled = data.draw(st.sets(st.integers(2022, 2030).map(lambda each: ("year", each, 0))))
    known = settled | {row.key for row in rows}
    found = moves(rows, known, periods, SINCE)
    moved = [row for row, _period in found.moved]
    assert len(set(moved)) + len(set(found.cancelled)) == len({*moved, *found.cancelled})
    assert all(row.deadline >= SINCE for row in found.cancelled)
    assert not {(each.kind, each.year, each.part) for each in found.added} & known
    if len(known) > 1 or len(periods) != 1:
        assert all(row.deadline >= SINCE for row in moved)
