"""What people type on the pages of the running plan, turned into values."""

import uuid
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.plans.links import Told, figures_of, proposed_percent
from tiendo.progress.measured import told_for
from tiendo.progress.models import Occurrence, Step, WorkState
from tiendo.progress.owing.handling import percent_of
from tiendo.progress.pasting import WordsInput, refuse_undecided
from tiendo.progress.proofs.fields import FilesField
from tiendo.progress.services import ReportWords
from tiendo.progress.terms import counted_due
from tiendo.registers.measures import Measure
from tiendo.ui.fields import DayField, FigureField
from tiendo.ui.templatetags.ui import n


class AcrossSelect(forms.RadioSelect):
    """Radio buttons side by side."""

    across = True


def refuse_parts(figure: Decimal) -> None:
    """Raise ValidationError for a part of a per cent: it would be stored as less than was typed."""
    if figure % 1:
        raise ValidationError(_("Whole per cent only: 55, not 55,5."))


class OneTimeKey(forms.UUIDField):
    """Hidden, and another one with every form that is shown: what is sent twice is one. Its value is 32 hex digits."""

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)

    def clean(self, value: Any) -> str:
        """The digits; "" where none came."""
        found = super().clean(value)
        return found.hex if found else ""


def _works() -> list[tuple[str, str]]:
    return [(state.value, capfirst(str(state.label))) for state in WorkState]


def propose_percent(
    field: forms.Field, steps: Sequence[Step], told: Sequence[Told] = ()
) -> int | None:
    """Let the registers, or else the steps that are done, propose the degree of completion, and say so.

    Figures without a goal propose nothing; they are said all the same. Returns what is proposed; None for nothing.
    """
    percent = _propose(field, steps, told)
    beside = [_figure_in_words(each) for each in told if each.measure and each.percent is None]
    if beside:
        said = gettext("The registers say: %(figures)s.") % {"figures": "; ".join(beside)}
        field.help_text = f"{field.help_text} {said}".strip()
    return percent


def _figure_in_words(told: Told) -> str:
    """What a register counts for the period: "Money allocated in the year (2026): 1.500 million dong"."""
    measure = cast(Measure, told.measure)
    if told.figure is None:
        return f"{measure.title} ({told.of_years}): {gettext('no data')}"
    return f"{measure.title} ({told.of_years}): {n(told.figure)} {measure.unit}".rstrip()


def _propose(field: forms.Field, steps: Sequence[Step], told: Sequence[Told]) -> int | None:
    percent = proposed_percent(told)
    if percent is not None:
        field.initial = percent
        said = gettext(
            "The registers say %(figures)s: that proposes %(percent)d%%. Change it freely."
        )
        field.help_text = said % {"figures": figures_of(told), "percent": percent}
        return percent
    if not steps:
        return None
    field.initial = percent_of(steps)
    said = gettext(
        "%(done)d of %(all)d steps are done: that proposes %(percent)d%%. Change it freely."
    )
    done = sum(step.done_on is not None for step in steps)
    field.help_text = said % {"done": done, "all": len(steps), "percent": field.initial}
    return field.initial


