"""What rounds, reports in them and rates say in words, in the language of the reader."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tiendo.progress.models import OfficeReport, Round, RoundKind
from tiendo.progress.rates.rules import LOADS, LeftOut, Rate
from tiendo.progress.rounds.status import Standing
from tiendo.progress.words import ROMAN


@dataclass(frozen=True, slots=True)
class Cell:
    """How a standing looks in the grid: its drawing, its class, its words, and the words of the key below."""

    icon: str
    style: str
    words: str | Promise
    key: str | Promise


CELLS: Mapping[Standing, Cell] = {
    Standing.ON_TIME: Cell("check", "cb-ok", gettext_lazy("On time"), gettext_lazy("On time")),
    Standing.LATE: Cell(
        "done-late", "cb-late", gettext_lazy("Late"), gettext_lazy("Late, received")
    ),
    Standing.NOTHING: Cell(
        "struck", "cb-none", gettext_lazy("Nothing arose"), gettext_lazy("Nothing arose")
    ),
    Standing.SENT: Cell(
        "send", "cb-rev", gettext_lazy("Sent"), gettext_lazy("Sent, to be reviewed")
    ),
    Standing.RETURNED: Cell("undo", "cb-ret", gettext_lazy("Returned"), gettext_lazy("Returned")),
    Standing.WITH_HEAD: Cell(
        "user", "cb-exp", gettext_lazy("With the head"), gettext_lazy("With the head of office")
    ),
    Standing.WAITING: Cell(
        "clock", "cb-exp", gettext_lazy("Expected"), gettext_lazy("Expected, not due yet")
    ),
    Standing.MISSING: Cell(
        "alert", "cb-bad", gettext_lazy("Not sent"), gettext_lazy("Not sent, overdue")
    ),
}

LEFT_OUT: Mapping[LeftOut, str | Promise] = {
    LeftOut.NOT_DUE: gettext_lazy("not due yet"),
    LeftOut.WAITING: gettext_lazy("waiting for a condition"),
    LeftOut.NOTHING_AROSE: gettext_lazy("nothing arose in it"),
    LeftOut.CLOSED: gettext_lazy("not followed in the system"),
    LeftOut.CANCELLED: gettext_lazy("cancelled by a decision"),
    LeftOut.INVITED: gettext_lazy("of bodies that are invited"),
    LeftOut.ADDS: gettext_lazy("only adds its part"),
    LeftOut.ENDED: gettext_lazy("recalled or handed over"),
    LeftOut.BEFORE: gettext_lazy("over before the plan was followed here"),
}


def title(row: Round) -> str:
    """The name of a round with its year: "year 2024", "quarter III/2024", "month 5/2024"."""
    return period(row.kind, row.year, row.part, row.title)


def period(kind: str, year: int, part: int, called: str = "") -> str:
    """The name of the period of a round with its year."""
    facts = {"year": year, "part": part, "roman": ROMAN.get(part, "")}
    match kind:
        case RoundKind.MONTH:
            return _("month %(part)s/%(year)s") % facts
        case RoundKind.QUARTER:
            return _("quarter %(roman)s/%(year)s") % facts
        case RoundKind.HALF if part == 1:
            return _("first half of %(year)s") % facts
        case RoundKind.HALF:
            return _("second half of %(year)s") % facts
        case RoundKind.NINE_MONTHS:
            return _("nine months of %(year)s") % facts
        case RoundKind.YEAR:
            return _("the year %(year)s") % facts
    return called or _("special report %(part)s/%(year)s") % facts


def short(row: Round) -> str:
    """The name of a round within its year, for the head of a column."""
    match row.kind:
        case RoundKind.MONTH:
            return _("Month %(part)s") % {"part": row.part}
        case RoundKind.QUARTER:
            return _("Quarter %(part)s") % {"part": ROMAN[row.part]}
        case RoundKind.HALF:
            return _("6 months") if row.part == 1 else _("Last 6 months")
        case RoundKind.NINE_MONTHS:
            return _("9 months")
        case RoundKind.YEAR:
            return _("Year")
    return row.title or _("Special %(part)s") % {"part": row.part}


def accepted(row: OfficeReport) -> str:
    """The sentence that names a report that was accepted."""
    facts = {"office": row.agency.label, "title": title(row.round)}
    return _("Accepted: the report of %(office)s for %(title)s.") % facts


def percent(rate: Rate) -> str:
    """A rate as per cent, or a dash where nothing is due."""
    return "–" if rate.percent is None else f"{rate.percent}%"


def of_whole(rate: Rate) -> str:
    """How many of how many: "4 of 5"."""
    return _("%(part)s of %(whole)s") % {"part": rate.part, "whole": rate.whole}


def left_out(rate: Rate) -> str:
    """What a rate leaves out, reason by reason: "3 not due yet, 1 waiting for a condition"; "" for nothing."""
    rows = sorted(rate.left_out.items(), key=lambda pair: -pair[1])
    return ", ".join(f"{number} {LEFT_OUT[reason]}" for reason, number in rows if number)


def late(days: int) -> str:
    """By how many days: "4 days late"."""
    return ngettext("%(n)d day late", "%(n)d days late", days) % {"n": days}


def said(standing: Standing, days: int) -> str:
    """Where a report stands, with the days it is late: "Not sent, 73 days overdue"."""
    if standing == Standing.LATE:
        return capfirst(late(days))
    if standing == Standing.MISSING:
        words = ngettext("Not sent, %(n)d day overdue", "Not sent, %(n)d days overdue", days)
        return words % {"n": days}
    return str(CELLS[standing].key)


def load(place: int) -> str:
    """How much the offices of one group carry: "4 to 10 pieces of work due"."""
    if place == 0:
        return _("up to %(last)s pieces of work due") % {"last": LOADS[0]}
    if place == len(LOADS):
        return _("more than %(first)s pieces of work due") % {"first": LOADS[-1]}
    facts = {"first": LOADS[place - 1] + 1, "last": LOADS[place]}
    return _("%(first)s to %(last)s pieces of work due") % facts
