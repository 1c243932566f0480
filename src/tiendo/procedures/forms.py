"""Whose sheet of a one-stop shop is brought, and of which quarter."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.procedures.models import Quarter
from tiendo.registers.fields import YearField


class OneStopForm(forms.Form):
    """The sheet, and what does not stand in it."""

    agency = forms.ModelChoiceField(
        Agency.objects.none(),
        label=_("Office that receives"),
        widget=forms.Select({"lang": "vi"}),
    )
    year = YearField(label=_("Year"))
    quarter = forms.ChoiceField(label=_("Quarter"), choices=Quarter.choices)
    file = forms.FileField(
        label=_("Sheet of the one-stop shop (.xlsx)"),
        help_text=_(
            "As it was exported: field, received, early, on time, late. Rows of sums are passed over."
        ),
        widget=forms.ClearableFileInput({"accept": ".xlsx"}),
    )

    def __init__(self, *args: Any, offices: QuerySet[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(Any, self.fields["agency"])
        field.queryset, field.label_from_instance = offices, lambda office: office.label
