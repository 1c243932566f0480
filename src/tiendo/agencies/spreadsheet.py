"""Offices from an .xlsx sheet: one office a row, its names in the columns people would write."""

import re
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from tiendo.agencies.kinds import guess_kind
from tiendo.agencies.models import Agency, Kind
from vanban.text import fold, key, nfc, plain

# What the heading of a column may say: letters and figures only, without marks and case.
COLUMNS = {
    "name": {"ten", "tencoquan", "tendonvi", "tencoquandonvi", "coquan", "donvi", "name", "office"},
    "short_name": {"tenngan", "tentat", "tenviettat", "viettat", "shortname"},
    "kind": {"loai", "loaicoquan", "loaihinh", "kind"},
    "called": {"tengoikhac", "tenkhac", "othernames"},
    "identifier": {"madinhdanh", "ma", "identifier"},
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
# The first words of a name, without marks and case; the longest that fits decides.
KIND_WORDS = "ủy ban nhân dân, phòng, xã, phường, thị trấn, sở, trung tâm, đoàn thể, khác"


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
            f"{path.name}: dòng đầu phải có cột “Tên cơ quan”.\n"
            f"{path.name}: the first row needs a column “name”."
        )
    lines = {line: row for line, row in enumerate(rows[1:], 2) if _words(row[columns["name"]])}
    if not lines:
        raise BadSheet(
            f"{path.name}: chưa có cơ quan nào dưới dòng đầu.\n"
            f"{path.name}: there is no office below the first row."
        )
    offices = {line: _facts(row, columns, line) for line, row in lines.items()}
    _refuse_twice(offices)
    return list(offices.values())


def _columns(heads: list[Any]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, head in enumerate(heads):
        for column, names in COLUMNS.items():
            if _bare(str(head)) in names:
                found.setdefault(column, place)
    return found


def _facts(row: list[Any], columns: dict[str, int], line: int) -> dict[str, Any]:
    said = {column: _words(row[place]) for column, place in columns.items()}
    called = [name.strip() for name in said.pop("called", "").split(";") if name.strip()]
    kind = _kind(said.pop("kind", ""), said["name"], line)
    for column, words in said.items():
        _refuse_long(column, words, line)
    return said | {"called": called, "kind": kind}


def _words(cell: Any) -> str:
    """What a cell says, on one line; a whole number without the decimals a sheet stores it with."""
    whole = isinstance(cell, float) and cell.is_integer()
    return plain(nfc(str(int(cell) if whole else cell)))


def _kind(said: str, name: str, line: int) -> Kind:
    if not said:
        return guess_kind(name)
    if _bare(said) not in KINDS:
        raise BadSheet(
            f"Dòng {line}: không có loại cơ quan “{said}”. Ghi một trong: {KIND_WORDS}; hoặc để trống.\n"
            f"Row {line}: no kind of office is called “{said}”. Write one of {', '.join(Kind.values)}, or nothing."
        )
    return KINDS[_bare(said)]


def _refuse_long(column: str, words: str, line: int) -> None:
    longest: int = getattr(Agency._meta.get_field(column), "max_length", 0)
    if len(words) > longest:
        raise BadSheet(
            f"Dòng {line}: “{words[:30]}…” dài {len(words)} chữ cái, nhiều nhất được {longest}.\n"
            f"Row {line}: “{words[:30]}…” has {len(words)} letters, at most {longest} are possible."
        )


def _refuse_twice(offices: dict[int, dict[str, Any]]) -> None:
    first: dict[str, int] = {}
    for line, facts in offices.items():
        earlier = first.setdefault(key(facts["name"]), line)
        if earlier != line:
            raise BadSheet(
                f"Dòng {line}: “{facts['name']}” đã có ở dòng {earlier}. Bỏ một dòng.\n"
                f"Row {line}: “{facts['name']}” stands in row {earlier} already. Leave one out."
            )


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", "", fold(words))
