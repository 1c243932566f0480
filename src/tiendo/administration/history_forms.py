"""What the history is narrowed to."""

from typing import Any, cast

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tiendo.administration.kinds import noun_of
from tiendo.ui.fields import DayField


class KindField(forms.ModelChoiceField):
    """A kind of row, by what people call it."""

    def label_from_instance(self, obj: Any) -> str:
        return capfirst(noun_of(f"{obj.app_label}.{obj.model}"))


class HistoryForm(forms.Form):
    """Words, a kind of row, and days; everything may be left out."""

    q = forms.CharField(max_length=100, required=False)
    kind = KindField(
        ContentType.objects.none(), label=_("Kind"), empty_label=_("Every kind"), required=False
    )
    first = DayField(label=_("From day"), required=False)
    last = DayField(label=_("To day"), required=False)

    def __init__(self, kinds: QuerySet[ContentType], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["kind"]).queryset = kinds.order_by("pk")
