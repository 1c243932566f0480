"""What people type about days on which offices do not work, or make up for one."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tiendo.administration.office_forms import OneLine
from tiendo.agencies.models import Holiday, HolidayKind
from tiendo.agencies.proposals import Proposal
from tiendo.ui.fields import DayField


class HolidayForm(forms.Form):
    """One day of the table."""

    day = DayField(label=_("Day"))
    kind = forms.ChoiceField(label=_("Offices"), choices=HolidayKind, widget=forms.RadioSelect)
    name = OneLine(
        label=_("Name"),
        help_text=_("The name of the holiday, or for which day it is given or worked."),
        max_length=200,
    )

    def __init__(self, *args: Any, holiday: Holiday, **kwargs: Any) -> None:
        initial = {name: getattr(holiday, name) for name in ("day", "kind", "name")}
        super().__init__(*args, **{"initial": initial, **kwargs})


class ProposalsForm(forms.Form):
    """Which of the proposed days are put into the table."""

    days = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, proposals: list[Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposals = proposals
        field: Any = self.fields["days"]
        field.choices = [(str(row.day), row.name) for row in proposals]

    def chosen(self) -> list[Proposal]:
        """The proposals that were ticked."""
        days = {date.fromisoformat(day) for day in self.cleaned_data["days"]}
        return [row for row in self.proposals if row.day in days]
