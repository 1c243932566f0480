"""How templates say what `words` puts into words: `{% load progress_words %}`.

{% standing occurrence today %}         the tag of a period, with the days when it is late
{% sign occurrence today %}             the same where there is little room
{{ occurrence|period }} {{ occurrence|named }} {{ occurrence|to_report }}
{{ occurrence|remark:today }} {{ occurrence|how_far:today }} {{ occurrence|day_in_force }}
{{ target|legal }} {{ target|term }} {{ plan.issued_on|issued }} {{ quote|place }}
{{ role|role_words }} {{ row|milestone }}
{% answer_tag answer %}                 where a contribution stands
{% sort_head wanted "number" label %}   the head of a column that sorts
"""

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tiendo.plans import wording
from tiendo.progress import words
from tiendo.progress.extensions.rules import extendable
from tiendo.progress.models import Occurrence
from tiendo.progress.reporters import is_open
from tiendo.progress.status import Status
from tiendo.progress.telling import told
from tiendo.progress.wanted import Wanted
from tiendo.ui.looks import look_of, words_of
from tiendo.ui.templatetags.ui import icon, tag

register = template.Library()
register.filter("period", words.period)
register.filter("named", words.named)
register.filter("remark", words.remark)
register.filter("how_far", words.how_far)
register.filter("to_report", words.to_report)
register.filter("legal", words.legal)
register.filter("term", words.term)
register.filter("issued", words.issued)
register.filter("place", words.place)
register.filter("told", told)
register.filter("role_words", wording.role)
register.filter("milestone", wording.milestone)
register.filter("reportable", is_open)
register.filter("extendable", extendable)
register.filter("day_in_force", words.day_in_force)


@register.filter
def of(counts: dict, status: str) -> int:
    """How many have this status."""
    return counts.get(status, 0)


@register.filter
def status_words(occurrence: Occurrence, today: date) -> str:
    """The status of a period in words alone."""
    return words_of(occurrence.status(today))


@register.simple_tag
def sign(occurrence: Occurrence, today: date) -> SafeString:
    """A period's status where there is little room: its drawing before its words."""
    look = look_of(occurrence.status(today))
    style = f" {look.style}" if look.style else ""
    return format_html(
        '<span class="signed"><span class="sign{}">{}</span><span class="xs">{}</span></span>',
        style,
        icon(look.icon),
        look.words,
    )


@register.simple_tag
def standing(occurrence: Occurrence, today: date) -> SafeString:
    """The tag of a period's status; how many days it is late stands in the tag itself."""
    status = occurrence.status(today)
    due = occurrence.deadline
    late = (today - due).days if status == Status.OVERDUE and due else None
    return tag(status, days=late)


ANSWERS = {"answered": "answered", "recalled": "cancelled", "late": "overdue", "open": "asked"}


@register.simple_tag
def answer_tag(answer: object) -> SafeString:
    """The tag of an answer that was asked for."""
    return tag(ANSWERS[str(getattr(answer, "value", answer))])


@register.filter
def understood(task: object, occurrences: list[Occurrence]) -> str:
    """How the deadline of a task was understood."""
    return words.understood(task, occurrences)  # type: ignore[arg-type]


@register.inclusion_tag("progress/sort_head.html")
def sort_head(wanted: Wanted, name: str, label: str, style: str = "") -> dict:
    """The head of a column; a second click turns the order round."""
    current = wanted.order == name
    down = wanted.sort.startswith("-")
    return {
        "label": label,
        "style": style,
        "direction": current and ("descending" if down else "ascending"),
        "url": wanted.but(sort=f"-{name}" if current and not down else name),
    }
