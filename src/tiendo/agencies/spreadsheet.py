"""Offices from an .xlsx sheet: one office a row, its facts in the columns people would write."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _

from tiendo.agencies.identifiers import new_style, old_style
from tiendo.agencies.kinds import guess_kind
from tiendo.agencies.models import Agency, Kind
from tiendo.agencies.workbooks import BROKEN, Measure, Overfull, first_sheet
from vanban.text import fold, key, nfc, plain

# What the heading of a column may say: letters and figures only, without marks and case.
COLUMNS = {
    "name": {"ten", "tencoquan", "tendonvi", "tencoquandonvi", "coquan", "donvi", "name", "office"},
    "short_name": {"tenngan", "tentat", "tenviettat", "viettat", "shortname"},
    "kind": {"loai", "loaicoquan", "loaihinh", "kind"},
    "called": {"tengoikhac", "tenkhac", "othernames"},
    "identifier": {"madinhdanh", "ma", "identifier"},
    "old_identifier": {"madinhdanhcu", "macu", "oldidentifier"},
    "code": {"madonvihanhchinh", "mahanhchinh", "madvhc", "maxa", "code"},
    "parent": {"tructhuoc", "coquancaptren", "coquanchuquan", "belongsto"},
    "valid_from": {"tungay", "hieuluctu", "from"},
    "valid_to": {"denngay", "hieulucden", "to"},
}
KINDS = {
    "uybannhandan": Kind.COMMITTEE,
    "ubnd": Kind.COMMITTEE,
    "phong": Kind.OFFICE,
    "phongban": Kind.OFFICE,
    "phongchuyenmon": Kind.OFFICE,
    "xa": Kind.COMMUNE,
    "phuong": Kind.COMMUNE,
    "thitran": Kind.COMMUNE,
    "so": Kind.DEPARTMENT,
    "trungtam": Kind.CENTRE,
    "donvisunghiep": Kind.CENTRE,
    "mattran": Kind.ORGANISATION,
    "doanthe": Kind.ORGANISATION,
    "khac": Kind.OTHER,
} | {kind.value: kind for kind in Kind}
DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
MOST_ROWS = 5_000
LARGEST = 5_000_000  # bytes of the file
MEASURE = Measure(inside=100_000_000, cells=1_000_000)


class BadSheet(Exception):
    """The sheet cannot be taken; the message says where and what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """An office of the sheet: only what its row says. `fault` says why it cannot be taken, if so."""

    line: int
    facts: dict[str, Any] = field(default_factory=dict)
    fault: str = ""


def read_offices(path: Path) -> list[dict[str, Any]]:
    """The offices of the first sheet as facts for `add_agency`. Raises BadSheet in both languages.

    To whom an office belongs is left out: that is matched with the offices that are here (`importing`).
    """
    rows = _in_both_languages(lambda: _faultless(read_rows(path, path.name)))
    offices = []
    for row in rows:
        facts = {name: value for name, value in row.facts.items() if name != "parent"}
        offices.append({"kind": guess_kind(facts["name"]), "called": [], **facts})
    return offices


def _faultless(rows: list[Row]) -> list[Row]:
    for row in rows:
        if row.fault:
            raise BadSheet(_("Row %(line)s: %(fault)s") % {"line": row.line, "fault": row.fault})
    return rows


def _in_both_languages(read: Callable[[], list[Row]]) -> list[Row]:
    """What `read` gives; its BadSheet says the same first in Vietnamese, then in English."""
    try:
        with translation.override("vi"):
            return read()
    except BadSheet as error:
        vietnamese = str(error)
    try:
        with translation.override("en"):
            return read()
    except BadSheet as error:
        raise BadSheet(f"{vietnamese}\n{error}") from error


def read_rows(file: Path | IO[bytes], name: str) -> list[Row]:
    """The rows of the first sheet that name an office, those with a fault too.

    `name` is what messages call the file. Raises BadSheet, in the language of the moment, for what
    is no such sheet.
    """
    rows = cells_of(file, name)
    columns = columns_in(rows[0] if rows else [], COLUMNS)
    if "name" not in columns:
        raise BadSheet(_("%(file)s: the first row needs a column “name”.") % {"file": name})
    place = columns["name"]
    lines = {line: row for line, row in enumerate(rows[1:], 2) if words_of(row[place])}
    if not lines:
        raise BadSheet(_("%(file)s: there is no office below the first row.") % {"file": name})
    if len(lines) > MOST_ROWS:
        raise BadSheet(_("%(file)s has more than 5.000 rows. Split it.") % {"file": name})
    return _without_repeats([_row(line, row, columns) for line, row in lines.items()])


