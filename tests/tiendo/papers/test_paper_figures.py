"""What is counted of papers, and what goes to the successor of an office."""

from datetime import date

import pytest
from django.utils import timezone

from tests.tiendo import samples
from tiendo.agencies.models import Agency
from tiendo.agencies.moving import Act, Piece, office_movers
from tiendo.papers.kinds import Asked
from tiendo.papers.models import PaperOwed
from tiendo.papers.office_movers import PAPERS as MOVER
from tiendo.papers.registers import PAPERS, STEPS

pytestmark = pytest.mark.django_db
DUE, BEFORE, AFTER = date(2024, 3, 31), date(2024, 3, 1), date(2024, 5, 6)


@pytest.fixture
def office() -> Agency:
    return samples.agency(samples.locality())


def paper(office: Agency, title: str, **facts: object) -> PaperOwed:
    facts = {"kind": "plan", "asked": Asked.ISSUE, "due": DUE, "checked_on": AFTER} | facts
    return PaperOwed.objects.create(locality=office.locality, agency=office, title=title, **facts)


def figure(slug: str, year: int) -> int | None:
    return PAPERS.measure(slug).value(PAPERS.rows.all(), year)


def test_papers_are_counted_by_the_year_they_are_due_and_issued(office):
    paper(office, "đúng hạn", issued_on=BEFORE)
    paper(office, "muộn", issued_on=AFTER)
    paper(office, "mới trình", submitted_on=BEFORE)
    paper(office, "trình xong", asked=Asked.SUBMIT, submitted_on=DUE, answered_on=AFTER)
    paper(office, "rà soát", asked=Asked.REVIEW, issued_on=BEFORE)
    paper(office, "năm trước", due=date(2023, 12, 31), issued_on=BEFORE)
    paper(office, "không hạn", due=None, issued_on=BEFORE)
    said = {measure.slug: figure(measure.slug, 2024) for measure in PAPERS.measures}
    assert said == {
        "phai-ban-hanh": 5,
        "da-xong": 4,
        "dung-han": 3,
        "con-no": 1,
        "da-ban-hanh": 5,
        "da-trinh": 2,
        "co-tra-loi": 1,
        "ra-soat": 1,
    }
    assert (figure("phai-ban-hanh", 2023), figure("dung-han", 2023)) == (1, 0)


def test_no_paper_of_a_year_is_another_thing_than_none_delivered(office):
    assert figure("phai-ban-hanh", 2024) is None
    paper(office, "chưa làm")
    assert (figure("phai-ban-hanh", 2024), figure("da-xong", 2024)) == (1, 0)


def test_papers_are_counted_by_office_in_one_query(office, django_assert_num_queries):
    other = samples.agency(office.locality, "Phòng Nội vụ")
    for place, each in enumerate((office, office, other)):
        paper(each, str(place))
    with django_assert_num_queries(1):
        told = PAPERS.measure("phai-ban-hanh").by(PAPERS.rows.all(), 2024, "agency")
    assert told == {office.pk: 2, other.pk: 1}


def test_a_list_of_papers_with_steps_is_one_query(office, django_assert_num_queries):
    for place in range(5):
        row = paper(office, str(place))
        row.steps.create(locality=office.locality, title="Dự thảo", done_on=BEFORE)
    with django_assert_num_queries(1):
        cells = [[column.of(row) for column in PAPERS.table] for row in PAPERS.rows.all()]
    assert [cell[5] for cell in cells] == ["1/1"] * 5
    assert STEPS.parent is PAPERS


def test_what_is_not_delivered_goes_to_the_successor_and_comes_back(office):
    new = samples.agency(office.locality, "Phòng Kinh tế")
    open_one, _done = paper(office, "chưa xong"), paper(office, "đã xong", issued_on=BEFORE)
    act = Act(date(2025, 7, 1), None, timezone.now(), "thử")
    assert MOVER in list(office_movers())
    assert list(MOVER.rows([office.pk], act.day)) == [open_one]
    piece = Piece(open_one.pk, office.pk, new.pk)
    assert MOVER.move([piece], act)[open_one.pk].there
    assert PaperOwed.objects.get(title="đã xong").agency == office
    assert PaperOwed.objects.get(title="chưa xong").agency == new
    assert MOVER.put_back([piece], act)[open_one.pk].there
    assert PaperOwed.objects.get(title="chưa xong").agency == office


def test_a_paper_that_the_successor_owes_already_stays(office):
    new = samples.agency(office.locality, "Phòng Kinh tế")
    here, _there = paper(office, "Kế hoạch"), paper(new, "Kế hoạch")
    act = Act(date(2025, 7, 1), None, timezone.now(), "thử")
    assert not MOVER.move([Piece(here.pk, office.pk, new.pk)], act)[here.pk].there


def test_what_is_owed_stays_owed_in_the_years_after(office):
    paper(office, "chưa làm")
    paper(office, "làm muộn", issued_on=date(2025, 1, 9))
    paper(office, "năm sau", due=date(2025, 6, 30))
    assert [figure("con-no", year) for year in (2023, 2024, 2025)] == [0, 1, 2]
