"""What offices propose to change, what becomes of it, and what is submitted to the level above."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import AMEND, PROPOSE, READ
from tiendo.agencies.models import Agency
from tiendo.difficulties.models import Petition
from tiendo.difficulties.registers import PETITIONS
from tiendo.plans.amending import proposing, services
from tiendo.plans.amending.proposing import Answer, Wish
from tiendo.plans.models import (
    Amendment,
    AmendmentState,
    Outcome,
    Plan,
    Proposal,
    Submission,
    Target,
    Task,
)
from tiendo.progress.amending.forms import (
    AnswerForm,
    DeclineForm,
    ProposalForm,
    SubmissionForm,
    TakeForm,
)
from tiendo.progress.rounds.posted import number_in
from tiendo.ui.render import render_page


@page(PROPOSE)
def propose(request: Request, pk: int) -> HttpResponse:
    """Propose a change of a task, of a target, or of the plan as a whole."""
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    about = _about(request, plan)
    offices = Agency.objects.filter(pk__in=request.standing.offices(PROPOSE))
    petition = _petition(request)
    initial = {"words": petition.words or petition.title} if petition else {}
    form = ProposalForm(request.POST or None, offices=offices, initial=initial)
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        wish = Wish(data["words"], data["reason"], about, data["key"], petition)
        facts: dict[str, Any] = {"actor": request.user, "now": moment()}
        stored = proposing.propose(plan=plan, agency=data["agency"], wish=wish, **facts)
        return _proposed(request, stored)
    context = {"plan": plan, "about": about, "form": form, "petition": petition}
    return render_page(
        request, "amending/propose.html", context, status=422 if form.is_bound else 200
    )


def _proposed(request: Request, stored: Proposal) -> HttpResponse:
    """Who drafts goes on with the proposal at once; an office awaits the answer."""
    if request.standing.may(AMEND):
        messages.success(request, _("Proposed. Now say here what becomes of it."))
        return redirect("amending:proposal", stored.pk)
    messages.success(request, _("Proposed. The coordinator answers; the answer stands here."))
    return redirect("amending:amendments", stored.plan_id)


def _about(request: HttpRequest, plan: Plan) -> Task | Target | None:
    """What the proposal is about, by ?viec= or ?chi-tieu=; the plan as a whole without either."""
    if task := number_in(request.GET.get("viec")):
        return get_object_or_404(plan.tasks.all(), pk=task)
    if target := number_in(request.GET.get("chi-tieu")):
        return get_object_or_404(plan.targets.all(), pk=target)
    return None


def _petition(request: Request) -> Petition | None:
    """The petition of difficulties that the change is to remove, by ?kien-nghi=; None without it."""
    if petition := number_in(request.GET.get("kien-nghi")):
        return get_object_or_404(reach(Petition.objects.all(), request.standing), pk=petition)
    return None


def _proposal(request: Request, pk: int) -> Proposal:
    rows = Proposal.objects.select_related(
        *("plan", "agency", "task", "target", "amendment", "submission", "petition")
    )
    return get_object_or_404(reach(rows, request.standing), pk=pk)


@page(READ)
def proposal(request: Request, pk: int) -> HttpResponse:
    """One proposal; who drafts takes it into an amendment or declines it, who made it takes it back."""
    found = _proposal(request, pk)
    may = request.standing.may(AMEND) and found.waits
    declining = DeclineForm(request.POST if may and request.method == "POST" else None)
    if declining.is_bound and declining.is_valid():
        facts = {"actor": request.user, "now": moment()}
        _told(request, proposing.decline, proposal=found, **declining.cleaned_data, **facts)
        return redirect("amending:proposal", found.pk)
    context = {
        "plan": found.plan,
        "proposal": found,
        "petitions": PETITIONS,
        "taking": TakeForm(drafts=_drafts(found.plan)) if may else None,
        "declining": declining if may else None,
        "may_submit": may and found.outcome == Outcome.OPEN,
        "may_take_back": found.outcome == Outcome.OPEN
        and request.standing.may(PROPOSE, found.agency_id),
    }
    status = 422 if declining.is_bound else 200
    return render_page(request, "amending/proposal.html", context, status=status)


def _drafts(plan: Plan) -> Any:
    return plan.amendments.filter(state=AmendmentState.DRAFT)


@require_POST
@page(AMEND)
def take(request: Request, pk: int) -> HttpResponse:
    """Collect a proposal into a draft, a new one where none was chosen."""
    found = _proposal(request, pk)
    form = TakeForm(request.POST, drafts=_drafts(found.plan))
    if not form.is_valid():
        messages.warning(request, _("Choose a draft of this plan, or a new one."))
        return redirect("amending:proposal", found.pk)
    facts = {"proposal": found, "amendment": form.cleaned_data["amendment"]}
    if not _told(request, _take, request=request, **facts):
        return redirect("amending:proposal", found.pk)
    messages.success(request, _("Taken into the draft. Write the clause that follows from it."))
    found.refresh_from_db(fields=["amendment"])
    return redirect("amending:amendment", found.amendment_id)


@transaction.atomic
def _take(*, request: Request, proposal: Proposal, amendment: Amendment | None) -> None:
    """Collect it into this draft or a new one; refused, no new one stays behind."""
    facts: dict[str, Any] = {"actor": request.user, "now": moment()}
    head = services.Head(words=proposal.words[:300], issuer=proposal.plan.issuer)
    draft = amendment or services.begin(plan=proposal.plan, head=head, **facts)
    proposing.take(proposal=proposal, amendment=draft, **facts)


@require_POST
@page(PROPOSE)
def take_back(request: Request, pk: int) -> HttpResponse:
    """Take back what one's own office proposed, while nobody has answered."""
    found = _proposal(request, pk)
    if not request.standing.may(PROPOSE, found.agency_id):
        raise PermissionDenied
    facts = {"actor": request.user, "now": moment()}
    if _told(request, proposing.take_back, proposal=found, **facts):
        messages.success(request, _("Taken back."))
    return redirect("amending:proposal", found.pk)


