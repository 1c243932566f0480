"""Whom to help first: points and their reasons; and what is refused and counted of ideas and OCOP projects."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo.promotion.looking import (
    DAY,
    TODAY,
    at,
    criteria,
    faults,
    figures,
    seed,
)
from tiendo.agencies.models import Agency
from tiendo.promotion.models import (
    SeedCandidate,
    SeedCriterion,
    Venture,
)
from tiendo.promotion.registers import CRITERIA, SEEDS, VENTURES
from tiendo.promotion.scoring import Criterion, marks_of, score_of


@pytest.mark.parametrize(
    ("said", "score"),
    [
        ({}, 0),
        ({"sector": "yes"}, 25),
        ({"sector": "no", "export": "yes"}, 15),
        ({"sector": "yes", "export": "yes", "own_share": Decimal(50)}, 50),
        ({"own_share": Decimal("33.33")}, Decimal("6.666")),
        ({"sector": "yes", "serious": "yes"}, 0),
        ({"sector": "yes", "serious": "no"}, 25),
        ({"technology": "yes"}, 0),  # no points on that day
    ],
)
def test_points_follow_from_what_is_known_and_both_ways_of_counting_agree(
    here: Agency, commune: Agency, said, score
) -> None:
    criteria(here, sector=25, export=15, own_money=20)
    row = seed(here, commune, **said)
    assert round(Decimal(row.score), 3) == score
    assert round(score_of(row.marks, row.serious == "yes"), 3) == score
    assert len(row.marks) == 3


def test_without_criteria_there_is_no_score_at_all(here: Agency, commune: Agency) -> None:
    criteria(here, sector=25)
    assert seed(here, commune, proposed_on=date(2023, 1, 1), sector="yes").score is None
    assert score_of([], excluded=False) is None


@given(
    answers=st.dictionaries(st.sampled_from(Criterion.values), st.sampled_from(["yes", "no", ""])),
    share=st.none() | st.decimals(0, 100, places=2),
    points=st.dictionaries(st.sampled_from(Criterion.values), st.decimals(0, 100, places=1)),
)
def test_no_mark_passes_its_points_and_one_more_yes_never_costs_any(answers, share, points) -> None:
    marks = marks_of(answers, share, points)
    assert all(0 <= mark.points <= mark.of for mark in marks)
    better = marks_of(dict.fromkeys(Criterion.values, "yes"), share, points)
    if marks:
        assert score_of(better, excluded=False) >= score_of(marks, excluded=False)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, []),
        ({"decided_on": DAY}, [("chosen", False)]),
        ({"chosen": "chosen"}, [("decided_on", False)]),
        ({"chosen": "chosen", "decided_on": DAY}, []),
        ({"chosen": "chosen", "decided_on": DAY, "serious": "yes"}, [("reason_words", False)]),
        ({"chosen": "not", "decided_on": DAY - timedelta(1)}, [("decided_on", False)]),
    ],
)
def test_a_choice_has_its_day(said, found) -> None:
    assert faults(SEEDS, SeedCandidate(**{"name": "Cơ sở", "proposed_on": DAY} | said)) == found


def test_criteria_come_to_a_hundred_points(here: Agency) -> None:
    criteria(here, sector=60, export=30)
    row = SeedCriterion(
        locality=here.locality, criterion="jobs", points=Decimal(10), valid_from=DAY
    )
    assert faults(CRITERIA, row) == []
    row.points = Decimal(11)
    assert faults(CRITERIA, row) == [("points", True)]
    row.criterion, row.points = "sector", Decimal(70)
    assert faults(CRITERIA, row) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, []),
        ({"support": Decimal(30), "cost": Decimal(20), "decision": "1/QĐ"}, [("support", False)]),
        ({"support": Decimal(30)}, [("decision", True)]),
        ({"support": Decimal(0)}, []),
        ({"stage": "done"}, [("ended_on", False), ("result", False)]),
        ({"ended_on": DAY}, [("stage", False)]),
        ({"stage": "done", "ended_on": DAY, "result": "3 sao"}, []),
        (
            {"stage": "nothing", "ended_on": DAY - timedelta(1), "result": "Bỏ"},
            [("ended_on", False)],
        ),
    ],
)
def test_an_idea_or_ocop_project_says_what_came_of_it(said, found) -> None:
    assert faults(VENTURES, Venture(**{"name": "Ý tưởng", "received_on": DAY} | said)) == found


def test_ideas_and_ocop_projects_are_counted_apart(here: Agency, commune: Agency) -> None:
    ended = {"stage": "done", "ended_on": TODAY, "result": "4 sao"}
    for name, facts in (("Một", {"kind": "idea"}), ("Hai", {"kind": "ocop"} | ended)):
        Venture.objects.create(
            locality=here.locality,
            commune=commune,
            agency=here,
            name=name,
            owner="Nhóm Thử",
            received_on=DAY,
            help="trial",
            support=Decimal(15),
            **facts,
        )
    assert figures(VENTURES, 2024) == {
        **{"y-tuong-khoi-nghiep": 1, "du-an-ocop": 1, "du-an-ocop-thanh": 1},
        "kinh-phi-khoi-nghiep": Decimal(30),
    }


def test_the_list_of_proposals_begins_with_the_most_points(here: Agency, commune: Agency) -> None:
    criteria(here, sector=25, own_money=20)
    seed(here, commune, name="Cơ sở A")
    best = seed(here, commune, name="Cơ sở B", sector="yes", own_share=Decimal("52.5"))
    listed = at(here).get("/so/uu-tien-ho-tro/").content.decode()
    assert 0 < listed.index("Cơ sở B") < listed.index("Cơ sở A")
    assert "35,5" in listed
    page = at(here).get(f"/so/uu-tien-ho-tro/{best.pk}/").content.decode()
    assert "35,5/45,0 điểm" in page
    assert "chưa biết: không có điểm" not in page
