"""What people type about offices and groups."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency, Group, Kind, Locality
from tiendo.agencies.spreadsheet import LARGEST
from tiendo.ui.fields import DayField, RowsField
from vanban.text import plain

VIETNAMESE = {"lang": "vi"}


class OneLine(forms.CharField):
    """Words on one line, composed and without double spaces."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs=VIETNAMESE))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        """The words on one line."""
        return plain(super().to_python(value) or "")


class OfficeForm(forms.Form):
    """What an office is; for a change also why, and by which decision."""

    name = OneLine(label=_("Official name"), max_length=200)
    short_name = OneLine(
        label=_("Short name"),
        help_text=_("For tables and lists."),
        max_length=100,
        required=False,
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind)
    parent = forms.ModelChoiceField(
        Agency.objects.none(),
        label=_("Belongs to"),
        widget=forms.Select(attrs=VIETNAMESE),
        required=False,
    )
    identifier = OneLine(
        label=_("Identifier"),
        help_text=_("By Decision 20/2020: at most 35 digits, capitals and dots, as H20.14.05."),
        max_length=60,
        required=False,
    )
    old_identifier = OneLine(
        label=_("Identifier, old style"),
        help_text=_("By QCVN 102:2016, as 000.14.05.H20."),
        max_length=60,
        required=False,
    )
    code = OneLine(
        label=_("Code of the area"),
        help_text=_(
            "Of a commune or ward: the five digits of Decision 19/2025. May be used again."
        ),
        max_length=10,
        required=False,
    )
    valid_from = DayField(
        label=_("Exists from"), help_text=_("Empty: for as long as anyone asks."), required=False
    )
    valid_to = DayField(label=_("Exists until, and with this day"), required=False)
    decision = OneLine(
        label=_("By which decision"), help_text=_("Number and day."), max_length=200, required=False
    )
    reason = OneLine(label=_("Why"), max_length=300, required=False)

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:
        facts = ("name", "short_name", "kind", "parent", "identifier", "old_identifier", "code")
        initial = {name: getattr(agency, name) for name in (*facts, "valid_from", "valid_to")}
        super().__init__(*args, **{"initial": initial, **kwargs})
        field: Any = self.fields["parent"]
        others = Agency.objects.filter(locality_id=agency.locality_id).exclude(pk=agency.pk)
        field.queryset = others
        field.empty_label = _("no other body")
        if agency.pk:
            self.fields["valid_to"].disabled = True
            self.fields["valid_to"].help_text = _(
                "Set by “End” on the page of the office, which asks what becomes of its open work."
            )

    def facts(self) -> dict[str, Any]:
        """The facts of the office, without why they change."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in ("decision", "reason")
        }

    def grounds(self) -> dict[str, str]:
        """Why, and by which decision."""
        return {name: self.cleaned_data[name] for name in ("decision", "reason")}


class EndForm(forms.Form):
    """The last day of an office."""

    last_day = DayField(label=_("Last day"), help_text=_("From the next day on it is no more."))
    decision = OneLine(
        label=_("By which decision"), help_text=_("Number and day."), max_length=200, required=False
    )
    reason = OneLine(label=_("Why"), max_length=300, required=False)
    unfollowed = forms.BooleanField(
        label=_("It ends without a successor: what is open stays with it until it is handed over"),
        error_messages={
            "required": _(
                "Something is open. Name who follows the office, or tick that it ends without a successor."
            )
        },
    )

    def __init__(self, *args: Any, left_open: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not left_open:
            del self.fields["unfollowed"]

    def facts(self) -> dict[str, Any]:
        """The last day, and why."""
        return {name: value for name, value in self.cleaned_data.items() if name != "unfollowed"}


class NameForm(forms.Form):
    """One more name that documents use."""

    text = OneLine(
        label=_("Another name"),
        help_text=_("As documents write it: abbreviated, old, or with a slip."),
        max_length=300,
    )


class GroupForm(forms.Form):
    """The name of a group."""

    name = OneLine(
        label=_("Name of the group"),
        help_text=_("As plans name it."),
        max_length=200,
    )


class Ticks(RowsField):
    """Offices with a tick each."""

    widget = forms.CheckboxSelectMultiple(attrs=VIETNAMESE)


class MembersForm(forms.Form):
    """Offices that join a group, from a day on."""

    agencies = Ticks(Agency.objects.none(), label=_("Offices that join"))
    since = DayField(
        label=_("From"), help_text=_("Empty: they have always belonged to it."), required=False
    )

    def __init__(
        self, *args: Any, group: Group, locality: Locality, today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["agencies"]
        present = group.members.filter(valid_to=None).values("agency")
        offices = Agency.objects.filter(locality=locality).exclude(pk__in=present)
        field.queryset = offices.exclude(valid_to__lt=today)


class SheetForm(forms.Form):
    """A spreadsheet of offices."""

    file = forms.FileField(
        label=_("The file (.xlsx)"),
        help_text=_(
            "At most 5 MB; the first sheet is read. Nothing is written before you confirm."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        allow_empty_file=True,
    )

    def clean_file(self) -> Any:
        """The file, unless it is too large."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("The file is larger than 5 MB."))
        return file
