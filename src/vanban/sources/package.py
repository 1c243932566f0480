"""The parts of a Word file, taken from their zip with care and parsed without entities."""

import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from vanban.sources.unreadable import Unreadable

MEGABYTE = 1_000_000
LARGEST = 100 * MEGABYTE  # of the file itself
LARGEST_PART = 40 * MEGABYTE  # of one XML part unpacked
LARGEST_READ = 60 * MEGABYTE  # of the XML parts that are read, together
LARGEST_TOTAL = 1000 * MEGABYTE  # of all parts as declared
MOST_PARTS = 20_000
SAFE_PART = 4 * MEGABYTE  # below this the ratio says nothing
HIGHEST_RATIO = 150  # unpacked to packed; Word's own XML stays under 60

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OLD_WORD = "WordDocument".encode("utf-16-le")
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# What zipfile and its decompressors raise on bytes that are not what they promise.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ValueError,
    RuntimeError,
    EOFError,
    LookupError,
    OSError,
    ArithmeticError,
)


@dataclass(frozen=True, slots=True)
class Package:
    """The parsed parts of a Word file that hold what is printed."""

    document: etree._Element
    numbering: etree._Element | None
    styles: etree._Element | None
    heads: tuple[etree._Element, ...]


def open_package(path: Path) -> Package:
    """Raises `Unreadable`: empty, too-large, encrypted, old-word, not-docx, too-big-inside,
    damaged.
    """
    size = path.stat().st_size
    if size > LARGEST:
        raise Unreadable(
            "too-large", {"size": str(-(-size // MEGABYTE)), "limit": str(LARGEST // MEGABYTE)}
        )
    with path.open("rb") as file:
        _check_container(file)
        with _broken_as_damaged("zip"), zipfile.ZipFile(file) as container:
            _check_sizes(container)
            return _package(container)


def _check_container(file: BinaryIO) -> None:
    start = file.read(len(OLE))
    if not start:
        raise Unreadable("empty")
    if start == OLE:
        rest = file.read(LARGEST)
        raise Unreadable("old-word" if OLD_WORD in rest and ENCRYPTED not in rest else "encrypted")
    if not start.startswith(b"PK"):
        raise Unreadable("not-docx")
    file.seek(0)


@contextmanager
def _broken_as_damaged(part: str) -> Iterator[None]:
    try:
        yield
    except BROKEN as error:
        raise Unreadable("damaged", {"part": part}) from error


def _check_sizes(container: zipfile.ZipFile) -> None:
    entries = container.infolist()
    total = sum(entry.file_size for entry in entries)
    if total > LARGEST_TOTAL or len(entries) > MOST_PARTS:
        raise _too_big(total, LARGEST_TOTAL)
    for entry in entries:
        if entry.flag_bits & 1:
            raise Unreadable("encrypted")
        if entry.file_size > SAFE_PART and entry.file_size > HIGHEST_RATIO * max(
            entry.compress_size, 1
        ):
            raise _too_big(entry.file_size, SAFE_PART)


def _too_big(size: int, limit: int) -> Unreadable:
    return Unreadable(
        "too-big-inside", {"size": str(-(-size // MEGABYTE)), "limit": str(limit // MEGABYTE)}
    )


def _package(container: zipfile.ZipFile) -> Package:
    names = set(container.namelist())
    main = next(
        (target for kind, target in _relations(container, "") if kind == "officeDocument"),
        "word/document.xml",
    )
    if main not in names:
        if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
            raise Unreadable("damaged", {"part": main})
        raise Unreadable("not-docx")
    document = _parse(container, main)
    if not str(document.tag).endswith("}document") or TRANSITIONAL.decode() not in str(
        document.tag
    ):
        raise Unreadable("not-docx")
    related = [(kind, target) for kind, target in _relations(container, main) if target in names]
    heads = list(dict.fromkeys(target for kind, target in related if kind == "header"))
    _check_read(container, [main, *heads])

    def first(wanted: str) -> etree._Element | None:
        return next((_parse(container, target) for kind, target in related if kind == wanted), None)

    stamps = tuple(_parse(container, target) for target in heads)
    return Package(document, first("numbering"), first("styles"), stamps)


def _check_read(container: zipfile.ZipFile, names: Iterable[str]) -> None:
    total = sum(container.getinfo(name).file_size for name in names)
    if total > LARGEST_READ:
        raise _too_big(total, LARGEST_READ)


def _relations(container: zipfile.ZipFile, part: str) -> list[tuple[str, str]]:
    """What `part` ("" for the file) points to: the last word of the kind, the part's name."""
    folder, name = posixpath.split(part)
    listing = posixpath.join(folder, "_rels", f"{name}.rels")
    if listing not in container.namelist():
        return []
    found = []
    for relation in _parse(container, listing).iter(RELATIONS):
        target = str(relation.get("Target", ""))
        where = (
            target.lstrip("/")
            if target.startswith("/")
            else posixpath.normpath(posixpath.join(folder, target))
        )
        found.append((str(relation.get("Type", "")).rsplit("/", 1)[-1], where))
    return found


def _parse(container: zipfile.ZipFile, name: str) -> etree._Element:
    with container.open(name) as part:
        data = part.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise _too_big(len(data), LARGEST_PART)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data.replace(STRICT, TRANSITIONAL), parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable("damaged", {"part": name}) from error
    if root.getroottree().docinfo.doctype:
        raise Unreadable("damaged", {"part": name})
    return root
