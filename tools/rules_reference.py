"""Writes docs/reference/rights.md and statuses.md from the rules themselves. Run by `make reference`."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from django.utils import translation

from tiendo.accounts.models import Role
from tiendo.accounts.rights import RIGHTS, Reach, Right
from tiendo.messages import catalogue_paths, read_catalogue
from tiendo.progress.status import NEEDS_ATTENTION, SILENCE, SOON, Facts, Status
from tools.places import ROOT

REFERENCE = ROOT / "docs" / "reference"
MADE = "Written by `make reference` from the rule itself; a test says when it is out of date.\n"
MARKS = {Reach.LOCALITY: "✓", Reach.OFFICE: "own offices"}

# One period for every status: what has to be so, in the order of decision. Days count from TODAY.
TODAY = date(2026, 11, 23)
YEAR = Facts(date(2026, 1, 1), date(2026, 12, 31), date(2026, 1, 1))
UNDER_WAY = replace(YEAR, due=date(2027, 12, 31), last_reported_on=date(2026, 10, 1))
SAID: dict[Status, tuple[str, Facts]] = {
    Status.CANCELLED: ("It was cancelled by a decision.", replace(YEAR, cancelled_on=TODAY)),
    Status.UNTRACKED: (
        "The standing office closed it with a reason: it is not followed in the system.",
        replace(YEAR, closed=True),
    ),
    Status.WAITING: (
        "It waits on an outside decision that is not there yet: neither late nor forgotten.",
        replace(YEAR, waiting=True),
    ),
    Status.DONE_LATE: (
        "It was done after the deadline in force: the day the document sets, or the one it was moved to.",
        replace(YEAR, due=date(2026, 9, 30), done_on=date(2026, 10, 15)),
    ),
    Status.DONE: (
        "It was done by that day, or no day is set.",
        replace(YEAR, due=date(2026, 11, 30), done_on=date(2026, 10, 15)),
    ),
    Status.NOTHING_AROSE: (
        "The office said that nothing arose in the period.",
        replace(YEAR, nothing_on=date(2026, 10, 15)),
    ),
    Status.NOT_DUE: (
        "The period has not begun.",
        replace(YEAR, starts=date(2027, 1, 1), due=date(2027, 12, 31)),
    ),
    Status.BACKLOG: (
        "The day has passed, but before the plan was followed here: the result is still to be entered.",
        replace(YEAR, due=date(2026, 9, 30), watched_from=date(2026, 11, 1)),
    ),
    Status.OVERDUE: ("The day has passed.", replace(YEAR, due=date(2026, 9, 30))),
    Status.DUE_SOON: (
        f"The day is today or within {SOON.days} days.",
        replace(YEAR, due=TODAY + SOON),
    ),
    Status.NO_REPORT: (
        f"Nothing was heard for more than {SILENCE.days} days, counted from the last report, "
        "or else from the first day on which silence counts.",
        replace(UNDER_WAY, last_reported_on=TODAY - SILENCE - timedelta(days=1)),
    ),
    Status.IN_PROGRESS: ("None of these.", UNDER_WAY),
}


@translation.override("en")
def rights_page() -> str:
    """Who may do what: a row for every right, a column for every role."""
    roles = [f"{role.label.capitalize()}<br>*{vietnamese(str(role.label))}*" for role in Role]
    return "\n".join(
        (
            f"# Who may do what\n\n{MADE}",
            f"| a person may … | {' | '.join(roles)} |",
            "|---|" + ":-:|" * len(Role),
            *map(_right_row, RIGHTS),
            "\n✓: everything in the own locality. A person holds a role in an office, from a day to a day; "
            "somebody with two roles may do\nwhat either may. No role: no page opens but one's own "
            "password. What belongs to another locality is never seen by anybody.\n",
        )
    )


def _right_row(right: Right) -> str:
    cells = [MARKS[right.reach] if role in right.roles else "" for role in Role]
    return f"| {right.sentence} | {' | '.join(cells)} |"


@translation.override("en")
def statuses_page() -> str:
    """Every status of work in the order of decision, then the order in which pages list them."""
    worst_first = ", ".join(f"{status.label}" for status in Status)
    attention = " and ".join(f"*{status.label}*" for status in NEEDS_ATTENTION)
    return "\n".join(
        (
            f"# Statuses of work\n\n{MADE}",
            "Computed from facts whenever it is asked for, never stored. The first row that applies decides.\n",
            "| | status | Vietnamese | when | example |",
            "|--:|---|---|---|---|",
            *_status_rows(),
            f"\nExamples are judged on {TODAY:%d/%m/%Y}. Pages list the worst first: {worst_first}.\n"
            f"Needing attention: {attention}.\n",
        )
    )


def _status_rows() -> Iterator[str]:
    for place, (status, (when, facts)) in enumerate(SAID.items(), 1):
        words = vietnamese(str(status.label), "status")
        yield f"| {place} | {status.label} | {words} | {when} | {_example(facts)} |"


def _example(facts: Facts) -> str:
    named = {
        "due": facts.due,
        "moved to": facts.moved_to,
        "followed from": facts.watched_from if facts.watched_from > facts.starts else None,
        "done": facts.done_on,
        "said that nothing arose on": facts.nothing_on,
        "last report": facts.last_reported_on,
        "cancelled": facts.cancelled_on,
    }
    days = [f"{words} {day:%d/%m/%Y}" for words, day in named.items() if day]
    states = [word for word in ("waiting", "closed") if getattr(facts, word)]
    return ", ".join([f"begins {facts.starts:%d/%m/%Y}", *days, *states])


def vietnamese(msgid: str, context: str = "") -> str:
    """The Vietnamese words for a msgid, from the catalogues as they are written; "" when there are none."""
    for path in catalogue_paths("vi"):
        message = read_catalogue(path).get(msgid, context or None)
        if message and isinstance(message.string, str):
            return message.string
    return ""


PAGES: dict[Path, Callable[[], str]] = {
    REFERENCE / "rights.md": rights_page,
    REFERENCE / "statuses.md": statuses_page,
}
