"""What rows are called where people read of them, one or several, by the model's label."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import npgettext_lazy

from tiendo.registers.register import REGISTERS, Register

# Each is asked with a number: NOUNS["plans.task"] % 3.
NOUNS: dict[str, Any] = {
    "agencies.locality": npgettext_lazy("rows", "locality", "localities"),
    "agencies.agency": npgettext_lazy("rows", "office", "offices"),
    "agencies.group": npgettext_lazy("rows", "group of offices", "groups of offices"),
    "agencies.groupmember": npgettext_lazy("rows", "place in a group", "places in groups"),
    "agencies.knownname": npgettext_lazy("rows", "known name", "known names"),
    "agencies.holiday": npgettext_lazy(
        "rows", "day of the working calendar", "days of the working calendar"
    ),
    "accounts.user": npgettext_lazy("rows", "person", "people"),
    "accounts.membership": npgettext_lazy("rows", "role", "roles"),
    "plans.document": npgettext_lazy("rows", "document", "documents"),
    "plans.intake": npgettext_lazy("rows", "draft of a plan", "drafts of plans"),
    "plans.draftitem": npgettext_lazy("rows", "item of a draft", "items of a draft"),
    "plans.draftname": npgettext_lazy("rows", "written name of an office", "written names"),
    "plans.plan": npgettext_lazy("rows", "plan", "plans"),
    "plans.provision": npgettext_lazy("rows", "provision", "provisions"),
    "plans.related": npgettext_lazy("rows", "tie to a document", "ties to documents"),
    "plans.target": npgettext_lazy("rows", "target", "targets"),
    "plans.task": npgettext_lazy("rows", "task or duty", "tasks and duties"),
    "plans.assignment": npgettext_lazy("rows", "assignment", "assignments"),
    "progress.obligation": npgettext_lazy("rows", "obligation", "obligations"),
    "progress.occurrence": npgettext_lazy("rows", "period", "periods"),
    "progress.report": npgettext_lazy("rows", "report", "reports"),
    "progress.evidence": npgettext_lazy("rows", "piece of evidence", "pieces of evidence"),
    "accounts.standin": npgettext_lazy("rows", "stand-in", "stand-ins"),
    "accounts.charge": npgettext_lazy("rows", "charge of a leader", "charges of leaders"),
    "accounts.signinslip": npgettext_lazy("rows", "sign-in slip", "sign-in slips"),
    "progress.contributionrequest": npgettext_lazy(
        "rows", "request for a contribution", "requests for contributions"
    ),
    "progress.contribution": npgettext_lazy("rows", "contribution", "contributions"),
    "progress.receipt": npgettext_lazy("rows", "receipt of work", "receipts of work"),
    "progress.handler": npgettext_lazy("rows", "officer named", "officers named"),
    "progress.step": npgettext_lazy("rows", "step", "steps"),
    "progress.remark": npgettext_lazy("rows", "remark", "remarks"),
    "progress.outsidelink": npgettext_lazy(
        "rows", "link for an outside body", "links for outside bodies"
    ),
    "progress.owingrule": npgettext_lazy("rows", "rule of who owes", "rules of who owes"),
    "progress.round": npgettext_lazy("rows", "reporting round", "reporting rounds"),
    "progress.rounddue": npgettext_lazy("rows", "due day of a round", "due days of rounds"),
    "progress.extension": npgettext_lazy("rows", "extension", "extensions"),
    "progress.extensionrule": npgettext_lazy("rows", "rule of extensions", "rules of extensions"),
    "progress.newdue": npgettext_lazy("rows", "moved deadline", "moved deadlines"),
    "progress.direction": npgettext_lazy("rows", "direction", "directions"),
    "progress.correctivecard": npgettext_lazy("rows", "corrective card", "corrective cards"),
    "progress.officereport": npgettext_lazy("rows", "report of an office", "reports of offices"),
    "agencies.succession": npgettext_lazy("rows", "succession", "successions"),
    "plans.amendment": npgettext_lazy("rows", "amendment", "amendments"),
    "plans.clause": npgettext_lazy("rows", "clause of an amendment", "clauses of amendments"),
    "plans.taskversion": npgettext_lazy("rows", "version of a task", "versions of tasks"),
    "plans.targetversion": npgettext_lazy("rows", "version of a target", "versions of targets"),
    "plans.submission": npgettext_lazy("rows", "submission", "submissions"),
    "plans.proposal": npgettext_lazy("rows", "proposal", "proposals"),
    "progress.handover": npgettext_lazy("rows", "hand-over", "hand-overs"),
    "progress.handovermove": npgettext_lazy("rows", "move of a hand-over", "moves of hand-overs"),
    "progress.earlierholder": npgettext_lazy(
        "rows", "earlier holder of a period", "earlier holders of periods"
    ),
    "difficulties.forwarding": npgettext_lazy(
        "rows", "passing on of a difficulty", "passings on of difficulties"
    ),
    "progress.raiseddifficulty": npgettext_lazy(
        "rows", "difficulty taken from a report", "difficulties taken from reports"
    ),
    "history.auditpackage": npgettext_lazy("rows", "package for an audit", "packages for audits"),
    "history.personalvalue": npgettext_lazy(
        "rows", "personal value of the history", "personal values of the history"
    ),
    "desk.reminderrule": npgettext_lazy("rows", "rule of reminding", "rules of reminding"),
    "desk.notice": npgettext_lazy("rows", "digest", "digests"),
    "desk.calendarfeed": npgettext_lazy("rows", "calendar link", "calendar links"),
    "desk.savedview": npgettext_lazy("rows", "saved view", "saved views"),
}
OTHER: Any = npgettext_lazy("rows", "other entry", "other entries")


def noun_of(label: str, number: int = 1) -> str:
    """What so many rows of the model with this label ("plans.task") are called."""
    register = _register(label)
    if register is not None:
        return register.one if number == 1 else register.title.lower()
    return str(NOUNS.get(label, OTHER) % number)


def _register(label: str) -> Register | None:
    """The register in which rows of this model stand."""
    found = (each for each in REGISTERS.values() if each.model._meta.label_lower == label)
    return next(found, None)


def counted(counts: Mapping[str, int]) -> list[str]:
    """How many of what, most first: ["14 tasks and duties", "1 plan"]; what has no name comes last, as one."""
    named = {
        label: number for label, number in counts.items() if label in NOUNS or _register(label)
    }
    ordered = sorted(named.items(), key=lambda pair: -pair[1])
    words = [f"{number} {noun_of(label, number)}" for label, number in ordered]
    others = sum(counts.values()) - sum(named.values())
    return words + ([f"{others} {noun_of('', others)}"] if others else [])
