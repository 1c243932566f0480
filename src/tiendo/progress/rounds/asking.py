"""What a coordinator types to open a round, or to give offices more days, turned into values."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Kind
from tiendo.agencies.workdays import Table
from tiendo.plans.models import Plan
from tiendo.progress.models import Calendar, RoundKind
from tiendo.progress.rounds.opening import Asked, Asking, offices_asked, working_days
from tiendo.progress.rounds.schedule import (
    PARTS,
    Span,
    days_of,
    earliest_due,
    moved_due,
    proposed_due,
    to_higher_level,
)
from tiendo.ui.fields import DayField


def _choices(labels: Any) -> list[tuple[str, str]]:
    return [(row.value, capfirst(str(row.label))) for row in labels]


class PeriodForm(forms.Form):
    """Which period a round is of."""

    kind = forms.ChoiceField(label=_("Kind of round"), choices=lambda: _choices(RoundKind))
    calendar = forms.ChoiceField(label=_("Calendar"), choices=lambda: _choices(Calendar))
    year = forms.IntegerField(label=_("Year"), min_value=2000, max_value=2100)
    part = forms.IntegerField(
        label=_("Which one in the year"),
        help_text=_("Month 1 to 12, quarter 1 to 4, half-year 1 or 2; otherwise leave it empty."),
        required=False,
        min_value=1,
        max_value=12,
    )
    title = forms.CharField(
        label=_("Called"),
        help_text=_("Only for a special occasion."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"lang": "vi"}),
    )
    starts = DayField(label=_("Figures from"), required=False)
    cut_off = DayField(
        label=_("Figures until"), help_text=_("Only for a special occasion."), required=False
    )

    def clean(self) -> dict[str, Any]:
        """The days of the period, in `span`."""
        said = super().clean() or {}
        if self.errors:
            return said
        special = said["kind"] == RoundKind.SPECIAL
        said["span"] = self._special() if special else self._regular()
        single = said["kind"] in (RoundKind.YEAR, RoundKind.NINE_MONTHS, RoundKind.SPECIAL)
        said["part"] = 0 if single else said.get("part")
        return said

    def _regular(self) -> Span | None:
        said = self.cleaned_data
        part = 0 if PARTS[said["kind"]] == 1 else said["part"] or -1
        try:
            return days_of(said["kind"], said["calendar"], said["year"], part)
        except ValueError:
            self.add_error("part", _("A year has no such month, quarter or half-year."))
        return None

    def _special(self) -> Span | None:
        said = self.cleaned_data
        for name in ("title", "starts", "cut_off"):
            if not said.get(name):
                self.add_error(name, _("A special occasion needs a name and its two days."))
        if not self.errors and said["cut_off"] < said["starts"]:
            self.add_error("cut_off", _("The last day comes before the first one."))
        return None if self.errors else Span(said["starts"], said["cut_off"])


class Proposal:
    """What opening this period would mean: who is asked, by when, with one box for each kind of office."""

    def __init__(self, plan: Plan, said: dict[str, Any], today: date, data: Any = None) -> None:
        self.plan, self.said, self.today = plan, said, today
        self.span: Span = said["span"]
        self.table: Table = working_days(plan)
        self.asked: Sequence[Asked] = offices_asked(plan, self.span, today)
        self.kinds = [kind for kind in Kind if any(row.agency.kind == kind for row in self.asked)]
        self.dues = _dues_form(self)(data, prefix="due")
        chosen = data.getlist("office") if data is not None else None
        self.chosen = (
            {row.agency.pk for row in self.asked if not row.invited}
            if chosen is None
            else {row.agency.pk for row in self.asked if str(row.agency.pk) in chosen}
        )
        self.words = data.get("words", "")[:5_000] if data is not None else ""

    @property
    def earliest(self) -> date:
        """The first day a report may be asked for."""
        return earliest_due(self.span.cut_off, self.table)

    @property
    def higher_level(self) -> date:
        """By when the district's own report is due above."""
        return to_higher_level(self.span)

    @property
    def offices(self) -> list[tuple[Kind, Any, list[tuple[Asked, bool]]]]:
        """The offices by kind, with the box of their due day and whether each is chosen."""
        return [
            (kind, self.dues[kind], [(row, row.agency.pk in self.chosen) for row in rows])
            for kind in self.kinds
            if (rows := [row for row in self.asked if row.agency.kind == kind])
        ]

    def asking(self) -> Asking:
        """What is to be opened; the due days are on working days."""
        said = {name: self.said[name] for name in ("kind", "calendar", "year", "part", "span")}
        return Asking(
            **said,
            title=self.said["title"],
            words=self.words,
            dues={kind.value: self.dues.cleaned_data[kind] for kind in self.kinds},
            offices=frozenset(self.chosen),
        )


class DuesForm(forms.Form):
    """By when offices of each kind report."""

    proposal: Proposal

    def clean(self) -> dict[str, Any]:
        """Days that leave a working day after the cut-off, moved to working days."""
        said = super().clean() or {}
        for kind in self.proposal.kinds:
            day = said.get(kind)
            if day and day < self.proposal.earliest:
                sentence = _("Not before %(day)s: one working day after the cut-off at least.")
                words = {"day": f"{self.proposal.earliest:%d/%m/%Y}"}
                self.add_error(kind, ValidationError(sentence, params=words))
            elif day:
                said[kind] = moved_due(day, self.proposal.table)
        return said


def _dues_form(proposal: Proposal) -> type[DuesForm]:
    fields = {
        kind.value: DayField(
            label=capfirst(str(kind.label)),
            initial=f"{proposed_due(proposal.span.cut_off, kind, proposal.table):%d/%m/%Y}",
        )
        for kind in proposal.kinds
    }
    return type("RoundDuesForm", (DuesForm,), {**fields, "proposal": proposal})


class DaysForm(forms.Form):
    """Until when the chosen offices are given time, and why."""

    due = DayField(label=_("Report by"))
    reason = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.TextInput(attrs={"lang": "vi"})
    )
