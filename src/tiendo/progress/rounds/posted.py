"""What came in from the form of an office, made ready to be stored: merged with what others wrote, copied into."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.http import QueryDict

from tiendo.progress.models import NoFigure, OfficeReport, Source, WorkState
from tiendo.progress.rounds.form import OfficeForm
from tiendo.progress.rounds.merging import Merged, merge, read_shown

COPY = re.compile(r"copy-(\d{1,18}|all)")
NOTHING = "nothing"
LONGEST_OFFLINE = timedelta(days=30)
A_MOMENT = timedelta(minutes=5)  # by which clocks differ


@dataclass(frozen=True, slots=True)
class Posted:
    """`data` to go on with, and the fields that somebody else changed as well, with what they wrote."""

    data: QueryDict
    conflicts: Mapping[str, str]


def number_in(text: str | None) -> int:
    """A number in a hidden field; 0 for anything else."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else 0


def words_in(text: str | None, most: int) -> str:
    """What was typed into a box, without its ends and without the sign that no database takes."""
    return (text or "").replace("\0", "").strip()[:most]


def came_by(data: QueryDict) -> str:
    """The way on which what was posted came."""
    said = data.get("source", "")
    return said if said in (Source.SHEET, Source.OFFLINE) else Source.PAGE


def typed_at(data: QueryDict, now: datetime) -> datetime | None:
    """When it was typed, if it came later because there was no network; None for what cannot be true."""
    try:
        at = datetime.fromisoformat(data.get("typed_at", ""))
    except ValueError:
        return None
    if at.tzinfo is None or not now - LONGEST_OFFLINE <= at <= now + A_MOMENT:
        return None
    return min(at, now)


def read_posted(row: OfficeReport, today: date, data: QueryDict) -> Posted:
    """What this person wants stored on top of `row` as it is now.

    Where another form was saved since this one was shown, fields this person left alone take what is stored.
    """
    found, do = data.copy(), data.get("do", "")
    if do == NOTHING:
        for entry in OfficeForm(row, today).open_entries:
            found[f"{entry.form.prefix}-work"] = WorkState.NOTHING_AROSE
        for slot in OfficeForm(row, today).open_slots:
            value, none = (f"{slot.form.prefix}-{name}" for name in ("value", "none"))
            if not found.get(value, "").strip() and not found.get(none):
                found[none] = NoFigure.NOTHING
    if match := COPY.fullmatch(do):
        _copy(OfficeForm(row, today), found, match[1])
    if _is_current(row, data) and "take" not in data:
        return Posted(found, {})
    stored = OfficeForm(row, today).as_shown()
    merged = Merged({}) if _is_current(row, data) else _merged(found, stored)
    taken = {name: stored[name] for name in data.getlist("take") if name in stored}
    for name, text in (merged.values | taken).items():
        found[name] = text
    return Posted(found, {name: merged.conflicts[name] for name in merged.conflicts.keys() - taken})


def _is_current(row: OfficeReport, data: QueryDict) -> bool:
    """Whether nobody else saved since the form was shown."""
    shown_before = number_in(data.get("version")) < row.version
    return not shown_before or bool(row.key and row.key == data.get("key"))


def _merged(data: QueryDict, stored: Mapping[str, str]) -> Merged:
    mine = {name: data.get(name, "") for name in stored}
    return merge(mine, stored, read_shown(data.get("shown", "")))


def _copy(form: OfficeForm, data: QueryDict, which: str) -> None:
    """Put the words of the last period into one entry, or into all that are empty."""
    for entry in form.open_entries:
        if entry.before is None or which not in ("all", str(entry.row.pk)):
            continue
        for name in ("result", "difficulties"):
            box = f"{entry.form.prefix}-{name}"
            said, typed = getattr(entry.before, name), data.get(box, "").strip()
            if not typed:
                data[box] = said
            elif which != "all" and said and said not in typed:
                data[box] = f"{typed}\n{said}"
