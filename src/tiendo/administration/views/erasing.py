"""Erasing what the history says of a person."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.models import User
from tiendo.accounts.rights import ERASE_PERSONAL
from tiendo.history import erasing
from tiendo.history.models import PersonalValue
from tiendo.ui.fields import RowsField
from tiendo.ui.render import render_page


class EraseForm(forms.Form):
    """Which values are erased, why, and by which decision."""

    values = RowsField(
        PersonalValue.objects.none(),
        label=gettext_lazy("What is erased"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose what is to be erased.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        help_text=gettext_lazy("It stands in the history; do not repeat here what is erased."),
    )
    decision = forms.CharField(
        label=gettext_lazy("Decision or request"), max_length=200, required=False
    )

    def __init__(self, values: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["values"]
        choices.queryset = values
        choices.initial = [value.pk for value in values]


@page(ERASE_PERSONAL)
def erase_person(request: Request, pk: int) -> HttpResponse:
    """What the sealed history holds of a person, to be erased for good with a reason."""
    person = get_object_or_404(reach(User.objects.all(), request.standing), pk=pk)
    values = _values(person)
    form = EraseForm(values, request.POST or None)
    if request.method == "POST" and form.is_valid() and _erase(request, person, form):
        return redirect("administration:person", person.pk)
    context = {"person": person, "form": form, "any": values.exists()}
    status = 422 if form.errors else 200
    return render_page(request, "administration/people/erase.html", context, status=status)


def _values(person: User) -> Any:
    """What is sealed about the person, under the present name and under those it had before."""
    own = PersonalValue.objects.filter(person=person.pk, erased=None)
    names = {person.full_name, person.username, *own.values_list("value", flat=True)}
    return erasing.values_about(person.locality_id, person.pk, names)


def _erase(request: Request, person: User, form: EraseForm) -> bool:
    said = form.cleaned_data
    try:
        erasing.seal_before_erasing()
        erasing.erase(
            values=said["values"],
            person=person.pk,
            actor=request.user,
            reason=said["reason"],
            decision=said["decision"],
        )
    except ValidationError as error:
        form.add_error(None, error)
        return False
    number = len(said["values"])
    words = ngettext("%(n)d value was erased.", "%(n)d values were erased.", number)
    messages.success(request, words % {"n": number} + " " + _("The seals still fit."))
    return True
