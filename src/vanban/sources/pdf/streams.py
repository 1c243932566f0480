"""The raw objects of a PDF file, looked at without opening it: streams and what they unpack to, dictionaries."""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

CHUNK = 64 * 1024
LONGEST_DICTIONARY = 20_000  # bytes
SHORT_DICTIONARY = 2_000  # of a stream whose object does not begin where it should
LARGEST_STORE = 20_000_000  # bytes of an object stream
MOST_LAYERS = 4
STREAM_EDGE = re.compile(rb"(?<!end)stream\r?\n|endstream")
OBJECT = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+obj\b")
LAST_OBJECT = re.compile(OBJECT.pattern + rb"\Z")
LONGEST_NUMBER = 30  # bytes before "obj"
MOST_TRIES = 20  # words that end in "obj" within a dictionary
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
DEFLATED = re.compile(rb"/(?:FlateDecode|Fl)\b")
STORE = re.compile(rb"/Type\s*/ObjStm\b")
FIRST = re.compile(rb"/First\s+(\d{1,9})")
FILTER = re.compile(rb"/Filter\s+(\d{1,9})\s+\d{1,5}\s+R")


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream by the number of its object; `head` is its dictionary."""

    number: int
    head: bytes
    body: memoryview

    @property
    def layers(self) -> int:
        """How many times it is deflated; as often as may be where its dictionary does not say it itself."""
        return len(DEFLATED.findall(self.head)) or bool(FILTER.search(self.head))


def streams_of(data: bytes) -> Iterator[Stream]:
    """All streams in the order of the file."""
    view = memoryview(data)
    begin: int | None = None
    head = b""
    number = 0
    for edge in STREAM_EDGE.finditer(data):
        if edge[0] == b"endstream":
            if begin is not None:
                yield Stream(number, head, view[begin : edge.start()])
            begin = None
        elif begin is None:
            number, head = _head(data[max(0, edge.start() - LONGEST_DICTIONARY) : edge.start()])
            begin = edge.end()


def _head(before: bytes) -> tuple[int, bytes]:
    """The number of the object that begins last in the bytes before a stream, and its dictionary."""
    end = len(before)
    for _ in range(MOST_TRIES):
        end = before.rfind(b"obj", 0, end)
        if end < 0:
            break
        start = max(0, end - LONGEST_NUMBER)
        if begun := LAST_OBJECT.search(before, start, end + 3):
            return int(begun[1]), plain(before[end + 3 :])
    return 0, plain(before[-SHORT_DICTIONARY:])


def unpacked(stream: Stream) -> Iterator[bytes]:
    """What a stream unpacks to, in small parts, as far as it can be unpacked."""
    parts: Iterator[bytes] = (
        bytes(stream.body[at : at + CHUNK]) for at in range(0, len(stream.body), CHUNK)
    )
    for _ in range(min(stream.layers, MOST_LAYERS)):
        parts = _inflated(parts)
    return parts


def _inflated(parts: Iterator[bytes]) -> Iterator[bytes]:
    inflate = zlib.decompressobj()
    for part in parts:
        rest = part
        while rest and not inflate.eof:  # what follows the end stays a rest for ever
            try:
                yield inflate.decompress(rest, CHUNK)
            except zlib.error:
                return
            rest = inflate.unconsumed_tail


def first_of(stream: Stream, most: int) -> bytes:
    """The first `most` bytes, and a little more, of what a stream unpacks to."""
    content = bytearray()
    for part in unpacked(stream):
        content += part
        if len(content) > most:
            break
    return bytes(content)


def dictionaries_of(data: bytes, streams: Iterable[Stream]) -> Mapping[int, list[bytes]]:
    """The beginnings of all objects by their numbers, those kept in streams too.

    A number may stand for several: which of them counts only the file's own list knows, and that may lie.
    """
    found: dict[int, list[bytes]] = defaultdict(list)
    objects = list(OBJECT.finditer(data))
    for at, start in enumerate(objects):
        end = objects[at + 1].start() if at + 1 < len(objects) else len(data)
        found[int(start[1])].append(
            plain(data[start.end() : min(end, start.end() + LONGEST_DICTIONARY)])
        )
    for stream in streams:
        if STORE.search(stream.head):
            for number, body in _stored(stream):
                found[number].append(body)
    return found


def _stored(store: Stream) -> Iterator[tuple[int, bytes]]:
    content, first = first_of(store, LARGEST_STORE), FIRST.search(store.head)
    begin = int(first[1]) if first else 0
    numbers = [int(word) for word in content[:begin].split() if word.isdigit() and len(word) < 10]
    places = sorted(zip(numbers[1::2], numbers[::2], strict=False))
    ends = [place for place, _ in places[1:]] + [len(content)]
    for (place, number), end in zip(places, ends, strict=True):
        yield number, plain(content[begin + place : begin + min(end, place + LONGEST_DICTIONARY)])


def plain(head: bytes) -> bytes:
    """A dictionary with the names in it as they are meant: "#46orm" is "Form"."""
    if b"#" not in head:
        return head
    return ESCAPED.sub(lambda escaped: bytes([int(escaped[1], 16)]), head)
