"""What a sheet would do: each row adds, changes, leaves as it is, or cannot stand, and why."""

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tiendo.agencies.models import Locality
from tiendo.registers.columns import written
from tiendo.registers.forms import form_of
from tiendo.registers.register import Register
from tiendo.registers.scope import Hand
from tiendo.registers.sheets.cells import Asked, Meant, Reading, readings
from tiendo.registers.sheets.reading import REASON, Given, Sheet

Key = tuple[Any, ...]
CHUNK = 2000


class What(Enum):
    """What becomes of a row."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class CellFault:
    """Why a row cannot stand: the field ("" for the row), what stands in the cell, the sentence."""

    field: str
    value: str
    words: str


@dataclass(slots=True)
class Verdict:
    """What becomes of one row: the row as it would be stored, a copy as it is, what differs, what was made of it."""

    given: Given
    what: What
    row: Any = None
    before: Any = None
    changes: list[str] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def reason(self) -> str:
        return str(self.given.cells.get(REASON, "")).strip()


class Questions(dict[str, list[str]]):
    """Figures that can be read in two ways, by field; a few of each as they stand."""

    def ask(self, name: str, cell: Any) -> None:
        shown = self.setdefault(name, [])
        if len(shown) < 3:
            shown.append(str(cell))


class Comparing:
    """A sheet against the rows a person may change. A blank cell leaves what is stored.

    `thorough`: each row is also held against what the database refuses, which costs queries for every row.
    `storing`: the rows are held until the caller's transaction ends, for what is compared is stored next.
    `questions` holds after `verdicts` was gone through what has to be asked.
    """

    def __init__(
        self,
        hand: Hand,
        sheet: Sheet,
        answers: dict[str, str],
        *,
        thorough: bool = False,
        storing: bool = False,
    ) -> None:
        self.thorough, self.storing = thorough, storing
        self.hand, self.register, self.sheet = hand, hand.register, sheet
        self.read: dict[str, Reading] = readings(hand, answers)
        self.fields = form_of(hand.register).base_fields
        self.questions = Questions()
        self.first: dict[Key, int] = {}
        self.locality = Locality.objects.get(pk=hand.locality_id)

    def verdicts(self, told: Callable[[int], Any] = int) -> Iterator[Verdict]:
        """The verdict on every row, in order; `told` hears how many are done after each part."""
        for start in range(0, len(self.sheet.rows), CHUNK):
            part = self.sheet.rows[start : start + CHUNK]
            read = [self._meant(given) for given in part]
            stored = self._stored(values for values, _faults, _notes in read)
            for given, (values, faults, notes) in zip(part, read, strict=True):
                yield self._verdict(given, values, faults, notes, stored)
            told(start + len(part))

    def _meant(self, given: Given) -> tuple[dict[str, Any], list[CellFault], list[str]]:
        values: dict[str, Any] = {}
        faults, notes = [], []
        for name, cell in given.cells.items():
            if name == REASON:
                continue
            try:
                meant = self.read[name](cell)
            except Asked:
                self.questions.ask(name, cell)
                meant = Meant(None)
            except ValidationError as error:
                faults.append(CellFault(name, _as_written(cell), " ".join(error.messages)))
                continue
            values[name] = meant.value
            notes += [meant.note] if meant.note else []
        return values, faults, notes

    def _stored(self, part: Iterable[dict[str, Any]]) -> dict[Key, Any]:
        """The rows of the register that a part of the sheet names, by key, in one query."""
        names = self.register.key
        wanted = {self._key(values) for values in part}
        first = {key[0] for key in wanted if key and key[0] is not None}
        rows = self.register.model._default_manager.filter(locality=self.hand.locality_id)
        found = rows.filter(**{f"{names[0]}__in": first}).select_related(*self._related())
        if self.storing:
            found = found.order_by("pk").select_for_update(of=("self",))
        for row in found:
            row.locality = self.locality  # the history asks each row for it
        return {_told([getattr(row, name) for name in names]): row for row in found}

    def _related(self) -> list[str]:
        model = self.register.model
        return [name for name in self.register.fields if model._meta.get_field(name).is_relation]

    def _key(self, values: dict[str, Any]) -> Key:
        return _told([values.get(name) for name in self.register.key])

    def _verdict(
        self,
        given: Given,
        values: dict[str, Any],
        faults: list[CellFault],
        notes: list[str],
        stored: dict[Key, Any],
    ) -> Verdict:
        known = stored.get(self._key(values))
        row = copy(known) if known is not None else self._fresh()
        changes = _set(row, known, values)
        verdict = Verdict(given, What.ADD, row, known, changes, faults, notes)
        if not faults:
            verdict.faults = [*self._faults(verdict, values)]
        if verdict.faults:
            verdict.what = What.ERROR
        elif known is not None:
            verdict.what = What.CHANGE if changes else What.SAME
        return verdict

    def _fresh(self) -> Any:
        return self.register.model(locality=self.locality)

    def _faults(self, verdict: Verdict, values: dict[str, Any]) -> Iterator[CellFault]:
        given, row = verdict.given, verdict.row
        yield from self._missing(row, values)
        key = self._key(values)
        earlier = self.first.setdefault(key, given.line)
        if earlier != given.line:
            words = _("Row %(line)s says this already. Leave one out.") % {"line": earlier}
            yield CellFault(self.register.key[0], str(key[0]), words)
        if not all(self.hand.writes(each) for each in (row, verdict.before) if each is not None):
            yield CellFault(_own_field(self.register), "", self.hand.refusal)
            return  # what stands in a row of others is not told
        stays = verdict.before is not None and not verdict.changes
        if not stays and not any(name in self.questions for name in values):
            yield from self._refused(row, verdict.reason)

    def _missing(self, row: Any, values: dict[str, Any]) -> Iterator[CellFault]:
        for name, form_field in self.fields.items():
            if form_field.required and name not in values and _is_blank(row, name):
                label = capfirst(str(form_field.label))
                yield CellFault(name, "", _("“%(label)s” is missing.") % {"label": label})

    def _refused(self, row: Any, reason: str) -> Iterator[CellFault]:
        if any(_is_blank(row, name) for name, each in self.fields.items() if each.required):
            return
        faults = [
            fault
            for fault in self.register.faults(row, self.hand.setting)
            if not (fault.unless_reason and reason)
        ]
        for fault in faults:
            shown = written(row, fault.field)[:100] if fault.field else ""
            yield CellFault(fault.field, shown, _explained(fault.words, fault.unless_reason))
        if self.thorough and not faults:
            yield from self._impossible(row)

    def _impossible(self, row: Any) -> Iterator[CellFault]:
        """What the database would refuse: figures that cannot be, or not beside each other."""
        for constraint in row._meta.constraints:
            if isinstance(constraint, CheckConstraint):
                try:
                    constraint.validate(self.register.model, row)
                except ValidationError:
                    words = _(
                        "What this row says cannot be together (%(rule)s). Compare its cells."
                    )
                    yield CellFault("", "", words % {"rule": constraint.name.replace("_", " ")})


def _as_written(cell: Any) -> str:
    """What stands in a cell; a day as people write it."""
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell)[:100]


def _own_field(register: Register) -> str:
    """The field that says whose a row is; "" where it lies with another row."""
    return next((each for each in (register.place, register.office) if each in register.fields), "")


def _told(parts: Iterable[Any]) -> Key:
    """A key as rows are compared by it: what is not said and what is blank are one."""
    return tuple(None if part == "" else part for part in parts)


def _explained(words: str, unless_reason: bool) -> str:
    if not unless_reason:
        return words
    return _("%(fault)s If it is right all the same, say why in the column for reasons.") % {
        "fault": words
    }


def _is_blank(row: Any, name: str) -> bool:
    column = row._meta.get_field(name)
    return getattr(row, column.attname) in (None, "")


def _set(row: Any, known: Any, values: dict[str, Any]) -> list[str]:
    """Put the values on the row; return the fields that differ from what is stored."""
    changed = []
    for name, value in values.items():
        if value is None:
            continue
        if known is None or getattr(known, name) != value:
            changed.append(name)
        setattr(row, name, value)
    return changed


def register_words(register: Register, name: str) -> str:
    """What a field is called; "" for the row as a whole."""
    return capfirst(str(register.model._meta.get_field(name).verbose_name)) if name else ""
