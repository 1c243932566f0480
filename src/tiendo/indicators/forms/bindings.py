"""What people type to say how a target is judged, and what they say of one in words."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tiendo.indicators.aims import proposed_form, term_of
from tiendo.indicators.forms.figures import of_plan
from tiendo.indicators.judging.values import Form
from tiendo.indicators.models import WRITABLE, Binding, Indicator
from tiendo.indicators.periods import EARLIEST, LATEST
from tiendo.indicators.units import factor_between
from tiendo.plans.models import Target, Task
from tiendo.ui.fields import DayField, FigureField, RowsField
from tiendo.ui.templatetags.ui import n

VIETNAMESE = {"lang": "vi"}
EXACT: dict[str, Any] = {"max_digits": 24, "decimal_places": 6, "required": False}
MOST_YEARS = 15  # waypoints of a term
WITH_BASE = (Form.LEVEL, Form.MEAN_GROWTH)


class YearField(forms.IntegerField):
    """A year of 1900 to 2199."""

    def __init__(self, **kwargs: Any) -> None:
        look = {"class": "r w-6", "inputmode": "numeric"}
        kwargs.setdefault("widget", forms.TextInput(look))
        super().__init__(min_value=EARLIEST, max_value=LATEST, required=False, **kwargs)


class BindingForm(forms.Form):
    """By what a target is judged, and how: form, indicator, term, base, the way to the goal, who works on it."""

    form = forms.ChoiceField(label=gettext_lazy("How the figures are held against it"))
    indicator = forms.ModelChoiceField(
        Indicator.objects.none(),
        label=gettext_lazy("Measured by"),
        required=False,
        widget=forms.Select(VIETNAMESE),
        empty_label=gettext_lazy("not chosen yet"),
    )
    scale = FigureField(
        label=gettext_lazy("Figures times"),
        max_digits=18,
        decimal_places=9,
        required=False,
        help_text=gettext_lazy("Brings the indicator to the unit of the target; empty: 1."),
    )
    same_unit = forms.BooleanField(label=gettext_lazy("Both units mean the same"), required=False)
    first_year = YearField(
        label=gettext_lazy("First year of the term"),
        help_text=gettext_lazy("Empty: as target and plan say."),
    )
    base_year = YearField(
        label=gettext_lazy("Base year"),
        help_text=gettext_lazy("Growth and the way to a level are counted from it."),
    )
    base_value = FigureField(
        label=gettext_lazy("Level of the base year"),
        help_text=gettext_lazy(
            "Only where the series does not have it; in the unit of the target, for growth in that of the "
            "indicator."
        ),
        **EXACT,
    )
    tasks = RowsField(
        Task.objects.none(),
        label=gettext_lazy("Tasks and duties that work towards it"),
        required=False,
        widget=forms.CheckboxSelectMultiple(VIETNAMESE),
    )
    note = forms.CharField(
        label=pgettext_lazy("indicators", "Note"),
        max_length=500,
        required=False,
        widget=forms.TextInput(VIETNAMESE),
    )

    def __init__(self, *args: Any, target: Target, binding: Binding | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.target, self.binding = target, binding
        forms_ = [(each.value, capfirst(str(each.label))) for each in Form]
        cast(Any, self.fields["form"]).choices = forms_
        rows = Indicator.objects.filter(locality=target.plan.locality_id)
        cast(Any, self.fields["indicator"]).queryset = rows.prefetch_related("definitions")
        cast(Any, self.fields["indicator"]).needed = True
        cast(Any, self.fields["tasks"].widget).in_columns = True
        tasks = target.plan.tasks.owed().filter(cancelled_on=None)
        cast(Any, self.fields["tasks"]).queryset = tasks
        unit = "" if self["form"].value() == Form.MEAN_GROWTH else of_plan(target.unit)
        cast(Any, self.fields["base_value"].widget).unit = unit
        for year in self.years:
            label = _("Level by the end of %(year)s") % {"year": year}
            field = FigureField(label=label, unit=unit, **EXACT)
            self.fields[f"way-{year}"] = field

    @property
    def years(self) -> Sequence[int]:
        """The years of the term before its last one, for which a level on the way can be entered."""
        term = term_of(self.target, self.target.plan, self.binding)
        if term is None:
            return ()
        first, last = term
        return range(max(first, last - MOST_YEARS), last)

    @property
    def ways(self) -> list[Any]:
        """The fields of the levels on the way."""
        return [self[f"way-{year}"] for year in self.years]

    @property
    def waypoints(self) -> dict[int, Decimal]:
        """The levels on the way that were typed, by year."""
        typed = {year: self.cleaned_data.get(f"way-{year}") for year in self.years}
        return {year: value for year, value in typed.items() if value is not None}

    def clean(self) -> dict[str, Any]:
        """What was typed; asks for the indicator, the base year and how the units go together."""
        said = super().clean() or self.cleaned_data
        form, indicator = said.get("form"), said.get("indicator")
        scale = said.get("scale")
        if scale is not None and scale <= 0:
            self.add_error("scale", _("Type a factor above 0."))
        if form and form != Form.WORDS and indicator is None and "indicator" not in self.errors:
            self.add_error("indicator", _("Choose what the target is measured by."))
        if form == Form.MEAN_GROWTH and said.get("base_year") is None:
            self._ask_base(indicator)
        if said.get("base_value") is not None and said.get("base_year") is None:
            self.add_error("base_year", _("Type the year of which this is the level."))
        if form and form != Form.WORDS and indicator and not self.errors:
            self._compare_units(indicator, form)
        return said

    def _ask_base(self, indicator: Indicator | None) -> None:
        rates = indicator and any(each.rate for each in indicator.definitions.all())
        if not rates and "base_year" not in self.errors:
            words = _("Mean growth is counted from the level of a year: type which, such as 2020.")
            self.add_error("base_year", words)

    def _compare_units(self, indicator: Indicator, form: str) -> None:
        """Ask how the units go together where they are not the same."""
        said = self.cleaned_data
        unit = max(indicator.definitions.all(), key=lambda each: each.number).unit
        if form == Form.MEAN_GROWTH or not self.target.unit or said.get("same_unit"):
            return
        factor = factor_between(unit, self.target.unit)
        scale = Decimal(1) if said.get("scale") is None else said["scale"]
        before = self.binding
        if before and (before.indicator_id, before.scale) == (indicator.pk, scale):
            return  # settled when it was stored
        units = {"unit": unit, "wanted": self.target.unit}
        if factor is None and said.get("scale") is None:
            words = _(
                "The indicator is counted in “%(unit)s”, the target in “%(wanted)s”. Type by what figures are "
                "multiplied, or say that both mean the same."
            )
            self.add_error("scale", words % units)
        elif factor is not None and factor != scale:
            words = _(
                "The indicator is counted in “%(unit)s”, the target in “%(wanted)s”: type %(factor)s here."
            )
            self.add_error("scale", words % {**units, "factor": n(factor)})

    def stored(self) -> Binding:
        """The binding as it was typed, not stored yet."""
        said = self.cleaned_data
        row = self.binding or Binding(target=self.target)
        for name in ("form", "indicator", "first_year", "base_year", "base_value", "note"):
            setattr(row, name, said[name])
        row.scale = Decimal(1) if said["scale"] is None else said["scale"]
        return row

    @property
    def asks_unit(self) -> bool:
        """Whether it was asked how the units go together."""
        return bool(self.errors.get("scale")) or bool(self.data.get("same_unit"))


def proposed(target: Target, binding: Binding | None) -> dict[str, Any]:
    """What the form shows first: what is stored, else what the words of the target speak of."""
    tasks = [row.task_id for row in target.served_by.all()]
    if binding is None:
        form = proposed_form(target)
        term = term_of(target, target.plan, None)
        base = term[0] - 1 if term and form in WITH_BASE else None
        return {"form": form.value, "base_year": base, "tasks": tasks}
    names = ("form", "indicator", "first_year", "base_year", "base_value", "note")
    said = {name: getattr(binding, name) for name in names}
    scale = None if binding.scale == 1 else binding.scale
    ways = {f"way-{each.year}": each.value for each in binding.waypoints.all()}
    return {**said, **ways, "scale": scale, "tasks": tasks}


class VerdictForm(forms.Form):
    """What somebody says of a target in words, on which day, and what it rests on."""

    verdict = forms.ChoiceField(label=gettext_lazy("Verdict"))
    day = DayField(label=gettext_lazy("As of"))
    words = forms.CharField(
        label=gettext_lazy("What it rests on"),
        help_text=gettext_lazy("Which work was done, which paper shows it."),
        max_length=5000,
        widget=forms.Textarea({"rows": 4, **VIETNAMESE}),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        labels = [(each.value, capfirst(str(each.label))) for each in WRITABLE]
        cast(Any, self.fields["verdict"]).choices = labels

    def clean_day(self) -> date:
        """The day, which has come already."""
        day = self.cleaned_data["day"]
        if day > self.today:
            raise ValidationError(_("That day has not come yet."))
        return day
