"""Why more time is not asked for or granted, in sentences: what, where, what to do."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiendo.progress.extensions.rules import No
from tiendo.progress.models import ExtensionRule, Occurrence


def sentence(why: No, occurrence: Occurrence, rule: ExtensionRule) -> str:
    """The sentence for one reason; the rule of the locality is cited where it is the reason."""
    deadline, first = occurrence.deadline, occurrence.due
    days = {
        "day": f"{deadline:%d/%m/%Y}" if deadline else "",
        "first": f"{first:%d/%m/%Y}" if first else "",
        "source": rule.source.rstrip(". "),
        "n": rule.at_most,
    }
    return (_often(rule.at_most) if why is No.OFTEN else _WORDS[why]()) % days


def _often(at_most: int) -> str:
    return ngettext(
        "The first deadline %(first)s was extended to %(day)s already, and a deadline is extended only "
        "once: %(source)s. Report how the work stands instead.",
        "The first deadline %(first)s was extended to %(day)s already, and a deadline is extended at "
        "most %(n)s times: %(source)s. Report how the work stands instead.",
        at_most,
    )


_WORDS: dict[No, Callable[[], str]] = {
    No.ENDED: lambda: _("This office does not owe the work any more. There is nothing to extend."),
    No.CANCELLED: lambda: _("This period was cancelled. There is nothing to extend."),
    No.ANSWERED: lambda: _("This period is done or closed. There is nothing to extend."),
    No.WAITING: lambda: _(
        "This work waits for a condition and no deadline runs. There is nothing to extend."
    ),
    No.NO_DAY: lambda: _("No day is set for this work. There is nothing to extend."),
    No.ASKED: lambda: _(
        "More time was asked for already. Wait for the decision, or withdraw that request first."
    ),
    No.OVER: lambda: _(
        "The deadline was %(day)s and is over. More time is asked for before the deadline; report how "
        "the work stands instead."
    ),
    No.NOT_LATER: lambda: _("The deadline in force is %(day)s. Type a later day."),
}
