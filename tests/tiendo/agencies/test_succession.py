"""Who follows whom on which day, and what a succession may not be."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from tiendo.agencies.succession import (
    Life,
    Step,
    main_successor,
    predecessors_of,
    refusals,
    successors_on,
)

DAY = date(2025, 7, 1)
BEFORE = date(2025, 6, 30)
LIVES = {number: Life(f"Cơ quan {number}") for number in range(10)}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """What is refused is read in English here."""
    with override("en"):
        yield


def step(old: int, new: int | None, share: str = "", day: date = DAY, field: str = "") -> Step:
    return Step(old, new, day, Decimal(share) if share else None, field)


def why(*steps: Step, **lives: Life) -> str:
    known = LIVES | {int(name[1:]): life for name, life in lives.items()}
    return " ".join(refusals(steps, known))


def test_an_office_stands_for_itself_until_the_day_before() -> None:
    assert successors_on(1, BEFORE, [step(1, 2)]) == (1,)
    assert successors_on(1, DAY, [step(1, 2)]) == (2,)


def test_three_communes_become_one() -> None:
    steps = [step(1, 9), step(2, 9), step(3, 9)]
    assert {successors_on(old, DAY, steps) for old in (1, 2, 3)} == {(9,)}
    assert predecessors_of(9, steps) == {1, 2, 3}


def test_one_that_is_divided_has_two_successors_the_larger_first_in_line() -> None:
    steps = [step(1, 7, "0.3"), step(1, 8, "0.7")]
    assert successors_on(1, DAY, steps) == (7, 8)
    assert main_successor(1, steps) == 8


def test_a_chain_is_followed_to_the_office_of_the_day() -> None:
    steps = [step(1, 2, day=date(2025, 3, 1)), step(2, 3)]
    assert successors_on(1, date(2025, 2, 28), steps) == (1,)
    assert successors_on(1, date(2025, 3, 1), steps) == (2,)
    assert successors_on(1, DAY, steps) == (3,)
    assert predecessors_of(3, steps) == {1, 2}


def test_nobody_stands_for_an_office_that_was_dissolved() -> None:
    assert successors_on(1, DAY, [step(1, None)]) == ()
    assert main_successor(1, [step(1, None)]) is None


def test_the_real_succession_of_ten_communes_has_no_fault() -> None:
    steps = [
        *(step(old, 5) for old in (1, 2, 3)),
        *(step(4, new, share) for new, share in ((5, "0.8"), (6, "0.2"))),
    ]
    assert why(*steps) == ""


@pytest.mark.parametrize(
    ("steps", "lives", "words"),
    [
        ([step(1, 2)], {"o2": Life("Mới", DAY, BEFORE)}, "ends before it begins"),
        ([step(1, 2)], {"o2": Life("Mới", None, date(2025, 5, 1))}, "ends on 01/05/2025"),
        ([step(1, 2)], {"o2": Life("Mới", date(2025, 8, 1))}, "only begins on 01/08/2025"),
        ([step(1, 2)], {"o1": Life("Cũ", DAY)}, "cannot be followed on 01/07/2025"),
        ([step(1, 2)], {"o1": Life("Cũ", None, date(2025, 1, 31))}, "ended on 31/01/2025 already"),
        ([step(1, 2), step(2, 1)], {}, "circle"),
        ([step(1, 2), step(2, 3), step(3, 1)], {}, "circle"),
        ([step(1, 2, "0.5"), step(1, 3, "0.4")], {}, "add up to 90%, not to 100%"),
        ([step(1, 2, "0.5")], {}, "add up to 50%"),
        ([step(1, 2, "0.5"), step(1, 3)], {}, "every successor a share"),
        ([step(1, 2), step(1, 3)], {}, "goes to 2 offices"),
        ([step(1, 2), step(1, 3, day=date(2025, 8, 1))], {}, "several days"),
        ([step(1, 2, field="x"), step(1, 2, field="y")], {}, "same successor twice"),
        ([step(1, None), step(1, 2)], {}, "without a successor"),
    ],
)
def test_is_refused_with_a_reason(steps: list[Step], lives: dict[str, Life], words: str) -> None:
    assert words in why(*steps, **lives)


def test_work_that_goes_by_field_needs_no_share() -> None:
    assert why(step(1, 2, field="công nghiệp"), step(1, 3, field="lao động")) == ""


def test_three_thirds_written_with_four_decimals_are_a_whole() -> None:
    assert why(*(step(1, new, "0.3333") for new in (2, 3, 4))) == ""


offices = st.integers(0, 9)
days = st.dates(date(2024, 1, 1), date(2026, 12, 31))
maps = st.lists(st.builds(Step, offices, st.none() | offices, days), max_size=20)


@given(maps, offices, days)
def test_no_map_of_successions_is_followed_for_ever(
    steps: list[Step], office: int, day: date
) -> None:
    found = successors_on(office, day, steps)
    assert len(set(found)) == len(found)
    begun = {each.predecessor for each in steps if each.effective_on <= day}
    if not refusals(steps, LIVES):
        assert not set(found) & begun


@given(maps, offices)
def test_what_an_office_stands_for_leads_back_to_it(steps: list[Step], office: int) -> None:
    for old in predecessors_of(office, steps):
        assert any(each.predecessor == old for each in steps)
        assert refusals(steps, LIVES) or office in _anywhere(old, steps)


def _anywhere(office: int, steps: list[Step]) -> set[int]:
    found: set[int] = set()
    waiting = [office]
    while waiting:
        here = waiting.pop()
        fresh = {each.successor for each in steps if each.predecessor == here} - found - {None}
        found |= fresh  # type: ignore[arg-type]
        waiting += fresh  # type: ignore[arg-type]
    return found
