"""What a task says on a day: it follows from its first words and from the clauses in force."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tiendo.plans.amending.rules import Setting, wording_on, wordings

FIRST = {"text": "Lập quy hoạch cụm", "ends": "2024-12-31"}
SPRING, SUMMER, AUTUMN = date(2025, 3, 1), date(2025, 6, 1), date(2025, 9, 1)
DAYS = st.dates(date(2022, 1, 1), date(2030, 12, 31))


def test_without_a_clause_the_first_words_hold_for_good() -> None:
    (only,) = wordings(FIRST, [])
    assert (only.since, only.last, only.values) == (None, None, FIRST)


def test_a_clause_begins_on_its_day_and_leaves_what_it_does_not_name() -> None:
    before, after = wordings(FIRST, [Setting(SPRING, None, {"ends": "2025-06-30"}, source=7)])
    assert (before.last, before.values) == (date(2025, 2, 28), FIRST)
    assert after.values == {"text": "Lập quy hoạch cụm", "ends": "2025-06-30"}
    assert (after.since, after.last, after.source) == (SPRING, None, 7)


def test_of_two_clauses_of_one_day_the_one_decided_later_wins() -> None:
    one = Setting(SPRING, None, {"ends": "2025-06-30"}, source=1)
    two = Setting(SPRING, None, {"ends": "2025-09-30"}, source=2)
    assert wordings(FIRST, [one, two])[-1].values["ends"] == "2025-09-30"
    assert wordings(FIRST, [two, one])[-1].values["ends"] == "2025-06-30"


def test_a_withdrawn_clause_held_up_to_the_day_before() -> None:
    found = wordings(FIRST, [Setting(SPRING, AUTUMN, {"ends": "2025-12-31"})])
    assert [row.since for row in found] == [None, SPRING, AUTUMN]
    assert found[-1].values == FIRST
    assert wording_on(AUTUMN - timedelta(days=1), found).values["ends"] == "2025-12-31"


def test_a_clause_withdrawn_before_its_day_never_held() -> None:
    assert len(wordings(FIRST, [Setting(SUMMER, SPRING, {"ends": "2025-12-31"})])) == 1
    assert len(wordings(FIRST, [Setting(SUMMER, SUMMER, {"ends": "2025-12-31"})])) == 1


def test_withdrawing_the_earlier_of_two_leaves_the_later() -> None:
    found = wordings(
        FIRST,
        [Setting(SPRING, AUTUMN, {"text": "A"}), Setting(SUMMER, None, {"text": "B"})],
    )
    assert [row.values["text"] for row in found] == ["Lập quy hoạch cụm", "A", "B"]


SETTINGS = st.builds(
    Setting,
    DAYS,
    st.none() | DAYS,
    st.dictionaries(st.sampled_from(["text", "ends", "low"]), st.integers(0, 2), min_size=1),
    st.integers(1, 9),
)


@given(st.lists(SETTINGS, max_size=8), DAYS)
def test_wordings_lie_side_by_side_and_each_day_has_the_words_of_its_clauses(settings, day) -> None:
    found = wordings(FIRST, settings)
    assert (found[0].since, found[-1].last) == (None, None)
    for before, after in pairwise(found):
        assert before.last is not None
        assert after.since == before.last + timedelta(days=1)
        assert before.values != after.values
    expected = dict(FIRST)
    for one in sorted(settings, key=lambda setting: setting.since):
        if one.holds(day):
            expected |= one.values
    assert wording_on(day, found).values == expected


@given(st.lists(SETTINGS, max_size=6), SETTINGS)
def test_a_further_clause_changes_nothing_before_its_day(settings, further) -> None:
    before, after = wordings(FIRST, settings), wordings(FIRST, [*settings, further])
    eve = further.since - timedelta(days=1)
    assert wording_on(eve, before).values == wording_on(eve, after).values
