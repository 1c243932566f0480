"""Offices as plans name them: a cell or a phrase → one mention for each office or group.

The words are general ones of Vietnamese administration (Phòng, Sở, UBND, Trung tâm …); no office of
any one place is known here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vanban.model import Mention, Quote, Reference
from vanban.offices.clauses import reference_of, without_clause
from vanban.offices.lists import NO_NAMES, Names, expanded
from vanban.offices.words import (
    ABBREVIATIONS,
    OF_PERSONS,
    PERSONS,
    begins_with,
    may_begin,
)
from vanban.paragraphs.numbering import UPPER
from vanban.passages import BULLETS, Word, Words, quotes_of, text_of
from vanban.text import key, plain, unglued

_STRIP = '.,;:()[]"“”-–—•*+…'
_CAPITALS = re.compile(rf"[{UPPER}&-]{{2,}}$")
_LEAD_IN = re.compile(
    r"(?:(?:(?:Đề nghị|Giao cho|Giao|Yêu cầu|Kính đề nghị|Trách nhiệm của|Lãnh đạo|Thủ trưởng)\s+)+"
    r"(?:phối hợp với\s+)?|phối hợp (?:cùng )?với\s+)",
    re.I,
)
_LISTED = re.compile(r"(?:\d{1,2}[.)]|\(\d{1,2}\)|[a-zđ]\))$")
_GLUED = re.compile(r"(?<=[^\W\d_)])[,;.](?=[^\W\d_])|(?<=[^\W\d_])/(?=[^\W\d_])")
_KINDS = frozenset(
    ["bộ", "sở", "phòng", "cục", "vụ", "ban", "ubnd", "hội", "viện", "trường", "đoàn"]
)
_OWN_KIND = frozenset(["bộ", "sở", "phòng", "cục", "vụ"])  # whose names never hold their kind twice
_NOTE = re.compile(r"\s*\(([^()]*)\)\s*$")
_COUNCIL = r"(?:ubnd|ủy ban nhân dân|đảng ủy|hđnd)"
_PLURAL = re.compile(
    r"(?:toàn thể|tất cả|các|những|mọi)\b|(?:sở|phòng|bộ|ban|vụ|cơ quan)\s*,"
    rf"|.*\b{_COUNCIL}\s+(?:các|cấp|xã\s*[,/]|\w+\s*/)|.*\bliên quan$|.*\bcấp (?:xã|huyện|tỉnh)\b"
)
_CONNECTORS = frozenset(
    ["và", "của", "với", "thuộc", "cùng", "hoặc", "-", "&", "tại", "cho", "các"]
)
_TOGETHER = frozenset(["ban", "ngành", "phòng", "sở", "bộ", "đoàn", "đoàn thể", "vụ", "cục"])
_LOOSE = {"cơ": ("quan",), "đơn": ("vị",), "cá": ("nhân",)}
# Offices that are told by two words even in small letters.
_SMALL = frozenset(
    ["công an", "ủy ban", "văn phòng", "trung tâm", "kho bạc", "bảo hiểm", "thanh tra", "chi cục"]
)
_PREPOSITIONS = frozenset(["theo", "từ", "do", "giữa", "trong", "về", "đối", "bởi", "như"])
_BRANCHES = frozenset(["chi nhánh", "phân hiệu", "phân viện", "cơ sở", "văn phòng", "trung tâm"])
_COUNCILS = frozenset(["hđnd", "ubnd"])


@lru_cache(maxsize=20_000)
def bare(word: str) -> str:
    """A word in lower case with tones one way, punctuation around it away."""
    return key(word.strip(_STRIP))


def begins_office(words: Words, index: int, *, capital: bool = True) -> bool:
    """Whether an office's name may begin at a word (a bullet before it does not matter)."""
    if words[index].text in BULLETS and index + 1 < len(words):
        index += 1
    word = words[index].text.lstrip('-–—•*+(“"')
    if capital and not word[:1].isupper() and not word.startswith("các"):
        return False
    parts = unglued(word).split()
    first = bare(parts[0]) if parts else ""
    if first in ABBREVIATIONS and parts[0].strip(_STRIP).isupper():
        return len(first) > 2 or (word[-1:].isalpha() and bool(_follower(words, index)))
    if not may_begin(first):
        return False
    follower = parts[1] if len(parts) > 1 else _follower(words, index)
    if len(parts) == 1 and word[-1:] == ",":
        return bare(follower) in _TOGETHER
    second = bare(next(iter(unglued(follower).split()), ""))
    return begins_with(first, second) and (
        f"{first} {second}" not in PERSONS or _names_field(words, index)
    )


