"""The questions that the paper leaves open."""

from dataclasses import fields

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import READ_IN
from tiendo.plans import cards, review
from tiendo.plans.checking import Draft, draft_of
from tiendo.plans.drafting import leading_most
from tiendo.plans.forms import AnswersForm
from tiendo.plans.models import Intake, Stage
from tiendo.plans.readings import Stored
from tiendo.ui.render import render_page


@page(READ_IN)
def answers(request: Request, pk: int) -> HttpResponse:
    """Title, number and day, standing office, until when, and what becomes of the past."""
    rows = reach(Intake.objects.filter(stage=Stage.READ), request.standing)
    intake = get_object_or_404(rows, pk=pk)
    form = AnswersForm(
        request.POST or None, initial=initial_answers(draft_of(intake)), intake=intake
    )
    if form.is_valid():
        review.answer(intake=intake, answers=form.answers(), actor=request.user)
        messages.success(request, _("The answers are saved."))
        return redirect(cards.address(intake, cards.DOUBTS))
    status = 422 if form.is_bound else 200
    context = {"form": form, "intake": intake}
    return render_page(request, "plans/answers.html", context, status=status)


def initial_answers(draft: Draft) -> Stored:
    """What stands in the form at first: what is known, and the proposal for the standing office."""
    intake = draft.intake
    known = {field.name: getattr(intake, field.name) for field in fields(review.Answers)}
    known["past_reason"] = known["past_reason"] or _("Over before the plan was followed here")
    known["standing_agency"] = intake.standing_agency or leading_most(draft.items, draft.names)
    return known
