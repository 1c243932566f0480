"""Files built to be endless when opened: streams that unpack to gigabytes, forms that hold themselves.

pdfium would unpack and draw them; so the raw file is looked over before it is handed on.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vanban.sources.unreadable import Unreadable

MEGABYTE = 1_000_000
LARGEST_STREAM = (
    200 * MEGABYTE
)  # of what is printed on a page; pictures are unpacked when they are drawn
DENSEST = 1032  # times that deflated data grow at most
LARGEST_FORM = MEGABYTE  # bytes of a form within which its calls are counted
CHUNK = 64 * 1024
DEEPEST = 40  # forms within forms, as far as pdfium goes
MOST_CALLS = 100_000  # forms drawn on one page
LONGEST_DICTIONARY = 20_000  # bytes
STREAM_EDGE = re.compile(rb"(?<!end)stream\r?\n|endstream")
OBJECT = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+obj\b")
FORM = re.compile(rb"/Subtype\s*/Form\b")
PICTURE = re.compile(rb"/Subtype\s*/Image\b")
DEFLATED = re.compile(rb"/(?:FlateDecode|Fl)\b")
INNER = re.compile(rb"/XObject\s*<<(.*?)>>", re.S)
NAMED = re.compile(rb"/([^\s/<>\[\]()]{1,80})\s+(\d{1,9})\s+\d{1,5}\s+R")
CALL = re.compile(rb"/([^\s/<>\[\]()]{1,80})\s+Do\b")


@dataclass(frozen=True, slots=True)
class _Stream:
    number: int
    head: bytes
    body: memoryview

    @property
    def layers(self) -> int:
        """How many times it is deflated."""
        return len(DEFLATED.findall(self.head))


def check_bombs(data: bytes) -> None:
    """Raises `Unreadable`, too-big-inside or pdf-damaged, for a file that would not end."""
    forms: dict[int, Counter[int]] = {}
    for stream in _streams(data):
        if PICTURE.search(stream.head):
            continue
        _check_size(stream)
        if FORM.search(stream.head):
            forms[stream.number] = _calls(stream)
    _check_nesting(forms)


def _streams(data: bytes) -> Iterator[_Stream]:
    view = memoryview(data)
    begin: int | None = None
    head = b""
    number = 0
    for edge in STREAM_EDGE.finditer(data):
        if edge[0] == b"endstream":
            if begin is not None:
                yield _Stream(number, head, view[begin : edge.start()])
            begin = None
        elif begin is None:
            before = data[max(0, edge.start() - LONGEST_DICTIONARY) : edge.start()]
            starts = list(OBJECT.finditer(before))
            number = int(starts[-1][1]) if starts else 0
            head = before[starts[-1].end() :] if starts else before
            begin = edge.end()


def _check_size(stream: _Stream) -> None:
    if len(stream.body) * DENSEST**stream.layers < LARGEST_STREAM:
        return
    size = 0
    for part in _unpacked(stream):
        size += len(part)
        if size > LARGEST_STREAM:
            limit = str(LARGEST_STREAM // MEGABYTE)
            raise Unreadable("too-big-inside", {"size": f"> {limit}", "limit": limit})


def _unpacked(stream: _Stream) -> Iterator[bytes]:
    """What a stream unpacks to, in small parts, as far as it can be unpacked."""
    parts: Iterator[bytes] = (
        bytes(stream.body[at : at + CHUNK]) for at in range(0, len(stream.body), CHUNK)
    )
    for _ in range(min(stream.layers, 4)):
        parts = _inflated(parts)
    return parts


def _inflated(parts: Iterator[bytes]) -> Iterator[bytes]:
    inflate = zlib.decompressobj()
    for part in parts:
        rest = part
        while rest:
            try:
                yield inflate.decompress(rest, CHUNK)
            except zlib.error:
                return
            rest = inflate.unconsumed_tail


def _calls(stream: _Stream) -> Counter[int]:
    """How many times a form draws each other form, by the numbers of their objects."""
    inner = INNER.search(stream.head)
    names = {name: int(number) for name, number in NAMED.findall(inner[1])} if inner else {}
    if not names:
        return Counter()
    content = b""
    for part in _unpacked(stream):
        content += part
        if len(content) > LARGEST_FORM:
            break
    return Counter(names[name] for name in CALL.findall(content) if name in names)


def _check_nesting(forms: Mapping[int, Counter[int]]) -> None:
    """Forms that hold each other without end, or so many times that they might as well."""
    weights = dict.fromkeys(forms, 1)
    for _ in range(DEEPEST):
        heavier = {
            number: 1 + sum(count * weights.get(inner, 1) for inner, count in calls.items())
            for number, calls in forms.items()
        }
        if heavier == weights:
            return
        if max(heavier.values()) > MOST_CALLS:
            raise Unreadable("pdf-damaged")
        weights = heavier
