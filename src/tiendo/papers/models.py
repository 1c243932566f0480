"""Papers owed, and the steps to them."""

from datetime import date

from django.db import models
from django.db.models import Count, F, Min, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.papers.kinds import Asked, PaperKind
from tiendo.papers.stages import DELIVERED, Days, Stage, stage_of
from tiendo.registers.models import Concerning, Row


class PaperQuerySet(models.QuerySet["PaperOwed"]):
    def open(self) -> "PaperQuerySet":
        """The papers that are not yet what the plan asks for."""
        return self.exclude(DELIVERED)

    def with_steps(self) -> "PaperQuerySet":
        """Annotated with `steps_all`, `steps_done`, `first_done_on` and `next_step`: the first open one."""
        steps = PaperStep.objects.filter(paper=OuterRef("pk"))
        told = (
            steps.order_by()
            .values("paper")
            .annotate(all=Count("pk"), done=Count("done_on"), first=Min("done_on"))
        )
        left = steps.filter(done_on=None).order_by("due", "pk")
        return self.annotate(
            steps_all=Subquery(told.values("all")),
            steps_done=Subquery(told.values("done")),
            first_done_on=Subquery(told.values("first")),
            next_step=Subquery(left.values("title")[:1]),
        )


class PaperOwed(Row, Concerning):
    """A paper that a plan says shall be drawn up, issued, reviewed or submitted.

    `words` are those of the plan. A paper is issued by its own number and day; `submitted_on` is the day it was
    put before whoever decides on it, and the answer is theirs.
    """

    title = models.CharField(
        _("paper"),
        max_length=300,
        help_text=_("What it is called, with its year where one comes every year."),
    )
    kind = models.CharField(
        _("kind of paper"),
        max_length=10,
        choices=PaperKind,
        help_text=_("As it will be named: plan, scheme, submission."),
    )
    asked = models.CharField(
        _("what the plan asks"),
        max_length=7,
        choices=Asked,
        default=Asked.DRAW_UP,
        help_text=_(
            "What the plan says shall be done; decides when the paper counts as delivered."
        ),
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("drafting office"),
        help_text=_("Who answers for the paper, from the plan."),
    )
    submit_to = models.CharField(
        _("submitted to"),
        max_length=200,
        blank=True,
        help_text=_(
            "Who decides on it or receives it, such as the committee of the district or province."
        ),
    )
    due = models.DateField(
        _("due"),
        null=True,
        blank=True,
        help_text=_("The last day, from the plan or the assignment."),
    )
    words = models.TextField(
        _("in the words of the plan"),
        blank=True,
        help_text=_("The sentence of the plan that asks for the paper."),
    )
    begun_on = models.DateField(
        _("drafting began on"),
        null=True,
        blank=True,
        help_text=_("The day somebody was charged with it."),
    )
    submitted_on = models.DateField(
        _("submitted on"), null=True, blank=True, help_text=_("The day on the submission.")
    )
    number = models.CharField(
        _("number and symbol"),
        max_length=60,
        blank=True,
        help_text=_("As on the issued paper, such as 05/KH-UBND."),
    )
    issued_on = models.DateField(
        _("issued on"), null=True, blank=True, help_text=_("The day on the issued paper.")
    )
    answered_on = models.DateField(
        _("answered on"), null=True, blank=True, help_text=_("The day on the letter of answer.")
    )
    answer_number = models.CharField(
        _("number of the answer"),
        max_length=60,
        blank=True,
        help_text=_("From the letter of answer, such as 812/UBND-KT."),
    )
    answer = models.TextField(
        _("what was answered"),
        blank=True,
        help_text=_("In short: agreed, agreed in part, to be mended in what."),
    )

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper owed")
        verbose_name_plural = _("papers owed")
        ordering = ("due", "title", "pk")
        constraints = (
            models.UniqueConstraint(fields=["locality", "title", "agency"], name="paper_owed_once"),
            models.CheckConstraint(
                condition=Q(answered_on=None)
                | Q(submitted_on__isnull=False, submitted_on__lte=F("answered_on")),
                name="paper_answered_after_submission",
            ),
        )
        indexes = (
            models.Index(fields=["locality", "due"], name="paper_owed_due"),
            models.Index(fields=["locality", "agency"], name="paper_owed_office"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def days(self) -> Days:
        """Its days; a step that is done began it (of rows fetched `with_steps`)."""
        first = getattr(self, "first_done_on", None)
        begun = min((day for day in (self.begun_on, first) if day), default=None)
        return Days(
            due=self.due,
            begun=begun,
            submitted=self.submitted_on,
            issued=self.issued_on,
            answered=self.answered_on,
        )

    def stage(self, today: date) -> Stage:
        """How far it is on `today`."""
        return stage_of(self.asked, self.days, today)


class PaperStep(Row):
    """A step to a paper owed: opinions asked, a draft, an appraisal."""

    paper = models.ForeignKey(
        PaperOwed,
        models.CASCADE,
        related_name="steps",
        verbose_name=_("paper owed"),
        help_text=_("The paper this step belongs to."),
    )
    title = models.CharField(
        _("step"),
        max_length=200,
        help_text=_("What is done, such as: collect the opinions of the communes."),
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("done by"),
        help_text=_("Empty when the drafting office does it."),
    )
    due = models.DateField(
        _("due"),
        null=True,
        blank=True,
        help_text=_("The day set inside the office, such as 15/02/2024."),
    )
    done_on = models.DateField(
        _("done on"), null=True, blank=True, help_text=_("Empty while it is not done.")
    )

    class Meta:
        verbose_name = _("step of a paper")
        verbose_name_plural = _("steps of papers")
        ordering = ("paper", "due", "pk")
        constraints = (models.UniqueConstraint(fields=["paper", "title"], name="paper_step_once"),)
        indexes = (models.Index(fields=["locality", "due"], name="paper_step_due"),)

    def __str__(self) -> str:
        return self.title