def _names_field(words: Words, index: int) -> bool:
    """Whether the field of a post follows: "Công chức Tư pháp - Hộ tịch", "Cán bộ phụ trách …"."""
    if index + 2 >= len(words) or words[index + 1].text[-1] in ",;.":
        return False
    third = words[index + 2].text
    return third[:1].isupper() or bare(third) in OF_PERSONS


def _follower(words: Words, index: int) -> str:
    """The word after one, unless an empty line stands between."""
    following = words[index + 1] if index + 1 < len(words) else None
    return following.text if following and not following.gap else ""


@dataclass(frozen=True, slots=True)
class Assigned:
    """The offices a cell names, and the documents it refers to instead ("theo phân công tại Quyết định …").

    `cut` tells that the last words begin a name and do not end it ("…, Bộ").
    """

    mentions: tuple[Mention, ...]
    references: tuple[Reference, ...] = ()
    cut: bool = False


def read_agencies(words: Words, names: Names = NO_NAMES) -> tuple[Mention, ...]:
    """The offices a cell or phrase names, in order. Bullets, ";" and closing points are no part of a name.

    "các Cục: A, B" gives "Cục A" and "Cục B"; `names` are those the document prints elsewhere.
    """
    return read_assigned(words, names).mentions


def read_assigned(words: Words, names: Names = NO_NAMES) -> Assigned:
    """The offices and the references of a cell or phrase."""
    if not words:
        return Assigned((), (), False)
    items = split_items(words)
    cut = len(items) > 1 and len(items[-1]) == 1 and bare(items[-1][0].text) in _KINDS
    mentions: list[Mention] = []
    references: list[Reference] = []
    for item in items[:-1] if cut else items:
        if reference := reference_of(item):
            references.append(reference)
        else:
            mentions += _mentions(item, names)
    return Assigned(tuple(mentions), tuple(references), cut)


def split_items(words: Words) -> list[list[Word]]:
    """The words parted into one list for each office or group."""
    words = [part for word in words for part in _unglued_marks(word)]
    listed = any(_is_bullet(words, index) for index in range(len(words))) or any(
        ";" in word.text for word in words
    )
    items: list[list[Word]] = []
    for index, word in enumerate(words):
        if not items or (items[-1] and _parts(words, index, items[-1], listed)):
            items.append([])
        items[-1].append(word)
    return [item for item in (_dressed(item) for item in items) if item]


def _unglued_marks(word: Word) -> Iterator[Word]:
    """A word cut behind a mark that a space should follow and an office does: "hội,Thanh", "dựng/các"."""
    start = 0
    for match in _GLUED.finditer(word.text):
        after = word.text[match.end() :]
        begins = may_begin(bare(unglued(after).split()[0])) and (
            after[:1].isupper()
            if match[0] != "/"
            else after.startswith(("các", "UBND")) or after[:1].isupper()
        )
        if begins and after[:1] != after[:2]:
            end = match.end() if match[0] != "/" else match.start()
            yield word._replace(text=word.text[start:end] + ("," if match[0] == "/" else ""))
            start, word = match.end(), word._replace(first=False, gap=False)
    yield word._replace(text=word.text[start:]) if start else word


