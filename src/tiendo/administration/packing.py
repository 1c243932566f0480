"""What was shown travels with the page and comes back signed: rows of a sheet, and what each would become."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core import signing

from tiendo.agencies.importing import Line, What
from tiendo.agencies.spreadsheet import Row

SALT = "tiendo.administration.offices"
A_DAY = 24 * 3600  # seconds
DAYS = ("valid_from", "valid_to")


def packed(lines: Iterable[Line], user_id: int) -> str:
    """The lines without an error, to be confirmed by this person within a day."""
    fine = [line for line in lines if line.what is not What.ERROR]
    rows = [(line.row.line, _plain(line.row.facts), line.what.value) for line in fine]
    return signing.dumps(rows, salt=f"{SALT}.{user_id}", compress=True)


def _plain(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: str(value) if name in DAYS else value for name, value in facts.items()}


def unpacked(text: str, user_id: int) -> tuple[list[Row], list[str]]:
    """The rows, and what each was to become. Raises BadSignature for what was not shown to this person."""
    rows = signing.loads(text, salt=f"{SALT}.{user_id}", max_age=A_DAY)
    return [Row(line, _facts(plain)) for line, plain, _what in rows], [what for *_row, what in rows]


def _facts(plain: dict[str, Any]) -> dict[str, Any]:
    return {
        name: date.fromisoformat(value) if name in DAYS else value for name, value in plain.items()
    }
