"""The words of a digest: of the letter, and of the text that is pasted into a chat."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiendo.desk.reminders.digest import Line
from tiendo.ui.dates import distance

MOST = 40  # lines of a letter; more than this nobody reads


@dataclass(frozen=True, slots=True)
class Joined:
    """Lines that differ in the office only, as one: `line` is the first of them."""

    lines: list[Line]

    @property
    def line(self) -> Line:
        """What all of them say."""
        return self.lines[0]

    @property
    def offices(self) -> list[tuple[str, str]]:
        """The offices that are named, each with the address of what is meant."""
        return list(dict.fromkeys((line.office, line.url) for line in self.lines))

    @property
    def address(self) -> str:
        """Where it is done; where each office has a page of its own, the page on which all are named."""
        found = {line.url for line in self.lines}
        return found.pop() if len(found) == 1 else reverse("reminders:mine")


def joined(lines: Iterable[Line]) -> list[Joined]:
    """The lines, those joined that tell the same thing of several offices; an office stands once in each."""
    found: dict[tuple[Any, ...], list[Line]] = defaultdict(list)
    seen: Counter[tuple[Any, ...]] = Counter()
    for line in lines:
        alike = (line.kind, line.about, line.due, line.asked_on, line.escalated, line.late)
        found[*alike, seen[*alike, line.office]].append(line)
        seen[*alike, line.office] += 1
    return [Joined(alike) for alike in found.values()]


def groups(rows: Iterable[Joined], day: date) -> list[tuple[str, list[Joined]]]:
    """What is told under headings, what presses most first; empty headings are left out."""
    heads = {
        "asked": _("You are asked for this"),
        "above": _("Late in the offices you look after"),
        "late": _("Overdue"),
        "coming": _("Due soon"),
        "waits": _("Waits for a decision from outside"),
        "news": _("Decided lately"),
    }
    found: dict[str, list[Joined]] = {name: [] for name in heads}
    for row in rows:
        found[_place(row.line, day)].append(row)
    return [(heads[name], told) for name, told in found.items() if told]


def _place(line: Line, day: date) -> str:
    if line.asked_on:
        return "asked"
    if line.waits:
        return "waits"
    if line.news:
        return "news"
    if line.escalated:
        return "above"
    return "late" if line.due < day else "coming"


def when(line: Line, day: date) -> str:
    """How its day stands, in words: "due 20/11/2024, 3 days overdue"."""
    if line.news:
        return _("of %(day)s") % {"day": f"{line.due:%d/%m/%Y}"}
    if line.waits:
        days = (day - line.due).days
        return ngettext(
            "waits since %(day)s, %(n)d day", "waits since %(day)s, %(n)d days", days
        ) % {"day": f"{line.due:%d/%m/%Y}", "n": days}
    return _("due %(day)s, %(distance)s") % {
        "day": f"{line.due:%d/%m/%Y}",
        "distance": distance(line.due, day),
    }


def _is_late(line: Line, day: date) -> bool:
    return line.due < day and not (line.waits or line.news)


def subject(lines: Sequence[Line], day: date) -> str:
    """One line: how many things, how many of them late."""
    late = sum(_is_late(line, day) for line in lines)
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
    rows = joined(lines)
    for heading, told in groups(rows[:MOST], day):
        parts += ["", heading.upper()]
        for row in told:
            parts += _told(row, day, address)
    if more := sum(len(row.lines) for row in rows[MOST:]):
        words = ngettext("… and %(n)d more in Tiến Độ.", "… and %(n)d more in Tiến Độ.", more)
        parts += ["", words % {"n": more}]
    return "\n".join([*parts, "", *_foot(address), *([seal] if seal else []), ""])


def _told(row: Joined, day: date, address: str) -> list[str]:
    text = " ".join(row.line.about.split())
    names = "; ".join(name for name, _address in row.offices if name)
    office = f" ({names})" if names else ""
    written = [f"- {row.line.words}: {text}{office}", f"  {when(row.line, day)}"]
    return [*written, f"  {address}{row.address}"] if address else written


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