class ReportForm(forms.Form):
    """What an office says about one period."""

    agency = forms.ModelChoiceField(
        Agency.objects.none(),
        label=_("Report of"),
        empty_label=None,
        widget=forms.Select(attrs={"lang": "vi"}),
    )
    work = forms.ChoiceField(
        label=_("In this period the work is"), choices=_works, widget=AcrossSelect
    )
    result = forms.CharField(
        label=_("What was done"),
        help_text=_("As in a report on paper: what, how much, where."),
        error_messages={"required": _("Write what was done, or choose that nothing arose.")},
        max_length=10_000,
        widget=WordsInput(attrs={"rows": 5}),
    )
    percent = FigureField(
        label=_("Degree of completion"),
        help_text=_("Only where it can be counted."),
        required=False,
        min_value=0,
        max_value=100,
        unit="%",
        validators=[refuse_parts],
    )
    work_on = DayField(
        label=_("Done on"), help_text=_("When the work is done: on which day."), required=False
    )
    difficulties = forms.CharField(
        label=_("Difficulties"),
        required=False,
        max_length=5_000,
        widget=WordsInput(attrs={"rows": 2, "class": "ta-2"}),
    )
    proposals = forms.CharField(
        label=_("Proposals"),
        required=False,
        max_length=5_000,
        widget=WordsInput(attrs={"rows": 2, "class": "ta-2"}),
    )
    key = OneTimeKey()
    evidence = FilesField(
        label=_("Evidence"),
        help_text=_("PDF, Word, Excel, pictures; up to 10 files of 20 MB each."),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        occurrence: Occurrence,
        offices: Sequence[Agency],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.occurrence, self.today = occurrence, today
        agency = cast(forms.ModelChoiceField, self.fields["agency"])
        agency.queryset = Agency.objects.filter(pk__in=[row.pk for row in offices])
        own = _own(occurrence, offices)
        agency.initial = own.pk
        if own.pk == occurrence.obligation.agency_id:
            steps = list(occurrence.obligation.steps.all())
            propose_percent(self.fields["percent"], steps, told_for(occurrence, today))
        if len(offices) == 1:
            agency.widget = forms.HiddenInput()
        self.fields["result"].required = self["work"].data != WorkState.NOTHING_AROSE
        if not self._is_over:
            self.fields["work_on"].initial = f"{today:%d/%m/%Y}"

    @property
    def _is_over(self) -> bool:
        deadline = self.occurrence.deadline
        return deadline is not None and deadline < self.today

    def clean_work_on(self) -> date | None:
        """The day the work was done, which has come already."""
        day = self.cleaned_data["work_on"]
        if day and day > self.today:
            raise ValidationError(
                _("That day has not come yet. Type the day on which it was done.")
            )
        return day

    def clean(self) -> dict[str, Any]:
        """Work that is done needs the day on which it was."""
        cleaned = super().clean() or {}
        refuse_undecided(self)
        if (
            cleaned.get("work") == WorkState.DONE
            and "work_on" not in self.errors
            and not cleaned["work_on"]
        ):
            self.add_error(
                "work_on", _("Type the day on which the work was done, like 25/01/2022.")
            )
        return cleaned

    def words(self) -> ReportWords:
        """What was said, as the service wants it."""
        said = self.cleaned_data
        whole = said["percent"] is not None and said["work"] == WorkState.IN_PROGRESS
        return ReportWords(
            work=said["work"],
            work_on=said["work_on"] if said["work"] == WorkState.DONE else None,
            result=said["result"],
            percent=int(said["percent"]) if whole else None,
            difficulties=said["difficulties"],
            proposals=said["proposals"],
            key=said["key"],
        )


def _own(occurrence: Occurrence, offices: Sequence[Agency]) -> Agency:
    """The office that owes the period when it is among these, else the first of them."""
    return next((row for row in offices if row.pk == occurrence.obligation.agency_id), offices[0])


class DeciderForm(forms.Form):
    """Who has to decide before work can begin: an office of the locality, or any body outside."""

    decider = forms.CharField(
        label=_("Who must decide"),
        help_text=_("An office, or a body outside, as in a letter. It stands in every reminder."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"lang": "vi", "list": "offices"}),
    )


class ConditionForm(forms.Form):
    """Since when an awaited decision is there, and the day that follows from it."""

    met_on = DayField(label=_("The condition was met on"))
    due = DayField(
        label=_("New deadline"),
        help_text=_("The day that follows from the decision; leave it empty if none is set."),
        required=False,
    )
    decision = forms.CharField(
        label=_("Decision"),
        help_text=_("Number and day of the document that decided, like 15/KH-UBND of 21/02/2022."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"lang": "vi"}),
    )

    def __init__(self, *args: Any, occurrence: Occurrence, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.occurrence, self.today = occurrence, today

    def clean_met_on(self) -> date:
        """A day that has come already."""
        day: date = self.cleaned_data["met_on"]
        if day > self.today:
            raise ValidationError(_("That day has not come yet."))
        return day

    def clean_due(self) -> date | None:
        """A day after the work began."""
        day = self.cleaned_data["due"]
        if day and day < self.occurrence.starts:
            raise ValidationError(
                _("The deadline must not lie before %(day)s, when the plan begins.")
                % {"day": f"{self.occurrence.starts:%d/%m/%Y}"}
            )
        return day

    def clean(self) -> dict[str, Any]:
        """Where no day is typed, the one that the words of the document count from the day it was met."""
        data = super().clean() or self.cleaned_data
        if data.get("met_on") and "due" in data and data["due"] is None:
            data["due"] = counted_due(self.occurrence.condition, data["met_on"])
        return data


PAST_WORK = [
    ("", _("leave it open")),
    *((each, each.label) for each in (WorkState.DONE, WorkState.NOTHING_AROSE)),
]


class PastForm(forms.Form):
    """The result of one period that was over before the plan was followed here."""

    occurrence = forms.IntegerField(widget=forms.HiddenInput, max_value=2**63 - 1)
    chosen = forms.BooleanField(label=_("Choose"), required=False)
    work = forms.ChoiceField(label=_("Result"), choices=PAST_WORK, required=False)
    work_on = DayField(label=_("Done on"), required=False)
    result = forms.CharField(label=_("What was done"), required=False, max_length=10_000)

    def clean(self) -> dict[str, Any]:
        """Words need a choice; done needs its day."""
        cleaned = super().clean() or {}
        work = cleaned.get("work")
        if work == WorkState.DONE and not cleaned.get("work_on") and "work_on" not in self.errors:
            self.add_error(
                "work_on", _("Type the day on which the work was done, like 25/01/2022.")
            )
        said = cleaned.get("result", "").strip() or cleaned.get("work_on")
        if said and not work and not self.errors:
            self.add_error("work", _("Choose what became of it."))
        return cleaned


PastForms = forms.formset_factory(PastForm, extra=0)
