"""Several page images that are one document: put in order, packed into one file."""

import hashlib
import shutil
import warnings
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import PurePath
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from tiendo.history import services as history
from tiendo.plans import refusals
from tiendo.plans.models import Document, Intake, Stage
from tiendo.plans.readings import Stored
from tiendo.plans.screening import (
    ARCHIVE,
    MEGABYTE,
    head_of,
    is_image,
    refuse_large,
    refuse_misnamed,
    suffix_of,
)
from vanban.sources import Unreadable
from vanban.sources.pictures import KINDS, natural

LARGEST = 300 * MEGABYTE  # of all pages together
MOST = 300  # pages
DAY_ONE = (1980, 1, 1, 0, 0, 0)  # the same pages make the same file, whenever they come
DAMAGED = (BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, zlib.error)
MANY_FRAMES = {".tif", ".tiff", ".webp", ".gif"}


def pages_among(uploads: Sequence[UploadedFile], opened: ExitStack) -> list[UploadedFile]:
    """The page images in natural order, those in an archive unpacked; `opened` closes what was.

    Raises ValidationError with a sentence for what is no page image, for too much and for too many.
    """
    try:
        found = uploads
        if len(uploads) == 1 and suffix_of(uploads[0].name or "") == ARCHIVE:
            found = _unpacked(uploads[0], opened)
        refuse_large(sum(page.size or 0 for page in found), LARGEST)
        for page in found:
            _refuse(page)
    except Unreadable as error:
        told = {"code": error.code, "values": dict(error.values)}
        raise ValidationError(refusals.sentence(told), code=error.code) from error
    if len(found) > MOST:
        words = _("%(n)d pages are more than the %(limit)d that are taken at once.")
        raise ValidationError(words % {"n": len(found), "limit": MOST})
    return sorted(found, key=lambda page: natural(page.name or ""))


def _refuse(page: UploadedFile) -> None:
    name = page.name or ""
    if not is_image(name):
        raise ValidationError(
            _(
                "“%(name)s” is no page image. Several files at once must all be pictures of the pages of one "
                "document; bring other documents one by one."
            )
            % {"name": name}
        )
    if not page.size:
        raise Unreadable("empty")
    refuse_misnamed(name, head_of(page))
    if suffix_of(name) in MANY_FRAMES and _frames(page) > 1:
        raise ValidationError(
            _("“%(name)s” holds several pages. Bring it by itself.") % {"name": name}
        )


def _frames(page: UploadedFile) -> int:
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(page, formats=KINDS) as image:
            return int(getattr(image, "n_frames", 1))
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError) as error:
        raise Unreadable(refusals.MISNAMED, {"name": page.name or ""}) from error
    finally:
        page.seek(0)


def _unpacked(upload: UploadedFile, opened: ExitStack) -> list[UploadedFile]:
    """The files of an archive; their sizes are those it names, and no more is taken out."""
    try:
        with ZipFile(upload) as archive:
            members = [row for row in archive.infolist() if not _is_rubbish(row)]
            refuse_large(sum(row.file_size for row in members), LARGEST)
            if not members or len(members) > MOST:
                raise Unreadable(refusals.NO_PAGES, {"limit": str(MOST)})
            return [_taken_out(archive, row, opened) for row in members]
    except DAMAGED as error:
        raise Unreadable(refusals.MISNAMED, {"name": upload.name or ""}) from error


def _is_rubbish(row: ZipInfo) -> bool:
    name = row.filename
    return row.is_dir() or name.startswith("__MACOSX/") or name.endswith(("Thumbs.db", ".DS_Store"))


def _taken_out(archive: ZipFile, row: ZipInfo, opened: ExitStack) -> UploadedFile:
    page = TemporaryUploadedFile(row.filename.replace("\\", "/"), "", row.file_size, None)
    opened.callback(page.close)
    with archive.open(row) as taken:
        shutil.copyfileobj(taken, page)
    page.seek(0)
    return page


def packed(
    pages: Sequence[UploadedFile], opened: ExitStack
) -> tuple[UploadedFile, list[Stored], str]:
    """One file with all pages, the pages by name in their order, and the hash of the file."""
    leaves = [
        {
            "name": page.name or "",
            "member": f"{place:03}{suffix_of(page.name or '')}",
        }
        for place, page in enumerate(pages, start=1)
    ]
    target = TemporaryUploadedFile(_name(leaves), "application/zip", 0, None)
    opened.callback(target.close)
    with ZipFile(target, "w") as archive:
        for leaf, page in zip(leaves, pages, strict=True):
            page.seek(0)
            with archive.open(ZipInfo(leaf["member"], DAY_ONE), "w") as packed_page:
                shutil.copyfileobj(page, packed_page)
    target.size = target.tell()
    target.seek(0)
    digest = hashlib.sha256()
    for chunk in target.chunks():
        digest.update(chunk)
    return target, leaves, digest.hexdigest()


def _name(leaves: Sequence[Mapping[str, str]]) -> str:
    """What the document is called: by its first page, with the number of pages."""
    first = PurePath(leaves[0]["name"]).stem[:200]
    return f"{first} ({len(leaves)} trang).zip"


def put_in_order(*, intake: Intake, places: Mapping[str, int], actor: Any) -> None:
    """Put the pages in the order of these numbers, by member; equal ones stay as they were.

    Raises ValidationError when the document is being read already.
    """
    document: Document | None = intake.document
    if intake.stage != Stage.ORDERING or document is None:
        raise ValidationError(_("The pages are being read; their order stays."))
    before: Iterable[Stored] = document.leaves
    document.leaves = sorted(before, key=lambda leaf: places.get(leaf["member"], MOST))
    history.save(document, actor=actor)