def cells_of(file: Path | IO[bytes], name: str) -> list[list[Any]]:
    """The cells of the first sheet. Raises BadSheet, which calls the file `name`, for what is no .xlsx file."""
    try:
        return first_sheet(file.read_bytes() if isinstance(file, Path) else file.read(), MEASURE)
    except Overfull as error:
        raise BadSheet(
            _("%(file)s is larger inside than any list of offices.") % {"file": name}
        ) from error
    except BROKEN as error:
        raise BadSheet(_("%(file)s is no readable .xlsx file.") % {"file": name}) from error


def columns_in(heads: Iterable[Any], known: Mapping[str, Collection[str]]) -> dict[str, int]:
    """Where each column stands: the first head that is one of the names it is `known` by."""
    found: dict[str, int] = {}
    for place, head in enumerate(heads):
        for column, names in known.items():
            if bare(str(head)) in names:
                found.setdefault(column, place)
    return found


def _row(line: int, row: list[Any], columns: dict[str, int]) -> Row:
    """What a row says; a blank cell says nothing."""
    said = {column: row[place] for column, place in columns.items() if words_of(row[place])}
    facts: dict[str, Any] = {"name": words_of(said["name"])}
    try:
        for column, cell in said.items():
            facts[column] = READERS.get(column, words_of)(cell)
            _refuse_long(column, facts[column])
    except ValidationError as error:
        return Row(line, {"name": facts["name"]}, error.messages[0])
    return Row(line, facts)


def words_of(cell: Any) -> str:
    """What a cell says, on one line; a whole number without the decimals a sheet stores it with."""
    whole = isinstance(cell, float) and cell.is_integer()
    return plain(nfc(str(int(cell) if whole else cell)))


def _names(cell: Any) -> list[str]:
    return [name.strip() for name in words_of(cell).split(";") if name.strip()]


def read_kind(cell: Any) -> Kind:
    """The kind of office a cell names. Raises ValidationError with the words that are known."""
    if bare(words_of(cell)) not in KINDS:
        raise ValidationError(
            _(
                "no kind of office is called “%(kind)s”. Write one of: committee, office, commune, "
                "department, centre, organisation, other; or nothing."
            )
            % {"kind": words_of(cell)}
        )
    return KINDS[bare(words_of(cell))]


def _day(cell: Any) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    match = DAY.fullmatch(words_of(cell))
    try:
        day, month, year = (int(part) for part in match.groups())  # type: ignore[union-attr]
        return date(year, month, day)
    except (AttributeError, ValueError):
        told = {"words": words_of(cell)[:30]}
        raise ValidationError(_("“%(words)s” is no day. Write 01/07/2025.") % told) from None


READERS: dict[str, Callable[[Any], Any]] = {
    "called": _names,
    "kind": read_kind,
    "identifier": lambda cell: new_style(words_of(cell)),
    "old_identifier": lambda cell: old_style(words_of(cell)),
    "valid_from": _day,
    "valid_to": _day,
}


def _refuse_long(column: str, words: Any) -> None:
    longest: int = (
        getattr(Agency._meta.get_field(column), "max_length", 0)
        if (column in ("name", "short_name", "code"))
        else 0
    )
    if longest and len(words) > longest:
        told = {"words": words[:30], "n": len(words), "most": longest}
        raise ValidationError(
            _("“%(words)s…” has %(n)s letters, at most %(most)s are possible.") % told
        )


def _without_repeats(rows: list[Row]) -> list[Row]:
    """The rows, one that repeats an earlier one marked as faulty."""
    first: dict[tuple[str, str], int] = {}
    found = []
    for row in rows:
        marks = [("name", key(row.facts["name"]))]
        marks += [
            (column, row.facts[column])
            for column in ("identifier", "old_identifier")
            if column in row.facts
        ]
        earlier = [mark for mark in marks if first.setdefault(mark, row.line) != row.line]
        found.append(_repeating(row, first[earlier[0]], earlier[0][0]) if earlier else row)
    return found


def _repeating(row: Row, line: int, column: str) -> Row:
    words = row.facts["name"] if column == "name" else row.facts[column]
    told = {"words": words, "line": line}
    fault = _("“%(words)s” stands in row %(line)s already. Leave one out.") % told
    return Row(row.line, row.facts, row.fault or fault)


def bare(words: str) -> str:
    """Words as they are compared: without marks, case, spaces and signs."""
    return re.sub(r"[\W_]+", "", fold(words))
