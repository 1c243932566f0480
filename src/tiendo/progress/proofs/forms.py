"""What people type about evidence: what it is, where a link leads, what a reviewer says of it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tiendo.progress.models import EvidenceKind, Verdict
from tiendo.progress.proofs.fields import FilesField
from tiendo.progress.proofs.services import Facts
from tiendo.ui.fields import DayField


class FactsForm(forms.Form):
    """What kind of proof it is."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=lambda: [(row.value, capfirst(str(row.label))) for row in EvidenceKind],
        initial=EvidenceKind.OTHER,
    )
    number = forms.CharField(
        label=_("Number and symbol"),
        help_text=_("Of a numbered document, like 15/KH-UBND."),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"lang": "vi"}),
    )
    issued_on = DayField(label=_("Of the day"), required=False)

    def clean(self) -> dict[str, Any]:
        """A numbered document has its number."""
        said = super().clean() or {}
        if said.get("kind") == EvidenceKind.DOCUMENT and not said.get("number", "").strip():
            self.add_error("number", _("Type the number of the document, like 15/KH-UBND."))
        return said

    def facts(self) -> Facts:
        """What was said, as the service wants it."""
        said = self.cleaned_data
        return Facts(said["kind"], said["number"].strip(), said["issued_on"])


class AddForm(FactsForm):
    """Files and a link, with what kind of proof they are."""

    evidence = FilesField(label=_("Files"), required=False)
    address = forms.URLField(
        label=_("Link"),
        help_text=_("To a page where the document stands, beginning with https://"),
        max_length=500,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Type the whole link, like https://binhson.gov.vn/tin/15.")},
    )
    field_order = ("evidence", "address", "kind", "number", "issued_on")

    def clean(self) -> dict[str, Any]:
        """Something to add."""
        said = super().clean() or {}
        if not self.errors and not said.get("evidence") and not said.get("address"):
            raise ValidationError(_("Choose a file or type a link."))
        return said

    def clean_address(self) -> str:
        """A page of the web, nothing that a browser would run."""
        address: str = self.cleaned_data["address"]
        if address and not address.startswith(("https://", "http://")):
            raise ValidationError(self.fields["address"].error_messages["invalid"])
        return address


class VerdictForm(forms.Form):
    """What a reviewer says of a piece of evidence."""

    verdict = forms.ChoiceField(
        label=_("Verdict"),
        required=False,
        choices=lambda: [
            ("", _("not judged")),
            *((row.value, capfirst(str(row.label))) for row in Verdict),
        ],
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"lang": "vi"}),
    )
