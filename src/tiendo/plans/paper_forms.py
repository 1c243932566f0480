"""The form in which a proposed paper is settled."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.papers.kinds import Asked, PaperKind
from tiendo.papers.models import PaperOwed
from tiendo.papers.plausible import faults_of_paper
from tiendo.papers.registers import PAPERS
from tiendo.plans.models import Plan
from tiendo.plans.papers import Proposed, Taken
from tiendo.registers.forms import twin_of
from tiendo.ui.fields import DayField

Offices = Sequence[tuple[int | str, str]]


class PaperForm(forms.Form):
    """One proposed paper: a tick, and what the register will say of it. What is not ticked is not looked at."""

    take = forms.BooleanField(label=gettext_lazy("Enter this paper"), required=False)
    title = forms.CharField(
        label=gettext_lazy("What it is called"),
        max_length=300,
        widget=forms.TextInput(attrs={"lang": "vi"}),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind of paper"), choices=PaperKind)
    asked = forms.ChoiceField(label=gettext_lazy("What the plan asks"), choices=Asked)
    agency = forms.TypedChoiceField(label=gettext_lazy("Drafting office"), coerce=int)
    submit_to = forms.CharField(
        label=gettext_lazy("Submitted to"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"lang": "vi"}),
    )
    due = DayField(label=gettext_lazy("Due"), required=False)
    follows = forms.BooleanField(
        label=gettext_lazy("The work is done when the paper is: its progress follows"),
        required=False,
    )

    def __init__(
        self, said: Any, *, proposed: Proposed, plan: Plan, offices: Offices, today: date
    ) -> None:
        self.proposed, self.plan, self.today = proposed, plan, today
        super().__init__(said, prefix=proposed.key, initial=_initial(proposed))
        self.fields["agency"].choices = [("", "—"), *offices]  # type: ignore[attr-defined]
        self.fields["agency"].widget.attrs["lang"] = "vi"
        if proposed.task is None:
            del self.fields["follows"]

    def full_clean(self) -> None:
        """Look at what was typed only when the paper was ticked."""
        super().full_clean()
        if self.is_bound and not self.cleaned_data.get("take"):
            self._errors = ErrorDict()
            self.cleaned_data = {"take": False}

    def clean(self) -> dict[str, Any]:
        """What was typed; refuses what the register would refuse."""
        said = self.cleaned_data
        if not said.get("take") or self.errors:
            return said
        paper = self._paper()
        for fault in faults_of_paper(paper, self.today):
            self.add_error(fault.field if fault.field in self.fields else None, fault.words)
        if twin := twin_of(PAPERS, paper):
            words = _("“%(paper)s” of this office stands in the register already.")
            self.add_error("title", words % {"paper": twin})
        return said

    def _paper(self) -> PaperOwed:
        said = self.cleaned_data
        names = ("title", "kind", "asked", "submit_to", "due")
        return PaperOwed(
            locality_id=self.plan.locality_id,
            agency_id=said["agency"],
            words=self.proposed.wanted.words,
            **{name: said[name] for name in names},
        )

    def taken(self) -> Taken | None:
        """The paper as it was settled; None when it was not ticked."""
        if not self.cleaned_data.get("take"):
            return None
        return Taken(self.proposed, self._paper(), bool(self.cleaned_data.get("follows")))


def _initial(proposed: Proposed) -> dict[str, Any]:
    wanted = proposed.wanted
    return {
        "title": wanted.title,
        "kind": wanted.kind,
        "asked": wanted.asked,
        "agency": proposed.agency and proposed.agency.pk,
        "submit_to": wanted.submit_to,
        "due": proposed.due,
    }
