"""What people choose about a hand-over: where work goes, who does it there, why it is put back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.models import User
from tiendo.agencies.models import Agency
from tiendo.progress.handover.services import choices_for, people_for
from tiendo.progress.models import HandOver, HandOverMove

VIETNAMESE = {"lang": "vi"}


class PlaceForm(forms.Form):
    """Where the ticked work goes, and who does it there."""

    new = forms.ModelChoiceField(
        Agency.objects.none(),
        label=_("Goes to"),
        required=False,
        empty_label=_("as it is"),
        widget=forms.Select(attrs=VIETNAMESE),
    )
    person = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Done there by"),
        required=False,
        empty_label=_("nobody by name"),
        widget=forms.Select(attrs=VIETNAMESE),
    )

    def __init__(
        self, *args: Any, hand_over: HandOver, moves: list[HandOverMove], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offices = choices_for(moves, hand_over)
        new: Any = self.fields["new"]
        new.queryset = offices
        person: Any = self.fields["person"]
        people = User.objects.none()
        for office in offices[:40]:
            people = people | people_for(office.pk, hand_over)
        person.queryset = people.distinct().order_by("sort_key", "pk")


class WhyForm(forms.Form):
    """Why a hand-over is put back."""

    reason = forms.CharField(
        label=_("Why it is put back"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "class": "ta-2", "lang": "vi"}),
        error_messages={"required": _("Write why: it stands in the history of everything.")},
    )
