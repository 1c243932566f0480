"""Every state a tag can show: its icon, its look and its words.

The states are named by the layers that decide them (`"overdue"`, `Status.DUE_SOON` …); this
module knows only how they look. Icon and word alone must be enough: colour comes last.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


@dataclass(frozen=True)
class Look:
    """How one state looks: icon name, class of the tag ("" is grey), words."""

    icon: str
    style: str
    words: str | Promise


LOOKS = {
    # work: a task, a duty, one of their occurrences
    "overdue": Look("alert", "tag-bad-solid", _("Overdue")),
    "no-report": Look("silent", "tag-silent", _("No report")),
    "due-soon": Look("clock", "tag-warn", _("Due soon")),
    "waiting": Look("hourglass", "tag-wait", _("Waiting on a condition")),
    "in-progress": Look("half", "tag-run", _("In progress")),
    "done": Look("done", "tag-ok", _("Done")),
    "done-late": Look("done-late", "tag-ok", _("Done late")),
    "not-due": Look("dotted", "", _("Not due yet")),
    "nothing-arose": Look("struck", "", _("Nothing arose")),
    "cancelled": Look("crossed", "", _("Cancelled")),
    "untracked": Look("crossed", "", _("Not followed here")),
    "backlog": Look("upload", "tag-silent", _("To be entered")),
    # a target
    "met": Look("done", "tag-ok", _("Met")),
    "on-course": Look("course", "tag-run", _("On course")),
    "behind": Look("lozenge", "tag-warn", _("Behind")),
    "at-risk": Look("risk", "tag-bad", _("At risk")),
    "missed": Look("alert", "tag-bad-solid", _("Missed")),
    "not-assessable": Look("dots", "tag-silent", _("Cannot be judged")),
    "no-data": Look("question", "tag-silent", _("No data yet")),
    # a report on its way
    "draft": Look("edit", "", _("Draft")),
    "with-head": Look("user", "tag-warn", _("With the head of office")),
    "sent": Look("send", "tag-run", _("Sent")),
    "returned": Look("undo", "tag-warn", _("Returned")),
    "accepted": Look("check", "tag-ok", _("Accepted")),
    # what one office asks of another
    "asked": Look("clock", "tag-silent", _("Asked")),
    "answered": Look("check", "tag-ok", _("Answered")),
    # more time that an office asked for
    "granted": Look("check", "tag-ok", _("Granted")),
    "refused": Look("crossed", "tag-bad", _("Refused")),
    "withdrawn": Look("undo", "", _("Withdrawn")),
    # how sure the reader is
    "doubtful": Look("question", "tag-bad", _("Doubtful")),
    "check": Look("eye", "tag-warn", _("Please check")),
    "sure": Look("check", "tag-ok", _("Sure")),
    # what is wrong with a document itself
    "wrong": Look("alert", "tag-bad", _("Wrong")),
    "missing": Look("lozenge", "tag-warn", _("Missing")),
    "look": Look("eye", "", _("Worth a look")),
    # a plan and a reading
    "reading": Look("hourglass", "tag-run", _("Being read")),
    "to-review": Look("eye", "tag-warn", _("To be reviewed")),
    "running": Look("course", "tag-run", _("Running")),
    "ended": Look("flag", "", _("Ended")),
    "failed": Look("alert", "tag-bad", _("Could not be read")),
}


def look_of(state: object) -> Look:
    """The look of a state given as text or as an enumeration member ("due_soon" is "due-soon").

    Raises KeyError for a state nobody has given a look: a tag is never empty.
    """
    return LOOKS[str(getattr(state, "value", state)).replace("_", "-")]


def words_of(state: object, *, days: int | None = None, months: int | None = None) -> str:
    """The words of a tag; how late or how long silent stands in the tag itself."""
    look = look_of(state)
    if days and look is LOOKS["overdue"]:
        return ngettext("Overdue by %(n)d day", "Overdue by %(n)d days", days) % {"n": days}
    if months and look is LOOKS["no-report"]:
        return ngettext("No report for %(n)d month", "No report for %(n)d months", months) % {
            "n": months
        }
    return str(look.words)
