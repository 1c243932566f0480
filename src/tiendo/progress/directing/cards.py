"""Corrective cards: opened by the daily run, filled in by the office, closed by the coordinator."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tiendo.agencies.models import Locality
from tiendo.history import services as history
from tiendo.progress.directing.rules import late_again
from tiendo.progress.models import CorrectiveCard, Occurrence, Share

PARTS = ("fact", "cause", "action", "owner", "by")


@transaction.atomic
def open_cards(*, locality: Locality, today: date) -> int:
    """Open a card for every obligation that is late twice in a row; return how many. Asked again, none is."""
    Locality.objects.select_for_update().get(pk=locality.pk)
    cards = CorrectiveCard.objects.filter(obligation__task__plan__locality=locality)
    opened = set(cards.values_list("period", flat=True))
    still_open = set(cards.filter(closed_on=None).values_list("obligation", flat=True))
    found = [late_again(rows, today) for rows in _periods(locality, today).values()]
    new = [
        CorrectiveCard(obligation=row.obligation, period=row, opened_on=today)
        for row in found
        if row and row.pk not in opened and row.obligation_id not in still_open
    ]
    return len(history.add_all(new, actor=None))


def _periods(locality: Locality, today: date) -> dict[int, list[Occurrence]]:
    """The periods that have begun of every obligation that closes its task."""
    rows = Occurrence.objects.filter(
        obligation__task__plan__locality=locality,
        obligation__task__same_as=None,
        obligation__ended_on=None,
        obligation__share=Share.CLOSES,
        starts__lte=today,
        due__isnull=False,
    )
    found: dict[int, list[Occurrence]] = defaultdict(list)
    for row in rows.select_related("obligation__agency", "obligation__task__plan"):
        found[row.obligation_id].append(row)
    return found


def lacking(card: CorrectiveCard) -> list[str]:
    """What is still to be filled in, by its name."""
    labels = {part: CorrectiveCard._meta.get_field(part).verbose_name for part in PARTS}  # type: ignore[union-attr]
    return [capfirst(str(labels[part])) for part in PARTS if not getattr(card, part)]


@transaction.atomic
def fill(*, card: CorrectiveCard, values: Mapping[str, Any], actor: Any) -> CorrectiveCard:
    """Keep what was typed on a card; some of it may be missing still. ValidationError when it is closed."""
    row = _open(card)
    for part in PARTS:
        setattr(row, part, values.get(part))
    history.save(row, actor=actor)
    return row


@transaction.atomic
def close(*, card: CorrectiveCard, actor: Any, today: date) -> None:
    """Close a card. Raises ValidationError when anything on it is missing, or when it is closed."""
    row = _open(card)
    if missing := lacking(row):
        raise ValidationError(
            _("The card cannot be closed yet. Still missing: %(parts)s.")
            % {"parts": "; ".join(missing)}
        )
    row.closed_on, row.closed_by = today, actor
    history.save(row, actor=actor)


def _open(card: CorrectiveCard) -> CorrectiveCard:
    row = CorrectiveCard.objects.select_for_update(of=("self",)).get(pk=card.pk)
    if row.closed_on:
        raise ValidationError(
            _("This card was closed on %(day)s.") % {"day": f"{row.closed_on:%d/%m/%Y}"}
        )
    return row
