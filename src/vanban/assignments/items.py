"""Items of work and the labels that belong to them, wherever the labels stand: below, behind, in brackets."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from vanban.assignments.labels import OFFICES, Label
from vanban.assignments.parts import UNMARKED, Part, Parted
from vanban.paragraphs.numbering import RANKS
from vanban.passages import Word, text_of
from vanban.text import fold

WORK = OFFICES | {Label.ASSIGNED}
SAYING = WORK | {Label.DEADLINE, Label.PRODUCT, Label.FUNDING, Label.REMARK}
FURTHEST = 60  # paragraphs between an item and its labels
LONGEST_HEADING = 200  # characters of a heading that are kept to say where an item stands
_BULLETS = RANKS["dash"]
_NUMBERED = ("roman", "named", "arabic", "decimal", "bracket")


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of work in running text. `places` are the paragraphs it takes up, counted in the document."""

    number: str
    title: tuple[Word, ...]
    parts: Mapping[Label, tuple[Word, ...]]
    places: tuple[int, ...]
    section: tuple[str, ...] = ()
    marks: tuple[str, ...] = field(default=())
    told: bool = (
        False  # it stands under a heading of tasks and says who or by when, as most there do
    )

    @property
    def has_office(self) -> bool:
        return any(label in WORK for label in self.parts)


@dataclass
class _Block:
    """Neighbouring labelled paragraphs."""

    first: int
    last: int  # one past
    parts: list[Part]
    rank: int


def labelled_items(document: Sequence[Parted]) -> list[Item]:
    """Every item that has labels, in reading order; whether they make a task is not judged here."""
    blocks = list(_blocks(document))
    anchors = _anchors(document, blocks)
    sections = sections_of(document)
    items = [
        _item(document, anchor, block, sections[anchor])
        for anchor, block in zip(anchors, blocks, strict=True)
        if anchor is not None and not _is_loose(document, anchor, block)
    ]
    taken = {place for item in items for place in item.places}
    items += [
        _item(document, place, None, sections[place])
        for place, one in enumerate(document)
        if one.head and one.parts and place not in taken
    ]
    return sorted(items, key=lambda item: item.places)


def _is_loose(document: Sequence[Parted], anchor: int, block: _Block) -> bool:
    """Whether sentences without a printed label stand right under a heading of a section: they are items themselves."""
    implied = all(one.implied for one in document[block.first : block.last])
    return implied and document[anchor].rank < RANKS["arabic"]


def _blocks(document: Sequence[Parted]) -> Iterator[_Block]:
    place = 0
    while place < len(document):
        if not _labels(document[place]):
            place += 1
            continue
        first = place - 1 if place and document[place - 1].is_heading else place
        last = _end_of(document, place)
        yield _Block(first, last, _gathered(document, place, last), _rank(document[first:last]))
        place = last


def _labels(one: Parted) -> bool:
    return (
        one.is_labelled and any(part.label in SAYING for part in one.parts) and not _is_title(one)
    )


def _names_work(one: Parted) -> bool:
    """Whether a paragraph names work behind a label: "Nội dung: Xây dựng …"."""
    return bool(one.parts) and one.parts[0].label is Label.TITLE and bool(one.parts[0].words)


def _is_title(one: Parted) -> bool:
    """Whether such a paragraph has a number of its own and so is an item: "1. Nhiệm vụ: Xây dựng …"."""
    return _names_work(one) and one.paragraph.kind in _NUMBERED


def _end_of(document: Sequence[Parted], place: int) -> int:
    """Where the labelled paragraphs end that begin at a place."""
    rank = document[place].rank
    end = place + 1
    while end < len(document) and (
        _announces(document, end, rank)
        or (document[end].is_labelled and not _names_work(document[end]))
        or _continues(document, end, rank)
    ):
        end += 1
    return end


def _announces(document: Sequence[Parted], place: int, rank: int) -> bool:
    """Whether a paragraph is a heading over further labels: "b) Phân công thực hiện"."""
    one = document[place]
    labelled = place + 1 < len(document) and _labels(document[place + 1])
    return one.is_heading and labelled and one.rank >= rank


def _continues(document: Sequence[Parted], end: int, rank: int) -> bool:
    """Whether a paragraph goes on with the value of the label above it."""
    one, above = document[end], document[end - 1]
    value = above.parts[-1].words if above.parts else above.head
    waiting = not value or value[-1].text.endswith((":", ";", ","))
    if one.rank == UNMARKED:
        return (waiting and above.rank == UNMARKED) or not value
    return one.rank > rank and (above.rank > rank or waiting or above.is_labelled)


def _gathered(document: Sequence[Parted], first: int, last: int) -> list[Part]:
    parts: list[Part] = []
    for one in document[first:last]:
        if one.head and parts:
            own = replace(one.paragraph, words=one.head)
            parts[-1] = Part(parts[-1].label, tuple(own.behind(parts[-1].words)))
        parts += one.parts
    return parts


