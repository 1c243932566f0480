"""What periods, deadlines and targets say in a sentence, in the language of the reader."""

from datetime import date
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tiendo.plans.models import Target, Task
from tiendo.progress.models import Occurrence, PeriodKind
from tiendo.progress.status import Status
from tiendo.ui.dates import distance, margin

ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
ONCE = (PeriodKind.DAY, PeriodKind.PRODUCT, PeriodKind.CONDITION)
EVERY = {
    PeriodKind.HALF: gettext_lazy("one period every half-year from %(first)s to %(last)s"),
    PeriodKind.QUARTER: gettext_lazy("one period a quarter from %(first)s to %(last)s"),
    PeriodKind.MONTH: gettext_lazy("one period a month from %(first)s to %(last)s"),
    PeriodKind.SPAN: gettext_lazy("several spans from %(first)s to %(last)s"),
    PeriodKind.DAY: gettext_lazy("several days from %(first)s to %(last)s"),
}
RUNNING = (
    Status.OVERDUE,
    Status.NO_REPORT,
    Status.DUE_SOON,
    Status.IN_PROGRESS,
    Status.NOT_DUE,
)
DAYS_IN_MONTH = 30.44


def period(occurrence: Occurrence) -> str:
    """The name of a period: "2026", "quarter I/2026", "2021-2025", "when the condition is met"."""
    facts = {"year": occurrence.year, "part": occurrence.part}
    match occurrence.kind:
        case PeriodKind.HALF if occurrence.part == 1:
            return _("first half of %(year)s") % facts
        case PeriodKind.HALF:
            return _("second half of %(year)s") % facts
        case PeriodKind.QUARTER:
            return _("quarter %(part)s/%(year)s") % {**facts, "part": ROMAN[occurrence.part]}
        case PeriodKind.MONTH:
            return _("month %(part)s/%(year)s") % facts
        case PeriodKind.PRODUCT:
            return _("the document to be made")
        case PeriodKind.CONDITION:
            return _("when the condition is met")
        case PeriodKind.DAY:
            return f"{occurrence.due:%d/%m/%Y}" if occurrence.due else _("no date")
    return occurrence.period


def named(occurrence: Occurrence) -> str:
    """A period as it stands in a sentence: "period 2026", "the document to be made"."""
    if occurrence.kind == PeriodKind.DAY and not occurrence.part:
        return _("to be done once")
    if occurrence.kind in ONCE and not occurrence.part:
        return period(occurrence)
    return _("period %(period)s") % {"period": period(occurrence)}


def to_report(occurrence: Occurrence) -> str:
    """The words of the button that leads to the report on this period."""
    if occurrence.kind in ONCE and not occurrence.part:
        return _("Report progress")
    return _("Report on %(period)s") % {"period": period(occurrence)}


def remark(occurrence: Occurrence, today: date) -> str:
    """The line under the tag of a status: which period, how far from its day, since when silent."""
    status = occurrence.status(today)
    if status in (Status.DONE, Status.DONE_LATE) and occurrence.done_on:
        return _done(occurrence.done_on, occurrence.deadline)
    if status == Status.NO_REPORT:
        return silence(occurrence, today)
    if status == Status.WAITING:
        return _("since %(day)s") % {"day": f"{occurrence.starts:%m/%Y}"}
    due = occurrence.deadline
    if status in (Status.DUE_SOON, Status.IN_PROGRESS) and due:
        return distance(due, today)
    if status == Status.NOT_DUE and due:
        return _("due %(day)s") % {"day": f"{due:%d/%m/%Y}"}
    if status in (Status.OVERDUE, Status.BACKLOG, Status.UNTRACKED, Status.NOTHING_AROSE):
        return named(occurrence)
    return ""


def _done(done: date, due: date | None) -> str:
    day = f"{done:%d/%m/%Y}"
    return f"{day}, {margin(done, due)}" if due else day


def how_far(occurrence: Occurrence, today: date) -> str:
    """How far off its day is; nothing for a period whose day is held against nobody or is past caring."""
    running, due = occurrence.status(today) in RUNNING, occurrence.deadline
    return distance(due, today) if running and due else ""


