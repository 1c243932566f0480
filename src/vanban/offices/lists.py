"""Lists that name the kind of office once: "các Cục: A, B", "Các Sở Tài chính, Nội vụ" → each office by its name.

Which comma stands inside a name is told by `vanban.offices.fields`, by the names the document itself prints
elsewhere, and by small letters ("Khám, chữa bệnh").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vanban.offices.fields import KNOWN_KEYS, LONGEST, WHOLE_KEYS
from vanban.passages import Word, Words, text_of
from vanban.text import key

_KIND = (
    r"bộ|sở|phòng|ban|cục|tổng cục|chi cục|vụ|viện|trung tâm|hội|trường|công ty|tổng công ty|tập đoàn|ngân hàng"
    r"|văn phòng|bệnh viện|trạm|chi nhánh"
)
_HEAD = re.compile(rf"(?:(?P<many>các|những)\s+)?(?P<kind>{_KIND})(?P<colon>\s*:)?(?=\s|$)", re.I)
# Of other kinds ("các trường Tiểu học, THCS") the words are one group unless a colon makes them a list.
_OFTEN_LISTED = frozenset(["bộ", "sở", "phòng", "cục", "tổng cục", "chi cục", "vụ"])


@dataclass(frozen=True, slots=True)
class Named:
    """An office of a list: its name made whole, and the words it is made from."""

    name: str
    words: tuple[Word, ...]


class Names:
    """The office names a document prints, to tell where a comma stands inside one."""

    def __init__(self, text: str = "") -> None:
        self._text = "".join(key(word) for word in text.split())

    def holds(self, kind: str, field: str) -> bool:
        """Whether the document names the office "kind field" outside of a list of such offices."""
        wanted, start = key(f"{kind} {field}"), -1
        while (start := self._text.find(wanted, start + 1)) >= 0:
            before = self._text[max(0, start - 3) : start]
            if not before.endswith(("các", "và")):
                return True
        return False


NO_NAMES = Names()


def expanded(item: Words, names: Names = NO_NAMES) -> list[Named]:
    """The offices of a list that names their kind once; empty for an item that is no such list."""
    head = _HEAD.match(text_of(item))
    if not head or not (head["colon"] or head["kind"].lower() in _OFTEN_LISTED):
        return []
    first = head[0].rstrip(" :").count(" ") + 1
    if first < len(item) and item[first].text == ":":
        first += 1
    fields = list(item[first:])
    if not fields or not fields[0].text[:1].isupper():
        return []
    kind = head["kind"]
    kind = kind[:1].upper() + kind[1:]
    parts = _joined(kind, _cut(fields), names)
    said = head["many"] or head["colon"]
    listed = any(word.text.endswith(",") for word in fields)
    if len(parts) < 2 or not (
        said or (listed and all(key(_text(part)) in KNOWN_KEYS for part in parts))
    ):
        return []
    return [Named(f"{kind} {_text(part)}", tuple(part)) for part in parts]


def _cut(fields: Sequence[Word]) -> list[list[Word]]:
    """The fields parted at every comma, and at an "và" between two well-known ones."""
    parts: list[list[Word]] = [[]]
    for word in fields:
        parts[-1].append(word)
        if word.text.endswith((",", ";")):
            parts.append([])
    return [piece for part in parts if part for piece in _parted_at_and(part)]


def _parted_at_and(part: list[Word]) -> list[list[Word]]:
    if key(_text(part)) in KNOWN_KEYS:
        return [part]
    for index, word in enumerate(part[1:-1], 1):
        before, after = part[:index], part[index + 1 :]
        if word.text == "và" and {key(_text(before)), key(_text(after))} <= KNOWN_KEYS:
            return [before, after]
    return [part]


def _joined(kind: str, parts: list[list[Word]], names: Names) -> list[list[Word]]:
    """The parts with those put together again that are one name."""
    found: list[list[Word]] = []
    place = 0
    while place < len(parts):
        end = place + 1
        for longer in range(min(len(parts), place + LONGEST + 1), place + 1, -1):
            whole = [word for part in parts[place:longer] for word in part]
            if key(_text(whole)) in WHOLE_KEYS or names.holds(kind, _text(whole)):
                end = longer
                break
        found.append([word for part in parts[place:end] for word in part])
        if place and found[-1][0].text[:1].islower():
            lower = found.pop()
            found[-1] = [*found[-1], *lower]
        place = end
    return found


def _text(words: Sequence[Word]) -> str:
    return text_of(words).strip(" ,;.").removesuffix(" và")