def _is_bullet(words: Words, index: int) -> bool:
    """Whether a bullet opens an item here: at a line's start, or before an office's name."""
    text = words[index].text
    if words[index].first and _LISTED.match(text):
        return index + 1 < len(words) and begins_office(words, index + 1, capital=False)
    if text[:1] not in BULLETS:
        return False
    if text in BULLETS:
        if index and not words[index].first and _is_branch(words, index + 1):
            return False
        return index + 1 < len(words) and (
            _at_start(words, index) or begins_office(words, index + 1)
        )
    return words[index].first or begins_office(words, index)


def _is_branch(words: Words, index: int) -> bool:
    """Whether a part of the body named before it begins at a word: "Ngân hàng A - Chi nhánh tỉnh"."""
    return " ".join(bare(word.text) for word in words[index : index + 2]) in _BRANCHES


def _at_start(words: Words, index: int) -> bool:
    return (
        words[index].first
        and (index == 0 or words[index + 1].text[:1].isupper())
        and not _hangs(words, index)
    )


def _hangs(words: Words, index: int) -> bool:
    """Whether what stands before is not finished ("Lao động" / "- Thương binh"): no office begins after the dash."""
    return (
        index > 0
        and not begins_office(words, index + 1, capital=False)
        and words[index - 1].text[-1] not in ".;,"
    )


def _parts(words: Words, index: int, item: Sequence[Word], listed: bool) -> bool:
    """Whether a new item begins at a word."""
    before, word = item[-1].text, words[index]
    if _open_bracket(item):
        return False
    if before.endswith(";") or _is_bullet(words, index):
        return True
    if before in BULLETS or _LISTED.match(before) or not begins_office(words, index):
        return before.endswith(",") and (
            _is_abbreviation(word, item) or _is_loose(words, index, item)
        )
    if before.endswith((",", ".")):
        return not _together(words, index, item)
    if bare(before) in ("và", "hoặc") or before == "&":
        return _joined_by_and(words, index, item)
    if _repeats_kind(words, index, item):
        return True
    return (
        word.first
        and not listed
        and bare(before) not in _CONNECTORS
        and not _LEAD_IN.fullmatch(text_of(item) + " ", 0)
    )


def _open_bracket(item: Sequence[Word]) -> bool:
    return sum(word.text.count("(") - word.text.count(")") for word in item) > 0


def _repeats_kind(words: Words, index: int, item: Sequence[Word]) -> bool:
    """Whether a second office of the same kind follows without any mark: "Bộ Nội vụ Bộ Y tế"."""
    kind = bare(words[index].text)
    return (
        kind in _OWN_KIND
        and len(item) > 2
        and bare(item[0].text) == kind
        and bare(item[-1].text) not in _CONNECTORS
    )


def _is_abbreviation(word: Word, item: Sequence[Word]) -> bool:
    """Whether a list of bare names goes on ("VTV, VOV", "Viettel, VNPT"), or an abbreviation follows a full name."""
    text = word.text.strip(_STRIP)
    if all(_CAPITALS.match(one.text.strip(_STRIP)) for one in [*item, word]):
        return True
    if len(item) == 1 and not may_begin(bare(item[0].text)):
        return item[0].text[:1].isupper() and text[:1].isupper()
    spelled = any(not _CAPITALS.match(one.text.strip(_STRIP)) for one in item[1:])
    return (
        bool(_CAPITALS.match(text))
        and len(text) > 2
        and word.text[-1:] in ",;"
        and spelled
        and len(item) > 1
    )


def _is_loose(words: Words, index: int, item: Sequence[Word]) -> bool:
    """Whether a group in lower case follows an office: "…, cơ quan có liên quan", "…, sở, ngành có liên quan"."""
    if bare(item[0].text) in _LOOSE or _is_open_group(item):
        return False
    first, after = words[index].text, words[index + 1].text if index + 1 < len(words) else ""
    if bare(first) in _KINDS and after[:1].isupper() and not first.endswith(","):
        return True
    if f"{bare(first)} {bare(after)}" in _SMALL:
        return True
    return bare(after) in _LOOSE.get(bare(first), ()) or (
        first.endswith(",") and first[:-1] in ("sở", "bộ")
    )


