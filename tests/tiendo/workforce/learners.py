"""Courses and trainees that tests are about."""

from datetime import date
from typing import Any

from tiendo.agencies.models import Agency
from tiendo.registers.services import folded
from tiendo.workforce.models import Course, Trainee
from tiendo.workforce.registers import TRAINEES

BEGUN, FINISHED = date(2023, 3, 6), date(2023, 6, 20)


def unsaved_course(**facts: Any) -> Course:
    """A course of three months and a half against which nothing speaks."""
    sound: dict[str, Any] = {
        "name": "Hàn điện K1",
        "occupation": "Hàn điện",
        "kind": "elementary",
        "months": 3.5,
        "trainer": "Trung tâm",
        "begins_on": BEGUN,
    }
    return Course(**sound | facts)


def course(where: Agency, **facts: Any) -> Course:
    """A stored course."""
    row = unsaved_course(locality=where.locality, **facts)
    row.save()
    return row


def unsaved_trainee(of: Course, where: Agency, **facts: Any) -> Trainee:
    """Somebody in a course against whom nothing speaks."""
    sound: dict[str, Any] = {"name": "Người Thử", "born": 1998, "sex": "male"}
    return Trainee(**{"locality": where.locality, "commune": where, "course": of} | sound | facts)


def trainee(of: Course, where: Agency, **facts: Any) -> Trainee:
    """A stored trainee, found by name and year of birth."""
    row = unsaved_trainee(of, where, **facts)
    row.fold = folded(TRAINEES, row)
    row.save()
    return row
