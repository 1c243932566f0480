"""The files of a document on disk: as they were brought, as the reader takes them, as pictures of pages."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

from django.conf import settings

from tiendo.plans.models import Document


class Missing(Exception):
    """The file of a document is not on this machine, as after a backup restored without its files."""


@contextmanager
def readable(document: Document) -> Iterator[Path]:
    """A path that the reader takes: the file, or a folder with the page images in their order.

    Raises `Missing` when the file is gone.
    """
    path = path_of(document)
    if not document.leaves:
        yield path
        return
    with tempfile.TemporaryDirectory() as folder:
        with ZipFile(path) as archive:
            for place, leaf in enumerate(document.leaves, start=1):
                _unpack(archive, leaf["member"], Path(folder) / _numbered(place, leaf["member"]))
        yield Path(folder)


@contextmanager
def page_of(document: Document, number: int) -> Iterator[tuple[Path, int]]:
    """The file in which page `number` is, and its number in that file.

    Raises `Missing` when the file is gone, `LookupError` for a page it cannot have.
    """
    path = path_of(document)
    if not document.leaves:
        yield path, number
        return
    if not 0 < number <= len(document.leaves):
        raise LookupError(number)
    member = document.leaves[number - 1]["member"]
    with tempfile.TemporaryDirectory() as folder, ZipFile(path) as archive:
        target = Path(folder) / _numbered(number, member)
        _unpack(archive, member, target)
        yield target, 1


def path_of(document: Document) -> Path:
    """Where the file is. Raises `Missing` when it is not there."""
    path = Path(document.file.path)
    if not path.is_file():
        raise Missing(document.name)
    return path


def _numbered(place: int, member: str) -> str:
    return f"{place:04}{Path(member).suffix.lower()}"


def _unpack(archive: ZipFile, member: str, target: Path) -> None:
    with archive.open(member) as packed, target.open("wb") as unpacked:
        shutil.copyfileobj(packed, unpacked)


def folder_of_pictures(digest: str) -> Path:
    """Where the pictures of the pages of a document with this hash are kept; they can be drawn again."""
    return Path(settings.PICTURES_ROOT) / digest[:2] / digest


def forget_pictures(digest: str) -> None:
    """Take the pictures of a document away."""
    shutil.rmtree(folder_of_pictures(digest), ignore_errors=True)
