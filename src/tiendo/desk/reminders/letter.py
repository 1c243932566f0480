"""The words of a digest: of the letter, and of the text that is pasted into a chat."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiendo.desk.reminders.digest import Line
from tiendo.ui.dates import distance

MOST = 40  # lines of a letter; more than this nobody reads


def groups(lines: Iterable[Line], day: date) -> list[tuple[str, list[Line]]]:
    """The lines under headings, what presses most first; empty headings are left out."""
    heads = {
        "asked": _("You are asked for this"),
        "above": _("Late in the offices you look after"),
        "late": _("Overdue"),
        "coming": _("Due soon"),
        "waits": _("Waits for a decision from outside"),
    }
    found: dict[str, list[Line]] = {name: [] for name in heads}
    for line in lines:
        found[_place(line, day)].append(line)
    return [(heads[name], rows) for name, rows in found.items() if rows]


def _place(line: Line, day: date) -> str:
    if line.asked_on:
        return "asked"
    if line.waits:
        return "waits"
    if line.escalated:
        return "above"
    return "late" if line.due < day else "coming"


def when(line: Line, day: date) -> str:
    """How its day stands, in words: "due 20/11/2024, 3 days overdue"."""
    if line.waits:
        days = (day - line.due).days
        return ngettext(
            "waits since %(day)s, %(n)d day", "waits since %(day)s, %(n)d days", days
        ) % {"day": f"{line.due:%d/%m/%Y}", "n": days}
    return _("due %(day)s, %(distance)s") % {
        "day": f"{line.due:%d/%m/%Y}",
        "distance": distance(line.due, day),
    }


def subject(lines: Sequence[Line], day: date) -> str:
    """One line: how many things, how many of them late."""
    late = sum(line.due < day and not line.waits for line in lines)
    things = ngettext("%(n)d thing to see to", "%(n)d things to see to", len(lines))
    words = things % {"n": len(lines)}
    if late:
        words += ", " + ngettext("%(n)d overdue", "%(n)d overdue", late) % {"n": late}
    return f"Tiến Độ {day:%d/%m}: {words}"


def body(name: str, lines: Sequence[Line], day: date, address: str, seal: str = "") -> str:
    """The letter in plain text; `address` begins the addresses in it, and without one there are none.

    `seal` is the newest seal of the history, in words: who keeps the letter can tell later whether it was altered.
    """
    parts = [_("Hello %(name)s,") % {"name": name}, ""]
    parts.append(_("on %(day)s these things are to be seen to:") % {"day": f"{day:%d/%m/%Y}"})
    for heading, rows in groups(lines[:MOST], day):
        parts += ["", heading.upper()]
        for line in rows:
            parts += _told(line, day, address)
    if len(lines) > MOST:
        more = len(lines) - MOST
        words = ngettext("… and %(n)d more in Tiến Độ.", "… and %(n)d more in Tiến Độ.", more)
        parts += ["", words % {"n": more}]
    return "\n".join([*parts, "", *_foot(address), *([seal] if seal else []), ""])


def _told(line: Line, day: date, address: str) -> list[str]:
    text = " ".join(line.about.split())
    office = f" ({line.office})" if line.office else ""
    written = [f"- {line.words}: {text}{office}", f"  {when(line, day)}"]
    return [*written, f"  {address}{line.url}"] if address else written


def _foot(address: str) -> list[str]:
    if address:
        return [
            _("All reminders, and how you want to be told: %(address)s")
            % {"address": f"{address}/nhac-viec/"}
        ]
    return [_("Open Tiến Độ and choose “Reminders” to see to them.")]


def chat(offices: Iterable[tuple[str, Sequence[Line]]], day: date) -> str:
    """Plain lines to paste into a chat, office by office; always in Vietnamese, as those who read them."""
    with translation.override("vi"):
        return "\n\n".join(_of_office(name, lines, day) for name, lines in offices if lines)


def _of_office(name: str, lines: Sequence[Line], day: date) -> str:
    rows = [
        f"{place}. {line.words}: {' '.join(line.about.split())} ({when(line, day)})"
        for place, line in enumerate(lines, 1)
    ]
    return "\n".join([_("Reminder: %(office)s") % {"office": name}, *rows])
