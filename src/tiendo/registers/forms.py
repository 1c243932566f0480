"""The form of a row, made from the declaration of its register."""

from datetime import date
from functools import cache
from typing import Any, cast

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.forms import modelform_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.agencies.models import Agency, Kind
from tiendo.history.services import changes_of
from tiendo.registers.columns import COMMUNES, area_of
from tiendo.registers.fields import RowField, form_field
from tiendo.registers.models import Keeper
from tiendo.registers.register import Fault, Register, register_of
from tiendo.registers.scope import Hand
from tiendo.registers.services import key_words
from tiendo.ui.fields import RowsField

ROWS_OF_TEXT = 4  # a phone shows the next field below


class RowForm(forms.ModelForm):
    """A row being entered by the person of `hand`.

    `seen` is the newest change of the row when the form was opened: what somebody else stored since is not
    written over. Faults that a reason lifts ask for one.
    """

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy(
            "Why it changes, or why an unusual value is right. Kept in the history."
        ),
        max_length=500,
        required=False,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, hand: Hand, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hand = hand
        self.newest = newest_change(self.instance)
        self.fields["seen"].initial = self.newest
        for name, field in self.fields.items():
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = ROWS_OF_TEXT
            if isinstance(field, RowField):
                limits = hand.limits(name) or ()
                if len(limits) == 1 and not self.initial.get(name):
                    (self.initial[name],) = limits
                _offer(field, name, hand, getattr(self.instance, f"{name}_id"))

    def clean(self) -> dict[str, Any]:
        """What was typed; refuses what somebody else changed meanwhile."""
        said = super().clean() or self.cleaned_data
        self.newest = newest_change(self.instance)
        if self.instance.pk and said.get("seen") != self.newest:
            self.data = {**self.data.dict(), self.add_prefix("seen"): self.newest}  # type: ignore[attr-defined]
            self.add_error(
                None,
                _(
                    "Somebody else changed this row while you were writing. What you typed still stands here: "
                    "compare it with the history below the row, and save again."
                ),
            )
        return said

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        self.instance.locality_id = self.hand.locality_id
        if self.errors:
            return
        for fault in faults_of(self.hand, self.instance):
            if not (fault.unless_reason and self.cleaned_data.get("reason", "").strip()):
                where = fault.field if fault.field in self.fields else None
                self.add_error(where, _asking(fault))


def _asking(fault: Fault) -> str:
    if not fault.unless_reason:
        return fault.words
    return _("%(fault)s If it is right all the same, say why under “Reason”.") % {
        "fault": fault.words
    }


def faults_of(hand: Hand, row: Any) -> list[Fault]:
    """What is wrong with a row: its key is another row's, or a rule of the register refuses it."""
    found = hand.register.faults(row, hand.setting)
    twin = twin_of(hand.register, row)
    if twin is not None:
        found.append(Fault(hand.register.key[0], _taken(hand, twin)))
    return found


def _taken(hand: Hand, twin: Any) -> str:
    """Says which row has the key; of a row that the person does not see, only that there is one."""
    if hand.rows().filter(pk=twin.pk).exists():
        return _("“%(row)s” stands in the register already.") % {"row": twin}
    return _("Another commune keeps a row with the same %(key)s already.") % {
        "key": key_words(hand.register)
    }


def twin_of(register: Register, row: Any) -> Any:
    """Another row of the locality with the same key; None where there is none, or no key is said."""
    key = {name: getattr(row, name) for name in register.key}
    if not register.key or all(value in (None, "") for value in key.values()):
        return None
    rows = register.model._default_manager.filter(locality=row.locality_id, **key)
    return rows.exclude(pk=row.pk).first()


def newest_change(row: Any) -> str:
    """The key of the newest change of a row; "" where there is none."""
    key = changes_of([row]).values_list("pk", flat=True).first() if row.pk else None
    return "" if key is None else str(key)


@cache
def form_of(register: Register) -> type[RowForm]:
    """The form class of a register."""
    made = modelform_factory(
        register.model, form=RowForm, fields=register.fields, formfield_callback=form_field
    )
    return cast(type[RowForm], made)


def _offer(field: RowField, name: str, hand: Hand, chosen: Any) -> None:
    """The rows of another table that may be chosen here: those of the locality, of other registers those one sees."""
    column = hand.register.model._meta.get_field(name)
    model, limit = column.related_model, column.get_limit_choices_to()
    rows = model._default_manager.filter(locality=hand.locality_id).complex_filter(limit)
    if model is Agency:
        rows = rows.in_force(hand.setting.today) | rows.filter(pk=chosen)
        if (limits := hand.limits(name)) is not None:
            rows = rows.filter(pk__in=limits)
        field.offer(rows, area_of if limit == COMMUNES else lambda office: office.label)
        return
    other = register_of(model)
    field.offer(hand.offered(name, other).complex_filter(limit) if other else rows, str)


def about_of(row: Any) -> tuple[Register, Any] | None:
    """The register and the row that a row is about."""
    if not getattr(row, "about_id", None):
        return None
    model: Any = ContentType.objects.get_for_id(row.about_type_id).model_class()
    register = register_of(model)
    other = register and register.rows.filter(pk=row.about_id, locality=row.locality_id).first()
    return (register, other) if register and other else None


class KeepersForm(forms.Form):
    """The offices that keep a register; communes keep the rows of their own without being named."""

    offices = RowsField(
        Agency.objects.none(),
        label=gettext_lazy("Offices"),
        required=False,
        widget=forms.CheckboxSelectMultiple({"lang": "vi"}),
    )

    def __init__(
        self, *args: Any, register: Register, locality_id: int, today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        rows = Agency.objects.filter(locality=locality_id).exclude(kind=Kind.COMMUNE)
        offices = cast(RowsField, self.fields["offices"])
        offices.queryset = rows.in_force(today)
        kept = Keeper.objects.filter(locality=locality_id, register=register.slug)
        offices.initial = list(kept.values_list("agency", flat=True))
