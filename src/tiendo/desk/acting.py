"""What is done on the queue with one press: approve, accept, return, decide, ask."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.accounts.access import Request, reach
from tiendo.accounts.clock import moment
from tiendo.accounts.rights import APPROVE, DISCUSS, NUDGE, RECALL, REVIEW, Right
from tiendo.agencies.models import Agency
from tiendo.plans.models import Task
from tiendo.progress.models import Obligation, OfficeReport, ReportState
from tiendo.progress.owing import handling, receipt
from tiendo.progress.rounds import nudging, words
from tiendo.progress.rounds import services as rounds

LONGEST = 5_000


@dataclass(frozen=True, slots=True)
class Press:
    """A button that was pressed: on which row, with which words."""

    request: Request
    row: int
    words: str

    @property
    def as_of_now(self) -> dict[str, Any]:
        """The same by the clock: receipts and discussions stand in the order in which they were written."""
        return {"actor": self.request.user, "now": timezone.now()}

    @property
    def facts(self) -> dict[str, Any]:
        """Who and when, as services want it."""
        return {"actor": self.request.user, "now": moment()}

    def found(self, rows: QuerySet, right: Right, office: str = "") -> Any:
        """The row; 403 without `right` (over the row's office where `office` names the field), 404 out of reach."""
        if not self.request.standing.may(right):
            raise PermissionDenied
        row: Model = get_object_or_404(reach(rows, self.request.standing), pk=self.row)
        if office and not self.request.standing.may(right, getattr(row, office)):
            raise PermissionDenied
        return row


def approve(press: Press) -> str:
    """The head sends the report of the office."""
    row = press.found(_reports(), APPROVE, "agency_id")
    rounds.send(report=row, approved=True, **press.facts)
    return _("The report was sent to the coordinator.")


def give_back(press: Press) -> str:
    """The head gives it back to the officer who wrote it."""
    row = press.found(_reports(), APPROVE, "agency_id")
    given = rounds.give_back(report=row, note=press.words, **press.facts)
    rounds.refuse_decided(given, rounds.WITH_OFFICER, press.request.user)
    return _("The report is with the officer who wrote it again.")


def accept(press: Press) -> str:
    """The coordinator accepts a report."""
    row = rounds.accept(report=press.found(_reports(), REVIEW), **press.facts)
    rounds.refuse_decided(row, (ReportState.ACCEPTED,), press.request.user)
    return words.accepted(row)


def return_(press: Press) -> str:
    """The coordinator returns a report as a whole, with a note."""
    row = press.found(_reports(), REVIEW)
    row = rounds.return_(report=row, note=press.words, notes={}, **press.facts)
    rounds.refuse_decided(row, (ReportState.RETURNED,), press.request.user)
    return _("The report was returned with your note.")


def uphold(press: Press) -> str:
    """Work that was refused stays with the office."""
    row = press.found(Obligation.objects.select_related("task__plan"), RECALL)
    receipt.uphold(obligation=row, reason=press.words, **press.as_of_now)
    return _("It stays with the office; your reason was told.")


def recall(press: Press) -> str:
    """Work that was refused is taken back."""
    row = press.found(Obligation.objects.select_related("task__plan"), RECALL)
    receipt.recall(obligation=row, reason=press.words, today=press.request.today, **press.as_of_now)
    return _("Taken back from the office. What it reported stays.")


def nudge(press: Press) -> str:
    """Ask one office for its report."""
    row = press.found(_reports(), NUDGE)
    if not rounds.nudge(reports=[row], **press.facts):
        raise ValidationError(nudging.passed_over([row.agency], [row], []))
    return _("%(office)s was asked for its report.") % {"office": row.agency.label}


def say(press: Press) -> str:
    """Write in the discussion of a task: a question, an answer, an order."""
    task = press.found(Task.objects.select_related("plan"), DISCUSS)
    if not press.words:
        return _("Nothing was written. Write a few words, then send them.")
    held = press.request.standing.offices(DISCUSS)
    agency = Agency.objects.filter(pk__in=held).first()
    handling.say(task=task, agency=agency, text=press.words, **press.as_of_now)
    return _("Written in the discussion of the task; its offices see it.")


def _reports() -> QuerySet[OfficeReport]:
    return OfficeReport.objects.select_related("round__plan__locality", "agency")


ACTIONS: dict[str, Callable[[Press], str]] = {
    "approve": approve,
    "give-back": give_back,
    "accept": accept,
    "return": return_,
    "uphold": uphold,
    "recall": recall,
    "nudge": nudge,
    "say": say,
}