def day_in_force(occurrence: Occurrence) -> str:
    """By when it is due: "due 31/12/2024", or with the first day where it was moved; "" where no day is set."""
    first, now = occurrence.due, occurrence.moved_to
    if first is None:
        return ""
    days = {"first": f"{first:%d/%m/%Y}", "day": f"{now or first:%d/%m/%Y}"}
    if now is None or now == first:
        return _("due %(day)s") % days
    if now > first:
        return _("first due %(first)s, extended to %(day)s") % days
    return _("first due %(first)s, brought forward to %(day)s") % days


def silence(occurrence: Occurrence, today: date) -> str:
    """For how many whole months nothing was heard of a period."""
    months = silent_months(occurrence, today)
    return ngettext("%(n)d month", "%(n)d months", months) % {"n": months}


def silent_months(occurrence: Occurrence, today: date) -> int:
    """Whole months since the last report, or since the period has been watched."""
    heard = occurrence.last_reported_on or occurrence.watched_from
    return int((today - heard).days / DAYS_IN_MONTH)


def understood(task: Task, occurrences: list[Occurrence]) -> str:
    """How the deadline of `task` was understood, seen from the periods that came of it."""
    dated = [row for row in occurrences if row.due]
    if task.deadline_kind == "conditional":
        return _("waits on a decision made outside; it has no day until then")
    if not dated:
        return _("no day is set; it is owed once")
    first, last = dated[0], dated[-1]
    if first.due == last.due:
        return _("by %(day)s") % {"day": f"{last.due:%d/%m/%Y}"}
    facts = {"first": first.due.year, "last": last.due.year, "day": f"{last.due:%d/%m}"}  # type: ignore[union-attr]
    if last.kind == PeriodKind.YEAR:
        return _("one period a year from %(first)s to %(last)s, due on %(day)s") % facts
    return str(EVERY[PeriodKind(last.kind)]) % facts


def legal(target: Target) -> str:
    """A target in its legal form: "at least 12,5%", "over 75%", "5-6%"; "" when it has no figure."""
    if target.low is None:
        return ""
    if target.high is not None:
        return _united(f"{figure(target.low)}-{figure(target.high)}", target.unit)
    return _form(target) % {"value": _united(figure(target.low), target.unit)}


def _form(target: Target) -> str:
    if target.average:
        return _("%(value)s on average")
    match target.comparator, target.strict:
        case ">=", True:
            return _("over %(value)s")
        case ">=", False:
            return _("at least %(value)s")
        case "<=", True:
            return _("under %(value)s")
        case "<=", False:
            return _("at most %(value)s")
        case "about", _strict:
            return _("about %(value)s")
    return "%(value)s"


def figure(value: Decimal) -> str:
    """A figure as people here write it, without decimals that say nothing: "12,5", "1.234"."""
    shown = value.normalize() if value % 1 else value.quantize(Decimal(1))
    return number_format(shown, use_l10n=True, force_grouping=True)


def _united(value: str, unit: str) -> str:
    if not unit:
        return value
    return f"{value}{unit}" if unit.startswith("%") else f"{value} {unit}"


def term(target: Target) -> str:
    """By when or over which time a target is to be met: "by 31/12/2030", "2021-2025", "every year"."""
    if target.recurrence == "year" and target.starts and target.ends:
        return _("every year %(first)s-%(last)s") % {
            "first": target.starts.year,
            "last": target.ends.year,
        }
    if target.starts and target.ends and target.starts.year != target.ends.year:
        return f"{target.starts.year}-{target.ends.year}"
    if target.ends:
        return _("by %(day)s") % {"day": f"{target.ends:%d/%m/%Y}"}
    return ""


def issued(text: str) -> str:
    """A day of issue as far as the paper says: "2022-02" is 02/2022, "2022-02-21" is 21/02/2022."""
    return "/".join(reversed(text.split("-")))


def place(quote: dict) -> str:
    """Where words stand in the document: "line 210, page 7"."""
    line = _("line %(line)s") % {"line": quote.get("line")}
    if quote.get("page"):
        return _("%(line)s, page %(page)s") % {"line": line, "page": quote["page"]}
    return line
