"""The places in an office's form where it gives its figures: with the last one, and what is asked of a new one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tiendo.indicators.asking import Neighbours, asked_about
from tiendo.indicators.definitions import version_of
from tiendo.indicators.judging.values import Nature
from tiendo.indicators.models import Definition, Indicator, Observation
from tiendo.indicators.newest import newest_of
from tiendo.indicators.periods import Period
from tiendo.indicators.typed import Typed, faults_of
from tiendo.progress.models import GivenFigure, NoFigure, OfficeReport
from tiendo.progress.rounds.figures import figures_asked, period_of
from tiendo.progress.rounds.status import entry_open
from tiendo.progress.rounds.typed import Typed as TypedForm
from tiendo.progress.rounds.writing import FigureWords
from tiendo.ui.fields import FigureField

VIETNAMESE = {"lang": "vi"}
EMPTY = GivenFigure()


def _natures() -> list[tuple[str, str]]:
    return [(each.value, capfirst(str(each.label))) for each in Nature]


def _reasons() -> list[tuple[str, str]]:
    return [("", "–"), *((each.value, capfirst(str(each.label))) for each in NoFigure)]


class SlotForm(TypedForm):
    """One figure, or why there is none; as a draft it may be left open."""

    value = FigureField(
        label=pgettext_lazy("indicators", "Figure"), max_digits=24, decimal_places=6, required=False
    )
    nature = forms.ChoiceField(
        label=gettext_lazy("How far it is settled"), choices=_natures, required=False
    )
    none = forms.ChoiceField(label=gettext_lazy("No figure"), choices=_reasons, required=False)
    why = forms.CharField(
        label=gettext_lazy("Why"),
        help_text=gettext_lazy("Why there is none yet, or why an unusual figure is right."),
        max_length=500,
        required=False,
        widget=forms.TextInput(VIETNAMESE),
    )

    def __init__(self, *args: Any, unit: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(Any, self.fields["value"]).needed = True  # a draft may leave it open, a report not
        box = cast(Any, self.fields["value"].widget)
        box.unit = format_html('<span lang="vi">{}</span>', unit)

    def clean(self) -> dict[str, Any]:
        """What was typed; a figure and the word that there is none exclude each other."""
        said = super().clean() or self.cleaned_data
        if said.get("value") is not None and said.get("none"):
            self.add_error("none", _("Type the figure, or say that there is none; not both."))
        return said


@dataclass(slots=True)
class Slot:
    """A figure that is asked for: of which indicator and period, what is stored, what is typed, what stood last."""

    indicator: Indicator
    definition: Definition
    period: Period
    form: SlotForm
    stored: GivenFigure
    shut: bool
    last: Observation | None

    def words(self) -> FigureWords:
        """What was typed, as the service wants it."""
        stored = self.form.stored
        value: Decimal | None = stored("value")
        none = stored("none") if value is None else ""
        nature = stored("nature") or Nature.ESTIMATE
        return FigureWords(self.indicator.pk, value, none or "", nature, stored("why") or "")

    def check_complete(self, today: date) -> None:
        """Add what is still missing or to be asked before the report can go."""
        said = self.form.cleaned_data
        value, none, why = said.get("value"), said.get("none"), said.get("why", "").strip()
        if value is None:
            if not none and "value" not in self.form.errors:
                self.form.add_error("value", _("Type the figure, or say why there is none."))
            elif none == NoFigure.UNKNOWN and not why:
                self.form.add_error("why", _("Say why there is no figure yet."))
            return
        facts = {"value": value, "nature": said.get("nature") or Nature.ESTIMATE}
        typed = Typed(indicator=self.indicator, period=self.period, **facts)
        for _name, words in faults_of(typed):
            self.form.add_error("value", words)
        for doubt in asked_about(typed, Neighbours.of(typed), today):
            if not (doubt.unless_reason and why):
                name = doubt.field if doubt.field in self.form.fields else "value"
                self.form.add_error(name, doubt.words)


def slots_of(report: OfficeReport, data: Any = None) -> list[Slot]:
    """The figures that are asked for in this report; `data` is what was posted."""
    period, asked = period_of(report.round), figures_asked(report)
    if period is None or not asked:
        return []
    stored = {row.indicator_id: row for row in report.figures.all()}
    last = newest_of([row.pk for row in asked], period)
    shut = not entry_open(report.state, None)
    return [_slot(each, period, (stored, last, shut), data) for each in asked]


def _slot(indicator: Indicator, period: Period, known: Any, data: Any) -> Slot:
    stored, last, shut = known
    definition = cast(Definition, version_of(indicator.definitions.all(), period.year))
    row: GivenFigure = stored.get(indicator.pk, EMPTY)
    names = ("value", "nature", "none", "why")
    initial: Mapping[str, Any] = {name: getattr(row, name) for name in names}
    form = SlotForm(
        None if shut else data,
        initial=initial,
        prefix=f"s{indicator.pk}",
        unit=definition.unit,
    )
    return Slot(indicator, definition, period, form, row, shut, last.get(indicator.pk))
