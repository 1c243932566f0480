"""Courses, who learns in them, and what schools and enterprises agreed."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tiendo.registers.figures import count, money, never_negative, once, part_of
from tiendo.registers.models import CommuneRow, Concerning, Row


class CourseKind(models.TextChoices):
    """How people are taught a trade."""

    SHORT = "short", _("course under 3 months")
    ELEMENTARY = "elementary", _("elementary course")
    INTERMEDIATE = "intermediate", _("intermediate course")
    COLLEGE = "college", _("college course")
    ON_JOB = "on-job", _("taught on the job")


class Course(Row, Concerning):
    """A training course, from the day it begins; `about` is the establishment it was opened for."""

    name = models.CharField(
        _("course"),
        max_length=200,
        help_text=_("As in the decision that opens it, with its number."),
    )
    occupation = models.CharField(
        _("trade"), max_length=120, help_text=_("What is learnt: welding, sewing, running a dryer.")
    )
    kind = models.CharField(
        _("kind of course"),
        max_length=12,
        choices=CourseKind,
        help_text=_("From the decision that opens it."),
    )
    months = models.DecimalField(
        _("length (months)"),
        max_digits=4,
        decimal_places=1,
        help_text=_("From the programme; three months and more count as training."),
    )
    trainer = models.CharField(
        _("taught by"),
        max_length=200,
        help_text=_("The school, centre or enterprise that teaches."),
    )
    establishment = models.CharField(
        _("opened for the establishment"),
        max_length=200,
        blank=True,
        help_text=_("That asked for it and takes people on; blank where none did."),
    )
    high_tech = models.BooleanField(
        _("high technology"),
        default=False,
        blank=True,
        help_text=_("A trade that works with automatic lines, programmed machines or robots."),
    )
    begins_on = models.DateField(_("opening day"), help_text=_("The first day; may lie ahead."))
    ends_on = models.DateField(
        _("closing day"),
        null=True,
        blank=True,
        help_text=_("The last day, as planned or as it was."),
    )
    planned = count(_("planned trainees"), _("From the decision that opens it."))
    cost = money(_("cost (million VND)"), _("From the settlement; else as approved."))

    class Meta:
        verbose_name = _("training course")
        verbose_name_plural = _("training courses")
        ordering = ("-begins_on", "name", "pk")
        constraints = (
            once("course_once", "name", "begins_on"),
            never_negative("course_figures", "months", "cost"),
            part_of(
                *("course_ends_after_it_begins", "begins_on", "ends_on"),
                _("It cannot end before it begins."),
            ),
        )
        indexes = (models.Index(fields=["locality", "begins_on"], name="course_day"),)

    def __str__(self) -> str:
        return self.name


class Sex(models.TextChoices):
    FEMALE = "female", _("female")
    MALE = "male", _("male")


class Work(models.TextChoices):
    """In what somebody works, before a course or after it."""

    FARM = "farm", _("agriculture")
    INDUSTRY = "industry", _("industry and handicrafts")
    SERVICES = "services", _("trade and services")
    LEARNING = "learning", _("at school")
    NONE = "none", _("without work")


class Certificate(models.TextChoices):
    """What somebody has to show for a course; `qualified` says what counts by which definition."""

    NONE = "none", _("no certificate yet")
    SHORT = "short", _("certificate of less than 3 months")
    LONG = "long", _("certificate of 3 months and more")
    ELEMENTARY = "elementary", _("elementary certificate")
    INTERMEDIATE = "intermediate", _("intermediate diploma")
    COLLEGE = "college", _("college diploma and above")
    SKILLED = "skilled", _("skilled by 3 years in the job")


class Trainee(CommuneRow):
    """Somebody in a course: from which commune, with what certificate, in what job afterwards.

    No number of an identity card is kept: name, year of birth and commune tell people apart well enough to ask.
    `fold` is name and year of birth alone, so that the same trainee is found by it whatever the case of letters.
    """

    personal: ClassVar = ("name", "fold", "employer", "__str__")
    masked: ClassVar = {"name": lambda _row: True}
    not_public: ClassVar = True

    course = models.ForeignKey(
        Course,
        models.CASCADE,
        related_name="trainees",
        verbose_name=_("training course"),
        help_text=_("A course of the register of courses: enter it there first."),
    )
    name = models.CharField(
        _("full name"), max_length=120, help_text=_("Seen by offices that keep this register.")
    )
    born = models.PositiveSmallIntegerField(
        _("year of birth"), help_text=_("The year only, such as 1998.")
    )
    sex = models.CharField(
        _("sex"), max_length=6, choices=Sex, help_text=_("From the list of the course.")
    )
    before = models.CharField(
        _("work before"),
        max_length=8,
        choices=Work,
        blank=True,
        help_text=_("In what the trainee worked when the course began."),
    )
    finished_on = models.DateField(
        _("finished on"),
        null=True,
        blank=True,
        help_text=_("The day of the last test; blank for who is learning or left."),
    )
    certificate = models.CharField(
        _("certificate"),
        max_length=12,
        choices=Certificate,
        default=Certificate.NONE,
        help_text=_("The highest that came of this course."),
    )
    after = models.CharField(
        _("work after"),
        max_length=8,
        choices=Work,
        blank=True,
        help_text=_("In what the trainee works since the course; blank when not known."),
    )
    employed_on = models.DateField(
        _("employed on"), null=True, blank=True, help_text=_("The first day of the work after it.")
    )
    employer = models.CharField(
        _("employer"),
        max_length=200,
        blank=True,
        help_text=_("Name of the establishment as in the register of establishments."),
    )

    class Meta:
        verbose_name = _("trainee")
        verbose_name_plural = _("trainees")
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(fields=["course", "name", "born"], name="trainee_once"),
            models.CheckConstraint(
                condition=Q(certificate="none") | Q(finished_on__isnull=False),
                name="trainee_certified_when_finished",
                violation_error_message=_("Who has a certificate has finished: fill in the day."),
            ),
        )
        indexes = (
            models.Index(fields=["locality", "name", "id"], name="trainee_name"),
            models.Index(fields=["locality", "fold"], name="trainee_fold"),
            models.Index(fields=["locality", "commune", "name"], name="trainee_commune"),
            models.Index(fields=["locality", "finished_on"], name="trainee_finished"),
            models.Index(fields=["locality", "employed_on"], name="trainee_employed"),
        )

    def __str__(self) -> str:
        """Initials and year of birth: the full name is covered for those who do not keep the register."""
        letters = " ".join(f"{word[0].upper()}." for word in self.name.split())
        return f"{letters} ({self.born})"


class Agreement(CommuneRow, Concerning):
    """What a school and an establishment agreed: to train for it, to learn there, to take people on."""

    school = models.CharField(
        _("school"), max_length=200, help_text=_("The school or centre, always written alike.")
    )
    establishment = models.CharField(
        _("establishment"),
        max_length=200,
        help_text=_("Name of the establishment as in the register of establishments."),
    )
    occupation = models.CharField(
        _("trade"), max_length=120, help_text=_("What is learnt: welding, sewing, running a dryer.")
    )
    number = models.CharField(
        _("number of the agreement"), max_length=60, blank=True, help_text=_("As at its head.")
    )
    signed_on = models.DateField(_("signed on"), help_text=_("The day of the later signature."))
    until = models.DateField(
        _("valid to"),
        null=True,
        blank=True,
        help_text=_("The last day it holds; blank where none was agreed."),
    )
    seats = count(_("trainees a year"), _("How many are to be trained by it in a year."))
    jobs = count(_("jobs promised a year"), _("How many of them the establishment takes on."))
    given_up = models.BooleanField(
        _("not to be renewed"),
        default=False,
        blank=True,
        help_text=_("Both sides let it end: nobody is reminded of its last day."),
    )

    class Meta:
        verbose_name = _("agreement of school and enterprise")
        verbose_name_plural = _("agreements of schools and enterprises")
        ordering = ("-signed_on", "school", "pk")
        constraints = (
            once("agreement_once", "school", "establishment", "signed_on"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("signed_on")),
                name="agreement_ends_after_it_begins",
                violation_error_message=_("It cannot end before it begins."),
            ),
        )
        indexes = (models.Index(fields=["locality", "commune"], name="agreement_commune"),)

    def __str__(self) -> str:
        return f"{self.school} – {self.establishment}"
