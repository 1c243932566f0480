"""The form that ties a task to a register or a measure."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from tiendo.plans.models import Count, Link, Task
from tiendo.registers.register import REGISTERS, Register
from tiendo.ui.fields import FigureField


def _measures() -> list[tuple[Any, Any]]:
    """Every register and what can be taken from it, as "register:measure"; a goal is given in the unit named."""
    return [("", _("choose …")), *((each.title, _of(each)) for each in REGISTERS.values())]


def _of(register: Register) -> list[tuple[str, Any]]:
    whole = format_lazy("{}: {}", register.title, _("the register as a whole"))
    figures = (
        (each, format_lazy("{} ({})", each.title, each.unit) if each.unit else each.title)
        for each in register.measures
    )
    return [(f"{register.slug}:", whole)] + [
        (f"{register.slug}:{each.slug}", words) for each, words in figures
    ]


class LinkForm(forms.Form):
    """What a task is tied to, and at which figure it is fulfilled."""

    measure = forms.ChoiceField(
        label=_("Figure of a register"),
        choices=_measures,
        help_text=_("The task then shows the figure and its rows."),
    )
    goal = FigureField(
        label=_("Goal"),
        help_text=_(
            "The figure at which the work is done, in its unit; blank where the plan names none."
        ),
        min_value=0,
        max_digits=18,
        decimal_places=3,
        required=False,
    )
    count = forms.ChoiceField(label=_("Counted"), choices=Count.choices)
    words = forms.CharField(
        label=_("Words of the plan that ask for it"), max_length=300, required=False
    )

    def clean_goal(self) -> Any:
        """A goal of nothing is no goal."""
        return self.cleaned_data["goal"] or None

    def link(self, task: Task) -> Link:
        """The tie as it was typed."""
        register, _mark, measure = self.cleaned_data["measure"].partition(":")
        said = {name: self.cleaned_data[name] for name in ("goal", "count", "words")}
        return Link(task=task, register=register, measure=measure, **said)
