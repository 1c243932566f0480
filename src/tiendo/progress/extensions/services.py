"""Writing who asks for more time, what is decided on it, and every day to which a deadline is moved."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Locality
from tiendo.history import services as history
from tiendo.history.models import Cause
from tiendo.progress.extensions.refusals import sentence
from tiendo.progress.extensions.rules import Asking, refused
from tiendo.progress.models import (
    Extension,
    ExtensionRule,
    ExtensionState,
    NewDue,
    Occurrence,
)

NO_REASON = _("Write why more time is needed.")
NO_WORDS = _("Write why it is refused: the office reads it.")


def rule_of(locality: Locality) -> ExtensionRule:
    """The rule of a locality; the usual one, not stored, where it set none."""
    return ExtensionRule.objects.filter(locality=locality).first() or ExtensionRule(
        locality=locality
    )


def why_not(occurrence: Occurrence, today: date) -> str:
    """The sentence why no more time can be asked for on this period today; "" when it can."""
    asking, rule = _asking(occurrence, today)
    why = refused(asking)
    return sentence(why, occurrence, rule) if why else ""


def _asking(
    occurrence: Occurrence, today: date, day: date | None = None
) -> tuple[Asking, ExtensionRule]:
    """The facts of the period, from the one query for its requests and one for the rule."""
    rule = rule_of(occurrence.obligation.task.plan.locality)
    states = [row.state for row in occurrence.extensions.all()]
    asking = Asking(
        facts=occurrence.facts,
        today=today,
        ended=occurrence.obligation.ended_on is not None,
        waits=ExtensionState.ASKED in states,
        granted=states.count(ExtensionState.GRANTED),
        at_most=rule.at_most,
        day=day,
    )
    return asking, rule


def held(occurrence: Occurrence) -> Occurrence:
    """The row as it is now, with its work; nobody else writes it until the transaction ends."""
    Occurrence.objects.select_for_update().get(pk=occurrence.pk)
    rows = Occurrence.objects.select_related("obligation__task__plan__locality")
    return rows.get(pk=occurrence.pk)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Until when more time is wanted, and why. `stands_in_for` is the person away in whose stead it is asked."""

    asked_for: date
    reason: str
    stands_in_for: int | None = None


@transaction.atomic
def ask(*, occurrence: Occurrence, wanted: Wanted, actor: Any, today: date) -> Extension:
    """Ask for more time on a period; the same request sent twice is one.

    Raises ValidationError with the sentence that says why not.
    """
    row, words = held(occurrence), wanted.reason.strip()
    waits = row.extensions.filter(state=ExtensionState.ASKED).first()
    if waits and (waits.asked_for, waits.reason) == (wanted.asked_for, words):
        return waits
    asking, rule = _asking(row, today, wanted.asked_for)
    if why := refused(asking):
        raise ValidationError(sentence(why, row, rule), code=why.value)
    if not words:
        raise ValidationError(NO_REASON)
    extension = Extension(occurrence=row, agency_id=row.obligation.agency_id, reason=words)
    extension.asked_for, extension.asked_by, extension.asked_on = wanted.asked_for, actor, today
    extension.stands_in_for_id = wanted.stands_in_for
    history.save(extension, actor=actor, cause=Cause.EXTENSION, reason=words[:500])
    return extension


@transaction.atomic
def grant(
    *,
    extension: Extension,
    due: date,
    actor: Any,
    today: date,
    words: str = "",
    decision: str = "",
) -> None:
    """Grant the day that was asked for, or another one; the deadline in force moves, the first one never.

    Raises ValidationError when it was decided meanwhile, the work was answered, or the day is not a later one.
    """
    occurrence, row = _undecided(extension)
    asking, rule = _asking(occurrence, today, due)
    if why := refused(asking, deciding=True):
        raise ValidationError(sentence(why, occurrence, rule), code=why.value)
    row.state, row.due = ExtensionState.GRANTED, due
    _decide(row, actor, today, words, decision)
    said = words.strip() or row.reason
    facts = {"reason": said[:500], "decision": decision.strip()}
    _move(occurrence, NewDue(due=due, since=today, extension=row), actor, facts)


def _move(occurrence: Occurrence, new: NewDue, actor: Any, facts: dict[str, str]) -> None:
    new.occurrence, occurrence.moved_to = occurrence, new.due
    history.save(new, actor=actor, cause=Cause.EXTENSION, **facts)
    history.save(occurrence, actor=actor, cause=Cause.EXTENSION, **facts)


@transaction.atomic
def refuse(
    *, extension: Extension, words: str, actor: Any, today: date, decision: str = ""
) -> None:
    """Refuse more time, with the reason. Raises ValidationError without one, or when it was decided meanwhile."""
    _occurrence, row = _undecided(extension)
    if not words.strip():
        raise ValidationError(NO_WORDS)
    row.state = ExtensionState.REFUSED
    _decide(row, actor, today, words, decision)


@transaction.atomic
def withdraw(*, extension: Extension, actor: Any, today: date) -> None:
    """Take a request back that nobody decided on. Raises ValidationError when somebody did."""
    _occurrence, row = _undecided(extension)
    row.state = ExtensionState.WITHDRAWN
    _decide(row, actor, today, "", "")


def _undecided(extension: Extension) -> tuple[Occurrence, Extension]:
    """The period, held, and the request as it is now; two who decide at once come one after the other."""
    occurrence = held(extension.occurrence)
    row = Extension.objects.select_related("decided_by").get(pk=extension.pk)
    if row.state != ExtensionState.ASKED:
        raise ValidationError(
            _("This request is settled already: %(state)s on %(day)s by %(name)s.")
            % {
                "state": row.get_state_display(),
                "day": f"{row.decided_on:%d/%m/%Y}",
                "name": row.decided_by,
            },
            code="settled",
        )
    return occurrence, row


def _decide(row: Extension, actor: Any, today: date, words: str, decision: str) -> None:
    row.words, row.decision = words.strip(), decision.strip()
    row.decided_by, row.decided_on = actor, today
    reason = (row.words or row.reason)[:500]
    history.save(row, actor=actor, cause=Cause.EXTENSION, reason=reason, decision=row.decision)


@transaction.atomic
def set_rule(*, locality: Locality, at_most: int, source: str, actor: Any) -> ExtensionRule:
    """Say how often one deadline may be extended here, and by which rule."""
    Locality.objects.select_for_update().get(pk=locality.pk)
    row = rule_of(locality)
    row.at_most, row.source = at_most, source.strip()
    history.save(row, actor=actor)
    return row
