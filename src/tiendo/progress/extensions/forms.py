"""What people type when more time is asked for and decided, and when the rule is set."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tiendo.ui.fields import DayField

GRANT, REFUSE = "grant", "refuse"


class AskForm(forms.Form):
    """More time for a period: until when, and why."""

    asked_for = DayField(
        label=_("New deadline"),
        error_messages={"required": _("Type the day you ask for, like 25/01/2022.")},
    )
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("What stands in the way, and what will be done by the new day."),
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4, "lang": "vi"}),
        error_messages={"required": _("Write why more time is needed.")},
    )


class DecideForm(forms.Form):
    """The decision on a request: the day that is granted, or why it is refused."""

    due = DayField(label=_("Granted until"), required=False)
    words = forms.CharField(
        label=_("Words to the office"),
        help_text=_("Needed when it is refused."),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3, "lang": "vi"}),
    )
    decision = forms.CharField(
        label=_("Number of the decision"),
        help_text=_("Where there is a paper, like 1234/UBND-KT."),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"class": "w-20", "lang": "vi"}),
    )

    def __init__(self, *args: Any, asked_for: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["due"].initial = f"{asked_for:%d/%m/%Y}"
        self.fields["due"].needed = True  # type: ignore[attr-defined]  # unless it is refused

    @property
    def refuses(self) -> bool:
        """Whether the button that refuses was pressed."""
        return self.data.get("do") == REFUSE

    def clean(self) -> dict[str, Any]:
        """A day where it is granted, words where it is refused."""
        said = super().clean() or {}
        if self.refuses and not said.get("words"):
            self.add_error(
                "words", ValidationError(_("Write why it is refused: the office reads it."))
            )
        if not self.refuses and "due" in said and said["due"] is None:
            self.add_error("due", ValidationError(_("Type the day that is granted.")))
        return said


class RuleForm(forms.Form):
    """How often a deadline may be extended, and which paper says so."""

    at_most = forms.IntegerField(
        label=_("How often a deadline may be extended"),
        min_value=1,
        max_value=9,
        widget=forms.NumberInput(attrs={"class": "w-6", "inputmode": "numeric"}),
        error_messages={
            name: _("Type a number from 1 to 9.")
            for name in ("required", "invalid", "min_value", "max_value")
        },
    )
    source = forms.CharField(
        label=_("The rule that says so"),
        help_text=_("Name and number of the paper: it is cited to the office that asks once more."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "lang": "vi"}),
        error_messages={"required": _("Write which rule says so.")},
    )
