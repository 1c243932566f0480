"""What is typed about a link, and by whom a page without an account is answered."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tiendo.progress.outside.services import LONGEST
from tiendo.ui.fields import DayField


class LinkForm(forms.Form):
    """Until when a link works."""

    expires = DayField(
        label=_("The link works until"),
        help_text=_("The end of that day; it can be taken back at any time."),
    )

    def __init__(self, *args: Any, due: date, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        last = min(max(due, today) + timedelta(days=14), today + timedelta(days=LONGEST))
        self.fields["expires"].initial = last


class NameForm(forms.Form):
    """Who answers."""

    author_name = forms.CharField(
        label=_("Your name and position"),
        help_text=_("It stands beside the answer, like Nguyen Van An, Chief of Office."),
        max_length=150,
        min_length=4,
        widget=forms.TextInput(attrs={"lang": "vi", "autocomplete": "name"}),
        error_messages={
            "required": _("Write your name: who asked has to know who answers."),
            "min_length": _("Write your whole name."),
        },
    )
