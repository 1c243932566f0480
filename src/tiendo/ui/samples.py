"""What the page of components shows: every state, a form with a mistake, a small timeline."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tiendo.ui.fields import DayField, FigureField
from tiendo.ui.looks import LOOKS

GROUPS = (
    (_("Tasks, duties, occurrences"), "overdue", "backlog"),
    (_("Targets"), "met", "no-data"),
    (_("Reports"), "draft", "accepted"),
    (_("How sure the reader is"), "doubtful", "sure"),
    (_("Plans and readings"), "reading", "failed"),
)

TABS = (
    {"url": "#", "label": _("All"), "count": 14, "current": True},
    {"url": "#", "label": _("To be looked at first"), "count": 4},
    {"url": "#", "label": _("Led by my office"), "count": 8},
)

TYPED = {"issued": "31/02/2022", "lead": "1", "value": "79,5", "state": "going", "estimate": "on"}


class SampleForm(forms.Form):
    """Every kind of field; `TYPED` has one mistake."""

    issued = DayField(label=_("Day of issue"), help_text=_("For example: 25/01/2022"))
    lead = forms.ChoiceField(label=_("Lead agency"), choices=[("1", _("Office of economy"))])
    value = FigureField(label=_("Value of exports"), unit=_("million USD"), required=False)
    state = forms.ChoiceField(
        label=_("In this period"),
        choices=[("going", _("In progress")), ("done", _("Done")), ("none", _("Nothing arose"))],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("What was done"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    estimate = forms.BooleanField(
        label=_("An estimate; the official figure will follow"), required=False
    )


def states() -> list[tuple[object, list[str]]]:
    """The states in their groups: heading, names."""
    names = list(LOOKS)
    return [
        (heading, names[names.index(first) : names.index(last) + 1])
        for heading, first, last in GROUPS
    ]
