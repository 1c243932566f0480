"""Storing a table that a person has looked at: all of it, or nothing."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.indicators.entering import Meanwhile, enter
from tiendo.indicators.models import Indicator
from tiendo.indicators.sheets.comparing import Comparison, What


@transaction.atomic
def store(*, comparison: Comparison, seen: Collection[int], actor: Any, now: datetime) -> int:
    """Store what a table adds and corrects, and return how many figures that are.

    `seen` are the figures that the person was shown. Raises ValidationError where something in the table cannot
    stand, or where somebody else gave one of its figures meanwhile.
    """
    if not comparison.is_ready:
        raise ValidationError(_("Something in the table is still to be corrected or answered."))
    wanted = [line for line in comparison.lines if line.what in (What.ADD, What.CORRECT)]
    going = [(line, line.typed) for line in wanted if line.typed]
    keys = {typed.indicator.pk for _line, typed in going}
    list(Indicator.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    for line, typed in going:
        row = typed.row()
        row.note = row.note or line.reason
        try:
            enter(row=row, seen=seen, actor=actor, now=now, reason=line.reason)
        except Meanwhile as meanwhile:
            words = _(
                "Line %(line)s: somebody gave this figure while you looked (%(who)s). Look again."
            )
            who = str(meanwhile.row.entered_by or "")
            told = {"line": line.given.line, "who": who}
            raise ValidationError(words % told) from meanwhile
    return len(going)
