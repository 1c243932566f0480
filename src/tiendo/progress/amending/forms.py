"""What people type when a plan is amended: the head of the decision, its withdrawal, proposals and submissions."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.plans.amending.services import Head
from tiendo.plans.models import Agreed, Amendment, Proposal
from tiendo.progress.forms import OneTimeKey
from tiendo.ui.fields import DayField, RowsField

WORDS = forms.Textarea(attrs={"rows": 3, "class": "ta-2", "lang": "vi"})
VIETNAMESE = forms.TextInput(attrs={"lang": "vi"})


class HeadForm(forms.Form):
    """The head of a decision; while it is drafted its number and days may still be missing."""

    words = forms.CharField(
        label=_("What the decision is about"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "class": "ta-2", "lang": "vi"}),
        error_messages={"required": _("Write in a few words what changes.")},
    )
    number = forms.CharField(
        label=_("Number and symbol"), max_length=60, required=False, widget=VIETNAMESE
    )
    issuer = forms.CharField(
        label=_("Issued by"), max_length=200, required=False, widget=VIETNAMESE
    )
    issued_on = DayField(label=_("Day of issue"), required=False)
    effective_on = DayField(
        label=_("Takes effect on"),
        required=False,
        help_text=_(
            "From this day the plan follows the decision; the days before stay as they were."
        ),
    )

    def head(self) -> Head:
        """What was typed."""
        return Head(**self.cleaned_data)


class WordedForm(forms.Form):
    """The words of the decision beside what follows from them."""

    decision = forms.CharField(
        label=_("In the words of the decision"),
        help_text=_("Shown beside the change; may stay empty."),
        max_length=5000,
        required=False,
        widget=WORDS,
    )


class WithdrawForm(forms.Form):
    """From which day a decision holds no longer, and why."""

    on = DayField(label=_("Holds no longer from"))
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        widget=WORDS,
        error_messages={"required": _("Write why, and under which decision.")},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today
        self.today = today

    def clean_on(self) -> date:
        """A past day cannot be chosen: what was judged on it stays."""
        day: date = self.cleaned_data["on"]
        if day < self.today:
            raise forms.ValidationError(_("That day is over. Type a day from today on."))
        return day


class ProposalForm(forms.Form):
    """What an office proposes to change, and why."""

    agency = forms.ModelChoiceField(
        Agency.objects.none(), label=_("On behalf of"), widget=forms.Select(attrs={"lang": "vi"})
    )
    words = forms.CharField(
        label=_("What should change, and into what"),
        max_length=5000,
        widget=WORDS,
        error_messages={"required": _("Write what should change.")},
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=5000,
        widget=WORDS,
        error_messages={"required": _("Write why: the coordinator and the leaders read it.")},
    )
    key = OneTimeKey()

    def __init__(self, *args: Any, offices: QuerySet[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["agency"]
        field.queryset = offices
        if len(offices) == 1:
            field.initial, field.widget = offices[0], forms.HiddenInput()


class TakeForm(forms.Form):
    """Into which draft a proposal is taken; none means a new one."""

    amendment = forms.ModelChoiceField(
        Amendment.objects.none(),
        label=_("Draft"),
        required=False,
        empty_label=_("a new draft"),
        widget=forms.Select(attrs={"lang": "vi"}),
    )

    def __init__(self, *args: Any, drafts: QuerySet[Amendment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["amendment"]
        field.queryset = drafts


class DeclineForm(forms.Form):
    """Why a proposal is not taken."""

    answer = forms.CharField(
        label=_("Answer"),
        max_length=2000,
        widget=WORDS,
        error_messages={"required": _("Write why: the office that proposed it reads it.")},
    )


class SubmissionForm(forms.Form):
    """The paper with which proposals are put before the level above."""

    addressee = forms.CharField(label=_("Submitted to"), max_length=200, widget=VIETNAMESE)
    number = forms.CharField(label=_("Number and symbol"), max_length=60, widget=VIETNAMESE)
    issued_on = DayField(label=_("Day of issue"))
    words = forms.CharField(label=_("What is asked"), max_length=5000, required=False, widget=WORDS)
    proposals = RowsField(
        Proposal.objects.none(),
        label=_("Proposals that go with it"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"lang": "vi"}),
    )

    def __init__(self, *args: Any, open_ones: QuerySet[Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["proposals"]
        field.queryset = open_ones


class AnswerForm(forms.Form):
    """What the level above answered."""

    agreed = forms.ChoiceField(label=_("Answer"), choices=Agreed.choices)
    answer_number = forms.CharField(
        label=_("Number of the answer"), max_length=60, required=False, widget=VIETNAMESE
    )
    answered_on = DayField(label=_("Answered on"))
    answer = forms.CharField(
        label=_("What was answered"), max_length=5000, required=False, widget=WORDS
    )
