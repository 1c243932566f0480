"""Successions from an .xlsx sheet: one old office and one that follows it in each row."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.agencies.importing import Known
from tiendo.agencies.kinds import guess_kind
from tiendo.agencies.models import Agency, Locality, SuccessionKind
from tiendo.agencies.spreadsheet import BadSheet, bare, cells_of, columns_in, read_kind, words_of
from tiendo.agencies.succeeding import Document, Line, record
from vanban.text import key

# What the heading of a column may say: letters and figures only, without marks and case.
COLUMNS = {
    "old": {"coquancu", "donvicu", "cu", "oldoffice"},
    "new": {"coquanmoi", "donvimoi", "moi", "newoffice"},
    "kind": {"hinhthuc", "loaithaydoi", "whathappens"},
    "share": {"tyle", "tile", "phantram", "share"},
    "field": {"linhvuc", "field"},
    "short_name": {"tenviettatmoi", "viettatmoi", "shortname"},
    "office_kind": {"loaicoquanmoi", "loaimoi", "kind"},
    "code": {"madonvihanhchinhmoi", "madvhcmoi", "mamoi", "code"},
    "parent": {"tructhuoc", "belongsto"},
}
HEADS = (
    *("Cơ quan cũ", "Cơ quan mới", "Hình thức", "Tỷ lệ (%)", "Lĩnh vực", "Tên viết tắt mới"),
    *("Loại cơ quan mới", "Mã đơn vị hành chính mới", "Trực thuộc"),
)
KINDS = {
    "sapnhap": SuccessionKind.MERGER,
    "hopnhat": SuccessionKind.MERGER,
    "chia": SuccessionKind.SPLIT,
    "tach": SuccessionKind.SPLIT,
    "chiatach": SuccessionKind.SPLIT,
    "doiten": SuccessionKind.RENAMING,
    "giaithe": SuccessionKind.DISSOLUTION,
    "ketthuc": SuccessionKind.DISSOLUTION,
} | {kind.value: kind for kind in SuccessionKind}
MOST_ROWS = 500
SHARE = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,17})?) ?%?")


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says, as plain words that can travel with the page; `fault` is why it cannot be taken."""

    line: int
    said: dict[str, str] = field(default_factory=dict)
    fault: str = ""


def read_successions(file: Path | IO[bytes], name: str) -> list[Row]:
    """The rows of the first sheet that name an old office. Raises BadSheet for what is no such sheet."""
    cells = cells_of(file, name)
    columns = columns_in(cells[0] if cells else [], COLUMNS)
    if not {"old", "new"} <= columns.keys():
        raise BadSheet(
            _("%(file)s: the first row needs the columns “Cơ quan cũ” and “Cơ quan mới”.")
            % {"file": name}
        )
    rows = [
        _row(line, row, columns)
        for line, row in enumerate(cells[1:], 2)
        if words_of(row[columns["old"]])
    ]
    if not rows:
        raise BadSheet(_("%(file)s: there is no office below the first row.") % {"file": name})
    if len(rows) > MOST_ROWS:
        raise BadSheet(_("%(file)s has more than 500 rows. Split it.") % {"file": name})
    return rows


def _row(line: int, row: list[Any], columns: dict[str, int]) -> Row:
    said = {column: words_of(row[place])[:300] for column, place in columns.items()}
    said = {column: words for column, words in said.items() if words}
    try:
        for column, read in READERS.items():
            if column in said:
                read(said[column])
    except ValidationError as error:
        return Row(line, said, error.messages[0])
    return Row(line, said)


def _kind(words: str) -> SuccessionKind:
    if bare(words) not in KINDS:
        raise ValidationError(
            _("“%(words)s” is nothing that happens to an office. Write: %(kinds)s.")
            % {"words": words, "kinds": "sáp nhập, chia tách, đổi tên, giải thể"}
        )
    return KINDS[bare(words)]


def _share(words: str) -> Decimal:
    """A share in per cent as a part of one."""
    match = SHARE.fullmatch(words)
    figure = match[1].replace(",", ".") if match else "0"
    found = (Decimal(figure) / 100).quantize(Decimal("0.0001"))
    if not 0 < found <= 1:
        raise ValidationError(
            _("“%(words)s” is no share. Write per cent above 0, at most 100.") % {"words": words}
        )
    return found


READERS: dict[str, Callable[[str], Any]] = {
    "kind": _kind,
    "share": _share,
    "office_kind": read_kind,
}


def lines_of(rows: Iterable[Row], locality: Locality) -> list[Line]:
    """The successions that rows mean. Raises ValidationError with every row that means none.

    A name at the right is an office that is here and does not end by this table, else a new one.
    """
    rows, known = list(rows), Known(locality)
    faults = [_("Row %(line)s: %(fault)s") % _told(row) for row in rows if row.fault]
    olds = {row.line: known.find({"name": row.said["old"]}) for row in rows}
    faults += [
        _("Row %(line)s: “%(name)s” is no office here.")
        % {"line": row.line, "name": row.said["old"]}
        for row in rows
        if olds[row.line] is None
    ]
    if faults:
        raise ValidationError(faults)
    ending = {agency.pk for agency in olds.values() if agency}
    made: dict[str, Agency] = {}
    return [
        _line(row, agency, _successor(row, known, ending, made))
        for row in rows
        if (agency := olds[row.line]) is not None
    ]


def _told(row: Row) -> dict[str, Any]:
    return {"line": row.line, "fault": row.fault}


def _line(row: Row, old: Agency, new: Agency | None) -> Line:
    kind = _kind(row.said["kind"]) if "kind" in row.said else _usual(new)
    share = _share(row.said["share"]) if "share" in row.said else None
    return Line(old, new, kind, share, row.said.get("field", "")[:200])


def _usual(new: Agency | None) -> SuccessionKind:
    return SuccessionKind.DISSOLUTION if new is None else SuccessionKind.MERGER


def _successor(row: Row, known: Known, ending: set[int], made: dict[str, Agency]) -> Agency | None:
    name = row.said.get("new", "")[:200]
    if not name:
        return None
    here = known.find({"name": name})
    if here is not None and here.pk not in ending and here.valid_to is None:
        return here
    kind = row.said.get("office_kind")
    parent = row.said.get("parent", "")
    new = made.setdefault(
        key(name),
        Agency(
            locality=known.locality,
            name=name,
            short_name=row.said.get("short_name", "")[:100],
            kind=read_kind(kind) if kind else guess_kind(name),
            code=row.said.get("code", "")[:10],
        ),
    )
    if parent and new.parent is None and key(parent) != key(name):
        new.parent = made.get(key(parent)) or known.find({"name": parent})
    return new


def tried(lines: list[Line], day: date, document: Document) -> list[str]:
    """Why these successions could not be recorded, in sentences; nothing is written. Nothing said: they could."""
    try:
        with transaction.atomic():
            record(lines=lines, effective_on=day, document=document, actor=None)
            transaction.set_rollback(True)
    except ValidationError as error:
        return error.messages
    return []