def _is_open_group(item: Sequence[Word]) -> bool:
    """Whether an item lists kinds of offices: "các sở, ban …", "Sở, ban …"."""
    first = unglued(next((word.text for word in item if bare(word.text)), "")).split(" ")[0]
    return bare(first) == "các" or (bare(first) in _TOGETHER and first.endswith(","))


def _together(words: Words, index: int, item: Sequence[Word]) -> bool:
    """Whether a word goes on with a group: "Các Sở, Ban, ngành"."""
    if len(item) == 1 and bare(item[0].text) in _TOGETHER:
        return True
    word = words[index].text
    after = bare(words[index + 1].text) if index + 1 < len(words) else ""
    single = word.endswith((",", ";")) or after in _TOGETHER or index + 1 == len(words)
    return bare(word) in _TOGETHER and single and _is_open_group(item)


def _joined_by_and(words: Words, index: int, item: Sequence[Word]) -> bool:
    """Whether "và" parts two offices here: not "HĐND và UBND", not "các bộ và các địa phương"."""
    if len(item) < 3 or (bare(item[-2].text) in _COUNCILS and bare(words[index].text) in _COUNCILS):
        return False
    group = bare(next(word.text for word in item if bare(word.text))) == "các"
    return not (group and bare(words[index].text) == "các")


def _dressed(item: list[Word]) -> list[Word]:
    """The item without bullet or number, a closing "và" and closing marks."""
    while len(item) > 1 and (item[0].text in BULLETS or _LISTED.match(item[0].text)):
        item = item[1:]
    while item and item[0].text in BULLETS:
        item = item[1:]
    if item and item[0].text[0] in BULLETS:
        item = [item[0]._replace(text=item[0].text[1:]), *item[1:]]
    while item and (
        bare(item[-1].text) in ("và", "hoặc", "cùng", "&") or not item[-1].text.rstrip(".;,:/")
    ):
        item = item[:-1]
    if item and (kept := item[-1].text.rstrip(".;,:/")) != item[-1].text:
        item = [*item[:-1], item[-1]._replace(text=kept)]
    return item


def _mentions(item: list[Word], names: Names) -> list[Mention]:
    """The offices of one item: one, or each of a list that names their kind once."""
    lead_in = _LEAD_IN.match(text_of(item) + " ")
    if lead_in:
        item = item[len(lead_in[0].split()) :]
    if not re.search(r"\w", text_of(item)):
        return []
    if offices := expanded(item, names):
        return [
            Mention(one.name, plain(unglued(one.name)), quote=quotes_of(one.words)[0])
            for one in offices
        ]
    kept, clause = without_clause(item)
    rest = list(item[len(kept) :])
    second = next((place for place in range(1, len(rest)) if _acts_too(rest, place)), len(rest))
    first = _mention(_dressed(list(kept)), text_of(rest[:second]) if rest else clause)
    return [first, *(_mentions(rest[second:], names) if second < len(rest) else [])]


def _acts_too(rest: Sequence[Word], place: int) -> bool:
    """Whether within the clause of one office another begins that does something itself; a break was lost there."""
    if bare(rest[place - 1].text) in _CONNECTORS or bare(rest[place - 1].text) in _PREPOSITIONS:
        return False
    return begins_office(rest, place) and bool(without_clause(rest[place:])[1])


def _mention(item: list[Word], clause: str) -> Mention:
    text = text_of(item)
    note = _NOTE.search(text)
    name = plain(unglued(_NOTE.sub("", text)))
    quotes: tuple[Quote, ...] = quotes_of(item)
    is_group = bool(_PLURAL.match(name.lower()))
    said = note[1] if note and name else ""
    return Mention(text, name or text, group=is_group, note=said or clause, quote=quotes[0])
