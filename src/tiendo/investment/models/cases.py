"""Investors' cases, the steps they go through, and the pauses in which the investor supplements the dossier."""

from typing import ClassVar

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.investment.clock import Span
from tiendo.investment.models.calls import MONEY, NEVER_NEGATIVE, CallProject
from tiendo.investment.sectors import Sector
from tiendo.investment.steps import CaseKind, Step
from tiendo.registers.models import CommuneRow, Concerning, Row


class CaseOutcome(models.TextChoices):
    OPEN = "open", _("going on")
    DONE = "done", _("granted its paper")
    REFUSED = "refused", _("turned down")
    WITHDRAWN = "withdrawn", _("withdrawn by the investor")


class CaseQuerySet(models.QuerySet["InvestorCase"]):
    def open(self) -> "CaseQuerySet":
        """The cases that go on."""
        return self.filter(outcome=CaseOutcome.OPEN)

    def with_state(self) -> "CaseQuerySet":
        """Annotated with the step that runs (`step_now`, `holder_now`, `promised_now`) and `stopped_since`."""
        running = CaseStep.objects.filter(case=OuterRef("pk"), finished_on=None).order_by("pk")
        stopped = CasePause.objects.filter(case=OuterRef("pk"), received_on=None).order_by("pk")
        return self.annotate(
            step_now=Subquery(running.values("step")[:1]),
            holder_now=Subquery(running.values("holder")[:1]),
            promised_now=Subquery(running.values("promised_on")[:1]),
            stopped_since=Subquery(stopped.values("asked_on")[:1]),
        )


class InvestorCase(CommuneRow, Concerning):
    """What an investor asks for, from the first talk to the last paper; `about` is its establishment, if any.

    `agency` accompanies the case and answers for the row; who holds the dossier is said by its steps.
    """

    personal: ClassVar = ("investor", "fold", "__str__")  # an investor may be a person
    not_public: ClassVar = True

    name = models.CharField(
        _("project of the investor"), max_length=200, help_text=_("As in the dossier.")
    )
    investor = models.CharField(
        _("investor"), max_length=200, help_text=_("As in the dossier, always written alike.")
    )
    kind = models.CharField(
        _("what is asked for"),
        max_length=11,
        choices=CaseKind,
        help_text=_("Decides the steps and their legal limits."),
    )
    call = models.ForeignKey(
        CallProject,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="cases",
        verbose_name=_("project investors are called for"),
        help_text=_("Empty when the investor came with a project of his own."),
    )
    sector = models.CharField(
        _("sector"), max_length=9, choices=Sector, help_text=_("What is to be made there.")
    )
    capital = models.DecimalField(
        _("registered capital (million VND)"),
        **MONEY,
        null=True,
        blank=True,
        help_text=_("As in the dossier; empty while it is not said."),
    )
    area = models.DecimalField(
        _("area (ha)"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Land that the dossier asks for."),
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("accompanied by"),
        help_text=_("The office that leads the investor through all steps."),
    )
    opened_on = models.DateField(
        _("opened on"), help_text=_("The day on which the investor first came with it.")
    )
    valid_on = models.DateField(
        _("dossier valid on"),
        null=True,
        blank=True,
        help_text=_("From the receipt of the dossier: the legal time runs from this day."),
    )
    outcome = models.CharField(
        _("outcome"),
        max_length=9,
        choices=CaseOutcome,
        default=CaseOutcome.OPEN,
        help_text=_("Going on until the last paper is there, or nothing comes of it."),
    )
    closed_on = models.DateField(
        _("closed on"), null=True, blank=True, help_text=_("Empty while it goes on.")
    )
    result = models.CharField(
        _("result"),
        max_length=300,
        blank=True,
        help_text=_("Number of the approval or certificate, or why nothing came of it."),
    )

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("investor's case")
        verbose_name_plural = _("investors' cases")
        ordering = ("-opened_on", "name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "name", "investor", "opened_on"], name="investor_case_once"
            ),
            models.CheckConstraint(
                condition=Q(outcome="open", closed_on=None)
                | ~Q(outcome="open") & Q(closed_on__isnull=False, closed_on__gte=F("opened_on")),
                name="investor_case_closes",
                violation_error_message=_(
                    "A case that goes on has no closing day; any other has one, not before it was opened."
                ),
            ),
            models.CheckConstraint(
                condition=(Q(area=None) | Q(area__gte=0)) & (Q(capital=None) | Q(capital__gte=0)),
                name="investor_case_figures",
                violation_error_message=NEVER_NEGATIVE,
            ),
        )
        indexes = (
            models.Index(fields=["locality", "opened_on"], name="investor_case_day"),
            models.Index(fields=["locality", "commune"], name="investor_case_commune"),
        )

    def __str__(self) -> str:
        return f"{self.name} – {self.investor}"

    @cached_property
    def held(self) -> dict[object, Span]:
        """When each step held it, by its key; rules add the rows of a sheet, so that a sheet is judged as a whole."""
        rows = self.steps.values_list("pk", "begun_on", "finished_on")
        return {pk: Span(first, last) for pk, first, last in rows}

    @cached_property
    def stopped(self) -> dict[object, Span]:
        """When its clock stood, by the key of the pause; counted in the same way."""
        rows = self.pauses.values_list("pk", "asked_on", "received_on")
        return {pk: Span(first, last) for pk, first, last in rows}


