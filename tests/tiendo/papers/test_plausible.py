"""What is refused of a paper and of its steps, and what a reason lifts."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.tiendo import samples
from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.papers.kinds import Asked
from tiendo.papers.models import PaperOwed, PaperStep
from tiendo.papers.plausible import faults_of_paper, faults_of_step, is_number

TODAY = date(2024, 12, 2)
EARLY, LATE = date(2024, 3, 4), date(2024, 3, 18)
TO_COME = TODAY + timedelta(1)
SOUND = {"begun_on": EARLY, "submitted_on": EARLY, "submit_to": "UBND Huyện"}


def refused(**said: object) -> list[tuple[str, bool]]:
    """The fields that are refused, and whether a reason lifts it."""
    facts = {"title": "Kế hoạch", "kind": "plan", "asked": Asked.DRAW_UP} | said
    return [(each.field, each.unless_reason) for each in faults_of_paper(PaperOwed(**facts), TODAY)]


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({}, []),
        (SOUND, []),
        (SOUND | {"number": "47/KH-UBND", "issued_on": LATE}, []),
        (SOUND | {"answered_on": LATE, "answer_number": "812/UBND-KT"}, []),
        (SOUND | {"answered_on": EARLY}, []),
        ({"asked": Asked.SUBMIT}, [("submit_to", False)]),
        ({"submitted_on": EARLY}, [("submit_to", False)]),
        ({"begun_on": TODAY}, []),
        ({"begun_on": TO_COME}, [("begun_on", False)]),
        ({"issued_on": TO_COME, "number": "5/KH-UBND"}, [("issued_on", False)]),
        ({"answered_on": LATE}, [("submitted_on", False)]),
        (SOUND | {"submitted_on": LATE, "answered_on": EARLY}, [("answered_on", False)]),
        (SOUND | {"begun_on": LATE}, [("submitted_on", False)]),
        ({"begun_on": LATE, "issued_on": EARLY, "number": "5/KH"}, [("issued_on", False)]),
        ({"number": "47/KH-UBND"}, [("issued_on", False)]),
        ({"issued_on": LATE}, [("number", True)]),
        ({"issued_on": LATE, "number": "KH-UBND"}, [("number", True)]),
        (SOUND | {"answer_number": "812/UBND-KT"}, [("answered_on", False)]),
    ],
)
def test_a_paper_is_refused_where_it_cannot_be_so(said, faults):
    assert refused(**said) == faults


@legal_cases(
    ("words", "is_one"),
    {
        "paper-number": [
            ("05/KH-UBND", True),
            ("1515/QĐ-UBND.HC", True),
            ("62-KH/HU", True),
            ("12a/QĐ-UBND", True),
            ("/KH-UBND", False),
            ("KH-UBND", False),
            ("47", False),
            ("47/", False),
            ("", False),
        ]
    },
)
def test_a_number_has_figures_a_stroke_and_a_symbol(words, is_one):
    assert is_number(words) is is_one


def test_a_step_after_its_paper_needs_a_reason_and_is_not_done_tomorrow():
    paper = PaperOwed(title="Kế hoạch", due=LATE)
    sound = PaperStep(paper=paper, title="Dự thảo", due=LATE, done_on=TODAY)
    assert list(faults_of_step(sound, TODAY)) == []
    wrong = PaperStep(paper=paper, title="Trình", due=LATE + timedelta(1), done_on=TO_COME)
    found = [(each.field, each.unless_reason) for each in faults_of_step(wrong, TODAY)]
    assert found == [("done_on", False), ("due", True)]
    assert "18/03/2024" in list(faults_of_step(wrong, TODAY))[1].words


@pytest.mark.django_db
def test_the_database_refuses_an_answer_to_nothing():

    office = samples.agency(samples.locality())
    facts = {"locality": office.locality, "agency": office, "kind": "plan"}
    for submitted in (None, LATE + timedelta(1)):
        with pytest.raises(IntegrityError), transaction.atomic():
            PaperOwed.objects.create(title="A", submitted_on=submitted, answered_on=LATE, **facts)
    PaperOwed.objects.create(title="A", **facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        PaperOwed.objects.create(title="A", **facts)
