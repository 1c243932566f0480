"""Which report a form in a file is of: signed, so that another file or other rows are not taken for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core import signing

from tiendo.progress.rounds.merging import read_shown

SALT = "tiendo.progress.sheets"
CELL = 30_000  # characters; a cell holds 32.767


class Unknown(Exception):
    """What stands in the file was not written by this installation, or was changed."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The report, its version when the form was made, the key of the form, and what the form showed."""

    report: int
    version: int
    key: str
    shown: str


def signed(identity: Identity) -> list[str]:
    """The identity as text for the cells of a hidden sheet."""
    facts = [identity.report, identity.version, identity.key, read_shown(identity.shown)]
    text = signing.dumps(facts, salt=SALT, compress=True)
    return [text[place : place + CELL] for place in range(0, len(text), CELL)]


def read_identity(cells: Iterable[str]) -> tuple[int, int, str, dict[str, str]]:
    """Report, version, key and digests that `signed` wrote. Raises Unknown."""
    try:
        report, version, key, shown = signing.loads("".join(cells), salt=SALT)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise Unknown from error
    return report, version, key, shown


def row_code(report: int, occurrence: int) -> str:
    """What stands hidden in the row of one piece of work."""
    return f"{occurrence}.{_mark(report, occurrence)}"


def read_row(report: int, code: str) -> int | None:
    """The period whose row this is; None for a row that is none of the form's. Raises Unknown for a changed one."""
    number, dot, mark = code.partition(".")
    if not dot or not number.isascii() or not number.isdecimal() or len(number) > 18:
        return None
    if mark != _mark(report, int(number)):
        raise Unknown
    return int(number)


def _mark(report: int, occurrence: int) -> str:
    return signing.Signer(salt=SALT).signature(f"{report}:{occurrence}")[:14]
