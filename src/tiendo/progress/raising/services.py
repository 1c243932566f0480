"""Taking a difficulty over from a report: who may, what stands in the form at first, and the row with its report."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from tiendo.accounts.rights import KEEP_ALL, REPORT, Standing
from tiendo.difficulties.due import due_day
from tiendo.difficulties.models import LONGEST, Difficulty, Source
from tiendo.difficulties.registers import DIFFICULTIES
from tiendo.history import services as history
from tiendo.progress.models import RaisedDifficulty, Report
from tiendo.registers import services as registers
from vanban.text import plain


def may_raise(standing: Standing, report: Report) -> bool:
    """Whether somebody may enter what this report says: of the office that wrote it, or a coordinator."""
    return standing.may(KEEP_ALL) or standing.may(REPORT, report.agency_id)


def first_words(report: Report) -> dict[str, Any]:
    """What the form says at first: the words of the report, by whom and when, to be answered by the standing office."""
    plan = report.occurrence.obligation.task.plan
    received = localdate(report.reported_at)
    return {
        "what": plain(report.difficulties)[:LONGEST],
        "whom": report.agency.name,
        "source": Source.OFFICE,
        "agency": plan.standing_agency_id,
        "received_on": received,
        "due_on": due_day(received, plan.locality_id),
    }


@transaction.atomic
def raise_difficulty(
    *, report: Report, row: Difficulty, actor: Any, today: date, reason: str = ""
) -> RaisedDifficulty:
    """Store a difficulty with the report it was taken from.

    Raises ValidationError when another row has its key by now.
    """
    registers.write(register=DIFFICULTIES, row=row, actor=actor, today=today, reason=reason)
    raised = RaisedDifficulty(report=report, difficulty=row)
    history.save(raised, actor=actor)
    return raised
