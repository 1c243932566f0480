"""What the history is narrowed to."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.models import User
from tiendo.administration.feeds import Asked, record_of
from tiendo.administration.kinds import NOUNS, noun_of
from tiendo.agencies.models import Agency
from tiendo.ui.fields import DayField

# The names of the fields in an address.
WRITTEN = {
    "q": "q",
    "kind": "loai",
    "first": "tu",
    "last": "den",
    "record": "ban-ghi",
    "office": "co-quan",
    "person": "nguoi",
    "after": "sau",
}


class KindField(forms.ModelChoiceField):
    """A kind of row, by what people call it."""

    def label_from_instance(self, obj: Any) -> str:
        return capfirst(noun_of(f"{obj.app_label}.{obj.model}"))


class RecordField(forms.CharField):
    """A row by the label of its model and its key, "plans.task:12"; it may be gone by now."""

    default_error_messages = {"unknown": _("There is no such record.")}

    def clean(self, value: Any) -> Model | None:
        """The row, not read, with its key; None for none."""
        written = super().clean(value)
        if not written:
            return None
        found = record_of(written, NOUNS)
        if found is None:
            raise forms.ValidationError(self.error_messages["unknown"], "unknown")
        model, key = found
        return model(pk=key)


class HistoryForm(forms.Form):
    """Words, a kind of row, days, a record, an office, a person; everything may be left out."""

    q = forms.CharField(max_length=100, required=False)
    kind = KindField(
        ContentType.objects.none(), label=_("Kind"), empty_label=_("Every kind"), required=False
    )
    first = DayField(label=_("From day"), required=False)
    last = DayField(label=_("To day"), required=False)
    record = RecordField(label=_("Record"), max_length=60, required=False)
    office = forms.ModelChoiceField(Agency.objects.none(), label=_("Office"), required=False)
    person = forms.ModelChoiceField(User.objects.none(), label=_("Person"), required=False)
    after = forms.IntegerField(min_value=0, max_value=1 << 62, required=False)

    def __init__(self, rows: Mapping[str, QuerySet], query: QueryDict) -> None:
        super().__init__({name: query.get(written, "") for name, written in WRITTEN.items()})
        for name, choices in rows.items():
            cast(forms.ModelChoiceField, self.fields[name]).queryset = choices

    @property
    def asked(self) -> Asked:
        """What is asked for; where something is wrong, nothing is narrowed."""
        if not self.is_valid():
            return Asked()
        said = self.cleaned_data
        return Asked(
            words=said["q"],
            kind=said["kind"],
            first=said["first"],
            last=said["last"],
            record=said["record"],
            office=said["office"],
            person=said["person"],
        )
