"""A million measurements of samples and 200.000 trainees, for the benchmark of registers."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any

from django.db import connection, transaction

from tiendo.agencies.models import Agency, Locality
from tiendo.environment.models import Inspection, Measurement, Site
from tiendo.legal.models import LegalBase
from tiendo.registers.register import REGISTERS, Register
from tiendo.registers.services import folded
from tiendo.workforce.models import Course, Trainee

BATCH = 5_000
AN_INSPECTION = 50  # measurements
A_COURSE = 100  # trainees
SAMPLED = date(2022, 1, 10)
SAMPLES = (
    ("cod", "mg/l"),
    ("bod5", "mg/l"),
    ("tss", "mg/l"),
    ("amoni", "mg/l"),
    ("tong-n", "mg/l"),
)
PAGES = {
    "measurements": "/so/do-moi-truong/",
    "measurements_filtered": "/so/do-moi-truong/?parameter=cod&sort=-value",
    "measurements_searched": "/so/do-moi-truong/?q=co+so+1",
    "measurements_of_a_year": "/so/do-moi-truong/so-do/so-phep-do/?nam=2022",
    "beyond_the_limit": "/so/do-moi-truong/so-do/vuot-quy-chuan/?nam=2022",
    "trainees": "/so/hoc-vien/",
    "trainees_filtered": "/so/hoc-vien/?sex=female&sort=-born",
    "trainees_searched": "/so/hoc-vien/?q=nguoi+hoc+1",
    "trained_in_a_year": "/so/hoc-vien/so-do/qua-dao-tao/?nam=2022",
}


def crowd(communes: list[Agency], first: int, last: int) -> None:
    """Store measurements with these numbers, and a fifth as many trainees."""
    _measurements(communes, first // AN_INSPECTION, last // AN_INSPECTION)
    _trainees(communes, first // 5 // A_COURSE, last // 5 // A_COURSE)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _measurements(communes: list[Agency], first: int, last: int) -> None:
    """Ten inspections of each establishment, fifty measurements in each."""
    home = communes[0].locality
    standard, _made = LegalBase.objects.get_or_create(
        locality=home,
        symbol="QCVN 40:2011/BTNMT",
        issuer="Bộ Tài nguyên và Môi trường",
        defaults={"kind": "standard", "title": "Nước thải công nghiệp"},
    )
    sites = [
        Site(locality=home, commune=communes[place % 10], name=f"Cơ sở số {place}")
        for place in range(first // 10, last // 10)
    ]
    _store(REGISTERS["co-so-moi-truong"], sites)
    visits = [
        _visit(sites[place // 10 - first // 10], place, communes[0]) for place in range(first, last)
    ]
    _store(REGISTERS["kiem-tra-moi-truong"], visits)
    _store(REGISTERS["do-moi-truong"], _samples(visits, standard))


def _visit(site: Site, place: int, agency: Agency) -> Inspection:
    return Inspection(
        locality=agency.locality,
        site=site,
        on=SAMPLED + timedelta(days=place % 1000),
        cause="planned",
        agency=agency,
        record=str(place),
    )


def _samples(visits: list[Inspection], standard: LegalBase) -> Iterator[Measurement]:
    for visit in visits:
        for place in range(AN_INSPECTION):
            parameter, unit = SAMPLES[place % len(SAMPLES)]
            yield Measurement(
                locality_id=visit.locality_id,
                inspection=visit,
                point=f"Điểm {place // len(SAMPLES)}",
                sampled_on=visit.on,
                parameter=parameter,
                value=place * 7 % 300,
                unit=unit,
                standard=standard,
                band="b",
            )


def _trainees(communes: list[Agency], first: int, last: int) -> None:
    """A hundred trainees in each course."""
    courses = [_course(place, communes[0].locality) for place in range(first, last)]
    _store(REGISTERS["lop-dao-tao"], courses)
    people = (
        _trainee(course, place, communes[place % 10])
        for course in courses
        for place in range(A_COURSE)
    )
    _store(REGISTERS["hoc-vien"], people)


def _course(place: int, home: Locality) -> Course:
    return Course(
        locality=home,
        name=f"Lớp số {place}",
        occupation="hàn",
        kind="elementary",
        months=4,
        trainer="Trường nghề",
        begins_on=SAMPLED + timedelta(days=place % 1000),
    )


def _trainee(course: Course, place: int, commune: Agency) -> Trainee:
    return Trainee(
        locality=commune.locality,
        commune=commune,
        course=course,
        name=f"Người Học {course.name} {place}",
        born=1970 + place % 35,
        sex=("female", "male")[place % 2],
        finished_on=course.begins_on + timedelta(days=120),
        certificate="elementary",
        after="industry",
    )


def _store(register: Register, rows: Iterable[Any]) -> None:
    """Store rows as the product keeps them, a batch at a time."""
    given = iter(rows)
    while some := list(islice(given, BATCH)):
        for row in some:
            row.fold, row.checked_on = folded(register, row), SAMPLED
        with transaction.atomic():
            register.model._default_manager.bulk_create(some, 500)
