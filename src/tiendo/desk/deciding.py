"""What is done on the queue with one press when things change: more time, words of leaders, answers."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.accounts.rights import ANSWER, ASK_TO_EXPLAIN, DECIDE_EXTENSION, DIRECT
from tiendo.desk.acting import Press
from tiendo.progress.directing import services as directing
from tiendo.progress.extensions import services as extensions
from tiendo.progress.models import (
    Direction,
    DirectionKind,
    Extension,
    Obligation,
    OfficeReport,
)
from tiendo.ui.fields import DayField

NO_DAY = gettext_lazy("Type the day by which they answer, like 25/01/2022.")


def grant(press: Press) -> str:
    """An office gets the day it asked for."""
    row = press.found(Extension.objects.select_related("occurrence"), DECIDE_EXTENSION)
    extensions.grant(extension=row, due=row.asked_for, **_decided(press))
    day = f"{row.asked_for:%d/%m/%Y}"
    return _("Granted until %(day)s. The first deadline stays in the rates.") % {"day": day}


def refuse_time(press: Press) -> str:
    """An office gets no more time, with the reason."""
    row = press.found(Extension.objects.select_related("occurrence"), DECIDE_EXTENSION)
    extensions.refuse(extension=row, words=press.words, **_decided(press))
    return _("Refused. The office reads your reason; the deadline stays as it was.")


def _decided(press: Press) -> dict[str, Any]:
    return {"actor": press.request.user, "today": press.request.today}


def direct(press: Press) -> str:
    """A leader says what an office is to do on its work."""
    rows = Obligation.objects.select_related("agency", "task__plan__locality")
    return _say(press, press.found(rows, DIRECT), DirectionKind.DIRECT)


def explain(press: Press) -> str:
    """An office is asked to explain work that is late."""
    rows = Obligation.objects.select_related("agency", "task__plan__locality")
    return _say(press, press.found(rows, ASK_TO_EXPLAIN), DirectionKind.EXPLAIN)


def explain_report(press: Press) -> str:
    """An office is asked to explain why its report did not come."""
    rows = OfficeReport.objects.select_related("round__plan__locality", "agency")
    return _say(press, press.found(rows, ASK_TO_EXPLAIN), DirectionKind.EXPLAIN)


def _say(press: Press, about: Obligation | OfficeReport, kind: str) -> str:
    day = press.request.POST.get("due", "")
    due = DayField(error_messages={"required": NO_DAY}).clean(day)
    said = directing.Words(kind, press.words, due)
    directing.say(about=about, said=said, today=press.request.today, **press.facts)
    told = _("Said. %(office)s finds it in its work, with the day.")
    return told % {"office": about.agency.label}


def answer(press: Press) -> str:
    """An office answers what a leader said."""
    row = press.found(Direction.objects.all(), ANSWER, "agency_id")
    directing.answer(direction=row, words=press.words, **press.facts)
    return _("Answered. Who said it reads your answer.")


DECISIONS: dict[str, Callable[[Press], str]] = {
    "grant": grant,
    "refuse-time": refuse_time,
    "direct": direct,
    "explain": explain,
    "explain-report": explain_report,
    "answer": answer,
}
