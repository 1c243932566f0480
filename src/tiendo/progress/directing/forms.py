"""What leaders type to offices, and what stands on a corrective card."""

from collections.abc import Collection
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.progress.directing.cards import PARTS
from tiendo.progress.forms import AcrossSelect
from tiendo.progress.models import CorrectiveCard, DirectionKind
from tiendo.ui.fields import DayField, RowsField

LONGEST = 5_000
NOT_PAST = _("That day is over. Type a day from today on.")


class DirectForm(forms.Form):
    """Words to the offices that owe a task, with the day by which they answer."""

    kind = forms.ChoiceField(
        label=_("Kind of words"),
        choices=[
            (DirectionKind.DIRECT, _("Direction")),
            (DirectionKind.EXPLAIN, _("Request to explain")),
        ],
        widget=AcrossSelect,
    )
    words = forms.CharField(
        label=_("Your words"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "lang": "vi"}),
        error_messages={"required": _("Write what the office is to do or to explain.")},
    )
    due = DayField(
        label=_("Answer by"),
        error_messages={"required": _("Type the day by which they answer, like 25/01/2022.")},
    )
    agencies = RowsField(
        Agency.objects.none(),
        label=_("Offices that owe it"),
        widget=forms.CheckboxSelectMultiple(attrs={"lang": "vi"}),
        error_messages={"required": _("Choose at least one office.")},
    )

    def __init__(
        self,
        *args: Any,
        kinds: Collection[str],
        offices: Collection[int],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        kind: Any = self.fields["kind"]
        kind.choices = [choice for choice in kind.choices if choice[0] in kinds]
        kind.initial = kind.choices[0][0]
        agencies = cast(RowsField, self.fields["agencies"])
        agencies.queryset = Agency.objects.filter(pk__in=offices)
        if len(offices) == 1:
            agencies.widget = forms.MultipleHiddenInput()
            agencies.initial = list(offices)

    def clean_due(self) -> date:
        """A day that is still to come."""
        day: date = self.cleaned_data["due"]
        if day < self.today:
            raise ValidationError(NOT_PAST)
        return day


class CardForm(forms.ModelForm):
    """A corrective card as it is filled in; every part may still be missing."""

    by = DayField(label=_("By which day"), required=False)

    class Meta:
        model = CorrectiveCard
        fields = PARTS
        widgets = {
            **{
                name: forms.Textarea(attrs={"rows": 3, "lang": "vi"})
                for name in ("fact", "cause", "action")
            },
            "owner": forms.TextInput(attrs={"lang": "vi"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in self.fields.values():
            each.needed = True  # type: ignore[attr-defined]  # when the card is closed
