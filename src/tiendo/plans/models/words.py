"""What a task and a target say, apart from where they stand: the columns that an amendment can change.

The row itself holds the words in force now; each version holds those of its days.
"""

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _


class DeadlineKind(models.TextChoices):
    """How the document says when; the words themselves stand in `deadline_text`."""

    NONE = "none", _("no date")
    YEAR = "year", _("a year")
    YEAR_RANGE = "year-range", _("a span of years")
    QUARTER = "quarter", _("a quarter")
    MONTH = "month", _("a month")
    DATE = "date", _("a day")
    RECURRING = "recurring", _("recurring")
    CONDITIONAL = "conditional", _("waits on an outside decision")
    RELATIVE = "relative", _("counted from another day")


class TaskWords(models.Model):
    """The words, the deadline and the product of a task.

    `particulars` is what else the document says of it: {"roles": {role: [names as written]}, "funding",
    "remark", "milestones": [{"text", "end"}], "within"}, the last being the last day inside each period
    that comes again: "12-15" of a year, "20" of a month.
    """

    text = models.TextField(_("as written"))
    particulars = models.JSONField(default=dict)
    deadline_text = models.CharField(_("deadline as written"), max_length=300, blank=True)
    deadline_kind = models.CharField(max_length=11, choices=DeadlineKind, default=DeadlineKind.NONE)
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)
    recurrence = models.CharField(max_length=9, blank=True)
    recurs_until = models.PositiveSmallIntegerField(null=True)
    product = models.CharField(_("product"), max_length=300, blank=True)

    class Meta:
        abstract = True


class TargetWords(models.Model):
    """The words and figures of a target; `low` alone for one figure, `low` and `high` for a range, none in words."""

    text = models.TextField(_("as written"))
    indicator = models.CharField(_("indicator"), max_length=400)
    comparator = models.CharField(max_length=5, blank=True)  # >= <= = range about
    strict = models.BooleanField(default=False)
    low = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    high = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    unit = models.CharField(_("unit"), max_length=120, blank=True)
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)
    recurrence = models.CharField(max_length=9, blank=True)
    average = models.BooleanField(default=False)
    price_basis = models.CharField(_("price basis"), max_length=120, blank=True)

    class Meta:
        abstract = True


def last_decision(about: str) -> dict[str, models.Subquery]:
    """Annotations of a task or target (`about` says which) with the decision that changed it last."""
    clauses = apps.get_model("plans", "Clause").objects.filter(**{about: models.OuterRef("pk")})
    decided = clauses.exclude(amendment__state="draft")
    decided = decided.order_by("-amendment__effective_on", "-pk")
    return {
        "amended_by": models.Subquery(decided.values("amendment")[:1]),
        "amended_number": models.Subquery(decided.values("amendment__number")[:1]),
    }


def words_of(model: type[models.Model]) -> tuple[str, ...]:
    """The names of the columns of `TaskWords` or `TargetWords`, in their order."""
    return tuple(field.name for field in model._meta.concrete_fields)
