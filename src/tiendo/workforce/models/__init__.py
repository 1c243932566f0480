"""Courses, trainees, agreements and jobs."""

from tiendo.workforce.models.jobs import JobKind, JobQuarter, Quarter
from tiendo.workforce.models.training import (
    Agreement,
    Certificate,
    Course,
    CourseKind,
    Sex,
    Trainee,
    Work,
)

__all__ = [
    "Agreement",
    "Certificate",
    "Course",
    "CourseKind",
    "JobKind",
    "JobQuarter",
    "Quarter",
    "Sex",
    "Trainee",
    "Work",
]
