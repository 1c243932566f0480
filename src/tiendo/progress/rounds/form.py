"""The one form of an office in a round: general words, and an entry for each period it owes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Exists, OuterRef, Subquery
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tiendo.plans.links import Told
from tiendo.plans.models import Link, Plan, TaskKind
from tiendo.progress.forms import AcrossSelect, FilesField, propose_percent, refuse_parts
from tiendo.progress.measured import told_for_all
from tiendo.progress.models import (
    Evidence,
    Obligation,
    Occurrence,
    OfficeReport,
    Report,
    Step,
    WorkState,
)
from tiendo.progress.pasting import WordsInput, refuse_undecided
from tiendo.progress.rounds.elsewhere import plans_of
from tiendo.progress.rounds.owed import is_required, with_places
from tiendo.progress.rounds.slots import Slot, slots_of
from tiendo.progress.rounds.status import entry_open
from tiendo.progress.rounds.typed import Typed
from tiendo.progress.rounds.writing import EntryWords, FigureWords, Words
from tiendo.ui.fields import DayField, FigureField

WORDLESS = (WorkState.NOTHING_AROSE, WorkState.NOT_STARTED)


def _works() -> list[tuple[str, str]]:
    return [(state.value, capfirst(str(state.label))) for state in WorkState]


def _text(label: Any, most: int, rows: int = 2, **facts: Any) -> forms.CharField:
    look = {"rows": rows, "lang": "vi", **({"class": "ta-2"} if rows < 3 else {})}
    box = WordsInput(attrs=look)
    return forms.CharField(label=label, required=False, max_length=most, widget=box, **facts)


class GeneralForm(Typed):
    """What the office says in general."""

    overview = _text(_("In general"), 20_000, 4, help_text=_("What matters most in this period."))
    difficulties = _text(_("Difficulties common to the work"), 10_000)
    proposals = _text(_("Proposals"), 10_000)

    def words(self, *, nothing: bool, figures: Sequence[FigureWords] = ()) -> Words:
        """What was typed, as the service wants it."""
        return Words(
            figures=figures,
            overview=self.stored("overview") or "",
            difficulties=self.stored("difficulties") or "",
            proposals=self.stored("proposals") or "",
            nothing=nothing,
        )


class EntryForm(Typed):
    """What the office says of one period of its work; as a draft it may be left open."""

    work = forms.ChoiceField(
        label=_("In this period the work is"),
        choices=_works,
        widget=AcrossSelect,
        required=False,
        error_messages={
            "invalid_choice": _("“%(value)s” is not in the list: choose how the work stands.")
        },
    )
    result = _text(
        _("What was done"),
        10_000,
        3,
        help_text=_("As in a report on paper: what, how much, where."),
    )
    percent = FigureField(
        label=_("Degree of completion"),
        required=False,
        min_value=0,
        max_value=100,
        unit="%",
        validators=[refuse_parts],
    )
    work_on = DayField(
        label=_("Done on"), help_text=_("When the work is done: on which day."), required=False
    )
    difficulties = _text(_("Difficulties"), 5_000)
    proposals = _text(_("Proposals"), 5_000)
    evidence = FilesField(label=_("Evidence"), required=False)

    def __init__(
        self,
        *args: Any,
        today: date,
        steps: Sequence[Step] = (),
        told: Sequence[Told] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["work"].needed = True  # type: ignore[attr-defined]  # a draft may leave it open, a report not
        self.today = today
        self.proposed = propose_percent(self.fields["percent"], steps, told)

    def clean_work_on(self) -> date | None:
        """The day the work was done, which has come already."""
        day = self.cleaned_data["work_on"]
        if day and day > self.today:
            raise ValidationError(
                _("That day has not come yet. Type the day on which it was done.")
            )
        return day

    def clean_percent(self) -> int | None:
        """Whole per cent."""
        figure = self.cleaned_data["percent"]
        return None if figure is None else int(figure)

    def words(self, occurrence: int) -> EntryWords:
        """What was typed, as the service wants it."""
        said = ("result", "difficulties", "proposals")
        texts: dict[str, Any] = {name: self.stored(name) or "" for name in said}
        words = EntryWords(
            occurrence=occurrence,
            work=self.stored("work") or "",
            work_on=self.stored("work_on"),
            files=tuple(self._files()),
            **texts,
        )
        return replace(words, percent=self._percent(words))

    @property
    def kept_files(self) -> list[str]:
        """The names of the files that were stored although another one was refused."""
        refused = self.is_bound and "evidence" in self.errors
        return [file.name or "" for file in self._files()] if refused else []

    def _files(self) -> list[UploadedFile]:
        """The files that are taken: one that is refused does not cost the others."""
        return cast(FilesField, self.fields["evidence"]).kept if self.is_bound else []

    def _percent(self, words: EntryWords) -> int | None:
        """The percent as typed; one only proposed counts beside words on work that goes on."""
        percent = self.stored("percent")
        goes_on = not words.is_empty and words.work in ("", WorkState.IN_PROGRESS)
        return percent if goes_on or percent != self.proposed else None

    def check_complete(self, *, required: bool) -> None:
        """Add what is still missing before the report can go."""
        work, done = self.cleaned_data.get("work"), self.cleaned_data.get("work_on")
        texts = ("result", "difficulties", "proposals", "work_on")
        if not work and (required or any(self.cleaned_data.get(name) for name in texts)):
            self.add_error("work", _("Choose how the work stands."))
        if work == WorkState.DONE and not done and "work_on" not in self.errors:
            self.add_error(
                "work_on", _("Type the day on which the work was done, like 25/01/2022.")
            )
        if work and work not in WORDLESS and not self.cleaned_data.get("result"):
            self.add_error("result", _("Write what was done, or choose that nothing arose."))


@dataclass(slots=True)
class Entry:
    """One period in the form: what was said of the work before, what is stored, what is typed.

    `shut` entries are only shown: they were accepted, or sent with what is returned.
    """

    office: "OfficeForm"
    row: Occurrence
    form: EntryForm
    stored: Report | None
    shut: bool
    required: bool

    @property
    def task(self) -> Any:
        """The task the work is of."""
        return self.row.obligation.task

    @property
    def heading(self) -> str:
        """Under which heading of the plan it stands; work owed with another plan has its own."""
        if self.task.plan_id != self.office.report.round.plan_id:
            return gettext("Reported here for other plans as well")
        duty = self.task.kind == TaskKind.DUTY
        return str(self.task.section or (_("Duties") if duty else _("Tasks")))

    @property
    def plans(self) -> list[Plan]:
        """The plans for which it counts, where these are several."""
        return self.office.plans.get(self.task.pk, [])

    @property
    def before(self) -> Report | None:
        """What was last said of the work, before this round."""
        return self.office.before.get(self.row.obligation_id)

    @property
    def evidence(self) -> list[Evidence]:
        """What came with the entry already."""
        key = self.stored.pk if self.stored else None
        return [row for row in self.office.evidence if row.report_id == key]


class OfficeForm:
    """The whole form; `data` is what was posted, or kept while the session ended."""

    def __init__(
        self, report: OfficeReport, today: date, data: QueryDict | None = None, files: Any = None
    ) -> None:
        self.report, self.today, self.data, self.files = report, today, data, files
        initial = {name: getattr(report, name) for name in GeneralForm.base_fields}
        self.general = GeneralForm(data, initial=initial, prefix="g")

    @property
    def is_bound(self) -> bool:
        """Whether something was typed in it."""
        return self.data is not None

    @cached_property
    def entries(self) -> list[Entry]:
        """Every period in the order of the document."""
        stored = {row.occurrence_id: row for row in self.report.entries.all()}
        rows = [row for row in self.rows if row.place is None or row.pk in stored]
        return [self._entry(row, stored.get(row.pk)) for row in rows]

    @cached_property
    def rows(self) -> list[Any]:
        """Every period there is something to say on, here or in another plan's round."""
        ties = Link.objects.filter(task=OuterRef("obligation__task"))
        rows = with_places(self.report).annotate(tied=Exists(ties))
        return list(rows.prefetch_related("obligation__steps"))

    @cached_property
    def told(self) -> Mapping[int, list[Told]]:
        """What the registers say, by the period of work that is tied to them."""
        return told_for_all([row for row in self.rows if row.tied], self.today)

    @cached_property
    def plans(self) -> Mapping[int, list[Plan]]:
        """By task the plans for which it counts, of work that several give."""
        shared = [row for row in self.rows if row.shared]
        return plans_of(shared) if shared else {}

    @cached_property
    def elsewhere(self) -> list[tuple[Occurrence, OfficeReport]]:
        """What is reported in another plan's round instead, with the report it is to be written in."""
        own = {entry.row.pk for entry in self.entries}
        rows = [row for row in self.rows if row.pk not in own]
        reports = OfficeReport.objects.select_related("round__plan")
        there = reports.in_bulk([row.place for row in rows]) if rows else {}
        return [(row, there[row.place]) for row in rows]

    @cached_property
    def before(self) -> Mapping[int, Report]:
        """The newest report from before this round, by obligation."""
        return last_said([entry.row for entry in self.entries], self.report)

    @cached_property
    def evidence(self) -> list[Evidence]:
        """Every file that came with the report."""
        return list(Evidence.objects.filter(report__within=self.report.pk))

    def _entry(self, row: Any, stored: Report | None) -> Entry:
        shut = not entry_open(self.report.state, stored.state if stored else None)
        names = [name for name in EntryForm.base_fields if name != "evidence"]
        initial = {name: getattr(stored, name) for name in names} if stored else {}
        data, files = (None, None) if shut else (self.data, self.files)
        facts: dict[str, Any] = {
            "prefix": f"e{row.pk}",
            "today": self.today,
            "steps": list(row.obligation.steps.all()),
            "told": self.told.get(row.pk, []),
        }
        form = EntryForm(data, files, initial=initial, **facts)
        return Entry(self, row, form, stored, shut, is_required(row, self.today))

    @property
    def tied_tasks(self) -> list[int]:
        """The tasks of those that can be changed which are tied to registers."""
        return [entry.task.pk for entry in self.open_entries if entry.row.tied]  # type: ignore[attr-defined]

    @property
    def open_entries(self) -> list[Entry]:
        """Those that can be changed."""
        return [entry for entry in self.entries if not entry.shut]

    @property
    def forms(self) -> list[Typed]:
        """All that is typed into, for the summary of errors."""
        entries = (entry.form for entry in self.open_entries)
        return [self.general, *entries, *(slot.form for slot in self.open_slots)]

    @cached_property
    def slots(self) -> list[Slot]:
        """The figures that are asked for."""
        return slots_of(self.report, self.data)

    @property
    def open_slots(self) -> list[Slot]:
        """Those that can be given or changed."""
        return [slot for slot in self.slots if not slot.shut]

    @property
    def errors_by_entry(self) -> list[tuple[Entry | None, Any, str]]:
        """What is to be corrected: the entry it is in, the field, the sentence."""
        places: list[tuple[Entry | None, Typed]] = [(None, self.general)]
        places += [(entry, entry.form) for entry in self.open_entries]
        places += [(None, slot.form) for slot in self.open_slots]
        return [
            (entry, bound, str(error))
            for entry, form in places
            for bound in form
            for error in bound.errors
        ]

    def as_shown(self) -> dict[str, str]:
        """The text of every field by its name."""
        return {name: text for form in self.forms for name, text in form.as_shown()}

    def is_valid(self) -> bool:
        """Whether everything that was typed is understood."""
        return not [form for form in self.forms if form.errors]

    def check_complete(self) -> bool:
        """Whether the report can go; adds what is missing."""
        for form in self.forms:
            refuse_undecided(form)
        for entry in self.open_entries:
            entry.form.check_complete(required=entry.required)
        for slot in self.open_slots:
            slot.check_complete(self.today)
        return all(not form.errors for form in self.forms)

    def words(self, *, nothing: bool) -> Words:
        """What was typed in general; `nothing`: that nothing arose at all."""
        figures = [slot.words() for slot in self.open_slots]
        return self.general.words(nothing=nothing, figures=figures)

    def entry_words(self) -> list[EntryWords]:
        """What was typed of each period."""
        return [entry.form.words(entry.row.pk) for entry in self.open_entries]


def last_said(rows: list[Occurrence], report: OfficeReport) -> Mapping[int, Report]:
    """The newest report on each of these obligations from before this round, by obligation, in one query."""
    earlier = Report.objects.shown().by_who_owes().filter(occurrence__obligation=OuterRef("pk"))
    newest = Subquery(
        earlier.exclude(within=report.pk).order_by("-reported_at", "-pk").values("pk")[:1]
    )
    owed = Obligation.objects.filter(pk__in={row.obligation_id for row in rows})
    keys = owed.annotate(newest=newest).values("newest")
    found = Report.objects.filter(pk__in=keys).select_related("occurrence", "agency")
    return {row.occurrence.obligation_id: row for row in found}
