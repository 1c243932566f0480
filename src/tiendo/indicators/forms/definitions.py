"""What people type to say what is measured."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.agencies.models import Agency
from tiendo.indicators.checking import fault_of_formula, users_of_code
from tiendo.indicators.formulas import NAME
from tiendo.indicators.models import Definition, Indicator, Obtained
from tiendo.indicators.periods import EARLIEST, LATEST
from tiendo.registers.register import REGISTERS
from tiendo.ui.fields import FigureField
from vanban.text import fold

VIETNAMESE = {"lang": "vi"}
CODE = 40  # characters
SAID = (
    *("text", "unit", "price_basis", "area_basis", "direction", "share", "rate", "below_zero"),
    *("over_time", "over_places", "calendar", "obtained", "formula", "factor"),
)
OF_CHANGE = ("first_year", "comparable", "why")


def code_of(name: str) -> str:
    """A code proposed for an indicator: the words of its name without marks, as many as there is room for."""
    code = ""
    for word in "".join(each if each.isalnum() else " " for each in fold(name)).split():
        longer = f"{code}-{word}" if code else word
        if len(longer) > CODE or not word.isascii():
            break
        code = longer
    return code if NAME.fullmatch(code) else ""


class IndicatorForm(forms.ModelForm):
    """What an indicator is called, and which office gives its figures."""

    class Meta:
        model = Indicator
        fields = ("name", "code", "source_agency")
        widgets = {"name": forms.TextInput(VIETNAMESE), "source_agency": forms.Select(VIETNAMESE)}
        help_texts = {
            "code": gettext_lazy("How formulas call it; empty: made of the name."),
            "source_agency": gettext_lazy("It is asked for the figure in the reporting rounds."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].required = False
        self.fields["code"].widget.attrs["class"] = "w-14"
        offices = cast(Any, self.fields["source_agency"])
        offices.queryset = Agency.objects.filter(locality=self.instance.locality_id)
        offices.label_from_instance = lambda office: office.label
        offices.empty_label = _("no office is asked")

    def clean(self) -> dict[str, Any]:
        """What was typed; the code made of the name where none is given."""
        said = super().clean() or self.cleaned_data
        code = said.get("code") or code_of(said.get("name", ""))
        if "code" not in self.errors and "name" not in self.errors:
            self._refuse(code)
        self.instance.code = said["code"] = code
        return said

    def _refuse(self, code: str) -> None:
        """Add an error to a code that no formula can write, or that formulas still use under the old name."""
        stored = Indicator.objects.filter(pk=self.instance.pk).first()
        if not NAME.fullmatch(code):
            self.add_error("code", _("Type a code that begins with a letter, such as ty-trong-cn."))
        elif stored and stored.code != code and (users := users_of_code(stored)):
            words = _("Formulas call it “%(code)s”: %(names)s. Change them first.")
            names = ", ".join(str(each) for each in users)
            self.add_error("code", words % {"code": stored.code, "names": names})


class DefinitionForm(forms.ModelForm):
    """What an indicator means. Where figures stand on it already, also from which year on and why it changes."""

    factor = FigureField(
        label=gettext_lazy("Factor"),
        required=False,
        max_digits=18,
        decimal_places=9,
        help_text=gettext_lazy(
            "What the register or the formula gives, times this, is in the unit."
        ),
    )
    taken = forms.ChoiceField(label=gettext_lazy("Figure of a register"), required=False)

    class Meta:
        model = Definition
        fields = (*SAID, *OF_CHANGE)
        widgets = {
            "text": forms.Textarea({"rows": 4, **VIETNAMESE}),
            "unit": forms.TextInput({"class": "w-14", **VIETNAMESE}),
            "price_basis": forms.TextInput({"class": "w-14", **VIETNAMESE}),
            "area_basis": forms.TextInput(VIETNAMESE),
            "formula": forms.TextInput({"autocapitalize": "none", "spellcheck": "false"}),
            "first_year": forms.TextInput({"class": "w-6 r", "inputmode": "numeric"}),
            "why": forms.TextInput(VIETNAMESE),
        }
        labels = {"direction": gettext_lazy("Which way is better")}
        help_texts = {
            "text": gettext_lazy("What is counted, what is not, from which paper."),
            "price_basis": gettext_lazy("For money: prices of 2010, current prices."),
            "area_basis": gettext_lazy("Which area the figures are of."),
            "formula": gettext_lazy(
                "Codes of indicators with + − × ÷ and parentheses: 100 × gtsx-cn ÷ gtsx"
            ),
        }

    field_order = (*SAID[: SAID.index("formula")], "taken", "formula", "factor", *OF_CHANGE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(Any, self.fields["taken"]).choices = [("", "–"), *_measures()]
        for name in ("direction", "over_time", "over_places", "calendar", "obtained"):
            field = cast(Any, self.fields[name])
            field.choices = [(value, capfirst(str(label))) for value, label in field.choices]
        stored = self.instance
        if stored.register:
            self.initial["taken"] = f"{stored.register}:{stored.measure}"
        self.fields["first_year"].required = False
        if stored.frozen_at is not None:
            self.initial.update({"first_year": None, "comparable": True, "why": ""})
            return
        for name in ("first_year",) if stored.first_year else OF_CHANGE:
            del self.fields[name]

    @property
    def makes_version(self) -> bool:
        """Whether a new version begins with what was typed: figures stand on the one that is there."""
        said = ((name, self.cleaned_data.get(name)) for name in (*SAID, "taken"))
        differs = any((value or "") != (self.initial.get(name) or "") for name, value in said)
        return self.instance.frozen_at is not None and differs

    def clean_first_year(self) -> int | None:
        """The year from which the new words hold."""
        year = self.cleaned_data["first_year"]
        if year is not None and not EARLIEST <= year <= LATEST:
            raise ValidationError(_("Type a year of 1900 to 2199."))
        return year

    def clean_factor(self) -> Any:
        """The factor, 1 where none is typed."""
        factor = self.cleaned_data["factor"]
        if factor is not None and factor <= 0:
            raise ValidationError(_("Type a factor above 0."))
        return 1 if factor is None else factor

    def clean(self) -> dict[str, Any]:
        """What was typed; of register and formula only what the chosen way needs."""
        said = super().clean() or self.cleaned_data
        way = said.get("obtained")
        register, _mark, measure = (said.get("taken") or "").partition(":")
        if way == Obtained.MEASURE and not register and "taken" not in self.errors:
            self.add_error("taken", _("Choose the register and its figure."))
        if way == Obtained.FORMULA and not (said.get("formula") or "").strip():
            self.add_error("formula", _("Write the formula."))
        taken = (register, measure) if way == Obtained.MEASURE else ("", "")
        self.instance.register, self.instance.measure = taken
        said["formula"] = said.get("formula", "") if way == Obtained.FORMULA else ""
        return said

    def refuse_formula(self, indicator: Indicator) -> None:
        """Add an error to a formula that cannot be read, names what is not there, goes in a circle or divides by 0."""
        formula = self.cleaned_data.get("formula")
        if formula and (fault := fault_of_formula(indicator, formula)):
            self.add_error("formula", fault)


def _measures() -> Iterable[tuple[str, list[tuple[str, str]]]]:
    """The figures of every register, under its title."""
    for slug, register in REGISTERS.items():
        if register.measures:
            offered = [(f"{slug}:{each.slug}", str(each.title)) for each in register.measures]
            yield str(register.title), offered
