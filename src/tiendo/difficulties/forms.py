"""What people type to pass a difficulty on, and to gather several into one petition."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.agencies.models import Agency
from tiendo.difficulties.models import LONGEST, Bottleneck, Difficulty, Petition
from tiendo.registers.scope import Hand
from tiendo.ui.fields import DayField, RowsField

VIETNAMESE = {"lang": "vi"}


class ForwardForm(forms.Form):
    """The office that can remove it, and why it goes there."""

    agency = forms.ModelChoiceField(
        Agency.objects.none(),
        label=gettext_lazy("Pass on to"),
        widget=forms.Select(VIETNAMESE),
    )
    words = forms.CharField(
        label=gettext_lazy("Why it goes there"),
        max_length=LONGEST,
        widget=forms.TextInput(VIETNAMESE),
    )
    due_on = DayField(
        label=gettext_lazy("To be answered by"),
        required=False,
        help_text=gettext_lazy("Leave it empty to keep the day that stands."),
    )

    def __init__(self, *args: Any, offices: QuerySet[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(Any, self.fields["agency"])
        field.queryset, field.label_from_instance = offices, lambda office: office.label


class GatherForm(forms.Form):
    """Which difficulties go together, and into which petition: one that is open, or a new one by its title."""

    difficulties = RowsField(
        Difficulty.objects.none(),
        error_messages={"required": gettext_lazy("Tick the difficulties that go together.")},
    )
    petition = forms.ModelChoiceField(
        Petition.objects.none(),
        label=gettext_lazy("Into a petition that is not submitted yet"),
        required=False,
        widget=forms.Select(VIETNAMESE),
        empty_label=gettext_lazy("a new one"),
    )
    title = forms.CharField(
        label=gettext_lazy("What the new petition asks for, in one line"),
        max_length=200,
        required=False,
        widget=forms.TextInput(VIETNAMESE),
    )

    def __init__(self, *args: Any, rows: QuerySet[Difficulty], hand: Hand, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hand = hand
        cast(Any, self.fields["difficulties"]).queryset = rows
        unsent = Petition.objects.filter(locality=hand.locality_id, put_on=None)
        cast(Any, self.fields["petition"]).queryset = unsent

    def clean(self) -> dict[str, Any]:
        """What was chosen; refuses neither and both of a petition that is there and a new one."""
        said = super().clean() or self.cleaned_data
        title = said.get("title", "")
        if bool(said.get("petition")) == bool(title) and "petition" not in self.errors:
            self.add_error(
                "title", _("Choose a petition that is there, or write a new one's title.")
            )
        return said

    def petition_for(self, office: Agency) -> Petition:
        """The petition that was chosen, or a new one of `office` that is not stored yet."""
        said = self.cleaned_data
        groups = [row.bottleneck for row in said["difficulties"]]
        return said["petition"] or Petition(
            locality_id=self.hand.locality_id,
            title=said["title"],
            bottleneck=max(Bottleneck.values, key=groups.count),
            agency=office,
            gathered_on=self.hand.setting.today,
        )
