"""How templates say what rounds and rates say: `{% load round_words %}`.

{{ round|round_title }} {{ round|round_short }}       the name of a round, and within its year
{{ box|box_words }} {{ box|box_spoken }}              a box of the grid, in short and for readers' tools
{{ rate|percent }} {{ rate|of_whole }} {{ rate|left_out }}
{{ days|days_late }} {{ conflicts|of_field:bound }} {{ bound|chosen_words:text }}
{% missing column today as rows %}                    the reports of a round that are overdue
"""

from collections.abc import Mapping
from datetime import date

from django import template
from django.forms import BoundField

from tiendo.progress.models import OfficeReport
from tiendo.progress.rounds import words
from tiendo.progress.rounds.export import said
from tiendo.progress.rounds.grid import Box, Column
from tiendo.progress.rounds.status import Standing

register = template.Library()
register.filter("round_title", words.title)
register.filter("round_short", words.short)
register.filter("percent", words.percent)
register.filter("of_whole", words.of_whole)
register.filter("left_out", words.left_out)
register.filter("days_late", words.late)
register.filter("box_spoken", said)


@register.filter
def box_words(box: Box) -> str:
    """What stands in a box where there is room."""
    if box.look is None:
        return ""
    return words.late(box.days) if box.standing == Standing.LATE else str(box.look.words)


@register.filter
def box_days(box: Box) -> str:
    """The number of days a report came late; all there is room for on a telephone."""
    return str(box.days) if box.standing == Standing.LATE else ""


@register.simple_tag
def missing(column: Column, today: date) -> list[OfficeReport]:
    """The reports of a round that are overdue and never came."""
    return column.missing(today)


@register.filter
def of_field(conflicts: Mapping[str, str], bound: BoundField) -> str | None:
    """What somebody else wrote in this field meanwhile; None where nobody did."""
    return conflicts.get(bound.html_name) if conflicts else None


@register.filter
def chosen_words(bound: BoundField, text: str) -> str:
    """A stored value of a field as people read it: the words of a choice, else the text."""
    choices = dict(getattr(bound.field, "choices", ()))
    return str(choices.get(text, text))


@register.filter
def at(rows: list[Column], place: int) -> Column:
    """The column at a place, counted from 0."""
    return rows[place]
