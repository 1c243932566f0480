"""Offices from an .xlsx sheet: one office a row, its names in the columns people would write."""

from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from tiendo.agencies.models import Kind
from vanban.text import fold, squash

# What the heading of a column may say, without spaces, marks and case.
COLUMNS = {
    "name": {"ten", "tencoquan", "tendonvi", "coquan", "donvi", "name", "office"},
    "short_name": {"tenngan", "tentat", "viettat", "shortname"},
    "kind": {"loai", "kind"},
    "called": {"tengoikhac", "tenkhac", "othernames"},
    "identifier": {"madinhdanh", "ma", "identifier"},
}
KINDS = {
    "uybannhandan": Kind.COMMITTEE,
    "phong": Kind.OFFICE,
    "xa": Kind.COMMUNE,
    "phuong": Kind.COMMUNE,
    "thitran": Kind.COMMUNE,
    "so": Kind.DEPARTMENT,
    "trungtam": Kind.CENTRE,
    "doanthe": Kind.ORGANISATION,
} | {kind.value: kind for kind in Kind}


class BadSheet(Exception):
    """The sheet cannot be taken; the message says where and what to do."""


def read_offices(path: Path) -> list[dict[str, Any]]:
    """The offices of the first sheet as facts for `add_agency`. Raises BadSheet."""
    try:
        rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    except (OSError, CalamineError) as error:
        raise BadSheet(
            f"Không mở được {path.name} như một tệp .xlsx.\n{path.name} is no readable .xlsx."
        ) from error
    columns = _columns(rows[0] if rows else [])
    if "name" not in columns:
        raise BadSheet(
            f"{path.name}: dòng đầu phải có cột “Tên cơ quan”.\n{path.name}: the first row needs a column “name”."
        )
    return [_facts(row, columns) for row in rows[1:] if str(row[columns["name"]]).strip()]


def _columns(heads: list[Any]) -> dict[str, int]:
    found = {}
    for place, head in enumerate(heads):
        for column, names in COLUMNS.items():
            if _bare(str(head)) in names:
                found.setdefault(column, place)
    return found


def _facts(row: list[Any], columns: dict[str, int]) -> dict[str, Any]:
    said = {column: str(row[place]).strip() for column, place in columns.items()}
    called = [name.strip() for name in said.pop("called", "").split(";") if name.strip()]
    kind = KINDS.get(_bare(said.pop("kind", "")), guess_kind(said["name"]))
    return said | {"called": called, "kind": kind}


def guess_kind(name: str) -> Kind:
    """The kind of an office from the first words of its name; OTHER when they say nothing."""
    starts = {
        "phong": Kind.OFFICE,
        "vanphong": Kind.OFFICE,
        "so": Kind.DEPARTMENT,
        "trungtam": Kind.CENTRE,
        "ubndxa": Kind.COMMUNE,
        "ubndphuong": Kind.COMMUNE,
        "ubndthitran": Kind.COMMUNE,
        "uybannhandanxa": Kind.COMMUNE,
        "uybannhandanphuong": Kind.COMMUNE,
        "uybannhandanthitran": Kind.COMMUNE,
        "uybanmattran": Kind.ORGANISATION,
        "hoi": Kind.ORGANISATION,
        "doan": Kind.ORGANISATION,
        "uybannhandan": Kind.COMMITTEE,
        "ubnd": Kind.COMMITTEE,
    }
    words = _bare(name)
    fitting = [start for start in starts if words.startswith(start)]
    return starts[max(fitting, key=len)] if fitting else Kind.OTHER


def _bare(words: str) -> str:
    return squash(fold(words))
