"""What the pages of a difficulty and of a petition show besides their facts."""

from typing import Any

from django import template

from tiendo.difficulties.models import Difficulty, Petition
from tiendo.difficulties.registers import DIFFICULTIES, PETITIONS
from tiendo.registers.scope import hand_of

register = template.Library()


@register.inclusion_tag("difficulties/way.html")
def way_of(row: Difficulty) -> dict[str, Any]:
    """The petition that holds a difficulty, and where it was passed on, the first time first."""
    steps = row.forwardings.select_related("sender", "agency")
    return {"row": row, "petitions": PETITIONS, "steps": list(steps)}


@register.inclusion_tag("difficulties/gathered.html", takes_context=True)
def gathered(context: dict[str, Any], row: Petition) -> dict[str, Any]:
    """The difficulties that a petition holds, those the reader sees; how many wait for their answer."""
    hand = hand_of(context["request"], DIFFICULTIES)
    rows = list(hand.rows().filter(petition=row))
    today = context["request"].today
    return {
        "register": DIFFICULTIES,
        "rows": [(each, each.stage(today)) for each in rows],
        "waiting": sum(not each.answered_on for each in rows),
        "decided": bool(row.decided_on),
        "petition": row,
        "may_gather": context["hand"].keeps is None and not row.put_on,
    }
