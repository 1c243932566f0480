"""Forms of a PDF file that draw each other: without end, or so often that a page is as good as endless.

A form is a drawing kept once; whoever draws it calls it by a name that its resources give to an object.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vanban.sources.pdf.streams import Stream, dictionaries_of, first_of
from vanban.sources.unreadable import Unreadable

LARGEST_CONTENT = 4_000_000  # bytes of a drawing within which its calls are counted
DEEPEST = 40  # forms within forms, as far as pdfium goes
MOST_DRAWN = 100_000  # thousands of bytes that one drawing draws with all its forms
MOST_IN_ALL = 20 * MOST_DRAWN  # all pages together
FORM = re.compile(rb"/Subtype\s*/Form\b")
NO_DRAWING = re.compile(rb"/Subtype\s*/Image\b|/Type\s*/(?:ObjStm|XRef|Metadata)\b|/Length1\b")
CALLED = re.compile(rb"/([^\s/<>\[\]()]{1,80})\s+Do\b")
GIVEN = re.compile(rb"/([^\s/<>\[\]()]{1,80})\s+(\d{1,9})\s+\d{1,5}\s+R")
RESOURCES = re.compile(rb"/Resources\b")
ELSEWHERE = re.compile(rb"/(?:XObject|Resources)\s+(\d{1,9})\s+\d{1,5}\s+R")

Dictionaries = Mapping[int, Sequence[bytes]]
Names = Mapping[bytes, set[int]]


@dataclass(frozen=True, slots=True)
class _Drawing:
    """How long a drawing is, in thousands of bytes, and how often it calls which of some objects."""

    number: int
    length: int
    calls: tuple[tuple[frozenset[int], int], ...]

    def weight(self, weights: Mapping[int, int]) -> int:
        """How much is drawn with all that is called, by the weights of forms."""
        inside = (
            times * max((weights.get(number, 0) for number in meant), default=0)
            for meant, times in self.calls
        )
        return self.length + sum(inside)


def check_nesting(data: bytes, streams: Sequence[Stream]) -> None:
    """Raises `Unreadable`, pdf-damaged, for forms that hold each other without end or too often."""
    if not any(FORM.search(stream.head) for stream in streams):
        return
    dictionaries = dictionaries_of(data, streams)
    everywhere = _names(body for bodies in dictionaries.values() for body in bodies)
    forms, pages = [], []
    for stream in streams:
        if FORM.search(stream.head):
            forms.append(_drawing(stream, dictionaries, everywhere))
        elif not NO_DRAWING.search(stream.head):
            pages.append(_drawing(stream, {}, everywhere))
    weights = _weights(forms)
    drawn = [page.weight(weights) for page in pages if page.calls]
    if max(drawn, default=0) > MOST_DRAWN or sum(drawn) > MOST_IN_ALL:
        raise Unreadable("pdf-damaged")


def _own(head: bytes, dictionaries: Dictionaries) -> Names | None:
    """The names in a form's own resources, None where it uses those of its page."""
    if not RESOURCES.search(head):
        return None
    heads = [head]
    for level in (0, 1):  # the resources, and the list of forms in them
        found = [int(number) for place in heads[level:] for number in ELSEWHERE.findall(place)]
        heads += [body for number in dict.fromkeys(found) for body in dictionaries.get(number, ())]
    return _names(heads)


def _names(heads: Iterable[bytes]) -> Names:
    """The objects that may be meant by each name."""
    found: dict[bytes, set[int]] = {}
    for head in heads:
        for name, number in GIVEN.findall(head):
            found.setdefault(name, set()).add(int(number))
    return found


def _drawing(stream: Stream, dictionaries: Dictionaries, everywhere: Names) -> _Drawing:
    """The drawing in a stream; without dictionaries the names are those that are given anywhere."""
    content = first_of(stream, LARGEST_CONTENT)
    calls = Counter(CALLED.findall(content))
    own = _own(stream.head, dictionaries) if calls and dictionaries else None
    names = everywhere if own is None else own
    meant = tuple((frozenset(names.get(name, ())), times) for name, times in calls.items())
    return _Drawing(stream.number, 1 + len(content) // 1000, meant)


def _weights(forms: Sequence[_Drawing]) -> Mapping[int, int]:
    """How much each form draws with all that it calls, by its number. Raises `Unreadable`."""
    weights: dict[int, int] = {}
    for _ in range(DEEPEST):
        heavier: dict[int, int] = {}
        for form in forms:
            heavier[form.number] = max(heavier.get(form.number, 0), form.weight(weights))
        if heavier == weights:
            break
        if max(heavier.values()) > MOST_DRAWN:
            raise Unreadable("pdf-damaged")
        weights = heavier
    return weights
