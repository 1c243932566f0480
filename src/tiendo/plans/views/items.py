"""Writing an item of the draft: edit, add, split, merge, join."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import READ_IN
from tiendo.plans import cards, review
from tiendo.plans.item_forms import OtherItemForm, SplitForm, form_of, initial_of
from tiendo.plans.models import DraftItem, Intake, ItemKind, ItemState, Stage
from tiendo.plans.sentences import parts_of
from tiendo.ui.render import render_page


def _item(request: Request, pk: int) -> DraftItem:
    rows = DraftItem.objects.select_related("intake").filter(intake__stage=Stage.READ)
    return get_object_or_404(reach(rows, request.standing), pk=pk)


def _back(item: DraftItem) -> HttpResponse:
    tab = cards.TAB_OF_KIND[ItemKind(item.kind)]
    return redirect(cards.address(item.intake, tab, cards.anchor_of(item)))


@page(READ_IN)
def edit(request: Request, pk: int) -> HttpResponse:
    """Write what an item says."""
    item = _item(request, pk)
    form = form_of(item.kind)(request.POST or None, initial=initial_of(item))
    if form.is_valid():
        try:
            review.edit(item=item, said=form.said(), actor=request.user)
            messages.success(request, _("The item is saved and accepted."))
            return _back(item)
        except ValidationError as error:
            form.add_error(None, error)
    status = 422 if form.is_bound else 200
    context = {"form": form, "item": item, "intake": item.intake, "words": _words(item)}
    return render_page(request, "plans/item_edit.html", context, status=status)


def _words(item: DraftItem) -> list[str]:
    """What the document says: of the item, of its offices, of its deadline."""
    quotes = [*item.quotes, *item.data.get("marks", ())]
    return list(dict.fromkeys(quote["text"] for quote in quotes))


@page(READ_IN)
def add(request: Request, pk: int, kind: str) -> HttpResponse:
    """Write an item the reader did not find."""
    if kind not in cards.KIND_TABS:
        raise Http404
    intake = get_object_or_404(
        reach(Intake.objects.filter(stage=Stage.READ), request.standing), pk=pk
    )
    kind = cards.KIND_TABS[kind]
    marked = {"text": request.GET.get("loi", "")}
    form = form_of(kind)(request.POST or None, initial=marked)
    if form.is_valid():
        try:
            item = review.add(intake=intake, kind=kind, said=form.said(), actor=request.user)
            messages.success(request, _("The item is added."))
            return _back(item)
        except ValidationError as error:
            form.add_error(None, error)
    status = 422 if form.is_bound else 200
    context = {"form": form, "kind": ItemKind(kind), "intake": intake}
    return render_page(request, "plans/item_edit.html", context, status=status)


@page(READ_IN)
def split(request: Request, pk: int) -> HttpResponse:
    """Make several items of one; its sentences are proposed as the parts."""
    item = _item(request, pk)
    parts = parts_of(item.data["text"])
    initial = dict(zip(("first", "second", "third"), parts, strict=False))
    form = SplitForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            review.split(item=item, texts=form.texts(), actor=request.user)
            messages.success(request, _("The item is split."))
            return _back(item)
        except ValidationError as error:
            form.add_error(None, error)
    status = 422 if form.is_bound else 200
    context = {"form": form, "item": item, "intake": item.intake}
    return render_page(request, "plans/item_split.html", context, status=status)


@page(READ_IN)
def merge(request: Request, pk: int) -> HttpResponse:
    """Make one item of two."""
    item = _item(request, pk)
    form = OtherItemForm(request.POST or None, others=_others(item, item.kind))
    if form.is_valid():
        kept = review.merge(item=item, other=form.cleaned_data["other"], actor=request.user)
        messages.success(request, _("The two items are one."))
        return _back(kept)
    context = {"form": form, "item": item, "intake": item.intake, "action": "merge"}
    return render_page(
        request, "plans/item_other.html", context, status=422 if form.is_bound else 200
    )


def _others(item: DraftItem, kind: str) -> QuerySet[DraftItem]:
    rows = item.intake.items.filter(kind=kind).exclude(pk=item.pk)
    return rows.exclude(state=ItemState.REMOVED).order_by("position")


@page(READ_IN)
def join(request: Request, pk: int) -> HttpResponse:
    """Say which task a duty repeats."""
    item = _item(request, pk)
    form = OtherItemForm(request.POST or None, others=_others(item, ItemKind.TASK))
    if form.is_valid():
        try:
            review.join(duty=item, task=form.cleaned_data["other"], actor=request.user)
            messages.success(request, _("The duty is joined to the task and owed once."))
            return _back(item)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"form": form, "item": item, "intake": item.intake, "action": "join"}
    return render_page(
        request, "plans/item_other.html", context, status=422 if form.is_bound else 200
    )
