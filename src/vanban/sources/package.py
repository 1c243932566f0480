"""The parts of an Office file, taken from their zip with care and parsed without entities."""

import lzma
import posixpath
import re
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
LARGEST_ASIDE = 20 * MEGABYTE  # of numbering, styles and page heads, together
MOST_NODES = 3_000_000  # elements and attributes of one part: half a gigabyte once parsed
MOST_PARTS = 20_000
SAFE_PART = 4 * MEGABYTE  # below this the ratio says nothing
HIGHEST_RATIO = 150  # unpacked to packed; Word's own XML stays under 60

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OLD_WORD = "WordDocument".encode("utf-16-le")
OLD_BOOK = "Workbook".encode("utf-16-le")
MACROS = "vbaproject.bin"
MACRO_PART = b"ms-office.vbaproject"
CONTENTS = "[Content_Types].xml"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|spreadsheetml)/main")
TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/main"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}document"
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
    """Raises `Unreadable`: what `open_container` raises, not-docx."""
    with open_container(path, "not-docx") as container:
        return _package(container)


@contextmanager
def open_container(path: Path, otherwise: str) -> Iterator[zipfile.ZipFile]:
    """The zip of an Office file; `otherwise` is the code for a file that is none.

    Raises `Unreadable`: empty, too-large, encrypted, macros, old-word, old-excel, too-big-inside,
    damaged, and `otherwise`.
    """
    check_size(path)
    with path.open("rb") as file:
        _check_container(file, otherwise)
        with _broken_as_damaged("zip"), zipfile.ZipFile(file) as container:
            _check_sizes(container)
            _refuse_macros(container)
            yield container


def _refuse_macros(container: zipfile.ZipFile) -> None:
    names = container.namelist()
    if CONTENTS in names:  # which says what a part is, whatever it is called
        with container.open(CONTENTS) as part:
            found = MACRO_PART in part.read(MEGABYTE).lower()
    else:
        found = False
    if found or any(name.lower().endswith(MACROS) for name in names):
        raise Unreadable("macros")


def check_size(path: Path) -> None:
    """Raises `Unreadable`, too-large, for a file that nobody can have typed."""
    size = path.stat().st_size
    if size > LARGEST:
        raise Unreadable(
            "too-large", {"size": str(-(-size // MEGABYTE)), "limit": str(LARGEST // MEGABYTE)}
        )


def _check_container(file: BinaryIO, otherwise: str) -> None:
    start = file.read(len(OLE))
    if not start:
        raise Unreadable("empty")
    if start == OLE:
        raise Unreadable(old_kind(file.read(LARGEST)))
    if not start.startswith(b"PK"):
        raise Unreadable(otherwise)
    file.seek(0)


def old_kind(data: bytes) -> str:
    """What an OLE file holds: "old-word", "old-excel", or "encrypted" for all else."""
    if ENCRYPTED in data:
        return "encrypted"
    if OLD_WORD in data:
        return "old-word"
    return "old-excel" if OLD_BOOK in data else "encrypted"


@contextmanager
def _broken_as_damaged(part: str) -> Iterator[None]:
    try:
        yield
    except BROKEN as error:
        raise Unreadable("damaged", {"part": part}) from error


def _check_sizes(container: zipfile.ZipFile) -> None:
    entries = container.infolist()
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_PARTS:
        raise _too_much(len(entries), MOST_PARTS)
    if total > LARGEST_TOTAL:
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


def _too_much(count: int, limit: int) -> Unreadable:
    return Unreadable("too-much-inside", {"count": str(count), "limit": str(limit)})


def _package(container: zipfile.ZipFile) -> Package:
    names = set(container.namelist())
    main = _main_part(container, names)
    document = parse_part(container, main)
    if document.tag != WORD:
        raise Unreadable("not-docx")
    related = [
        (kind, target) for kind, _, target in relations_of(container, main) if target in names
    ]
    heads = list(dict.fromkeys(target for kind, target in related if kind == "header"))
    check_read(container, [main], LARGEST_READ)
    aside = [target for kind, target in related if kind in ("header", "numbering", "styles")]
    check_read(container, aside, LARGEST_ASIDE)

    def first(wanted: str) -> etree._Element | None:
        return next(
            (parse_part(container, target) for kind, target in related if kind == wanted), None
        )

    stamps = tuple(parse_part(container, target) for target in heads)
    return Package(document, first("numbering"), first("styles"), stamps)


def _main_part(container: zipfile.ZipFile, names: set[str]) -> str:
    main = next(
        (target for kind, _, target in relations_of(container, "") if kind == "officeDocument"),
        "word/document.xml",
    )
    if main in names:
        return main
    if CONTENTS in names and any(name.startswith("word/") for name in names):
        raise Unreadable("damaged", {"part": main})
    raise Unreadable("not-docx")


def check_read(container: zipfile.ZipFile, names: Iterable[str], limit: int) -> None:
    """Raises `Unreadable`, too-big-inside, where the parts together are more than `limit` bytes."""
    total = sum(container.getinfo(name).file_size for name in names)
    if total > limit:
        raise _too_big(total, limit)


def relations_of(container: zipfile.ZipFile, part: str) -> list[tuple[str, str, str]]:
    """What `part` ("" for the file) points to: the last word of the kind, the id, the part's name."""
    folder, name = posixpath.split(part)
    listing = posixpath.join(folder, "_rels", f"{name}.rels")
    if listing not in container.namelist():
        return []
    found = []
    for relation in parse_part(container, listing).iter(RELATIONS):
        target = str(relation.get("Target", ""))
        where = (
            target.lstrip("/")
            if target.startswith("/")
            else posixpath.normpath(posixpath.join(folder, target))
        )
        kind = str(relation.get("Type", "")).rsplit("/", 1)[-1]
        found.append((kind, str(relation.get("Id", "")), where))
    return found


def parse_part(container: zipfile.ZipFile, name: str) -> etree._Element:
    """The root of an XML part.

    Raises `Unreadable`: too-big-inside, too-much-inside, damaged (a document type too).
    """
    with container.open(name) as part:
        data = part.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise _too_big(len(data), LARGEST_PART)
    nodes = data.count(b"<") - data.count(b"</") + data.count(b"=")
    if nodes > MOST_NODES:
        raise _too_much(nodes, MOST_NODES)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False
    )
    try:
        root = etree.fromstring(STRICT.sub(TRANSITIONAL, data), parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable("damaged", {"part": name}) from error
    if root.getroottree().docinfo.doctype:
        raise Unreadable("damaged", {"part": name})
    return root
