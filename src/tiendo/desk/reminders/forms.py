"""What people type about reminders."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.desk.models import Audience, ReminderWish
from tiendo.desk.reminders.rules import Days, Whom
from tiendo.progress.models import Round
from tiendo.progress.rounds.words import title

LONGEST = 365  # days
MOST = 10  # days in one row


class DaysField(forms.CharField):
    """Numbers of days, typed as "30, 7, 1"; comes back as a tuple, the largest first where `downwards`."""

    default_error_messages = {
        "invalid": _("Type numbers of days with commas between them, like 30, 7, 1."),
        "range": _("Type days from 1 to %(longest)s, at most %(most)s of them."),
    }

    def __init__(self, *, downwards: bool = False, **kwargs: Any) -> None:
        self.downwards = downwards
        look = {"class": "w-10", "inputmode": "text", "autocomplete": "off"}
        super().__init__(required=False, widget=forms.TextInput(attrs=look), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """The numbers as they are typed."""
        return ", ".join(map(str, value)) if isinstance(value, tuple) else value

    def to_python(self, value: Any) -> Any:
        """The numbers, each once."""
        words = re.split(r"[\s,;]+", (super().to_python(value) or "").strip(" ,;"))
        words = [word for word in words if word]
        if not all(word.isascii() and word.isdecimal() and len(word) < 5 for word in words):
            raise ValidationError(self.error_messages["invalid"], "invalid")
        days = sorted({int(word) for word in words}, reverse=self.downwards)
        if len(days) > MOST or any(not 1 <= day <= LONGEST for day in days):
            values = {"longest": LONGEST, "most": MOST}
            raise ValidationError(self.error_messages["range"], "range", values)
        return tuple(days)


class RuleForm(forms.Form):
    """One row of the table: when one audience is told."""

    before = DaysField(label=_("Days before"), downwards=True)
    after = DaysField(label=_("Days after"))
    every = forms.IntegerField(
        label=_("Then every … days"), min_value=0, max_value=LONGEST, help_text=_("0: not again")
    )
    gap = forms.IntegerField(label=_("At least … days between two"), min_value=1, max_value=LONGEST)

    def __init__(self, data: Any, *, whom: Whom, days: Days) -> None:
        self.whom, self.title = whom, Audience(whom.value).label
        initial = {name: getattr(days, name) for name in ("before", "after", "every", "gap")}
        super().__init__(data, prefix=whom.value, initial=initial)
        for name in ("every", "gap"):
            self.fields[name].widget.attrs |= {"class": "w-6", "inputmode": "numeric"}
        if whom is not Whom.OFFICER:
            del self.fields["before"]

    def days(self) -> Days:
        """The row that was typed."""
        return Days(**{"before": (), **self.cleaned_data})

    def clean(self) -> dict[str, Any]:
        """Refuse to repeat without a day from which is counted."""
        facts = super().clean() or {}
        if facts.get("every") and not facts.get("after") and "after" in facts:
            self.add_error("after", _("Type the day after which it is repeated."))
        return facts


def rule_forms(table: Mapping[Whom, Days], data: Any = None) -> list[RuleForm]:
    """A form for each row of the table."""
    return [RuleForm(data, whom=whom, days=days) for whom, days in table.items()]


class WishForm(forms.ModelForm):
    """How a person wants to be told."""

    class Meta:
        model = ReminderWish
        fields = ("by_mail", "language")
        widgets = {"language": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language: Any = self.fields["language"]
        language.choices = [("vi", _("in Vietnamese")), ("en", _("in English"))]


class PasteForm(forms.Form):
    """Of what, and of which offices, lines are to be written."""

    LATE, SOON = "late", "soon"

    of = forms.ChoiceField(label=_("Remind of"), widget=forms.RadioSelect)
    offices = forms.MultipleChoiceField(
        label=_("Offices"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(
        self, *args: Any, offices: list[Agency], rounds: list[Round], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choices: list[tuple[str, Any]] = [
            (self.LATE, _("everything that is late")),
            (self.SOON, _("what is late or due within 7 days")),
        ]
        choices += [(str(row.pk), _name(row)) for row in rounds]
        of: Any = self.fields["of"]
        of.choices = choices
        chosen: Any = self.fields["offices"]
        chosen.choices = [(str(row.pk), row.label) for row in offices]


def _name(round_: Round) -> SafeString:
    """The name of a round with its plan: words of data, as in what is pasted."""
    with translation.override("vi"):
        words = f"{capfirst(title(round_))} · {round_.plan.short_title}"
    return format_html('<span lang="vi">{}</span>', words)
