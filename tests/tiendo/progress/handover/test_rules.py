"""Who holds a period on a day, and who is proposed for what."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tiendo.agencies.succession import Step
from tiendo.progress.handover.rules import allotted, holder_on, placed

DAY = date(2025, 7, 1)
offices = st.integers(1, 9)


def step(new: int | None, share: str = "", field: str = "") -> Step:
    return Step(1, new, DAY, Decimal(share) if share else None, field)


@given(
    st.lists(st.tuples(st.integers(1, 400), offices), max_size=12), offices, st.integers(-5, 500)
)
def test_after_any_sequence_of_hand_overs_one_holds_it_on_each_day(
    events: list[tuple[int, int]], first: int, asked: int
) -> None:
    """Handed over and put back are alike: on a day a period goes from one to another."""
    now, earlier = first, []
    truth = dict.fromkeys(range(-5, 501), first)
    for at, office in sorted(events, key=lambda event: event[0]):
        earlier.append((DAY + timedelta(days=at - 1), now))
        now = office
        truth |= dict.fromkeys(range(at, 501), office)
    assert holder_on(DAY + timedelta(days=asked), now, earlier) == truth[asked]


def test_all_goes_to_the_only_successor() -> None:
    assert placed([step(7)], ["a", "b"], by_share=True) == [7, 7]


def test_nobody_is_proposed_where_nobody_follows() -> None:
    assert placed([step(None)], ["a"], by_share=True) == [None]


def test_work_is_proposed_in_proportion_to_the_shares() -> None:
    steps = [step(7, "0.75"), step(8, "0.25")]
    assert placed(steps, list("abcd"), by_share=True) == [7, 7, 7, 8]


def test_what_cannot_be_divided_goes_to_the_largest() -> None:
    steps = [step(7, "0.25"), step(8, "0.75")]
    assert placed(steps, list("abcd"), by_share=False) == [8, 8, 8, 8]


def test_work_that_names_a_field_goes_where_the_field_goes() -> None:
    steps = [step(7, field="công nghiệp, thương mại"), step(8, field="lao động")]
    texts = ["Đào tạo lao động nông thôn", "Phát triển THƯƠNG MẠI biên giới", "Khác"]
    assert placed(steps, texts, by_share=True) == [8, 7, 7]


@given(st.integers(0, 200), st.lists(st.integers(1, 100), min_size=1, max_size=6))
def test_every_place_is_allotted_and_nobody_gets_more_than_one_beside_the_share(
    number: int, weights: list[int]
) -> None:
    shares = [(place, Decimal(weight)) for place, weight in enumerate(weights)]
    found = allotted(number, shares)
    assert len(found) == number
    for place, weight in shares:
        assert abs(found.count(place) - number * weight / sum(weights)) <= 1
