"""What an administrator types about people, turned into values."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.models import Membership, Role, User
from tiendo.accounts.people import Facts, Given, refuse_days
from tiendo.accounts.slips import LONGEST
from tiendo.agencies.models import Agency
from tiendo.ui.fields import DayField, FigureField, RowsField
from vanban.text import plain

LANG = {"lang": "vi"}
DEFAULT_DAYS = 7


def role_choices() -> list[tuple[str, str]]:
    """The roles with their words."""
    return [(role.value, capfirst(str(role.label))) for role in Role]


def _to_choose() -> list[tuple[str, str]]:
    """The roles, and none of them chosen beforehand: a role is given, never left standing."""
    return [("", _("choose …")), *role_choices()]  # type: ignore[list-item]  # a lazy text


class PersonForm(forms.Form):
    """What is said of a person."""

    full_name = forms.CharField(
        label=_("Name in full"), help_text=_("Family name first."), max_length=150
    )
    username = forms.CharField(
        label=_("User name"),
        help_text=_("What they type to log in: letters, figures, dots and dashes."),
        max_length=150,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )
    position = forms.CharField(label=_("Position"), max_length=150, required=False)
    email = forms.EmailField(
        label=_("Email"), help_text=_("Nothing here needs one."), max_length=254, required=False
    )
    phone = forms.CharField(label=_("Telephone"), max_length=30, required=False)

    def __init__(self, *args: Any, person: User | None = None, **kwargs: Any) -> None:
        self.person = person
        super().__init__(*args, **kwargs)

    def clean_full_name(self) -> str:
        return plain(self.cleaned_data["full_name"])

    def clean_username(self) -> str:
        """The user name in small letters; refused when it is taken or holds what cannot be typed."""
        username = self.cleaned_data["username"].strip().lower()
        User._meta.get_field("username").run_validators(username)
        others = User.objects.filter(username__iexact=username)
        if self.person:
            others = others.exclude(pk=self.person.pk)
        if others.exists():
            raise ValidationError(
                gettext("“%(name)s” is the user name of somebody else.") % {"name": username}
            )
        return username

    @property
    def facts(self) -> Facts:
        """What was typed, as the services take it."""
        return Facts(**{name: self.cleaned_data[name] for name in asdict(Facts("", ""))})


class RoleForm(forms.Form):
    """A role in an office, from a day to a day."""

    agency = forms.ModelChoiceField(
        Agency.objects.none(), label=_("Office"), widget=forms.Select(attrs=LANG)
    )
    role = forms.ChoiceField(label=_("Role"), choices=_to_choose)
    valid_from = DayField(
        label=_("First day"), help_text=_("Left empty: from now on."), required=False
    )
    valid_to = DayField(
        label=_("Last day"),
        help_text=_("Left empty: without an end. An auditor needs one."),
        required=False,
    )

    def __init__(self, offices: QuerySet[Agency], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["agency"]).queryset = offices

    def clean(self) -> dict[str, Any]:
        """The values; days in the wrong order, and an auditor without an end, are refused."""
        said = super().clean() or {}
        if "agency" in said and "role" in said and not self.errors:
            refuse_days(self.given)
        return said

    @property
    def given(self) -> Given:
        """What was typed, as the services take it."""
        said = self.cleaned_data
        return Given(said["agency"], Role(said["role"]), said["valid_from"], said["valid_to"])


class EndForm(forms.Form):
    """The last day of a role."""

    last_day = DayField(label=_("Last day"))

    def __init__(self, membership: Membership, today: date, *args: Any, **kwargs: Any) -> None:
        self.membership, self.today = membership, today
        kwargs.setdefault("initial", {"last_day": membership.valid_to or today})
        super().__init__(*args, **kwargs)

    def clean_last_day(self) -> date:
        """The day; one before yesterday is refused, because what was done since was done with the role."""
        day: date = self.cleaned_data["last_day"]
        if day < self.today - timedelta(days=1):
            raise ValidationError(
                gettext("What is over cannot be changed: choose yesterday or a later day.")
            )
        return day


class ChargeForm(forms.Form):
    """What is in the charge of a leader."""

    words = forms.CharField(
        label=_("Field"),
        help_text=_("For example: industry, trade; land and environment."),
        max_length=200,
        required=False,
    )
    agencies = RowsField(
        Agency.objects.none(),
        label=_("Offices"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs=LANG),
    )
    valid_from = DayField(label=_("First day"), required=False)
    valid_to = DayField(label=_("Last day"), required=False)

    def __init__(self, offices: QuerySet[Agency], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["agencies"]).queryset = offices


class CloseForm(forms.Form):
    """Who takes over what somebody leaves open."""

    successor = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Who takes it over"),
        required=False,
        widget=forms.Select(attrs=LANG),
    )

    def __init__(
        self, people: QuerySet[User], left_open: Sequence[str], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["successor"]).queryset = people
        self.fields["successor"].required = bool(left_open)


class SlipForm(forms.Form):
    """For how many days a slip is valid, and whether it is printed or mailed."""

    days = FigureField(
        label=_("Valid for"), unit=_("days"), min_value=1, max_value=LONGEST, decimal_places=0
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"days": DEFAULT_DAYS})
        super().__init__(*args, **kwargs)


class RosterForm(forms.Form):
    """A table of people."""

    file = forms.FileField(
        label=_("Table of people"),
        help_text=_("An .xlsx or .csv file, one person in a row, at most 2.000 rows."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )
