"""What offices propose to change in a plan, and what is submitted to the level above."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.difficulties.models import Petition
from tiendo.plans.models.amendments import Amendment
from tiendo.plans.models.plans import Plan, Target
from tiendo.plans.models.tasks import Task


class Agreed(models.TextChoices):
    """What the level above answered."""

    WHOLLY = "wholly", _("agreed")
    PARTLY = "partly", _("agreed in part")
    NOT = "not", _("not agreed")


class Submission(models.Model):
    """Proposals put before the level above: the paper they went with, and its answer."""

    locality_path = "plan__locality"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="submissions")
    addressee = models.CharField(_("submitted to"), max_length=200)
    number = models.CharField(_("number and symbol"), max_length=60)
    issued_on = models.DateField(_("day of issue"))
    words = models.TextField(_("what is asked"), blank=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    agreed = models.CharField(_("answer"), max_length=6, choices=Agreed, blank=True)
    answer_number = models.CharField(_("number of the answer"), max_length=60, blank=True)
    answered_on = models.DateField(_("answered on"), null=True)
    answer = models.TextField(_("what was answered"), blank=True)

    class Meta:
        ordering = ("-issued_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(agreed="", answered_on=None)
                | ~Q(agreed="") & Q(answered_on__isnull=False),
                name="submission_answered_has_day",
            ),
        )

    def __str__(self) -> str:
        return self.number


class Outcome(models.TextChoices):
    OPEN = "open", _("waits")
    TAKEN = "taken", _("taken into an amendment")
    SUBMITTED = "submitted", _("submitted to the level above")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("taken back")


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def waiting(self) -> "ProposalQuerySet":
        """Those somebody here has to decide on: nobody did yet, or the level above has answered since."""
        answered = Q(outcome=Outcome.SUBMITTED) & ~Q(submission__agreed="")
        return self.filter(Q(outcome=Outcome.OPEN) | answered & ~Q(submission=None))


class Proposal(models.Model):
    """An office asks for a change: of a task, of a target, or of the plan as a whole.

    `petition` gathers the difficulties that the change is to remove, where it comes from them.
    """

    locality_path = "plan__locality"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="proposals")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    task = models.ForeignKey(Task, models.CASCADE, null=True, related_name="proposals")
    target = models.ForeignKey(Target, models.CASCADE, null=True, related_name="proposals")
    words = models.TextField(_("what should change, and into what"))
    reason = models.TextField(_("reason"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    made_at = models.DateTimeField()
    key = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(max_length=9, choices=Outcome, default=Outcome.OPEN)
    answer = models.TextField(_("answer"), blank=True)
    answered_at = models.DateTimeField(null=True)
    amendment = models.ForeignKey(
        Amendment, models.SET_NULL, null=True, blank=True, related_name="proposals"
    )
    submission = models.ForeignKey(
        Submission, models.SET_NULL, null=True, blank=True, related_name="proposals"
    )
    petition = models.ForeignKey(
        Petition, models.SET_NULL, null=True, blank=True, related_name="proposals"
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(task=None) | Q(target=None), name="proposal_about_one_thing"
            ),
            models.UniqueConstraint(
                fields=["plan", "agency", "key"],
                condition=~Q(key=""),
                name="proposal_sent_once",
            ),
        )

    def __str__(self) -> str:
        return self.words[:120]

    @property
    def waits(self) -> bool:
        """Whether somebody here has to decide: nobody did yet, or the level above has answered since."""
        if self.outcome == Outcome.SUBMITTED:
            return bool(self.submission and self.submission.agreed)
        return self.outcome == Outcome.OPEN
