"""Looking at a file before it is kept: its size, its content against its name, its secrecy mark.

Only what is cheap is opened at once. PDF files, scans and what an office program must open are looked at by
name and first bytes; the reader, working apart, opens them and looks for the secrecy mark.
"""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath
from types import MappingProxyType

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from tiendo.plans import refusals
from tiendo.plans.children import Broken, TooLong
from tiendo.plans.readings import Stored, lines_of
from tiendo.plans.remarks import checked
from tiendo.plans.secrecy import mark_in
from vanban.model import Source, Table
from vanban.sources import FORMATS, PAGED_FORMATS, Unreadable, open_source
from vanban.sources.package import open_container

MEGABYTE = 1_000_000
LARGEST = 100 * MEGABYTE
SHORT = 3 * MEGABYTE  # of text: read in a second or two, while somebody waits
HEAD = 1024
PACKED = {".docx": "not-docx", ".docm": "not-docx", ".xlsx": "not-xlsx", ".xlsm": "not-xlsx"}
PDF, ARCHIVE = ".pdf", ".zip"
# What a page image begins with.
IMAGES: dict[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".tif": (b"II*\0", b"MM\0*"),
    ".tiff": (b"II*\0", b"MM\0*"),
    ".bmp": (b"BM",),
    ".gif": (b"GIF8",),
    ".webp": (b"RIFF",),
}
FOREIGN = {".doc", ".odt", ".rtf"}  # what an office program has to open


def accepted() -> list[str]:
    """The endings of the files that can be read here."""
    return sorted({*FORMATS, *PAGED_FORMATS})


def is_image(name: str) -> bool:
    """Whether a file of this name is one page, or more, as a picture."""
    return suffix_of(name) in IMAGES and suffix_of(name) in accepted()


def suffix_of(name: str) -> str:
    """The ending of a file name in lower case, with its dot."""
    return PurePath(name).suffix.lower()


def refuse_unreadable(upload: UploadedFile) -> None:
    """Raise ValidationError with a sentence when the file is no document that may be read."""
    try:
        mark = _look_at(upload)
    except Unreadable as error:
        raise _refusal(error.code, error.values) from error
    if mark:
        raise _refusal(refusals.SECRET, {"mark": mark})


def _look_at(upload: UploadedFile) -> str:
    """The secrecy mark as far as it is looked for now. Raises `Unreadable`."""
    name = upload.name or ""
    suffix = suffix_of(name)
    if suffix not in accepted():
        raise Unreadable("unknown-format", {"suffix": PurePath(name).suffix or name})
    refuse_large(upload.size or 0, LARGEST)
    if suffix not in {PDF, *IMAGES, *FOREIGN}:
        return _mark_at_once(upload)
    if not upload.size:
        raise Unreadable("empty")
    if suffix not in FOREIGN:
        refuse_misnamed(name, head_of(upload))
    return ""


def refuse_large(size: int, limit: int) -> None:
    """Raise `Unreadable` for more bytes than are taken."""
    if size > limit:
        told = {"size": str(-(-size // MEGABYTE)), "limit": str(limit // MEGABYTE)}
        raise Unreadable(refusals.TOO_LARGE, told)


def refuse_misnamed(name: str, head: bytes) -> None:
    """Raise `Unreadable` when a file does not begin as files of its name do."""
    suffix = suffix_of(name)
    fits = b"%PDF-" in head if suffix == PDF else head.startswith(IMAGES[suffix])
    if not fits:
        raise Unreadable(refusals.MISNAMED, {"name": name, "suffix": suffix})


def head_of(upload: UploadedFile) -> bytes:
    """The first bytes; the file is left at its beginning."""
    upload.seek(0)
    head = upload.read(HEAD)
    upload.seek(0)
    return head


def _mark_at_once(upload: UploadedFile) -> str:
    """The secrecy mark of a file that is soon read; what is longer is left to the reader, which works apart."""
    with _copied(upload) as path:
        return mark_in(_texts(open_source(path))) if _length(path) <= SHORT else ""


def _length(path: Path) -> int:
    """The bytes of text that are to be read. Raises `Unreadable` for an office file that is not opened at all."""
    otherwise = PACKED.get(path.suffix)
    if otherwise is None:
        return path.stat().st_size
    with open_container(path, otherwise) as container:
        return sum(row.file_size for row in container.infolist() if row.filename.endswith(".xml"))


@contextmanager
def _copied(upload: UploadedFile) -> Iterator[Path]:
    """A copy of the file under a name of its kind, for as long as it is needed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"document{suffix_of(upload.name or '')}"
        with path.open("wb") as copy:
            for chunk in upload.chunks():
                copy.write(chunk)
        upload.seek(0)
        yield path


def checked_draft(upload: UploadedFile) -> Stored:
    """The reading of a file, with the remarks on it; the file is gone when this returns.

    Raises ValidationError with a sentence when it is no document that may be read, or takes too long.
    """
    refuse_unreadable(upload)
    with _copied(upload) as path:
        reading = checked_at(path)
    texts = (line["text"] for line in lines_of(reading))
    if mark := reading["header"].get("secrecy") or mark_in(texts):
        raise _refusal(refusals.SECRET, {"mark": mark})
    return reading


def checked_at(path: Path) -> Stored:
    """The reading of the file at `path`, with the remarks on it.

    Raises ValidationError with a sentence when it cannot be read or checked, or takes too long.
    """
    try:
        reading = checked(path)
    except Unreadable as error:
        raise _refusal(error.code, error.values) from error
    except TooLong as error:
        raise _refusal(refusals.TOO_LONG_TO_CHECK) from error
    except Broken as error:
        raise _refusal(refusals.BROKEN) from error
    if "remarks" not in reading:
        raise _refusal(refusals.BROKEN)
    return reading


def _refusal(code: str, values: Mapping[str, str] = MappingProxyType({})) -> ValidationError:
    told = {"code": code, "values": dict(values)}
    return ValidationError(refusals.sentence(told), code=code)


def _texts(source: Source) -> Iterator[str]:
    for block in source.blocks:
        if isinstance(block, Table):
            yield from (line.text for row in block.rows for cell in row for line in cell.lines)
        else:
            yield block.text
