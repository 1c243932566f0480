"""What a form that was filled in would change, row by row, before anything is saved."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.text import capfirst

from tiendo.progress.models import OfficeReport, Source, WorkState
from tiendo.progress.rounds.form import Entry, OfficeForm
from tiendo.progress.rounds.merging import plain_lines
from tiendo.progress.rounds.posted import read_posted
from tiendo.progress.rounds.slots import Slot
from tiendo.progress.sheets.figures import read_figure
from tiendo.progress.sheets.reading import Filled


@dataclass(frozen=True, slots=True)
class Change:
    """A field that the form changes: what it is called, what is stored, what comes, what is wrong with it."""

    entry: Entry | None
    label: str
    before: str
    after: str
    errors: list[str]
    theirs: str | None  # what somebody else wrote here since the form was downloaded
    slot: Slot | None = None  # the figure it is about


@dataclass(frozen=True, slots=True)
class Preview:
    """What would happen: `data` is to be posted as it is, `form` what is to be stored of it."""

    data: QueryDict
    form: OfficeForm
    changes: list[Change]
    moved: list[Entry]  # rows whose own words were changed, which is not taken
    lost: int  # rows that were taken out of the form

    @property
    def errors(self) -> int:
        """How many fields have to be corrected."""
        return sum(bool(change.errors) for change in self.changes)


def posted_of(row: OfficeReport, today: date, filled: Filled) -> QueryDict:
    """What the page of the report would post, had this been typed there; rows that are gone stay as stored."""
    data = QueryDict(mutable=True)
    stored = OfficeForm(row, today).as_shown()
    for name, text in stored.items():
        data[name] = filled.values.get(name, text)
    data["version"], data["key"] = str(filled.version), filled.key
    data["shown"], data["source"] = json.dumps(filled.shown), Source.SHEET
    return data


def preview(row: OfficeReport, today: date, filled: Filled, data: QueryDict) -> Preview:
    """What `data`, made of this form, changes in the report as it is stored."""
    stored = OfficeForm(row, today)
    posted = read_posted(row, today, data)
    form = OfficeForm(row, today, posted.data)
    entries = form.open_entries
    moved = [entry for entry in entries if _is_other(filled.tasks.get(entry.row.pk), entry)]
    lost = sum(entry.row.pk not in filled.tasks for entry in entries)
    changes = _changes(form, stored.as_shown(), posted.conflicts)
    return Preview(data, form, changes, moved, lost)


def _is_other(words: str | None, entry: Entry) -> bool:
    return words is not None and plain_lines(words) != plain_lines(entry.task.text)


def _changes(
    form: OfficeForm, stored: Mapping[str, str], conflicts: Mapping[str, str]
) -> list[Change]:
    places: list[tuple[Entry | None, Slot | None, Any]] = [(None, None, form.general)]
    places += [(entry, None, entry.form) for entry in form.open_entries]
    places += [(None, slot, slot.form) for slot in form.open_slots]
    found = []
    for entry, slot, each in places:
        after = dict(each.as_shown())
        for bound in each:
            name = bound.html_name
            if name not in stored:
                continue
            errors = [str(error) for error in bound.errors]
            differs = plain_lines(after[name]) != plain_lines(stored[name])
            if differs or errors:
                said = (read_aloud(name, stored[name]), read_aloud(name, after[name]))
                theirs = conflicts.get(name)
                found.append(Change(entry, str(bound.label), *said, errors, theirs, slot))
    return found


def read_aloud(name: str, text: str) -> str:
    """A field as people read it: states in words."""
    if name.endswith("-work") and text in WorkState.values:
        return capfirst(str(WorkState(text).label))
    return read_figure(name.rpartition("-")[2], text)
