"""Work under a heading of tasks ("II. NHIỆM VỤ, GIẢI PHÁP"), where its items say who does it or by when."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from vanban.assignments.items import Item, is_under
from vanban.assignments.parts import Parted
from vanban.passages import text_of
from vanban.work.prose import find_deadline

TASKS = re.compile(
    r"(?:cac |mot so |nhung |he thong )*(?:nhiem vu|giai phap|bien phap|cong viec|phan cong"
    r"|(?:noi dung|hoat dong|cong tac)(?: (?:va|,))? ?(?:nhiem vu|giai phap|cong viec|hoat dong|thuc hien|trien khai"
    r"|chu yeu|trong tam|cu the)|noi dung(?=$))"
)
FEWEST = 2  # items that say so


def under_tasks(
    document: Sequence[Parted], items: Sequence[Item], names_office: Callable[[Item], bool]
) -> list[Item]:
    """The items of each section of tasks that say who or by when, if at least half of its items do, and two.

    What stands below such an item belongs to it; headings over several items are none themselves.
    """
    by_place = {item.places[0]: item for item in items if is_under(item.section, TASKS)}
    found: list[Item] = []
    sections = dict.fromkeys(_heading(item) for item in by_place.values())
    for section in sections:
        own = {place: item for place, item in by_place.items() if _heading(item) == section}
        says, silent = _parted(document, own, names_office)
        if len(says) >= FEWEST and len(says) >= silent:
            found += [replace(item, told=True) for item in says]
    return found


def _heading(item: Item) -> tuple[str, ...]:
    """The headings over an item down to the one that speaks of tasks."""
    first = next(place for place, one in enumerate(item.section, 1) if is_under([one], TASKS))
    return item.section[:first]


def _parted(
    document: Sequence[Parted], items: Mapping[int, Item], names_office: Callable[[Item], bool]
) -> tuple[list[Item], int]:
    """The items of one section that say who or by when, and how many lowest ones say neither."""
    says: list[Item] = []
    silent, past = 0, -1
    for place, item in items.items():
        if place <= past:
            continue
        end = _end(document, place)
        lowest = end == place + 1 or document[place + 1].rank <= document[place].rank
        if names_office(item) or (lowest and _is_dated(item)):
            says.append(item)
            past = end - 1
        else:
            silent += lowest
    return says, silent


def _end(document: Sequence[Parted], place: int) -> int:
    """The first paragraph after one that does not stand below it."""
    rank, end = document[place].rank, place + 1
    while end < len(document) and document[end].rank > rank:
        end += 1
    return end


def _is_dated(item: Item) -> bool:
    """Whether an item says by when it is done, "hằng năm" and its like alone not being enough."""
    found = find_deadline(text_of(item.title))
    return found.kind not in ("none", "recurring", "conditional") or found.within is not None
