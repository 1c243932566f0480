"""What is refused of courses, trainees, agreements and jobs, what is counted, and who sees names."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo import samples
from tests.tiendo.legal_rules.cases import NO_LAW, legal_cases
from tests.tiendo.workforce.learners import (
    BEGUN,
    FINISHED,
    course,
    trainee,
    unsaved_course,
    unsaved_trainee,
)
from tiendo.accounts.models import Role
from tiendo.agencies.models import Agency, Kind
from tiendo.legal.starting import starting_norms
from tiendo.registers.register import Register, Setting
from tiendo.registers.services import folded
from tiendo.workforce import plausible
from tiendo.workforce.job_registers import AGREEMENTS, JOBS, net
from tiendo.workforce.models import Agreement, Course, JobQuarter, Trainee
from tiendo.workforce.training_registers import COURSES, TRAINEES
from vanban.text import fold

TODAY = date(2024, 12, 2)
TO_COME = TODAY + timedelta(1)
Faults = list[tuple[str, bool]]


@pytest.fixture
def where(db: None) -> Agency:
    found = samples.agency(samples.locality(), "Ủy ban nhân dân xã An", kind=Kind.COMMUNE)
    for each in starting_norms():
        if each.facts["topic"] == "labour":
            each.row(locality=found.locality).save()
    return found


def said(found: Any) -> Faults:
    return [(each.field, each.unless_reason) for each in found]


@pytest.mark.parametrize(
    ("facts", "faults"),
    [
        ({}, []),
        ({"months": Decimal("0.1")}, []),
        ({"months": Decimal(0)}, [("months", False)]),
        ({"ends_on": BEGUN}, []),
        ({"ends_on": BEGUN - timedelta(1)}, [("ends_on", False)]),
        ({"cost": Decimal(-1)}, [("cost", False)]),
        ({"begins_on": TO_COME}, []),  # it may be planned
    ],
)
def test_a_course_ends_after_it_begins(facts: dict, faults: Faults) -> None:
    assert said(plausible.check_course(unsaved_course(**facts), Setting(TODAY))) == faults


@legal_cases(
    ("facts", "faults"),
    {
        NO_LAW: [
            ({}, []),
            ({"born": 2024}, [("born", False)]),
            ({"born": 1933}, []),
            ({"born": 1932}, [("born", False)]),
            ({"finished_on": BEGUN - timedelta(1)}, [("finished_on", False)]),
            ({"finished_on": TO_COME}, [("finished_on", False)]),
            ({"certificate": "short"}, [("finished_on", False)]),
            ({"certificate": "elementary", "finished_on": FINISHED}, []),
            ({"employed_on": FINISHED}, [("after", False)]),
            ({"employed_on": FINISHED, "after": "industry"}, []),
            ({"employed_on": BEGUN - timedelta(1), "after": "farm"}, [("employed_on", False)]),
        ],
        "youngest-trainee": [
            ({"born": 2009}, []),  # fourteen in the year of the course
            ({"born": 2010}, [("born", True)]),
        ],
    },
)
def test_a_trainee_is_held_against_age_and_course(
    where: Agency, facts: dict, faults: Faults
) -> None:
    row = unsaved_trainee(course(where), where, **facts)
    assert said(plausible.check_trainee(row, Setting(TODAY))) == faults


@legal_cases(
    ("months", "certificate", "doubted"),
    {
        "course-length": [
            (Decimal("2.9"), "elementary", True),
            (Decimal(3), "elementary", False),
            (Decimal("2.9"), "long", True),
            (Decimal("2.9"), "short", False),
            (Decimal("0.5"), "skilled", False),
        ]
    },
)
def test_a_certificate_of_three_months_needs_a_course_of_three_months(
    where: Agency, months: Decimal, certificate: str, doubted: bool
) -> None:
    row = unsaved_trainee(
        course(where, months=months), where, certificate=certificate, finished_on=FINISHED
    )
    found = list(plausible.check_trainee(row, Setting(TODAY)))
    assert said(found) == ([("certificate", True)] if doubted else [])
    assert all("97/2016" in each.words or "chưa kiểm chứng" in each.words for each in found)


@pytest.mark.parametrize(
    ("name", "born", "begun", "doubted"),
    [
        ("NGUYỄN VĂN THỬ", 1998, date(2023, 9, 4), True),
        ("Nguyen Van Thu", 1998, date(2023, 9, 4), True),
        ("Nguyễn Văn Thử", 1999, date(2023, 9, 4), False),
        ("Nguyễn Văn Thứ Hai", 1998, date(2023, 9, 4), False),
        ("Nguyễn Văn Thử", 1998, date(2024, 3, 4), False),  # another course in another year
    ],
)
def test_the_same_trainee_twice_in_a_year_is_doubted(
    where: Agency, name: str, born: int, begun: date, doubted: bool
) -> None:
    trainee(course(where), where, name="Nguyễn Văn Thử")
    other = course(where, name="May K2", begins_on=begun)
    found = list(
        plausible.check_trainee(unsaved_trainee(other, where, name=name, born=born), Setting(TODAY))
    )
    assert said(found) == ([("name", True)] if doubted else [])
    assert all("Hàn điện K1" in each.words and "Thử" not in each.words for each in found)


def test_somebody_twice_in_one_course_is_doubted_and_himself_is_not(where: Agency) -> None:
    of = course(where)
    stored = trainee(of, where, name="Nguyễn Văn Thử")
    assert said(plausible.check_trainee(stored, Setting(TODAY))) == []
    again = unsaved_trainee(of, where, name="NGUYỄN VĂN THỬ")
    assert said(plausible.check_trainee(again, Setting(TODAY))) == [("name", True)]


@given(st.text(min_size=1, max_size=40), st.integers(1900, 2199))
def test_a_trainee_is_found_by_what_the_rule_compares(name: str, born: int) -> None:
    row = Trainee(name=name, born=born)
    assert folded(TRAINEES, row) == fold(f"{name} {born}")
    assert name not in str(row) or len(name.strip()) <= 2


@pytest.mark.parametrize(
    ("facts", "faults"),
    [
        ({}, []),
        ({"signed_on": TO_COME}, [("signed_on", False)]),
        ({"until": date(2023, 2, 14)}, [("until", False)]),
        ({"seats": 20, "jobs": 20}, []),
        ({"seats": 20, "jobs": 21}, [("jobs", True)]),
    ],
)
def test_an_agreement_holds_from_its_signature(facts: dict, faults: Faults) -> None:
    row = Agreement(**{"school": "T", "establishment": "A", "signed_on": date(2023, 2, 15)} | facts)
    assert said(plausible.check_agreement(row, Setting(TODAY))) == faults


@pytest.mark.parametrize(
    ("facts", "faults"),
    [
        ({}, []),
        ({"year": 2024, "quarter": "4"}, []),
        ({"year": 2025}, [("year", False)]),
        ({"women": 10, "from_farm": 10}, []),
        ({"women": 11}, [("women", False)]),
        ({"from_farm": 11}, [("from_farm", False)]),
        ({"found": 0}, [("found", True)]),
        ({"found": 0, "lost": 3}, []),
    ],
)
def test_jobs_of_a_quarter_are_parts_of_all(facts: dict, faults: Faults) -> None:
    row = JobQuarter(**{"year": 2023, "quarter": "2", "found": 10} | facts)
    assert said(plausible.check_jobs(row, Setting(TODAY))) == faults


def test_a_quarter_of_this_year_that_is_to_come_is_refused() -> None:
    row = JobQuarter(year=2024, quarter="3", found=1)
    assert said(plausible.check_jobs(row, Setting(date(2024, 6, 30)))) == [("quarter", False)]
    assert said(plausible.check_jobs(row, Setting(date(2024, 7, 1)))) == []


def figures(register: Register, year: int) -> dict[str, object]:
    """The figures of a year that are not nothing."""
    told = {each.slug: each.value(register.rows.all(), year) for each in register.measures}
    return {slug: figure for slug, figure in told.items() if figure}


def test_broad_and_narrow_are_two_figures(where: Agency) -> None:
    of = course(where, establishment="Xưởng A", high_tech=True, cost=Decimal(145))
    done: dict[str, Any] = {"finished_on": FINISHED}
    farmer = {"before": "farm", "after": "industry", "employed_on": date(2023, 7, 3)}
    trainee(of, where, name="A", certificate="elementary", sex="female", **farmer, **done)
    trainee(of, where, name="B", certificate="long", **done)
    trainee(of, where, name="C", certificate="short", **done)
    trainee(of, where, name="D", **done)
    trainee(of, where, name="E")
    assert figures(TRAINEES, 2023) == {
        **{"hoc-vien": 5, "hoc-vien-nu": 1, "qua-dao-tao": 2, "co-bang-chung-chi": 1},
        **{"qua-dao-tao-cong-nghiep": 1, "ty-le-dat": Decimal("75.00"), "co-viec-lam": 1},
        **{"chuyen-sang-cong-nghiep": 1, "chua-co-chung-chi": 1},
    }
    assert figures(COURSES, 2023) == {
        **{"lop-mo": 1, "lop-theo-nhu-cau": 1, "lop-cong-nghe-cao": 1},
        "kinh-phi-dao-tao": Decimal(145),
    }


def jobs(where: Agency, **facts: Any) -> JobQuarter:
    given_facts = {"kind": "industry", "year": 2023, "quarter": "2", "found": 46} | facts
    return JobQuarter.objects.create(locality=where.locality, commune=where, **given_facts)


def test_gross_and_net_are_two_figures_and_unknown_is_no_zero(where: Agency) -> None:
    assert net(jobs(where, establishment="A", lost=9, from_farm=21)) == 37
    assert net(jobs(where, establishment="B", found=10)) is None
    jobs(where, kind="abroad", found=4, lost=0)
    assert figures(JOBS, 2023) == {
        **{"viec-lam": 60, "viec-lam-tang-them": 41, "viec-lam-cong-nghiep": 56},
        **{"nong-nghiep-sang-cong-nghiep": 21, "viec-lam-tai-cho": 56, "xuat-khau-lao-dong": 4},
    }


def test_an_agreement_without_end_stays_in_force(where: Agency) -> None:
    home = {"locality": where.locality, "commune": where, "school": "T", "occupation": "May"}
    Agreement.objects.create(establishment="A", signed_on=date(2022, 1, 5), jobs=20, **home)
    Agreement.objects.create(
        establishment="B", signed_on=date(2023, 2, 1), until=date(2023, 12, 31), **home
    )
    assert figures(AGREEMENTS, 2023) == {
        **{"lien-ket-con-hieu-luc": 2, "lien-ket-ky-moi": 1, "viec-lam-cam-ket": 20}
    }
    assert figures(AGREEMENTS, 2024) == {"lien-ket-con-hieu-luc": 1, "viec-lam-cam-ket": 20}


def at(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_names_of_trainees_are_covered_for_offices_that_do_not_keep_them(where: Agency) -> None:
    row = trainee(course(where), where, name="Nguyễn Văn Thử", employer="Xưởng A")
    office = samples.agency(where.locality, "Phòng Tài chính")
    stranger = at(samples.person(Role.REPORTER, office))
    own = at(samples.person(Role.REPORTER, where))
    for url in ("/so/hoc-vien/", f"/so/hoc-vien/{row.pk}/", f"/so/lop-dao-tao/{row.course_id}/"):
        assert "Nguyễn Văn Thử" not in stranger.get(url).content.decode(), url
    for kind in ("csv", "json"):
        content = b"".join(stranger.get(f"/so/hoc-vien/?dang={kind}").streaming_content)
        assert "Nguyễn Văn Thử" not in content.decode()
    assert "Nguyễn Văn Thử" in own.get(f"/so/hoc-vien/{row.pk}/").content.decode()


def test_who_does_not_keep_trainees_cannot_ask_for_one_by_name(where: Agency) -> None:
    row = trainee(course(where), where, name="Nguyễn Văn Thử")
    stranger = at(samples.person(Role.REPORTER, samples.agency(where.locality, "Phòng Khác")))
    own, link = at(samples.person(Role.REPORTER, where)), f'href="/so/hoc-vien/{row.pk}/"'
    for url in ("/so/hoc-vien/", f"/so/hoc-vien/so-do/hoc-vien/?nam={row.course.begins_on.year}"):
        found = {"q": "nguyen van thu", "nam": row.course.begins_on.year}
        assert link in stranger.get(url).content.decode(), url
        assert link not in stranger.get(url, found).content.decode(), url
        assert link in own.get(url, found).content.decode(), url


def test_a_page_of_many_trainees_is_few_queries(where: Agency) -> None:
    of = course(where)
    Trainee.objects.bulk_create(
        unsaved_trainee(of, where, name=f"Người {number}") for number in range(200)
    )
    office = at(samples.person(Role.COORDINATOR, samples.agency(where.locality)))
    for url in ("/so/hoc-vien/?sex=male&q=nguoi", f"/so/lop-dao-tao/{of.pk}/"):
        office.get(url)
        with CaptureQueriesContext(connection) as asked:
            office.get(url)
        assert len(asked) <= 12, "\n".join([url, *(each["sql"][:120] for each in asked)])


def test_the_database_refuses_what_must_never_be(where: Agency) -> None:
    of = course(where)
    trainee(of, where)
    home = {"locality": where.locality, "commune": where}
    agreed = {"school": "T", "establishment": "A", "signed_on": date(2023, 2, 1)}
    impossible = (
        lambda: course(where),
        lambda: course(where, name="K2", ends_on=BEGUN - timedelta(1)),
        lambda: trainee(of, where),
        lambda: trainee(of, where, name="B", certificate="short"),
        lambda: Agreement.objects.create(**agreed, until=date(2023, 1, 1), **home),
        lambda: jobs(where, women=47),
        lambda: jobs(where, from_farm=47),
    )
    for deed in impossible:
        with pytest.raises(IntegrityError), transaction.atomic():
            deed()
    assert Course.objects.count() == 1
