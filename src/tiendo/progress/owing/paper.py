"""Everything the page of one piece of work of one office shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tiendo.progress.models import (
    Contribution,
    ContributionRequest,
    Handler,
    Obligation,
    Occurrence,
    Receipt,
    ReceiptKind,
    Step,
)
from tiendo.progress.owing.asking import Answer, answer_of
from tiendo.progress.owing.handling import percent_of
from tiendo.progress.owing.receipt import standing_of
from tiendo.progress.pressing import pressing_of


@dataclass(frozen=True, slots=True)
class Asked:
    """One request and where each of its answers stands."""

    request: ContributionRequest
    answers: list[tuple[Contribution, Answer]]

    @property
    def given(self) -> int:
        """How many offices have answered."""
        return sum(answer == Answer.ANSWERED for _row, answer in self.answers)


@dataclass(frozen=True, slots=True)
class Paper:
    """One obligation with its receipt, officers, steps and requests; all fetched before."""

    row: Obligation
    receipts: Sequence[Receipt]
    handlers: Sequence[Handler]
    steps: Sequence[Step]
    asked: list[Asked]
    pressing: Occurrence | None

    @property
    def received(self) -> ReceiptKind | None:
        """Where the receipt stands."""
        return standing_of(self.receipts)

    @property
    def refused_before(self) -> bool:
        """Whether the one refusal was used."""
        return any(row.kind == ReceiptKind.REFUSED for row in self.receipts)

    @property
    def percent(self) -> int | None:
        """The share of steps that are done."""
        return percent_of(self.steps)


def paper_of(row: Obligation, today: date) -> Paper:
    """What is known of `row` on `today`, from rows that were fetched with it."""
    periods = list(row.occurrences.all())
    for period in periods:
        period.obligation = row
    requests = [each for period in periods for each in period.contribution_requests.all()]
    return Paper(
        row=row,
        receipts=list(row.receipts.all()),
        handlers=list(row.handlers.all()),
        steps=list(row.steps.all()),
        asked=[_asked(request, today) for request in requests],
        pressing=pressing_of(periods, today),
    )


def _asked(request: ContributionRequest, today: date) -> Asked:
    answers = [(row, answer_of(row, today)) for row in request.contributions.all()]
    return Asked(request, answers)
