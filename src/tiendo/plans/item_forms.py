"""The forms in which a draft item is written, split, merged and joined."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from tiendo.plans.drafting import deadline
from tiendo.plans.forms import LinesField
from tiendo.plans.items import Aim, Due, Work, due_from, said_by
from tiendo.plans.models import DeadlineKind, DraftItem, ItemKind
from tiendo.ui.fields import DayField, FigureField
from vanban.deadlines import read_deadline
from vanban.text import plain

BY_THE_WORDS = "words"
SMALL_TEXT = forms.Textarea(attrs={"rows": 6, "class": "ta-2", "lang": "vi"})
RECURRENCES = [
    ("", _("once")),
    ("year", _("every year")),
    ("half-year", _("every half-year")),
    ("quarter", _("every quarter")),
    ("month", _("every month")),
    ("week", _("every week")),
]


class WorkForm(forms.Form):
    """A task or a duty."""

    text = forms.CharField(
        label=_("What is to be done, in the words of the document"), widget=SMALL_TEXT
    )
    number = forms.CharField(label=_("Number"), max_length=20, required=False)
    leads = LinesField(
        label=_("Lead offices"), help_text=_("As the document writes them, one on each line.")
    )
    coordinating = LinesField(
        label=_("Coordinating offices"), help_text=_("One on each line."), required=False
    )
    deadline = forms.CharField(
        label=_("Deadline in the words of the document"), max_length=300, required=False
    )
    kind = forms.ChoiceField(
        label=_("The deadline means"),
        choices=[(BY_THE_WORDS, _("what its words say")), *DeadlineKind.choices],
        initial=BY_THE_WORDS,
    )
    start = DayField(label=_("From"), required=False)
    end = DayField(label=_("Last day in time"), required=False)
    recurrence = forms.ChoiceField(label=_("How often"), choices=RECURRENCES, required=False)
    product = forms.CharField(
        label=_("Product"),
        help_text=_("The document or thing to be handed over, if the work ends with one."),
        max_length=300,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Days and kind must tell the same; the words are read where nothing else is said."""
        data = super().clean() or self.cleaned_data
        kind, start, end = data.get("kind"), data.get("start"), data.get("end")
        if start and end and end < start:
            self.add_error("end", _("The last day lies before the first."))
        if kind in ("year", "year-range", "quarter", "month", "date") and not end and "end" in data:
            self.add_error("end", _("Type the last day on which the work is in time."))
        if kind in ("none", "conditional") and (start or end):
            self.add_error(
                "kind", _("This kind of deadline has no day. Choose “a day” or empty the days.")
            )
        return data

    def said(self) -> Work:
        """What was typed."""
        data = self.cleaned_data
        return Work(
            text=plain(data["text"]),
            number=data["number"],
            leads=data["leads"],
            coordinating=data["coordinating"],
            due=self._due(),
            product=data["product"],
        )

    def _due(self) -> Due:
        data = self.cleaned_data
        read = due_of(data["deadline"])
        if self._words_alone_changed() and (read.end or read.recurrence):
            return read
        if data["kind"] == BY_THE_WORDS and not data["end"]:
            return read
        kind = "date" if data["kind"] == BY_THE_WORDS else data["kind"]
        recurrence = data["recurrence"] if kind == "recurring" else ""
        within = read.within if recurrence and read.recurrence == recurrence else ""
        return Due(data["deadline"], kind, data["start"], data["end"], recurrence, within)

    def _words_alone_changed(self) -> bool:
        """Whether other words of the deadline were typed and what they mean was left as it stood before."""
        changed = set(self.changed_data)
        return "deadline" in changed and not changed & {"kind", "start", "end", "recurrence"}


def due_of(words: str) -> Due:
    """What the words of a deadline say, by the rules of the reader."""
    row = deadline(asdict(read_deadline(words)))
    return due_from({**row, "text": words})


class AimForm(forms.Form):
    """A target."""

    text = forms.CharField(label=_("The target in the words of the document"), widget=SMALL_TEXT)
    indicator = forms.CharField(label=_("What is measured"), max_length=400)
    comparator = forms.ChoiceField(
        label=_("The figure is"),
        choices=[
            ("", _("none: an aim in words")),
            (">=", _("at least")),
            ("<=", _("at most")),
            ("=", _("exactly")),
            ("range", _("a range")),
            ("about", _("about")),
        ],
        required=False,
    )
    strict = forms.BooleanField(
        label=_("more than, or less than: the figure itself does not do"), required=False
    )
    low = FigureField(label=_("Figure"), required=False, max_digits=20, decimal_places=4)
    high = FigureField(label=_("To (of a range)"), required=False, max_digits=20, decimal_places=4)
    unit = forms.CharField(label=_("Unit"), max_length=120, required=False)
    start = DayField(label=_("From"), required=False)
    end = DayField(label=_("To be reached by"), required=False)
    recurrence = forms.ChoiceField(label=_("How often"), choices=RECURRENCES, required=False)
    average = forms.BooleanField(label=_("on average over these years"), required=False)
    price_basis = forms.CharField(label=_("Price basis"), max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        """A comparator wants its figures, a range wants two in order."""
        data = super().clean() or self.cleaned_data
        comparator, low, high = data.get("comparator"), data.get("low"), data.get("high")
        if comparator and low is None and "low" in data:
            self.add_error("low", _("Type the figure."))
        if not comparator and low is not None:
            self.add_error("comparator", _("Say how the figure is meant."))
        if comparator == "range" and "high" in data and (high is None or (low or 0) >= high):
            self.add_error("high", _("Type the larger figure of the range."))
        if data.get("start") and data.get("end") and data["end"] < data["start"]:
            self.add_error("end", _("The last day lies before the first."))
        return data

    def said(self) -> Aim:
        """What was typed."""
        data = self.cleaned_data
        high = data["high"] if data["comparator"] == "range" else None
        texts = {"text": plain(data["text"]), "indicator": plain(data["indicator"])}
        return Aim(**{**data, **texts, "high": high})


class SplitForm(forms.Form):
    """The parts of an item, one text each."""

    first = forms.CharField(label=_("First part"), widget=SMALL_TEXT)
    second = forms.CharField(label=_("Second part"), widget=SMALL_TEXT)
    third = forms.CharField(label=_("Third part"), widget=SMALL_TEXT, required=False)

    def texts(self) -> list[str]:
        """The parts that say something."""
        parts = (self.cleaned_data[name] for name in ("first", "second", "third"))
        return [part for part in parts if part]


class OtherItemForm(forms.Form):
    """Another item of the same draft, to merge with or to join to."""

    other = forms.ModelChoiceField(
        DraftItem.objects.none(), label=_("Item"), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, others: QuerySet[DraftItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["other"]
        field.queryset = others
        field.empty_label = None
        field.label_from_instance = lambda item: format_html(
            '<span lang="vi">{}. {}</span>', item.number, Truncator(item.data["text"]).words(24)
        )


def form_of(kind: str) -> type[WorkForm | AimForm]:
    """The form in which an item of this kind is written."""
    return AimForm if kind == ItemKind.TARGET else WorkForm


def initial_of(item: DraftItem) -> dict[str, Any]:
    """What stands in the form of an item at first."""
    return initial_from(said_by(item))


def initial_from(said: Work | Aim) -> dict[str, Any]:
    """What stands in the form at first where this was said."""
    if isinstance(said, Aim):
        return asdict(said)
    due = said.due
    return {
        **asdict(said),
        "deadline": due.text,
        "kind": due.kind,
        "start": due.start,
        "end": due.end,
        "recurrence": due.recurrence,
    }
