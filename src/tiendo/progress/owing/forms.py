"""What people type when work is received, shared out, asked for and discussed."""

from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.models import User
from tiendo.agencies.models import Agency
from tiendo.progress.forms import AcrossSelect, FilesField, OneTimeKey
from tiendo.progress.models import Place, Share, WorkState
from tiendo.progress.owing.asking import NOBODY
from tiendo.progress.owing.rules import CHOICES
from tiendo.progress.owing.services import Helping
from tiendo.progress.pasting import WordsInput, refuse_undecided
from tiendo.progress.services import ReportWords
from tiendo.ui.fields import DayField, RowsField

NOT_PAST = _("That day is over. Type a day from today on.")


class TableForm(forms.Form):
    """One select for each place, with what may be chosen for it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place in Place:
            choices = [(share.value, capfirst(str(share.label))) for share in CHOICES[place]]
            self.fields[place.value] = forms.ChoiceField(
                label=capfirst(str(place.label)), choices=choices
            )

    def shares(self) -> dict[Place, Share]:
        """What was chosen, place by place."""
        return {Place(place): Share(share) for place, share in self.cleaned_data.items()}


class ReasonForm(forms.Form):
    """Why work is sent back, taken back or left."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "class": "ta-2", "lang": "vi"}),
        error_messages={"required": _("Write why: who gave the work reads it.")},
    )


class OfOneOffice(forms.Form):
    """A form whose `user` is somebody with a role in the office today."""

    def __init__(self, *args: Any, agency: Agency, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = agency.memberships.in_force(today).values("user")
        field = cast(forms.ModelChoiceField, self.fields["user"])
        field.queryset = User.objects.filter(pk__in=held, is_active=True)


class OfficerForm(OfOneOffice):
    """Which officer does the work, which part, and by which day inside the office."""

    user = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Officer"),
        widget=forms.Select(attrs={"lang": "vi"}),
        error_messages={"required": _("Choose an officer of the office.")},
    )
    words = forms.CharField(label=_("Part"), required=False, max_length=300)
    inner_due = DayField(label=_("Ready within the office by"), required=False)


class StepForm(OfOneOffice):
    """A step of long work."""

    text = forms.CharField(
        label=_("Step"),
        max_length=300,
        error_messages={"required": _("Write what is done in this step.")},
    )
    due = DayField(label=_("By"), required=False)
    user = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Officer"),
        required=False,
        widget=forms.Select(attrs={"lang": "vi"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # It stands beside OfficerForm, which has a `user` too: an id stands on a page once.
        super().__init__(*args, auto_id="step_%s", **kwargs)


class InColumns(forms.CheckboxSelectMultiple):
    """Tick boxes in two columns where there is room."""

    in_columns = True


class AskForm(forms.Form):
    """What is asked of which offices, by which day; a group is all its offices in one tick."""

    groups = forms.MultipleChoiceField(
        label=_("Whole groups that are asked"),
        required=False,
        widget=InColumns(attrs={"lang": "vi"}),
    )
    agencies = RowsField(
        Agency.objects.none(),
        label=_("Offices that are asked"),
        error_messages={"required": NOBODY},
        widget=InColumns(attrs={"lang": "vi"}),
    )
    words = forms.CharField(
        label=_("What is asked"),
        help_text=_("As in a letter: what, how much, since when."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "lang": "vi"}),
        error_messages={"required": _("Write what the offices are asked for.")},
    )
    due = DayField(
        label=_("Answer by"),
        error_messages={"required": _("Type the day by which they answer, like 25/01/2022.")},
    )

    def __init__(self, *args: Any, helping: Helping, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helping, self.today = helping, today
        field = cast(RowsField, self.fields["agencies"])
        rows = Agency.objects.select_related("parent")
        field.queryset = rows.filter(pk__in=[each.pk for each in helping.offices])
        groups = cast(forms.MultipleChoiceField, self.fields["groups"])
        groups.choices = [
            (str(group.pk), f"{group} ({len(offices)})")
            for group, offices in helping.groups.items()
        ]
        if helping.groups:
            field.label, field.required = _("Or single offices"), False
        else:
            del self.fields["groups"]

    def clean(self) -> dict[str, Any]:
        """Under `agencies` all that are asked, those of the groups after the single ones."""
        said = super().clean() or {}
        chosen = said.pop("groups", [])
        members = [
            office
            for group, offices in self.helping.groups.items()
            if str(group.pk) in chosen
            for office in offices
        ]
        said["agencies"] = list(dict.fromkeys([*said.get("agencies", ()), *members]))
        if not said["agencies"] and not {"agencies", "groups"} & self.errors.keys():
            self.add_error("agencies", NOBODY)
        return said

    def clean_due(self) -> date:
        """A day that is still to come."""
        day: date = self.cleaned_data["due"]
        if day < self.today:
            raise ValidationError(NOT_PAST)
        return day


class AnswerForm(forms.Form):
    """An office's part in what another leads."""

    work = forms.ChoiceField(
        label=_("The part of the office is"),
        choices=[
            (WorkState.DONE, _("Done")),
            (WorkState.IN_PROGRESS, _("In progress")),
            (WorkState.NOTHING_AROSE, _("Nothing arose")),
        ],
        widget=AcrossSelect,
        error_messages={"required": _("Say whether your part is done.")},
    )
    result = forms.CharField(
        label=_("Answer"),
        max_length=10_000,
        widget=WordsInput(attrs={"rows": 5, "lang": "vi"}),
        error_messages={"required": _("Write the answer, or choose that nothing arose.")},
    )
    evidence = FilesField(label=_("Evidence"), required=False)
    key = OneTimeKey()

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["result"].required = self["work"].data != WorkState.NOTHING_AROSE

    def clean(self) -> dict[str, Any]:
        """Words in the letters of today."""
        said = super().clean() or {}
        refuse_undecided(self)
        return said

    def words(self) -> ReportWords:
        """What was said, as the service wants it."""
        work = self.cleaned_data["work"]
        return ReportWords(
            work=work,
            work_on=self.today if work == WorkState.DONE else None,
            result=self.cleaned_data["result"],
            key=self.cleaned_data["key"],
        )