def _rank(block: Sequence[Parted]) -> int:
    return min(one.rank for one in block if one.is_labelled or one.is_heading)


def _anchors(document: Sequence[Parted], blocks: Sequence[_Block]) -> list[int | None]:
    """The paragraph each block belongs to: the nearest above of a higher rank.

    Where several blocks meet in one paragraph, each belongs to what stands right above it.
    """
    found = [_above(document, block, block.rank) for block in blocks]
    nearest = [_nearest(document, block) for block in blocks]
    shared = {anchor for anchor, count in Counter(found).items() if count > 1}
    lone = _lone_lists(document, blocks, nearest)
    return [
        near
        if (anchor in shared or anchor is None) and near is not None
        else lone.get(near, anchor)
        for anchor, near in zip(found, nearest, strict=True)
    ]


def _above(document: Sequence[Parted], block: _Block, rank: int) -> int | None:
    for place in range(block.first - 1, max(-1, block.first - FURTHEST), -1):
        one = document[place]
        if one.rank < min(rank, UNMARKED) and not _labels(one) and not one.is_heading:
            return place
        if one.is_labelled and not _is_title(one) and one.rank == UNMARKED and rank == UNMARKED:
            return None
    return None


def _nearest(document: Sequence[Parted], block: _Block) -> int | None:
    place = block.first - 1
    if place < 0 or _labels(document[place]):
        return None
    while place > 0 and document[place].rank == UNMARKED and _explains(document, place):
        place -= 1
    return place


def _explains(document: Sequence[Parted], place: int) -> bool:
    """Whether an unmarked paragraph only explains the marked one above it."""
    above = document[place - 1]
    return above.rank < UNMARKED and not _labels(above) and not above.is_heading


def _lone_lists(
    document: Sequence[Parted], blocks: Sequence[_Block], nearest: Sequence[int | None]
) -> dict[int | None, int]:
    """Bullets above an unmarked block that belong together under one item: the item stands for the last of them."""
    overs = [
        _over(document, near) if near is not None and block.rank == UNMARKED else None
        for block, near in zip(blocks, nearest, strict=True)
    ]
    blocks_under = Counter(overs)
    return {
        near: over
        for near, over in zip(nearest, overs, strict=True)
        if near is not None and over is not None and blocks_under[over] == 1 and near - over > 1
    }


def _over(document: Sequence[Parted], place: int) -> int | None:
    """The item a bullet stands under, if bullets alone stand between; None for what is no bullet."""
    if document[place].paragraph.kind not in ("dash", "plus"):
        return None
    for above in range(place - 1, max(-1, place - FURTHEST), -1):
        kind = document[above].paragraph.kind
        if kind and kind not in ("dash", "plus"):
            return above if kind not in ("roman", "part", "annex") else None
    return None


def _item(
    document: Sequence[Parted], place: int, block: _Block | None, section: tuple[str, ...]
) -> Item:
    one = document[place]
    parts = [*one.parts, *(block.parts if block else _value_below(document, place))]
    named = next((part.words for part in parts if part.label is Label.TITLE and part.words), ())
    title = one.head or named
    places = (place, *(range(block.first, block.last) if block else ()))
    return Item(
        one.number,
        title,
        _joined(parts),
        places,
        section,
    )


def _value_below(document: Sequence[Parted], place: int) -> list[Part]:
    """The value of a paragraph's last label if it was printed below it, in a paragraph without a mark."""
    last = document[place].parts[-1]
    below = document[place + 1] if place + 1 < len(document) else None
    waiting = not last.words and below is not None and below.rank == UNMARKED and not below.parts
    return [Part(last.label, below.head)] if waiting and below else []


def _joined(parts: Sequence[Part]) -> dict[Label, tuple[Word, ...]]:
    joined: dict[Label, tuple[Word, ...]] = {}
    for part in parts:
        joined[part.label] = joined.get(part.label, ()) + part.words
    return joined


def sections_of(document: Sequence[Parted]) -> list[tuple[str, ...]]:
    """For every paragraph the headings and items it stands under, the highest first."""
    found: list[tuple[str, ...]] = []
    above: list[tuple[int, str]] = []
    for one in document:
        above = [other for other in above if other[0] < one.rank]
        found.append(tuple(text for _, text in above))
        if one.rank < _BULLETS and not _labels(one):
            above.append(
                (one.rank, f"{one.paragraph.number} {text_of(one.head)[:LONGEST_HEADING]}".strip())
            )
    return found


def is_under(section: Sequence[str], words: re.Pattern[str]) -> bool:
    """Whether one of the headings over an item begins with certain words (folded)."""
    return any(words.match(fold(heading).partition(" ")[2]) for heading in section)
