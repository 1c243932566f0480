"""What people type about themselves: the code of a slip, a password, days on which they are away."""

from datetime import date
from typing import Any, cast

from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.deputies import may_be_away, may_stand_in
from tiendo.accounts.models import Membership, User
from tiendo.accounts.rights import Standing
from tiendo.ui.fields import DayField

LANG = {"lang": "vi"}


class SlipForm(forms.Form):
    """User name and code, as they stand on a printed slip."""

    username = forms.CharField(
        label=_("User name"),
        max_length=150,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    code = forms.CharField(
        label=_("Code of the slip"),
        help_text=_("Twelve letters and figures, for example 7K3M-Q9TX-AB24."),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "class": "w-14",
                "autocomplete": "one-time-code",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
    )


class ChoosePasswordForm(SetPasswordForm):
    """Twice the new password."""

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(user, *args, **kwargs)
        self.fields["new_password1"].label = _("New password")
        self.fields["new_password2"].label = _("New password once more")
        self.fields["new_password2"].help_text = ""


class PersonField(forms.ModelChoiceField):
    """A person to be chosen, told apart from namesakes by the offices he works in."""

    def label_from_instance(self, obj: Any) -> str:
        """The name with the offices: "Nguyễn Thị Hạnh · Phòng LĐ-TB&XH"."""
        offices = dict.fromkeys(row.agency.label for row in obj.memberships.all())
        return " · ".join([str(obj), ", ".join(offices)] if offices else [str(obj)])


class AwayForm(forms.Form):
    """Who is away from when to when, and who stands in."""

    absent = PersonField(
        User.objects.none(), label=_("Who is away"), widget=forms.Select(attrs=LANG)
    )
    deputy = PersonField(
        User.objects.none(),
        label=_("Who stands in"),
        help_text=_("Acts with the same roles in these days; on every report stand both names."),
        widget=forms.Select(attrs=LANG),
    )
    valid_from = DayField(label=_("First day"), help_text=_("For example: 25/01/2022"))
    valid_to = DayField(label=_("Last day"))
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("For example: leave, a course, an assignment elsewhere."),
        max_length=200,
        required=False,
    )

    def __init__(self, standing: Standing, user: User, day: date, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        absent = cast(forms.ModelChoiceField, self.fields["absent"])
        deputy = cast(forms.ModelChoiceField, self.fields["deputy"])
        roles = Prefetch("memberships", Membership.objects.in_force(day).select_related("agency"))
        away, standing_in = (
            may_be_away(user, standing, day),
            may_stand_in(standing.locality_id, day),
        )
        absent.queryset = away.order_by("sort_key", "pk").prefetch_related(roles)
        deputy.queryset = standing_in.order_by("sort_key", "pk").prefetch_related(roles)
        if list(absent.queryset[:2]) == [user]:
            absent.initial = user
            absent.widget = forms.HiddenInput()
