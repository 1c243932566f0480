"""What people type to give one figure, to choose between sources, and to take a figure out."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tiendo.agencies.models import Agency, Kind
from tiendo.indicators.asking import Neighbours, asked_about, asked_of_words
from tiendo.indicators.judging.values import Nature
from tiendo.indicators.models import Dimension, Indicator, Observation
from tiendo.indicators.periods import Period, read_period
from tiendo.indicators.typed import Typed, faults_of
from tiendo.ui.fields import FigureField

VIETNAMESE = {"lang": "vi"}


def of_plan(words: str) -> SafeString:
    """Words of the plan, such as a unit, behind a box of the form."""
    return format_html('<span lang="vi">{}</span>', words)


EXACT: dict[str, Any] = {"max_digits": 24, "decimal_places": 6, "required": False}
COPIED = ("place", "dimension", "category", "numerator", "denominator", "nature", "source", "note")


class FigureForm(forms.Form):
    """One figure of an indicator: of which period, of whom, how far settled, from where."""

    period = forms.CharField(
        label=pgettext_lazy("indicators", "Period"),
        max_length=60,
        help_text=gettext_lazy("2024, Q3/2024, T11/2024, 9T/2024 or 6T/2024."),
        widget=forms.TextInput({"class": "w-14", **VIETNAMESE}),
    )
    value = FigureField(label=pgettext_lazy("indicators", "Figure"), **EXACT)
    numerator = FigureField(
        label=gettext_lazy("Numerator"),
        help_text=gettext_lazy("Of a ratio; the figure is computed then."),
        **EXACT,
    )
    denominator = FigureField(label=gettext_lazy("Denominator"), **EXACT)
    absent = forms.BooleanField(
        label=gettext_lazy("Not applicable: there is nothing to measure in this period"),
        required=False,
    )
    nature = forms.ChoiceField(label=gettext_lazy("How far it is settled"))
    source = forms.CharField(
        label=pgettext_lazy("indicators", "Source"),
        max_length=200,
        help_text=gettext_lazy("Who says so: an office, a yearbook, a report with its number."),
        widget=forms.TextInput(VIETNAMESE),
    )
    place = forms.ModelChoiceField(
        Agency.objects.none(),
        label=gettext_lazy("Commune or ward"),
        required=False,
        widget=forms.Select(VIETNAMESE),
    )
    dimension = forms.ChoiceField(label=gettext_lazy("Part of the whole by"), required=False)
    category = forms.CharField(
        label=gettext_lazy("Which part"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Women, processing, under 10 workers …"),
        widget=forms.TextInput({"class": "w-14", **VIETNAMESE}),
    )
    note = forms.CharField(
        label=pgettext_lazy("indicators", "Note"),
        max_length=500,
        required=False,
        widget=forms.TextInput(VIETNAMESE),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        required=False,
        help_text=gettext_lazy("Why it is corrected, or why an unusual figure is right."),
        widget=forms.TextInput(VIETNAMESE),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, indicator: Indicator, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.indicator, self.today, self.typed = indicator, today, cast(Typed | None, None)
        newest = max(indicator.definitions.all(), key=lambda each: each.number)
        cast(Any, self.fields["value"].widget).unit = of_plan(newest.unit)
        choices: dict[str, Any] = {"nature": Nature, "dimension": Dimension}
        for name, offered in choices.items():
            labels = [(each.value, capfirst(str(each.label))) for each in offered]
            cast(Any, self.fields[name]).choices = labels
        cast(Any, self.fields["value"]).needed = True
        place = cast(Any, self.fields["place"])
        place.queryset = Agency.objects.filter(locality=indicator.locality_id, kind=Kind.COMMUNE)
        place.label_from_instance = lambda row: row.label
        place.empty_label = _("the whole area")

    def clean_period(self) -> Period:
        """The period that was typed."""
        return read_period(self.cleaned_data["period"])

    def clean(self) -> dict[str, Any]:
        """What was typed; refuses what cannot stand, and asks for a reason for what is unusual."""
        said = super().clean() or self.cleaned_data
        if self.errors:
            return said
        copied = {name: said[name] for name in COPIED}
        facts = {"indicator": self.indicator, "period": said["period"], "value": said["value"]}
        typed = Typed(**facts, **copied, applies=not said["absent"])
        faults = list(faults_of(typed))
        for name, words in faults:
            self.add_error(name, words)
        if not faults:
            self._ask(typed, said["reason"].strip())
        self.typed = typed
        return said

    def _ask(self, typed: Typed, reason: str) -> None:
        """Add what is asked about the figure; most of it is answered by a reason."""
        beside = Neighbours.of(typed)
        doubts = asked_about(typed, beside, self.today)
        read = asked_of_words(self.data.get(self.add_prefix("value"), ""), beside)
        for doubt in [read] if read else doubts:
            if not (doubt.unless_reason and reason):
                code = "doubt" if doubt.unless_reason else "refused"
                where = doubt.field if doubt.field in self.fields else "value"
                self.add_error(where, ValidationError(doubt.words, code))

    def row(self) -> Observation:
        """The row that was typed; a reason for an unusual figure stands in its note."""
        row = cast(Typed, self.typed).row()  # is_valid was asked
        row.note = row.note or self.cleaned_data["reason"]
        return row


class WhyForm(forms.Form):
    """Words that a deed asks for."""

    words = forms.CharField(max_length=500, widget=forms.Textarea({"rows": 3, **VIETNAMESE}))

    def __init__(self, *args: Any, label: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = label
