"""The review: the document on one side, the draft on the other, and what settles many things at once."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import READ_IN
from tiendo.plans import cards, findings, review
from tiendo.plans.checking import Draft, draft_of, open_questions
from tiendo.plans.forms import AnswersForm
from tiendo.plans.leaf import first_page, leaf_of, view_of
from tiendo.plans.marked import marked
from tiendo.plans.models import DraftItem, Intake, ItemState, Stage
from tiendo.plans.readings import Stored, is_paged
from tiendo.plans.repeats import repeats
from tiendo.plans.views.amends import amendment_of, offer
from tiendo.plans.views.answers import initial_answers
from tiendo.ui.render import asked_for, render_page

PK_DIGITS = 19  # of the largest number a row can have


@require_safe
@page(READ_IN)
def review_page(request: Request, pk: int) -> HttpResponse:
    """The draft of a plan beside its document, one tab of it."""
    rows = _intakes(request).select_related("document", "copied_from__document")
    intake = get_object_or_404(rows, pk=pk)
    if intake.stage == Stage.CONFIRMED and intake.plan_id:
        return redirect("plans:source", intake.plan_id)
    if intake.stage == Stage.AMENDS and (made := amendment_of(intake)):
        return redirect("amending:amendment", made.pk)
    if intake.stage not in (Stage.READ, Stage.AMENDS):
        return redirect("plans:progress", intake.pk)
    draft = draft_of(intake)
    tab = request.GET.get("xem", "")
    tab = tab if tab in cards.LABELS else cards.DOUBTS
    removed = list(intake.items.filter(state=ItemState.REMOVED))
    shown = _shown(draft, tab, removed, request.GET.get("thu-tu", ""))
    context = {"intake": intake, **_document(request, draft, shown)}
    if not asked_for(request, "doc"):
        context |= _context(draft, tab, shown, len(removed)) | offer(request, intake)
        context["worst_first"] = request.GET.get("thu-tu") == cards.DOUBTS
    return render_page(request, "plans/review.html", context, partial="doc")


def _intakes(request: Request) -> QuerySet[Intake]:
    return reach(Intake.objects.select_related("locality"), request.standing)


def _document(request: Request, draft: Draft, shown: list[DraftItem]) -> Stored:
    """The page with the item that is looked at, or the whole document where it has no pages."""
    chosen = request.GET.get("muc", "")
    items = [item for item in draft.items if str(item.pk) == chosen] or shown[:1]
    marks = cards.marks_of(draft, cards.anchor_of(items[0]) if items else "")
    reading = _reading_beside(draft.intake)
    if not reading.get("source"):
        return {}
    if not is_paged(reading):
        return {"blocks": marked(reading, marks)}
    page_number = first_page(items[0].quotes) if items else None
    return {"leaf": leaf_of(reading, marks, view_of(request.GET, page_number or 1))}


def _reading_beside(intake: Intake) -> Stored:
    """The reading of the document, of a copied draft that of the plan it was copied from."""
    if not intake.copied_from:
        return intake.reading
    old = Intake.objects.filter(plan=intake.copied_from).first()
    return old.reading if old else {}


def _context(draft: Draft, tab: str, shown: list[DraftItem], left_out: int) -> Stored:
    intake = draft.intake
    accepted, kept = review.progress_of(draft.items)
    sure, alike = cards.sure(draft), repeats(draft)
    shared = [item for item in draft.items if item.same_work]
    return {
        "draft": draft,
        "tab": tab,
        "kind": cards.KIND_TABS.get(tab, ""),
        "tabs": cards.tabs(draft, tab, left_out, len(alike) + len(shared)),
        "repeats": alike,
        "shared": shared,
        "cards": cards.cards(draft, shown),
        "findings": [findings.sentence(row) for row in intake.reading.get("findings", ())],
        "answers": AnswersForm(initial=initial_answers(draft), intake=intake)
        if tab == cards.PAPER
        else None,
        "accepted": accepted,
        "kept": kept,
        "left": kept - accepted - len(sure),
        "sure": sure,
        "names": cards.names(draft),
        "questions": open_questions(draft),
    }


def _shown(draft: Draft, tab: str, removed: list[DraftItem], order: str) -> list[DraftItem]:
    if tab == cards.DOUBTS:
        return cards.doubtful(draft)
    if tab == cards.LEFT_OUT:
        return removed
    items = draft.of(cards.KIND_TABS[tab]) if tab in cards.KIND_TABS else []
    return cards.worst_first(items) if order == cards.DOUBTS else items


@require_POST
@page(READ_IN)
def accept_sure(request: Request, pk: int) -> HttpResponse:
    """Accept everything the reader is sure of."""
    intake = get_object_or_404(_intakes(request), pk=pk)
    try:
        done = review.accept_all_sure(intake=intake, actor=request.user)
        messages.success(request, _("Accepted: %(n)s.") % {"n": done})
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(cards.address(intake, request.POST.get("xem", cards.DOUBTS)))


@require_POST
@page(READ_IN)
def decide(request: Request, pk: int) -> HttpResponse:
    """Accept an item, leave it out, or take either back."""
    rows = reach(DraftItem.objects.select_related("intake"), request.standing)
    item = get_object_or_404(rows, pk=pk)
    try:
        _decide(item, request)
    except ValidationError as error:
        messages.error(request, f"{item.number}. {' '.join(error.messages)}")
    tab = request.POST.get("xem", "")
    tab = tab if tab in cards.LABELS else cards.DOUBTS
    return redirect(cards.address(item.intake, tab, request.POST.get("next", "")))


def _decide(item: DraftItem, request: Request) -> None:
    match request.POST.get("action"):
        case "accept":
            chosen = request.POST.get("accountable", "")
            review.accept(item=item, actor=request.user, accountable=chosen)
        case "remove":
            review.remove(item=item, actor=request.user)
        case "restore":
            review.restore(item=item, actor=request.user)
        case "join":
            chosen = request.POST.get("task", "")
            pk = int(chosen) if chosen.isdecimal() and len(chosen) < PK_DIGITS else 0
            review.join(
                duty=item, task=get_object_or_404(item.intake.items, pk=pk), actor=request.user
            )
        case "part":
            review.join(duty=item, task=None, actor=request.user)
