"""What sorts of papers plans ask for, and what shall be done with them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PaperKind(models.TextChoices):
    """Kinds of papers; those with a name of their own in Decree 30/2020, Article 7, bear it."""

    PLAN = "plan", _("plan")
    SCHEME = "scheme", _("scheme")
    PROGRAMME = "programme", _("programme")
    PLANNING = "planning", _("planning file")
    MECHANISM = "mechanism", _("mechanism or policy")
    LIST = "list", _("list of projects or establishments")
    REVIEW = "review", _("result of a review")
    REPORT = "report", _("report")
    SUBMISSION = "submission", _("submission")
    DECISION = "decision", _("decision, regulation or guidance")
    OTHER = "other", _("other paper")


class Asked(models.TextChoices):
    """What the plan asks to be done. A paper to be issued is not delivered by submitting it."""

    DRAW_UP = "draw-up", _("to be drawn up")
    ISSUE = "issue", _("to be issued")
    REVIEW = "review", _("to be checked and revised")
    SUBMIT = "submit", _("to be submitted")
