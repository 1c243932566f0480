"""Reading a form that was filled in: what was typed, which report it is of, what was changed beside it.

The file may come from anywhere: it is looked at as every workbook is, its size first, and only words are
taken from it; of a formula what it last showed.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.agencies.workbooks import BROKEN, Measure, Overfull, all_sheets
from tiendo.progress.models import WorkState
from tiendo.progress.sheets.figures import figures_in
from tiendo.progress.sheets.identity import Unknown, read_identity, read_row
from tiendo.progress.sheets.layout import (
    CODE,
    COLUMNS,
    IDENTITY,
    INPUTS,
    PERIOD,
    TASK,
    value_of,
)
from vanban.sources.package import open_container
from vanban.sources.unreadable import Unreadable
from vanban.text import nfc

LARGEST = 5_000_000  # bytes of the file
MEASURE = Measure(inside=60_000_000, cells=200_000)

OTHER_FILE = gettext_lazy(
    "“%(name)s” is not a report form of this system, or its hidden sheet is gone. Download the form of this "
    "report anew and copy your words into it."
)
CHANGED = gettext_lazy(
    "The hidden marks of “%(name)s” were changed, so it is not certain which report it is of. Download the form "
    "anew and copy your words into it."
)
LARGE = gettext_lazy("“%(name)s” is larger than any form. Bring the form itself, without pictures.")
EMPTY = gettext_lazy("“%(name)s” is empty. Choose the form that you filled in.")
OLD = gettext_lazy(
    "“%(name)s” is not an .xlsx file. Open it in Excel or LibreOffice, save it as .xlsx, and bring it again."
)
DAMAGED = gettext_lazy("“%(name)s” cannot be opened. Save it anew as .xlsx and bring it again.")
LOCKED = gettext_lazy(
    "“%(name)s” is protected by a password. Take the password away and bring it again."
)
MACROS = gettext_lazy("“%(name)s” carries macros. Save it as .xlsx without macros.")
SENTENCES = {
    **{"empty": EMPTY, "too-large": LARGE, "too-big-inside": LARGE, "too-much-inside": LARGE},
    **{"old-excel": OLD, "old-word": OLD, "not-xlsx": OLD, "encrypted": LOCKED, "macros": MACROS},
}


@dataclass(frozen=True, slots=True)
class Filled:
    """What a form says: of which report it is, and by the name of a field what was typed in its cell.

    `tasks` are the words of each row that are the form's own, to be compared with what it asks.
    """

    report: int
    version: int
    key: str
    shown: dict[str, str]
    values: dict[str, str] = field(default_factory=dict)
    tasks: dict[int, str] = field(default_factory=dict)


def read_form(file: UploadedFile) -> Filled:
    """What the file says. Raises ValidationError, in words for the person who brought it."""
    name = file.name or ""
    try:
        sheets = _sheets(file)
        cells = [str(row[0]) for row in sheets.pop(IDENTITY, []) if row]
        if not cells:
            raise _refusal(OTHER_FILE, name)
        report, version, key, shown = read_identity(cells)
        found = Filled(report, version, key, shown)
        for rows in sheets.values():
            _read(rows, found)
    except Unknown as error:
        raise _refusal(CHANGED, name) from error
    except Overfull as error:
        raise _refusal(LARGE, name) from error
    except Unreadable as error:
        raise _refusal(SENTENCES.get(error.code, DAMAGED), name) from error
    except BROKEN as error:
        raise _refusal(DAMAGED, name) from error
    if not found.values:
        raise _refusal(OTHER_FILE, name)
    return found


def _refusal(sentence: Any, name: str) -> ValidationError:
    return ValidationError(sentence, "sheet", {"name": name})


def _sheets(file: UploadedFile) -> dict[str, list[list[Any]]]:
    """The cells of every sheet, by its name."""
    if (file.size or 0) > LARGEST:
        raise Unreadable("too-large", {})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "form.xlsx"
        path.write_bytes(file.read())
        with open_container(path, "not-xlsx") as container:
            return all_sheets(container, MEASURE)


def _read(rows: list[list[Any]], found: Filled) -> None:
    """Take what the rows of one sheet say into `found`."""
    columns = _columns(rows)
    for row in rows:
        code = str(row[CODE]).strip() if row else ""
        if code.startswith("g-") and len(row) > PERIOD:
            found.values[code[:40]] = typed(row[PERIOD])
        found.values.update(figures_in(code, [typed(cell) for cell in row]))
        number = read_row(found.report, code) if columns else None
        if number is None:
            continue
        if number in found.tasks:
            raise Unknown
        found.tasks[number] = typed(row[TASK]) if len(row) > TASK else ""
        found.values.update(_entry(number, row, columns))


def _columns(rows: list[list[Any]]) -> dict[str, int]:
    """The column of each field, by its hidden name above the heads; {} for another sheet."""
    for above, row in pairwise(rows):
        if row and str(row[CODE]) == COLUMNS:
            return {str(cell): place for place, cell in enumerate(above) if str(cell) in INPUTS}
    return {}


def _entry(number: int, row: list[Any], columns: dict[str, int]) -> Iterator[tuple[str, str]]:
    for name, column in columns.items():
        cell = row[column] if column < len(row) else ""
        text = typed(cell)
        if name == "work":
            text = value_of(WorkState, text)
        elif name == "percent":
            text = _percent(cell, text)
        yield f"e{number}-{name}", text


def typed(cell: Any) -> str:
    """What a cell says, as one would type it on the page: days as 25/01/2024, figures with a comma."""
    if isinstance(cell, datetime | date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, bool):
        return _("yes") if cell else _("no")
    if isinstance(cell, float | int):
        whole = float(cell).is_integer()
        return str(int(cell)) if whole else repr(cell).replace(".", ",")
    return nfc(str(cell)).replace("\r\n", "\n").strip()


def _percent(cell: Any, text: str) -> str:
    """A percentage: Excel keeps 45% as 0.45; the sign is not needed."""
    if isinstance(cell, float) and 0 < cell < 1:
        return typed(round(cell * 100, 6))
    return text.removesuffix("%").strip()