def _told(asked: Request, service: Any, /, **facts: Any) -> bool:
    """Whether the service did it; else the person is told why not."""
    try:
        service(**facts)
    except ValidationError as error:
        messages.error(asked, " ".join(error.messages))
        return False
    return True


@page(AMEND)
def submit(request: Request, pk: int) -> HttpResponse:
    """Enter the paper with which proposals were put before the level above."""
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    open_ones = plan.proposals.filter(outcome=Outcome.OPEN)
    chosen = [number_in(request.GET.get("de-xuat"))]
    initial = {"proposals": open_ones.filter(pk__in=chosen)}
    form = SubmissionForm(request.POST or None, initial=initial, open_ones=open_ones)
    if form.is_bound and form.is_valid():
        data = dict(form.cleaned_data)
        chosen = data.pop("proposals")
        row = Submission(plan=plan, sent_by=request.user, **data)
        facts = {"actor": request.user, "now": moment()}
        if _told(request, proposing.submit, submission=row, proposals=chosen, **facts):
            return redirect("amending:submission", row.pk)
    context = {"plan": plan, "form": form}
    return render_page(
        request, "amending/submit.html", context, status=422 if form.is_bound else 200
    )


@page(READ)
def submission(request: Request, pk: int) -> HttpResponse:
    """A paper to the level above, what went with it, and its answer."""
    rows = reach(Submission.objects.select_related("plan"), request.standing)
    found = get_object_or_404(rows, pk=pk)
    may = request.standing.may(AMEND)
    initial = {name: getattr(found, name) for name in Answer.__slots__}
    form = AnswerForm(request.POST if may and request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            answer = Answer(**form.cleaned_data)
            proposing.enter_answer(submission=found, answer=answer, actor=request.user)
            messages.success(request, _("The answer is entered."))
            return redirect("amending:submission", found.pk)
        except ValidationError as error:
            form.add_error(None, error)
    context = {
        "plan": found.plan,
        "submission": found,
        "proposals": list(found.proposals.select_related("agency")),
        "form": form if may else None,
    }
    status = 422 if form.is_bound else 200
    return render_page(request, "amending/submission.html", context, status=status)
