"""What people type to bring many figures at once."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tiendo.agencies.models import Agency
from tiendo.indicators.judging.values import Nature
from tiendo.indicators.periods import Period, read_period
from tiendo.indicators.sheets.reading import MOST_LETTERS, as_text, rows_of_file, rows_of_text
from tiendo.registers.sheets.cells import DECIMALS, THOUSANDS

VIETNAMESE = {"lang": "vi"}


class TableForm(forms.Form):
    """A table of figures, pasted or as a file, and what holds for rows that do not say it."""

    table = forms.CharField(
        label=gettext_lazy("The table, pasted from Excel or Word"),
        max_length=MOST_LETTERS,
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 10, "spellcheck": "false", **VIETNAMESE}),
    )
    file = forms.FileField(
        label=gettext_lazy("Or a file (.xlsx)"),
        required=False,
        widget=forms.FileInput({"accept": ".xlsx"}),
    )
    source = forms.CharField(
        label=pgettext_lazy("indicators", "Source"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("For rows that name none."),
        widget=forms.TextInput(VIETNAMESE),
    )
    nature = forms.ChoiceField(label=gettext_lazy("How far it is settled"))
    answer = forms.ChoiceField(
        label=gettext_lazy("Figures like this one mean"),
        required=False,
        choices=[
            ("", "–"),
            (THOUSANDS, gettext_lazy("one thousand five hundred")),
            (DECIMALS, gettext_lazy("one and a half")),
        ],
    )
    convert = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = [(each.value, capfirst(str(each.label))) for each in Nature]
        cast(Any, self.fields["nature"]).choices = labels
        cast(Any, self.fields["answer"]).needed = True

    def clean(self) -> dict[str, Any]:
        """What was typed; the rows of the file, or of what was pasted."""
        said = super().clean() or self.cleaned_data
        if self.errors:
            return said
        file, table = said.get("file"), said.get("table", "")
        if not file and not table.strip():
            self.add_error("table", _("Paste the table, or choose the file."))
            return said
        try:
            self.rows = rows_of_file(file) if file else rows_of_text(table)
        except ValidationError as error:
            self.add_error("file" if file else "table", error)
        return said

    @property
    def text(self) -> str:
        """The rows as text, to be sent again with what was answered."""
        return as_text(self.rows)


class OfOfficeForm(forms.Form):
    """Which office's figures, and of which period."""

    office = forms.ModelChoiceField(
        Agency.objects.none(), label=gettext_lazy("Office"), widget=forms.Select(VIETNAMESE)
    )
    period = forms.CharField(
        label=pgettext_lazy("indicators", "Period"),
        max_length=60,
        help_text=gettext_lazy("2024, Q3/2024, T11/2024, 9T/2024 or 6T/2024."),
        widget=forms.TextInput({"class": "w-14", **VIETNAMESE}),
    )

    def __init__(self, *args: Any, offices: QuerySet[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        office = cast(Any, self.fields["office"])
        office.queryset, office.label_from_instance = offices, lambda row: row.label
        office.empty_label = "–"

    def clean_period(self) -> Period:
        """The period that was typed."""
        return read_period(self.cleaned_data["period"])
