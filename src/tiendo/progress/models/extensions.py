"""Extensions of deadlines, and every day to which a deadline was moved."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

USUAL = (
    "Quy định của tỉnh Đồng Tháp về theo dõi nhiệm vụ (Quyết định số 790/QĐ-UBND-HC): "
    "mỗi nhiệm vụ được gia hạn tối đa một lần"
)


class ExtensionState(models.TextChoices):
    ASKED = "asked", _("asked for")
    GRANTED = "granted", _("granted")
    REFUSED = "refused", _("refused")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Extension(models.Model):
    """More time that an office asks for on one period, and what was decided; `due` is the day that was granted.

    `agency` is the office that asked, whoever owes the work by now.
    """

    locality_path = "occurrence__obligation__task__plan__locality"

    occurrence = models.ForeignKey("progress.Occurrence", models.CASCADE, related_name="extensions")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="extensions")
    state = models.CharField(max_length=9, choices=ExtensionState, default=ExtensionState.ASKED)
    asked_for = models.DateField(_("new deadline"))
    reason = models.TextField(_("reason"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    stands_in_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    asked_on = models.DateField()
    due = models.DateField(null=True)
    words = models.TextField(_("words of the decision"), blank=True)
    decision = models.CharField(_("number of the decision"), max_length=60, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    decided_on = models.DateField(null=True)

    class Meta:
        ordering = ("asked_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["occurrence"],
                condition=Q(state=ExtensionState.ASKED),
                name="one_extension_asked_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state=ExtensionState.GRANTED, due__isnull=False)
                | (~Q(state=ExtensionState.GRANTED) & Q(due=None)),
                name="extension_has_a_day_when_granted",
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency}: {self.asked_for:%d/%m/%Y}"


class ExtensionRule(models.Model):
    """How often one deadline may be extended in a locality, and the words of the rule that says so."""

    locality_path = "locality"

    locality = models.OneToOneField(
        "agencies.Locality", models.CASCADE, related_name="extension_rule"
    )
    at_most = models.PositiveSmallIntegerField(_("at most so many times"), default=1)
    source = models.CharField(_("the rule that says so"), max_length=300, default=USUAL)

    def __str__(self) -> str:
        return self.source


class NewDue(models.Model):
    """A day to which a deadline was moved, since when and by what; the first one is `Occurrence.due` for good."""

    locality_path = "occurrence__obligation__task__plan__locality"

    occurrence = models.ForeignKey("progress.Occurrence", models.CASCADE, related_name="new_dues")
    due = models.DateField()
    since = models.DateField()
    extension = models.OneToOneField(Extension, models.CASCADE, null=True, related_name="new_due")
    clause = models.ForeignKey("plans.Clause", models.CASCADE, null=True, related_name="new_dues")

    class Meta:
        ordering = ("since", "pk")
        indexes = (models.Index(fields=["occurrence", "since"]),)

    def __str__(self) -> str:
        return f"{self.occurrence}: {self.due:%d/%m/%Y}"