class CaseStep(Row):
    """One step of a case: who held the dossier from when to when, and what came out. One step runs at a time."""

    personal: ClassVar = ("fold",)  # it holds the investor

    case = models.ForeignKey(
        InvestorCase, models.CASCADE, related_name="steps", verbose_name=_("investor's case")
    )
    step = models.CharField(
        _("step"),
        max_length=11,
        choices=Step,
        help_text=_("One at a time: whoever takes over begins a new one."),
    )
    holder = models.CharField(
        _("held by"),
        max_length=200,
        help_text=_("One office or the investor: whose turn it is in this step."),
    )
    begun_on = models.DateField(
        _("begun on"), help_text=_("The day on which the holder received the dossier.")
    )
    promised_on = models.DateField(
        _("promised by"),
        null=True,
        blank=True,
        help_text=_("From the receipt slip; the legal limit is computed beside it."),
    )
    finished_on = models.DateField(
        _("finished on"), null=True, blank=True, help_text=_("Empty while it runs.")
    )
    paper = models.CharField(
        _("paper that came out"),
        max_length=120,
        blank=True,
        help_text=_("Number and symbol of the result; attach the file below the row."),
    )
    difficulty = models.CharField(
        _("what stands in the way"),
        max_length=300,
        blank=True,
        help_text=_("Empty when nothing does."),
    )
    solver = models.CharField(
        _("who must solve it"),
        max_length=200,
        blank=True,
        help_text=_("The office or the investor."),
    )

    class Meta:
        verbose_name = _("step of a case")
        verbose_name_plural = _("steps of cases")
        ordering = ("case", "begun_on", "pk")
        constraints = (
            models.UniqueConstraint(fields=["case", "step", "begun_on"], name="case_step_once"),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(finished_on=None),
                name="case_has_one_holder",
                violation_error_message=_(
                    "A step of this case runs still: enter its last day first. A case has one holder at a time."
                ),
            ),
            models.CheckConstraint(
                condition=Q(finished_on=None) | Q(finished_on__gte=F("begun_on")),
                name="case_step_ends_after_it_begins",
                violation_error_message=_("It cannot be finished before it began."),
            ),
        )
        indexes = (models.Index(fields=["locality", "finished_on"], name="case_step_day"),)

    def __str__(self) -> str:
        return f"{capfirst(self.get_step_display())} ({self.begun_on:%d/%m/%Y})"

    @property
    def span(self) -> Span:
        return Span(self.begun_on, self.finished_on)


class CasePause(Row):
    """From the letter that asks the investor for a supplement to the day it came: legal clocks stand meanwhile."""

    personal: ClassVar = ("fold",)  # it holds the investor

    case = models.ForeignKey(
        InvestorCase, models.CASCADE, related_name="pauses", verbose_name=_("investor's case")
    )
    asked_on = models.DateField(
        _("asked for on"), help_text=_("The day on the letter; from here on the clock stands.")
    )
    paper = models.CharField(
        _("letter"), max_length=100, blank=True, help_text=_("Number and symbol of the letter.")
    )
    words = models.CharField(
        _("what is missing"), max_length=300, help_text=_("What the investor has to bring.")
    )
    answer_by = models.DateField(
        _("to be brought by"), null=True, blank=True, help_text=_("The day set in the letter.")
    )
    received_on = models.DateField(
        _("supplement received on"),
        null=True,
        blank=True,
        help_text=_("When the supplement came; empty while the investor has the dossier."),
    )

    class Meta:
        verbose_name = _("supplement to a dossier")
        verbose_name_plural = _("supplements to dossiers")
        ordering = ("case", "asked_on", "pk")
        constraints = (
            models.UniqueConstraint(fields=["case", "asked_on"], name="case_pause_once"),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(received_on=None),
                name="case_is_stopped_once",
                violation_error_message=_(
                    "The investor was asked for a supplement that has not come: enter first when it came."
                ),
            ),
            models.CheckConstraint(
                condition=Q(received_on=None) | Q(received_on__gte=F("asked_on")),
                name="case_pause_ends_after_it_begins",
                violation_error_message=_("It cannot come before it was asked for."),
            ),
        )
        indexes = (models.Index(fields=["locality", "asked_on"], name="case_pause_day"),)

    def __str__(self) -> str:
        return f"{self.words} ({self.asked_on:%d/%m/%Y})"
