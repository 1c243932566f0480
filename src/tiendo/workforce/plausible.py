"""May courses, trainees, agreements and jobs stand as they were entered? Each rule yields the field and what to do."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from tiendo.legal.models import Norm
from tiendo.legal.saying import said
from tiendo.registers.plain_faults import (
    fault_of_year,
    faults_before,
    faults_below_zero,
    faults_to_come,
)
from tiendo.registers.register import Fault, Setting
from tiendo.ui.templatetags.ui import n
from tiendo.workforce.models import Agreement, Certificate, Course, JobQuarter, Trainee
from tiendo.workforce.qualified import OF_LONG_COURSES
from vanban.text import fold

SHORTEST_COURSE, YOUNGEST = "dao-tao-ngan-nhat", "tuoi-hoc-nghe"
GROWN_UP, OLDEST = (
    18,
    90,
)  # nobody of 18 is too young; nobody of 90 learns a trade: the year was mistyped
FIRST_MONTH = {"1": 1, "2": 4, "3": 7, "4": 10}


def check_course(row: Course, _setting: Setting) -> Iterator[Fault]:
    """What speaks against a course: an end before its beginning, no length, figures below zero."""
    yield from faults_before(row, "begins_on", "ends_on")
    yield from faults_below_zero(row, "cost")
    if row.months <= 0:
        yield Fault("months", _("Say how many months it takes: half a month is 0,5."))


def check_trainee(row: Trainee, setting: Setting) -> Iterator[Fault]:
    """What speaks against a trainee: age, days in the wrong order, a certificate that the course does not give."""
    yield from _faults_of_age(row, setting)
    yield from faults_to_come(setting.today, row, "finished_on", "employed_on")
    for name in ("finished_on", "employed_on"):
        day = getattr(row, name)
        if day and day < row.course.begins_on:
            yield Fault(name, _("It lies before the course began."))
    if row.certificate != Certificate.NONE and not row.finished_on:
        yield Fault("finished_on", _("Who has a certificate has finished: fill in the day."))
    if row.employed_on and not row.after:
        yield Fault("after", _("Say in what the trainee works now."))
    yield from _faults_of_certificate(row, setting)
    yield from _faults_of_twin(row)


def _faults_of_age(row: Trainee, setting: Setting) -> Iterator[Fault]:
    """By year alone: Labour Code 45/2019/QH14, article 61 sets the least age (not verified)."""
    begun = row.course.begins_on
    age = begun.year - row.born
    if age > OLDEST or age < 0:
        yield Fault(
            "born", _("Is the year of birth right? It makes an age of %(age)s.") % {"age": age}
        )
    elif age < GROWN_UP:
        norm = setting.once(Norm.objects.norm_on, YOUNGEST, begun, row.locality_id)
        if norm and norm.limit.lowest is not None and age < norm.limit.lowest:
            words = _(
                "At the beginning of the course the trainee was %(age)s; the norm is %(norm)s."
            )
            known = {"age": age, "norm": said(norm)}
            yield Fault("born", words % known, unless_reason=True)


def _faults_of_certificate(row: Trainee, setting: Setting) -> Iterator[Fault]:
    """A certificate of three months and more cannot come from a shorter course."""
    if row.certificate not in OF_LONG_COURSES:
        return
    begun = row.course.begins_on
    norm = setting.once(Norm.objects.norm_on, SHORTEST_COURSE, begun, row.locality_id)
    if norm and not norm.limit.keeps(row.course.months):
        words = _("The course took %(months)s months; for this certificate the norm is %(norm)s.")
        known = {"months": n(row.course.months), "norm": said(norm)}
        yield Fault("certificate", words % known, unless_reason=True)


def _faults_of_twin(row: Trainee) -> Iterator[Fault]:
    """Somebody of that name, year of birth and commune in another course that was begun in the same year."""
    begun = row.course.begins_on
    same = Trainee.objects.filter(
        locality=row.locality_id, fold=fold(f"{row.name} {row.born}"), commune=row.commune_id
    )
    others = same.filter(course__begins_on__year=begun.year).exclude(pk=row.pk)
    other = others.select_related("course").first()
    if other and other.course_id == row.course_id:
        words = _("Somebody of that name and year of birth is in this course already.")
        yield Fault("name", words, unless_reason=True)
    elif other:
        words = _(
            "Somebody of that name and year of birth is in “%(course)s” too: the same trainee?"
        )
        yield Fault("name", words % {"course": other.course}, unless_reason=True)


def check_agreement(row: Agreement, setting: Setting) -> Iterator[Fault]:
    """What speaks against an agreement: signed on a day to come, an end before it, more jobs than trainees."""
    yield from faults_to_come(setting.today, row, "signed_on")
    yield from faults_before(row, "signed_on", "until")
    if row.jobs is not None and row.seats is not None and row.jobs > row.seats:
        words = _("More jobs than trainees are promised.")
        yield Fault("jobs", words, unless_reason=True)


def check_jobs(row: JobQuarter, setting: Setting) -> Iterator[Fault]:
    """What speaks against the jobs of a quarter: it is still to come, or a part is more than all."""
    yield from fault_of_year(row.year, setting.today)
    first = date(row.year, FIRST_MONTH[row.quarter], 1)
    if first.year == setting.today.year and first > setting.today:
        yield Fault("quarter", _("That quarter is still to come."))
    for name in ("women", "from_farm"):
        part = getattr(row, name)
        if part is not None and part > row.found:
            yield Fault(name, _("A part cannot be more than all who found work."))
    if not row.found and not row.lost:
        words = _("Nobody found work and nobody lost it: is the row meant?")
        yield Fault("found", words, unless_reason=True)
