"""From a reading to remarks."""

from collections.abc import Iterator
from pathlib import Path

from vanban.check.examined import Examined
from vanban.check.page import check_page, page_setup
from vanban.check.registry import SUBJECTS
from vanban.check.remarks import Remark
from vanban.model import Reading
from vanban.reader import read


def check_reading(reading: Reading) -> tuple[Remark, ...]:
    """Everything that is wrong with the document itself, by subject, within each in reading order."""
    return tuple(_remarks(reading))


def _remarks(reading: Reading) -> Iterator[Remark]:
    document = Examined(reading)
    for subject in SUBJECTS:
        found = [remark for check in subject.checks for remark in check(document)]
        yield from sorted(found, key=_place)


def _place(remark: Remark) -> int:
    return remark.quotes[0].line if remark.quotes else 0


def remarks_on(path: Path, reading: Reading) -> tuple[Remark, ...]:
    """Everything that is wrong with a file that was read: its page, where it is a Word file, and its words."""
    setup = page_setup(path)
    page = tuple(check_page(setup)) if setup else ()
    return (*page, *check_reading(reading))


def check_file(path: Path) -> tuple[Reading, tuple[Remark, ...]]:
    """A file read and checked. Raises `Unreadable` as `read` does."""
    reading = read(path)
    return reading, remarks_on(path, reading)
