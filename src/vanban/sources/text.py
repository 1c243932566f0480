"""Plain text files, line by line as printed: UTF-8, UTF-16, or Vietnamese from before Unicode."""

import re
from collections.abc import Sequence
from pathlib import Path

from vanban.model import Finding, Line, Source
from vanban.sources.encodings import DECODERS
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
HALF_EMPTY = 0.4  # of the high bytes of UTF-16 that are zero, at least
LINE_END = re.compile(r"\r\n|\r|\n")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff\ufdd0-\ufdef]")


def read_text(path: Path) -> Source:
    """The lines of a text file, numbered as an editor numbers them; a form feed begins a page.

    Raises `Unreadable`: what `read_characters` raises, too-long, long-line.
    """
    text, notes = read_characters(path)
    lines = LINE_END.split(text)
    check_length(lines)
    return _source(lines, notes)


def read_characters(path: Path) -> tuple[str, tuple[Finding, ...]]:
    """The characters of a text file as written, in Unicode; a finding where it was in an old encoding.

    Raises `Unreadable`: empty, too-large, wrong-kind, binary, not-unicode, no-text.
    """
    size = path.stat().st_size
    if size > LARGEST:
        raise Unreadable(
            "too-large", {"size": str(-(-size // MEGABYTE)), "limit": str(LARGEST // MEGABYTE)}
        )
    text, old = decode(path.read_bytes())
    if not text.strip():
        raise Unreadable("no-text")
    return text, (Finding("old-encoding", {"encoding": old}),) if old else ()


def check_length(lines: Sequence[str]) -> None:
    """Raises `Unreadable`, too-long or long-line, for more text than a plan can have."""
    check_lines(len(lines))
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            length, limit = str(len(line)), str(LONGEST_LINE)
            raise Unreadable("long-line", {"line": str(number), "length": length, "limit": limit})


def decode(data: bytes) -> tuple[str, str | None]:
    """The text of `data`, not normalised, and the encoding from before Unicode it was in, if it was."""
    if not data:
        raise Unreadable("empty")
    for signature, kind in SIGNATURES.items():
        if data.startswith(signature) and (len(signature) > 2 or b"\x00" in data[:SAMPLE]):
            raise Unreadable("wrong-kind", {"kind": kind})
    text, known = _decoded(data)
    old = legacy_encoding(text[:SAMPLE])
    if old:
        text = DECODERS[old](text)
    if CONTROL.search(text):
        raise Unreadable("binary")
    if not (known or old):
        raise Unreadable("not-unicode")
    return text, old


def check_lines(count: int) -> None:
    """Raises `Unreadable`, too-long, for more lines than a plan can have."""
    if count > MOST_LINES:
        raise Unreadable("too-long", {"lines": str(count), "limit": str(MOST_LINES)})


def _decoded(data: bytes) -> tuple[str, bool]:
    """The text of `data`, and whether it is Unicode; other bytes come as the letters of Latin-1."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _exactly(data[len(mark) :], encoding), True
    if unmarked := _unmarked(data[:SAMPLE]):
        return _exactly(data, unmarked), True
    try:
        return data.decode("utf-8"), True
    except UnicodeDecodeError:
        return data.decode("latin-1"), False


def _exactly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable("binary") from None


def _unmarked(sample: bytes) -> str | None:
    """UTF-16 without its mark: in Vietnamese half of the letters are ASCII, every other byte a zero."""
    even, odd = (sample[start::2].count(0) / max(1, len(sample) // 2) for start in (0, 1))
    if odd > HALF_EMPTY and not even:
        return "utf-16-le"
    return "utf-16-be" if even > HALF_EMPTY and not odd else None


def _source(texts: list[str], notes: tuple[Finding, ...]) -> Source:
    lines: list[Line] = []
    paged = any("\f" in text for text in texts)
    page = 1
    for number, text in enumerate(texts, start=1):
        page += text.count("\f") if paged else 0
        lines.append(Line(number, text.replace("\f", ""), page if paged else None))
    if lines and not lines[-1].text:
        lines.pop()
    return Source(tuple(lines), "text", page if paged else None, notes, printed=True)
