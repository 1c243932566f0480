"""People, the roles they have in an office, what is in their charge and who stands in for them, from a day to a day."""

from datetime import date
from typing import Self, TypeVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person who signs in. People are called by their full name, family name first."""

    locality_path = "locality"
    personal = ("username", "full_name", "email", "phone", "__str__")
    # The history says that they changed, not to what.
    unrecorded = ("password", "last_login", "fold", "sort_key")

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField(_("full name"), max_length=150)
    locality = models.ForeignKey("agencies.Locality", models.PROTECT)
    position = models.CharField(_("position"), max_length=150, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    fold = models.CharField(max_length=400, blank=True)
    sort_key = models.CharField(max_length=800, blank=True)

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name


class Role(models.TextChoices):
    COORDINATOR = "coordinator", _("coordinator")
    REPORTER = "reporter", _("reporter")
    HEAD = "head", _("head of office")
    LEADER = "leader", _("leader")
    VIEWER = "viewer", _("viewer")
    AUDITOR = "auditor", _("auditor")
    ADMINISTRATOR = "administrator", _("administrator")


Row = TypeVar("Row", bound=models.Model)


class DatedQuerySet(models.QuerySet[Row]):
    """Rows that hold from a day to a day; without a first or last day they have no end on that side."""

    def in_force(self, day: date) -> Self:
        """The rows that hold on `day`."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gte=day)
        )

    def not_over(self, day: date) -> Self:
        """The rows that hold on `day` or begin later."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day))


class Membership(models.Model):
    """A role that a person holds in an office."""

    locality_path = "agency__locality"
    personal = ("__str__",)

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="memberships")
    role = models.CharField(_("role"), max_length=13, choices=Role)
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_to = models.DateField(_("to"), null=True, blank=True)

    objects = DatedQuerySet["Membership"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["user", "agency", "role", "valid_from"], name="role_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()}, {self.agency}"


class Charge(models.Model):
    """A field in the charge of a leader: in words ("công nghiệp"), an office he looks after, or both."""

    locality_path = "leader__locality"

    leader = models.ForeignKey(User, models.CASCADE, related_name="charges")
    words = models.CharField(_("field"), max_length=200, blank=True)
    agency = models.ForeignKey(
        "agencies.Agency", models.PROTECT, null=True, blank=True, related_name="charges"
    )
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_to = models.DateField(_("to"), null=True, blank=True)

    objects = DatedQuerySet["Charge"].as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(words="") | Q(agency__isnull=False), name="charge_of_something"
            ),
        )

    def __str__(self) -> str:
        office = self.agency.label if self.agency else ""
        return ": ".join(filter(None, (office, self.words)))


class StandIn(models.Model):
    """Somebody is away from a day to a day, both included, and `deputy` acts in his stead."""

    locality_path = "absent__locality"
    personal = ("__str__",)

    absent = models.ForeignKey(User, models.CASCADE, related_name="absences")
    deputy = models.ForeignKey(User, models.CASCADE, related_name="deputises")
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to"))
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    objects = DatedQuerySet["StandIn"].as_manager()

    class Meta:
        ordering = ("-valid_from", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_to__gte=models.F("valid_from")), name="stand_in_ends_after_start"
            ),
            models.CheckConstraint(
                condition=~Q(absent=models.F("deputy")), name="stand_in_is_somebody_else"
            ),
        )

    def __str__(self) -> str:
        return f"{self.deputy} → {self.absent}"


class SignInSlip(models.Model):
    """A way to come in once and choose a password: printed on paper, or sent as a link.

    Of the code only `digest` is kept. `expires` is the last day; `used` the moment it was used.
    """

    locality_path = "user__locality"
    personal = ("sent_to", "__str__")
    unrecorded = ("digest",)

    user = models.ForeignKey(User, models.CASCADE, related_name="slips")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires = models.DateField()
    used = models.DateTimeField(null=True)
    withdrawn = models.BooleanField(default=False)
    sent_to = models.EmailField(blank=True)  # the address it was mailed to; "" when printed

    def __str__(self) -> str:
        return f"{self.user}, {self.expires:%d/%m/%Y}"
