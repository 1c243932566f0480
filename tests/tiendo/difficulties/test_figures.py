"""What is counted of difficulties and petitions, what the database refuses, what goes to a successor."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.difficulties.rows import RECEIVED, answered, difficulty, petition
from tiendo.agencies.moving import Act, Piece, office_movers
from tiendo.difficulties.office_movers import DIFFICULTIES as MOVER
from tiendo.difficulties.office_movers import PETITIONS as PETITIONS_MOVER
from tiendo.difficulties.registers import DIFFICULTIES, PETITIONS

pytestmark = pytest.mark.django_db
IN_TIME, LATE, NEXT_YEAR = date(2024, 11, 18), date(2024, 11, 25), date(2025, 2, 3)


@pytest.fixture
def office():
    return samples.agency(samples.locality())


def figures(register, year):
    said = {each.slug: each.value(register.rows.all(), year) for each in register.measures}
    return {slug: figure for slug, figure in said.items() if figure}


def test_difficulties_are_counted_in_the_year_of_what_happened(office):
    difficulty(office, what="Chưa trả lời", petition=petition(office))
    answered(office, IN_TIME, what="Đúng hạn", source="investor", satisfied="yes")
    answered(office, LATE, what="Trễ hạn", outcome="explained", satisfied="no")
    answered(office, NEXT_YEAR, what="Sang năm", outcome="higher")
    assert figures(DIFFICULTIES, 2024) == {
        "tiep-nhan": 4,
        "tu-co-so": 1,
        "tu-co-quan": 3,
        "da-tra-loi": 2,
        "dung-han": 1,
        "da-thao-go": 1,
        "da-gom": 1,
        "con-ton": 2,
        "duoc-hoi": 2,
        "hai-long": 1,
    }
    assert figures(DIFFICULTIES, 2025) == {"da-tra-loi": 1, "len-cap-tren": 1, "con-ton": 1}


def test_petitions_are_counted_by_what_came_of_them(office):
    put = {"put_on": IN_TIME}
    petition(office, title="Mới gom")
    petition(office, title="Đã trình", **put)
    for place, agreed in enumerate(("wholly", "partly", "not")):
        petition(office, title=f"Đã quyết {place}", agreed=agreed, decided_on=LATE, **put)
    found = {"da-gom": 5, "da-trinh": 4, "da-quyet-dinh": 3, "duoc-dong-y": 2}
    assert figures(PETITIONS, 2024) == found


@pytest.mark.parametrize(
    "facts",
    [
        {"answered_on": IN_TIME},
        {"outcome": "removed"},
        {"satisfied": "yes"},
    ],
)
def test_the_database_refuses_an_answer_without_day_or_content(office, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        difficulty(office, **facts)


@pytest.mark.parametrize(
    "facts",
    [
        {"put_on": RECEIVED, "decided_on": LATE},
        {"agreed": "wholly", "decided_on": LATE},
        {"agreed": "wholly", "put_on": LATE, "decided_on": IN_TIME},
    ],
)
def test_the_database_refuses_a_decision_on_nothing_or_about_nothing(office, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        petition(office, **facts)


def test_what_is_not_answered_goes_to_the_successor_and_comes_back(office):
    new = samples.agency(office.locality, "Phòng mới")
    row, asked = difficulty(office), petition(office)
    answered(office, IN_TIME, what="Đã trả lời")
    petition(office, title="Xong", put_on=IN_TIME, agreed="not", decided_on=LATE)
    act = Act(date(2025, 7, 1), None, timezone.now(), "Sáp nhập")
    for mover, open_one in ((MOVER, row), (PETITIONS_MOVER, asked)):
        assert list(mover.rows([office.pk], act.day)) == [open_one]
        piece = Piece(open_one.pk, office.pk, new.pk)
        assert mover.move([piece], act)[open_one.pk].there
        open_one.refresh_from_db()
        assert open_one.agency == new
        assert mover.put_back([piece], act)[open_one.pk].there
        open_one.refresh_from_db()
        assert open_one.agency == office


def test_they_are_among_what_is_handed_over():
    assert {MOVER.name, PETITIONS_MOVER.name} <= {each.name for each in office_movers()}
