"""What rows are called where people read of them: one and several, by the model's label."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy as _p

Words = tuple[str | Promise, str | Promise]


OTHER = (_p("rows", "other entry"), _p("rows", "other entries"))
NOUNS: dict[str, Words] = {
    "agencies.locality": (_p("rows", "locality"), _p("rows", "localities")),
    "agencies.agency": (_p("rows", "office"), _p("rows", "offices")),
    "agencies.group": (
        _p("rows", "group of offices"),
        _p("rows", "groups of offices"),
    ),
    "agencies.groupmember": (
        _p("rows", "place in a group"),
        _p("rows", "places in groups"),
    ),
    "agencies.knownname": (
        _p("rows", "name documents use"),
        _p("rows", "names documents use"),
    ),
    "agencies.holiday": (
        _p("rows", "day of the working calendar"),
        _p("rows", "days of the working calendar"),
    ),
    "accounts.user": (_p("rows", "person"), _p("rows", "people")),
    "accounts.membership": (_p("rows", "role"), _p("rows", "roles")),
    "plans.document": (_p("rows", "document"), _p("rows", "documents")),
    "plans.intake": (
        _p("rows", "draft of a plan"),
        _p("rows", "drafts of plans"),
    ),
    "plans.draftitem": (
        _p("rows", "item of a draft"),
        _p("rows", "items of a draft"),
    ),
    "plans.draftname": (
        _p("rows", "written name of an office"),
        _p("rows", "written names of offices"),
    ),
    "plans.plan": (_p("rows", "plan"), _p("rows", "plans")),
    "plans.provision": (_p("rows", "provision"), _p("rows", "provisions")),
    "plans.related": (
        _p("rows", "tie to another document"),
        _p("rows", "ties to other documents"),
    ),
    "plans.target": (_p("rows", "target"), _p("rows", "targets")),
    "plans.task": (
        _p("rows", "task or duty"),
        _p("rows", "tasks and duties"),
    ),
    "plans.assignment": (_p("rows", "assignment"), _p("rows", "assignments")),
    "progress.obligation": (
        _p("rows", "obligation"),
        _p("rows", "obligations"),
    ),
    "progress.occurrence": (_p("rows", "period"), _p("rows", "periods")),
    "progress.report": (_p("rows", "report"), _p("rows", "reports")),
    "progress.evidence": (
        _p("rows", "piece of evidence"),
        _p("rows", "pieces of evidence"),
    ),
}


def noun_of(label: str) -> str | Promise:
    """What one row of the model with this label ("plans.task") is called."""
    return NOUNS.get(label, OTHER)[0]


def counted(counts: Mapping[str, int]) -> list[str]:
    """How many of what, most first: ["14 tasks and duties", "1 plan"]; what has no name comes last, as one."""
    named = {label: number for label, number in counts.items() if label in NOUNS}
    ordered = sorted(named.items(), key=lambda pair: -pair[1])
    others = sum(counts.values()) - sum(named.values())
    words = [_words(number, NOUNS[label]) for label, number in ordered]
    return words + ([_words(others, OTHER)] if others else [])


def _words(number: int, nouns: Words) -> str:
    return f"{number} {nouns[number != 1]}"
