"""What people type to make one establishment of two."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.industry.models import Enterprise
from tiendo.industry.tax_codes import TaxCodeInput


class PickForm(forms.Form):
    """Two establishments by their tax codes."""

    kept = TaxCodeInput(
        label=gettext_lazy("Tax code of the one that stays"),
        max_length=20,
        widget=forms.TextInput({"class": "w-14"}),
    )
    twin = TaxCodeInput(
        label=gettext_lazy("Tax code of the one that goes"),
        max_length=20,
        widget=forms.TextInput({"class": "w-14"}),
    )

    def __init__(self, *args: Any, locality_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.locality_id = locality_id

    def clean_kept(self) -> Enterprise:
        """The establishment that stays."""
        return self._found("kept")

    def clean_twin(self) -> Enterprise:
        """The establishment that goes."""
        return self._found("twin")

    def _found(self, name: str) -> Enterprise:
        code = self.cleaned_data[name]
        row = Enterprise.objects.filter(locality=self.locality_id, tax_code=code).first()
        if row is None:
            words = _("No establishment has the code %(code)s.")
            raise ValidationError(words % {"code": code})
        return row

    def clean(self) -> dict[str, Any]:
        """Both; refuses one and the same."""
        said = super().clean() or self.cleaned_data
        if said.get("kept") and said.get("kept") == said.get("twin"):
            self.add_error("twin", _("This is the same establishment: type another code."))
        return said


class ReasonForm(forms.Form):
    """Why two rows are one."""

    reason = forms.CharField(
        label=gettext_lazy("How do you know that they are one?"),
        help_text=gettext_lazy("Kept in the history of both: seen on site, the owner said so."),
        max_length=500,
    )
