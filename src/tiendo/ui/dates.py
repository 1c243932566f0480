"""Days in words: how far a day is from today, and on which day of the week it falls."""

from datetime import date

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

WEEKDAYS = (
    gettext_lazy("Monday"),
    gettext_lazy("Tuesday"),
    gettext_lazy("Wednesday"),
    gettext_lazy("Thursday"),
    gettext_lazy("Friday"),
    gettext_lazy("Saturday"),
    gettext_lazy("Sunday"),
)


def distance(due: date, today: date) -> str:
    """How far `due` is, seen from `today`: "29 days left", "today", "337 days overdue"."""
    days = (due - today).days
    if days == 0:
        return _("due today")
    if days > 0:
        return ngettext("%(n)s day left", "%(n)s days left", days) % {
            "n": number_format(days, force_grouping=True)
        }
    return ngettext("%(n)s day overdue", "%(n)s days overdue", -days) % {
        "n": number_format(-days, force_grouping=True)
    }


def margin(done: date, due: date) -> str:
    """How far before or after its day something was done: "12 days late", "11 days early"."""
    days = (done - due).days
    if days == 0:
        return _("on the day")
    if days > 0:
        return ngettext("%(n)s day late", "%(n)s days late", days) % {
            "n": number_format(days, force_grouping=True)
        }
    return ngettext("%(n)s day early", "%(n)s days early", -days) % {
        "n": number_format(-days, force_grouping=True)
    }


def long_day(day: date) -> str:
    """A day with its name: "Monday, 02/12/2024"."""
    return f"{WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}"
