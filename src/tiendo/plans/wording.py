"""How the understood part of a draft is said: deadlines and targets in a few words."""

from datetime import date
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tiendo.plans.items import Aim, Due
from tiendo.plans.readings import Stored

NO_BREAK_SPACE = "\u00a0"


def understood(due: Due, until_year: int | None, product: str = "") -> str:
    """What a deadline was understood to mean: "31/12/2025", "every year, until 2030"."""
    if due.kind == "conditional":
        return _("waits on this condition: neither late nor forgotten")
    if due.kind == "recurring" or (due.kind == "none" and not due.end and not product):
        return _yearly(due, until_year)
    if due.end is None:
        return _("to be made once, no day is set")
    if due.kind in ("year-range", "quarter", "month") and due.start:
        return _("from %(start)s to %(end)s") % {"start": _day(due.start), "end": _day(due.end)}
    return _day(due.end)


def role(name: str) -> str:
    """What an office does in a task beyond leading and coordinating, as the label of a field."""
    return {
        "implementing": _("Carried out by"),
        "tracking": _("Followed by"),
        "synthesizing": _("Summed up by"),
        "submitting": _("Submitted by"),
        "issuing": _("Issued by"),
        "supervising": _("Supervised by"),
    }.get(name, _("Also named"))


def milestone(row: Stored) -> str:
    """One of several days of a task: its words and the day they were understood to mean."""
    end = row.get("end")
    return f"{row['text']} → {_day(date.fromisoformat(end))}" if end else str(row["text"])


def _yearly(due: Due, until_year: int | None) -> str:
    every = recurrence_words(due.recurrence)
    if due.kind == "none":
        every = _("no date: owed once a year")
    if until_year is None:
        return every
    return _("%(every)s, until %(year)s") % {"every": every, "year": until_year}


def recurrence_words(recurrence: str) -> str:
    """How often: "every quarter"; work that goes on all the time is owed once a year."""
    return {
        "year": _("every year"),
        "half-year": _("every half-year"),
        "quarter": _("every quarter"),
        "month": _("every month"),
        "week": _("every week: owed once a month"),
    }.get(recurrence, _("all the time: owed once a year"))


def figures(aim: Aim) -> str:
    """The figure of a target with its comparator and unit: "≥ 12,5%", "5–6%"; "" for an aim in words."""
    if aim.low is None:
        return ""
    unit = aim.unit if aim.unit.startswith("%") or not aim.unit else NO_BREAK_SPACE + aim.unit
    low = _figure(aim.low)
    if aim.high is not None:
        return f"{low}–{_figure(aim.high)}{unit}"
    signs = {">=": ">" if aim.strict else "≥", "<=": "<" if aim.strict else "≤"}
    sign = signs.get(aim.comparator, "=")
    if aim.comparator == "about":
        sign = pgettext("figure", "about")
    return f"{sign}{NO_BREAK_SPACE}{low}{unit}"


def period(aim: Aim) -> str:
    """The years of a target: "2021–2025", "by 2030"."""
    words = ""
    if aim.start and aim.end:
        words = f"{aim.start.year}–{aim.end.year}"
        if aim.start.year == aim.end.year:
            words = str(aim.end.year)
    elif aim.end:
        words = _("by %(year)s") % {"year": aim.end.year}
    parts = [words, recurrence_words(aim.recurrence) if aim.recurrence else ""]
    parts.append(_("on average") if aim.average else "")
    return ", ".join(part for part in parts if part)


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _figure(figure: Decimal) -> str:
    """With the decimals of the document: "8,0" stays "8,0"."""
    return number_format(figure, use_l10n=True, force_grouping=True)
