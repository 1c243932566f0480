"""Rows of a sheet beside the offices that are here: what would be added, changed, left; and doing it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.agencies import services
from tiendo.agencies.kinds import guess_kind
from tiendo.agencies.models import Agency, KnownName, Locality
from tiendo.agencies.spreadsheet import Row
from vanban.text import key

PLAIN = (
    *("name", "short_name", "kind", "identifier", "old_identifier", "code"),
    *("valid_from", "valid_to"),
)


class What(Enum):
    """What becomes of a row."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Line:
    """A row with what becomes of it; `changes` are the columns that differ: name, before, after."""

    row: Row
    what: What
    agency: Agency | None = None
    changes: list[tuple[str, Any, Any]] = field(default_factory=list)
    fault: str = ""


class Known:
    """The offices of a locality by all they are called, ended ones last."""

    def __init__(self, locality: Locality) -> None:
        self.locality = locality
        rows = Agency.objects.filter(locality=locality).select_related("parent")
        self.offices = sorted(rows, key=lambda row: row.valid_to is not None)
        self.by_identifier = {row.identifier: row for row in reversed(self.offices)}
        self.by_name = {key(row.name): row for row in reversed(self.offices)}
        self.called: dict[int, set[str]] = {row.pk: set() for row in self.offices}
        known = KnownName.objects.filter(locality=locality, agency__isnull=False)
        owners: dict[str, set[int]] = {}
        for agency, name in known.values_list("agency", "key"):
            self.called[agency].add(name)
            owners.setdefault(name, set()).add(agency)
        by_key = {row.pk: row for row in self.offices}
        self.by_call = {name: by_key[min(ids)] for name, ids in owners.items() if len(ids) == 1}

    def find(self, facts: dict[str, Any]) -> Agency | None:
        """The office that a row means: by identifier, by its official name, by a name only it has."""
        identifier, name = facts.get("identifier"), key(facts["name"])
        found = self.by_identifier.get(identifier) if identifier else None
        return found or self.by_name.get(name) or self.by_call.get(name)


def compare(rows: Iterable[Row], locality: Locality) -> list[Line]:
    """What would become of each row. A blank cell leaves what is here."""
    known, rows = Known(locality), list(rows)
    lines = [_line(row, known, locality) for row in rows]
    while True:
        faulty = [_without_parent(line, lines, known) for line in lines]
        if faulty == lines:
            return _meant_once(lines)
        lines = faulty


def _line(row: Row, known: Known, locality: Locality) -> Line:
    if row.fault:
        return Line(row, What.ERROR, fault=row.fault)
    agency = known.find(row.facts)
    changes = _changes(row.facts, agency, known)
    if agency is not None and not changes:
        return Line(row, What.SAME, agency)
    fault = _another_end(changes) or _fault(row.facts, agency, locality)
    if fault:
        return Line(row, What.ERROR, agency, fault=fault)
    return Line(row, What.ADD if agency is None else What.CHANGE, agency, changes)


def _changes(
    facts: dict[str, Any], agency: Agency | None, known: Known
) -> list[tuple[str, Any, Any]]:
    if agency is None:
        return []
    found = [
        (name, getattr(agency, name), facts[name])
        for name in PLAIN
        if name in facts and getattr(agency, name) != facts[name]
    ]
    parent = known.find({"name": facts.get("parent", "")})
    if "parent" in facts and (parent is None or parent != agency.parent):
        found.append(("parent", agency.parent, facts["parent"]))
    new = [text for text in facts.get("called", ()) if key(text) not in known.called[agency.pk]]
    return found + ([("called", "", "; ".join(new))] if new else [])


def _another_end(changes: list[tuple[str, Any, Any]]) -> str:
    """Why a row may not end an office that is here: what is open there is asked about where it ends."""
    if all(name != "valid_to" for name, _before, _after in changes):
        return ""
    return _(
        "Its last day is set on the page “End” of the office. Leave this cell as it is, or blank."
    )


def _fault(facts: dict[str, Any], agency: Agency | None, locality: Locality) -> str:
    """Why the office could not be stored with these facts; "" when it can."""
    tried = _tried(facts, agency, locality)
    try:
        services.check_agency(tried)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _tried(facts: dict[str, Any], agency: Agency | None, locality: Locality) -> Agency:
    kept = {name: getattr(agency, name) for name in PLAIN} if agency else {}
    return Agency(
        pk=agency.pk if agency else None,
        locality=locality,
        parent=agency.parent if agency else None,
        **kept | {name: value for name, value in facts.items() if name in PLAIN},
    )


def _meant_once(lines: list[Line]) -> list[Line]:
    """The lines, those that mean the office of an earlier line marked as errors."""
    first: dict[int, int] = {}
    found = []
    for line in lines:
        if line.agency is not None and line.what is not What.ERROR:
            earlier = first.setdefault(line.agency.pk, line.row.line)
            if earlier != line.row.line:
                told = {"office": line.agency.name, "line": earlier}
                fault = _("Row %(line)s means “%(office)s” already. Leave one out.") % told
                line = replace(line, what=What.ERROR, fault=fault)
        found.append(line)
    return found


def _without_parent(line: Line, lines: list[Line], known: Known) -> Line:
    """The line as an error when the body it belongs to is neither here nor added by another line."""
    words = line.row.facts.get("parent")
    if line.what in (What.ERROR, What.SAME) or not words or known.find({"name": words}):
        return line
    added = {
        key(each.row.facts["name"]) for each in lines if each.what is What.ADD and each != line
    }
    if key(words) in added:
        return line
    fault = _("“%(name)s”, to which it belongs, is neither here nor in the table.")
    return replace(line, what=What.ERROR, fault=fault % {"name": words})


@transaction.atomic
def carry_out(*, lines: Iterable[Line], locality: Locality, actor: Any) -> dict[What, int]:
    """Add and change what the lines say, all or nothing; return how many of each.

    Lines with errors are passed over. Raises ValidationError with the row when one cannot be stored.
    """
    wanted = [line for line in lines if line.what in (What.ADD, What.CHANGE)]
    here = Known(locality)
    stored = [(line, _store(line, locality, here, actor)) for line in wanted]
    known = Known(locality)  # with those to which others of the sheet belong
    for line, agency in stored:
        parent = known.find({"name": line.row.facts.get("parent", "")})
        if parent is not None and parent != agency.parent:
            _write(line, agency, {"parent": parent}, actor)
    return {what: sum(line.what is what for line in wanted) for what in (What.ADD, What.CHANGE)}


def _store(line: Line, locality: Locality, here: Known, actor: Any) -> Agency:
    facts = {name: value for name, value in line.row.facts.items() if name in PLAIN}
    if parent := here.find({"name": line.row.facts.get("parent", "")}):
        facts["parent"] = parent
    if line.agency is None:
        facts.setdefault("kind", guess_kind(facts["name"]))
    agency = line.agency or Agency(locality=locality)
    _write(line, agency, facts, actor)
    for text in line.row.facts.get("called", ()):
        services.call(agency, text, actor=actor)
    return agency


def _write(line: Line, agency: Agency, facts: dict[str, Any], actor: Any) -> None:
    try:
        services.write_agency(agency=agency, facts=facts, actor=actor)
    except ValidationError as error:
        told = {"line": line.row.line, "fault": " ".join(error.messages)}
        raise ValidationError(_("Row %(line)s: %(fault)s") % told) from error
