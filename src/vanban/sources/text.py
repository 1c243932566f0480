"""Plain text files: UTF-8, or UTF-16 with its mark, line by line as printed."""

import re
from collections.abc import Sequence
from pathlib import Path

from vanban.model import Line, Source
from vanban.sources.legacy import legacy_encoding
from vanban.sources.unreadable import Unreadable

MEGABYTE = 1_000_000
LARGEST = 10 * MEGABYTE
MOST_LINES = 200_000
LONGEST_LINE = 50_000  # characters; no paragraph of a plan comes near
SAMPLE = 20_000  # characters from which an old encoding is recognised

SIGNATURES = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "ZIP, Word, Excel",
    b"\xd0\xcf\x11\xe0": "Word, Excel 97-2003",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\x7fELF": "ELF",
    b"MZ": "EXE",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "GZIP",
    b"{\\rtf": "RTF",
}
MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
LINE_END = re.compile(r"\r\n|\r|\n")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff\ufdd0-\ufdef]")


def read_text(path: Path) -> Source:
    """The lines of a text file, numbered as an editor numbers them; a form feed begins a page.

    Raises `Unreadable`: empty, too-large, too-long, long-line, wrong-kind, binary, legacy-encoding,
    not-unicode, no-text.
    """
    size = path.stat().st_size
    if size > LARGEST:
        raise Unreadable(
            "too-large", {"size": str(-(-size // MEGABYTE)), "limit": str(LARGEST // MEGABYTE)}
        )
    text = decode(path.read_bytes())
    if not text.strip():
        raise Unreadable("no-text")
    lines = LINE_END.split(text)
    check_length(lines)
    return _source(lines)


def check_length(lines: Sequence[str]) -> None:
    """Raises `Unreadable`, too-long or long-line, for more text than a plan can have."""
    check_lines(len(lines))
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            length, limit = str(len(line)), str(LONGEST_LINE)
            raise Unreadable("long-line", {"line": str(number), "length": length, "limit": limit})


def decode(data: bytes) -> str:
    """The text of `data`, as written: no normalisation."""
    if not data:
        raise Unreadable("empty")
    for signature, kind in SIGNATURES.items():
        if data.startswith(signature) and (len(signature) > 2 or b"\x00" in data[:SAMPLE]):
            raise Unreadable("wrong-kind", {"kind": kind})
    text = _decoded(data)
    if CONTROL.search(text):
        raise Unreadable("binary")
    if old := legacy_encoding(text[:SAMPLE]):
        raise Unreadable("legacy-encoding", {"encoding": old})
    return text


def check_lines(count: int) -> None:
    """Raises `Unreadable`, too-long, for more lines than a plan can have."""
    if count > MOST_LINES:
        raise Unreadable("too-long", {"lines": str(count), "limit": str(MOST_LINES)})


def _decoded(data: bytes) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise Unreadable("binary") from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise _not_utf8(data) from None


def _not_utf8(data: bytes) -> Unreadable:
    text = data[:SAMPLE].decode("latin-1")
    if CONTROL.search(text):
        return Unreadable("binary")
    if old := legacy_encoding(text):
        return Unreadable("legacy-encoding", {"encoding": old})
    return Unreadable("not-unicode")


def _source(texts: list[str]) -> Source:
    lines: list[Line] = []
    paged = any("\f" in text for text in texts)
    page = 1
    for number, text in enumerate(texts, start=1):
        page += text.count("\f") if paged else 0
        lines.append(Line(number, text.replace("\f", ""), page if paged else None))
    if lines and not lines[-1].text:
        lines.pop()
    return Source(tuple(lines), "text", page if paged else None, printed=True)
