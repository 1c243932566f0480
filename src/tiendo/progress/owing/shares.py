"""The words of the table that says who owes what."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Place(TextChoices):
    """Where an office stands in a task of the plan."""

    ACCOUNTABLE = "accountable", _("accountable lead")
    CO_LEAD = "co-lead", _("further lead")
    LEADING_GROUP = "leading-group", _("group that leads")
    COORDINATING = "coordinating", _("coordinating office")
    COORDINATING_GROUP = "coordinating-group", _("coordinating group")
    SUPPORTING = "supporting", _("body that is asked or supports")
    DUTY = "duty", _("office whose duty it is")


class Share(TextChoices):
    """What an office does about a task."""

    CLOSES = "closes", _("reports, and closes it")
    ADDS = "adds", _("adds its part")
    ASKED = "asked", _("owes nothing until the lead asks")
    INVITED = "invited", _("may answer; is never pressed")
    NOTHING = "nothing", _("owes nothing")
