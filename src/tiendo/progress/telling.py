"""Changes of a task told in a sentence, for the history on its page."""

from django.utils.translation import gettext as _

from tiendo.history.models import Action, Change


def told(change: Change) -> str:
    """What happened, in a sentence; a change nobody has words for is only "Changed"."""
    if change.action == Action.ADD:
        return _("Put in force with the plan")
    said = [_told(name, after) for name, (_before, after) in change.fields.items()]
    return "; ".join(filter(None, said)) or _("Changed")


def _told(name: str, after: object) -> str:
    match name, bool(after):
        case "key", True:
            return _("Marked as a key task")
        case "key", False:
            return _("No longer a key task")
        case "closed_reason", True:
            return _("Closed: not followed in the system")
        case "closed_reason", False:
            return _("Followed again")
        case "condition_met_on", True:
            return _("The condition was met on %(day)s") % {"day": _day(after)}
        case "due", True:
            return _("Due on %(day)s") % {"day": _day(after)}
        case "moved_to", True:
            return _("Deadline moved to %(day)s; the first one stays in the rates") % {
                "day": _day(after)
            }
        case "moved_to", False:
            return _("The first deadline is in force again")
        case "cancelled_on", True:
            return _("Cancelled on %(day)s") % {"day": _day(after)}
    return ""


def _day(text: object) -> str:
    """A stored day, 2024-12-02, as people read it."""
    return "/".join(reversed(str(text).split("-")))
