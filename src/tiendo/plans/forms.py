"""What people type while a plan is read in, turned into values; errors say what to type."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency, Group, Kind, Locality
from tiendo.plans.drafting import LONGEST_NAME
from tiendo.plans.models import DraftName, Intake, Past, Plan, Relation
from tiendo.plans.names import kind_of
from tiendo.plans.readings import Stored
from tiendo.plans.review import Answers
from tiendo.plans.screening import ARCHIVE, IMAGES, accepted, suffix_of
from tiendo.ui.fields import RowsField
from vanban.text import plain

YEARS = range(1945, 2101)  # in which a document can have been issued
ISSUED = re.compile(r"(?:(?:(\d{1,2})/)?(\d{1,2})/)?(\d{4})")


class FilesInput(forms.FileInput):
    """A control in which several files can be chosen at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several; `clean` gives a list."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Every file by itself; without any, what a single empty field says."""
        return [super(FilesField, self).clean(file, initial) for file in data or [None]]


class UploadForm(forms.Form):
    """A document: one file, or the pictures of its pages."""

    file = FilesField(
        label=_("The issued plan"),
        help_text=_(
            "One file of at most 100 MB; or the scanned or photographed pages of one document, chosen "
            "together or packed in one .zip, of at most 300 MB."
        ),
        allow_empty_file=True,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        endings = accepted()
        packed = [ARCHIVE] if set(IMAGES) & set(endings) else []
        self.fields["file"].widget.attrs["accept"] = ",".join([*endings, *packed])

    def pages(self) -> bool:
        """Whether what was chosen are pages, each a file of its own."""
        files = self.cleaned_data["file"]
        return len(files) > 1 or suffix_of(files[0].name) == ARCHIVE


class CheckForm(forms.Form):
    """A draft that is only checked."""

    file = forms.FileField(
        label=_("The file of the draft"),
        help_text=_(
            "One file of at most 100 MB. It is read on this machine and thrown away: no plan is made of it."
        ),
        allow_empty_file=True,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ",".join(accepted())


class OrderForm(forms.Form):
    """The places of page images, a number each."""

    MISTAKES = dict.fromkeys(
        ("required", "invalid", "min_value", "max_value"),
        _("Type the place of the page as a number: 1 for the first page."),
    )

    def __init__(self, *args: Any, leaves: list[Stored], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, leaf in enumerate(leaves, start=1):
            self.fields[leaf["member"]] = forms.IntegerField(
                label=leaf["name"],
                initial=place,
                min_value=1,
                max_value=9999,
                error_messages=self.MISTAKES,
                widget=forms.TextInput(attrs={"class": "w-6", "inputmode": "numeric"}),
            )


class LinesField(forms.CharField):
    """Names, one on each line; `to_python` gives a tuple of them."""

    widget = forms.Textarea(attrs={"rows": 3, "class": "ta-2", "lang": "vi"})
    default_error_messages = {
        "long": _("“%(start)s…” is longer than %(limit)s letters. Shorten it.")
    }

    def __init__(self, *, longest: int = LONGEST_NAME, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.longest = longest

    def to_python(self, value: Any) -> Any:
        """The lines that say something, each once."""
        if isinstance(value, tuple):
            return value
        lines = (plain(line).strip("-–;, ") for line in str(value or "").splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))

    def validate(self, value: Any) -> None:
        """No line is longer than `longest` letters."""
        super().validate(value)
        for line in value:
            if len(line) > self.longest:
                told = {"start": line[:40], "limit": self.longest}
                raise forms.ValidationError(self.error_messages["long"], "long", told)

    def prepare_value(self, value: Any) -> Any:
        """Names as lines."""
        return "\n".join(value) if isinstance(value, tuple | list) else value


class IssuedField(forms.CharField):
    """A day of issue as far as known: "21/02/2022", "02/2022" or "2022", kept as ISO."""

    default_error_messages = {"invalid": _("Type the day like 21/02/2022, or 02/2022, or 2022.")}

    def to_python(self, value: Any) -> str:
        """ISO as far as known: "2022-02-21", "2022-02", "2022" or ""."""
        text = re.sub(r"[.-]", "/", plain(str(value or "")))
        if not text:
            return ""
        match = ISSUED.fullmatch(text)
        try:
            day, month, year = (int(part) if part else 1 for part in match.groups())  # type: ignore[union-attr]
            date(year if year in YEARS else 0, month, day)
        except (AttributeError, ValueError):
            raise forms.ValidationError(self.error_messages["invalid"], "invalid") from None
        parts = [f"{int(part):02d}" for part in match.groups()[::-1] if part]  # type: ignore[union-attr]
        return "-".join(parts)

    def prepare_value(self, value: Any) -> Any:
        """An ISO day as people write it; what was typed stays as typed."""
        text = str(value or "")
        return "/".join(text.split("-")[::-1]) if re.fullmatch(r"\d{4}(-\d\d){0,2}", text) else text


def _pasts() -> list[tuple[str, Any]]:
    return [(past.value, capfirst(past.label)) for past in Past]


def _relations() -> list[tuple[str, Any]]:
    return [(relation.value, relation.label) for relation in Relation]


class AnswersForm(forms.Form):
    """What the paper leaves open, asked once for the whole plan."""

    title = forms.CharField(
        label=_("Title"), widget=forms.Textarea(attrs={"rows": 2, "class": "ta-2", "lang": "vi"})
    )
    short_title = forms.CharField(
        label=_("Short name"), help_text=_("By which people here call the plan."), max_length=120
    )
    number = forms.CharField(
        label=_("Number and symbol"),
        help_text=_(
            "Like 15/KH-UBND. If it is blank on this copy, leave it blank: it can be filled in later."
        ),
        max_length=60,
        required=False,
    )
    issued_on = IssuedField(
        label=_("Day of issue"),
        help_text=_("Like 21/02/2022; as far as the paper says: 02/2022 will do."),
        max_length=10,
        required=False,
    )
    issuer = forms.CharField(label=_("Issued by"), max_length=200, required=False)
    standing_agency = forms.ModelChoiceField(
        Agency.objects.none(),
        label=_("Standing office"),
        widget=forms.Select(attrs={"lang": "vi"}),
        help_text=_(
            "The office that follows the plan, collects the reports and advises the Committee."
        ),
    )
    until_year = forms.IntegerField(
        label=_("Until which year does yearly work run?"),
        help_text=_("Proposed: the last year the plan names. Years before its issue are not owed."),
        min_value=2000,
        max_value=2100,
        widget=forms.TextInput(attrs={"class": "w-6", "inputmode": "numeric"}),
    )
    past = forms.ChoiceField(
        label=_("Periods that were over before today"), choices=_pasts, widget=forms.RadioSelect
    )
    past_reason = forms.CharField(
        label=_("Reason for closing them"),
        help_text=_("Stands with every closed period. For example: reported on paper at the time."),
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, intake: Intake, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["standing_agency"]
        field.queryset = Agency.objects.filter(locality_id=intake.locality_id)
        field.empty_label = _("choose …")

    def clean(self) -> dict[str, Any]:
        """Closing past periods wants a reason."""
        data = super().clean() or self.cleaned_data
        if data.get("past") == Past.CLOSE and not data.get("past_reason"):
            self.add_error("past_reason", _("Say why past periods are not followed in the system."))
        return data

    def answers(self) -> Answers:
        """What was answered."""
        return Answers(**self.cleaned_data)


class HeadForm(forms.Form):
    """Number and day from the issued copy."""

    number = forms.CharField(
        label=_("Number and symbol"), help_text=_("Like 15/KH-UBND."), max_length=60
    )
    issued_on = IssuedField(label=_("Day of issue"), help_text=_("Like 21/02/2022."), max_length=10)


class RelatedForm(forms.Form):
    """A document that the plan is tied to, named by hand."""

    relation = forms.ChoiceField(label=_("This plan …"), choices=_relations)
    text = forms.CharField(
        label=_("Name of the document"),
        help_text=_("Kind, subject and issuer, as it is cited."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "lang": "vi"}),
    )
    number = forms.CharField(
        label=_("Number and symbol"), help_text=_("Like 15/KH-UBND."), max_length=60, required=False
    )
    issued_on = IssuedField(
        label=_("Day of issue"), help_text=_("Like 21/02/2022."), max_length=10, required=False
    )
    issuer = forms.CharField(label=_("Issued by"), max_length=200, required=False)


class AgencyForm(forms.Form):
    """A new office made of a written name."""

    official = forms.CharField(label=_("Full name"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind)

    def __init__(self, *args: Any, name: DraftName, **kwargs: Any) -> None:
        initial = {"official": name.official, "kind": kind_of(name.official)}
        super().__init__(*args, **{"initial": initial, **kwargs})


class GroupForm(forms.Form):
    """A new group made of a written phrase, or the members of one that is here."""

    official = forms.CharField(label=_("Name of the group"), max_length=200)
    members = RowsField(
        Agency.objects.none(),
        label=_("Offices that belong to it"),
        widget=forms.CheckboxSelectMultiple(attrs={"lang": "vi"}),
        required=False,
    )
    newcomers = LinesField(
        label=_("Offices that are not in the list yet"),
        help_text=_("One on each line; they are made at the same time."),
        required=False,
        longest=200,
    )

    def __init__(self, *args: Any, locality: Locality, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["members"]
        field.queryset = Agency.objects.filter(locality=locality)


class CopyForm(forms.Form):
    """The year in which a copied plan begins."""

    first_year = forms.IntegerField(
        label=_("The new plan begins in"), help_text=_("A year, like 2026."), max_value=YEARS[-1]
    )

    def __init__(self, *args: Any, after: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.after = after

    def clean_first_year(self) -> int:
        """A year later than that in which the old plan begins."""
        year: int = self.cleaned_data["first_year"]
        if year <= self.after:
            words = _("The old plan begins in %(year)s. Type a later year.")
            raise forms.ValidationError(words, params={"year": self.after})
        return year


class WhichPlanForm(forms.Form):
    """Which plan a document changes: the one that has the number it names, otherwise one that is chosen."""

    plan = forms.ModelChoiceField(
        Plan.objects.none(),
        label=_("Plan that is changed"),
        empty_label=_("choose …"),
        widget=forms.Select(attrs={"lang": "vi"}),
    )

    def __init__(
        self, *args: Any, plans: QuerySet[Plan], meant: Sequence[Plan] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["plan"]
        field.queryset = plans.order_by("-issued_on", "-pk")
        if len(meant) == 1:
            field.initial, field.widget = meant[0], forms.HiddenInput()


class WhomForm(forms.Form):
    """An office or a group that is here already."""

    whom = forms.ChoiceField(label=_("Office or group"), widget=forms.Select(attrs={"lang": "vi"}))

    def __init__(self, *args: Any, locality: Locality, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows: dict[str, Agency | Group] = {
            **{f"a{row.pk}": row for row in Agency.objects.filter(locality=locality)},
            **{f"g{row.pk}": row for row in Group.objects.filter(locality=locality)},
        }
        names = [(code, row.name) for code, row in self.rows.items()]
        field: Any = self.fields["whom"]
        field.choices = [("", _("choose …")), *names]

    def chosen(self) -> Agency | Group:
        """The office or group that was chosen."""
        return self.rows[self.cleaned_data["whom"]]
