"""What people type about offices that follow others."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tiendo.administration.office_forms import VIETNAMESE, OneLine, SheetForm, Ticks
from tiendo.agencies.models import Agency, Kind, Locality, SuccessionKind
from tiendo.agencies.succeeding import Document, Line
from tiendo.ui.fields import DayField, FigureField, FigureInput


class DocumentForm(forms.Form):
    """From which day on, and by which document."""

    effective_on = DayField(
        label=_("From"),
        help_text=_("The first day of the new offices; the old ones end the day before."),
    )
    number = OneLine(
        label=_("Number and symbol of the document"),
        help_text=_("Like 1663/NQ-UBTVQH15."),
        max_length=100,
        required=False,
    )
    issued_on = DayField(label=_("Of the day"), required=False)

    def document(self) -> Document:
        """The document that says so."""
        return Document(self.cleaned_data["number"], self.cleaned_data["issued_on"])


class OldForm(DocumentForm):
    """Which offices are followed, and what happens to them."""

    kind = forms.ChoiceField(label=_("What happens"), choices=SuccessionKind)
    predecessors = Ticks(Agency.objects.none(), label=_("Old offices"))

    field_order = ("kind", "predecessors", "effective_on", "number", "issued_on")

    def __init__(self, *args: Any, locality: Locality, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["predecessors"]
        offices = Agency.objects.filter(locality=locality, followed_by=None)
        field.queryset = offices.exclude(valid_from__gt=today)


class NewForm(forms.Form):
    """One office that follows: one that is here, or a new one; how much of the work goes there."""

    office = forms.ModelChoiceField(
        Agency.objects.none(),
        label=_("An office that is here"),
        widget=forms.Select(attrs=VIETNAMESE),
        required=False,
        empty_label=_("a new one:"),
    )
    name = OneLine(label=_("Name of the new office"), max_length=200, required=False)
    short_name = OneLine(label=_("Short name"), max_length=100, required=False)
    office_kind = forms.ChoiceField(
        label=_("Kind"), choices=[("", _("as the old ones")), *Kind.choices], required=False
    )
    code = OneLine(
        label=_("Code of the area"),
        help_text=_("May be a code that an old office had."),
        max_length=10,
        required=False,
    )
    share = FigureField(
        label=_("Share"),
        help_text=_("Where the work is divided: all shares are 100 %."),
        min_value=Decimal("0.01"),
        max_value=100,
        decimal_places=2,
        required=False,
        widget=FigureInput(unit="%"),
    )
    field = OneLine(
        label=_("Field"),
        help_text=_("Or the fields that go there, with commas between."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, locality: Locality, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.locality = locality
        field: Any = self.fields["office"]
        field.queryset = Agency.objects.filter(locality=locality, valid_to=None)

    def clean(self) -> dict[str, Any]:
        """One of the two: an office that is here, or the name of a new one."""
        said = super().clean() or {}
        if said.get("office") and said.get("name"):
            raise ValidationError(_("Choose an office that is here, or name a new one, not both."))
        if any(said.values()) and not said.get("office") and not said.get("name"):
            raise ValidationError(_("Choose the office that follows, or name a new one."))
        return said

    @property
    def says(self) -> bool:
        """Whether an office is named here."""
        return bool(self.cleaned_data.get("office") or self.cleaned_data.get("name"))

    def successor(self, like: Agency) -> Agency:
        """The office that was chosen, or the new one, of the kind of `like` where none was chosen."""
        said = self.cleaned_data
        return said["office"] or Agency(
            locality=self.locality,
            name=said["name"],
            short_name=said["short_name"],
            kind=said["office_kind"] or like.kind,
            code=said["code"],
            parent=like.parent,
        )

    def part(self) -> Decimal | None:
        """The share as a part of one."""
        share = self.cleaned_data.get("share")
        return share / 100 if share is not None else None


ROWS = 4
MOST_ROWS = 40


def new_forms(data: Any, locality: Locality) -> list[NewForm]:
    """As many forms as were shown, and four more when that is asked for."""
    shown = str(data.get("rows", ROWS)) if data else str(ROWS)
    number = int(shown) if shown.isascii() and shown.isdigit() and len(shown) < 4 else ROWS
    more = ROWS if data and data.get("do") == "more" else 0
    count = min(max(number, 1) + more, MOST_ROWS)
    bound = data if data and data.get("do") != "more" else None
    initial: list[dict[str, Any]] = [{} for _place in range(count)]
    if data and bound is None:  # what was typed so far is shown again, not judged yet
        names = NewForm.base_fields
        initial = [{name: data.get(f"new{at}-{name}", "") for name in names} for at in range(count)]
    return [
        NewForm(bound, prefix=f"new{at}", initial=initial[at], locality=locality)
        for at in range(count)
    ]


def lines_of(old: OldForm, new: list[NewForm]) -> list[Line]:
    """Every old office with every successor; with nobody where none is named."""
    olds, kind = list(old.cleaned_data["predecessors"]), old.cleaned_data["kind"]
    named = [form for form in new if form.says]
    if not named:
        return [Line(agency, None, kind) for agency in olds]
    offices = [(form, form.successor(olds[0])) for form in named]
    return [
        Line(agency, office, kind, form.part(), form.cleaned_data["field"])
        for agency in olds
        for form, office in offices
    ]


class SuccessionSheetForm(SheetForm, DocumentForm):
    """A spreadsheet of successions, all from one day on and by one document."""

    field_order = ("file", "effective_on", "number", "issued_on")
