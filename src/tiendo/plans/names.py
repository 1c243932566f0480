"""Which office a written name means. Pure: the known names are given, nothing is looked up.

A name is first compared to the letter, then as an abbreviation ("Phòng KT-HT"), then by likeness
with a margin to the next best. Only the first is taken for certain; the others are proposals.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from tiendo.agencies.kinds import guess_kind
from tiendo.agencies.models import Kind
from vanban.text import fold, key, plain, retone

# The abbreviations that official papers use without explaining them (vietnam.md §12.7).
FULL_WORDS = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "UBMTTQVN": "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "MTTQ": "Mặt trận Tổ quốc",
    "KTHT": "Kinh tế và Hạ tầng",
    "KTHTĐT": "Kinh tế, Hạ tầng và Đô thị",
    "TCKH": "Tài chính - Kế hoạch",
    "KHĐT": "Kế hoạch và Đầu tư",
    "TNMT": "Tài nguyên và Môi trường",
    "NNMT": "Nông nghiệp và Môi trường",
    "NNPTNT": "Nông nghiệp và Phát triển nông thôn",
    "PTNT": "Phát triển nông thôn",
    "LĐTBXH": "Lao động - Thương binh và Xã hội",
    "TBXH": "Thương binh và Xã hội",
    "TB": "Thương binh",
    "XH": "Xã hội",
    "VHXH": "Văn hóa - Xã hội",
    "GDĐT": "Giáo dục và Đào tạo",
    "KHCN": "Khoa học và Công nghệ",
    "TTPVHCC": "Trung tâm Phục vụ hành chính công",
    "GDNN": "Giáo dục nghề nghiệp",
    "CAND": "Công an nhân dân",
    "NV": "Nội vụ",
    "VHTT": "Văn hóa và Thông tin",
}
LIKE_ENOUGH = 88
MARGIN = 6

_WORD = re.compile(r"[^\W_]+")
_CAPITALS = re.compile(r"[^\W\d_a-z]+(?:\s*[-&]\s*[^\W\d_a-z]+)*")
_FIGURE = re.compile(r"\d+")
_LITTLE = {"và"}  # joins the parts of a name, is left out of abbreviations
_MEMBERS = (
    (("xã", "thị trấn", "phường", "đặc khu", "địa phương"), "commune"),
    (("sở",), "department"),
    (("phòng",), "office"),
    (("tổ chức", "đoàn thể", "hội"), "organisation"),
)
_OTHERS = ("ban", "ngành", "cơ quan", "đơn vị")  # say little: offices where nothing else is said
_NOT_MEMBERS = re.compile(r"\b(?:ủy ban nhân dân|chính trị xã hội|xã hội|kinh tế xã hội)\b")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who a written name means: the key of the owner in the known names, and whether to the letter."""

    owner: str
    certain: bool


def propose(name: str, known: Mapping[str, str]) -> Proposal | None:
    """The owner that `name` means, by `known` (a name as documents write it → its owner), or None.

    A proposal that is as good for two owners is none.
    """
    exact = {owner for text, owner in known.items() if key(text) == key(name)}
    if len(exact) == 1:
        return Proposal(exact.pop(), certain=True)
    alike = {owner for text, owner in known.items() if means(name, text) or means(text, name)}
    if len(alike) == 1:
        return Proposal(alike.pop(), certain=False)
    return None if alike or exact else _by_likeness(name, known)


def _by_likeness(name: str, known: Mapping[str, str]) -> Proposal | None:
    marks: dict[str, float] = {}
    for text, owner in known.items():
        marks[owner] = max(marks.get(owner, 0), likeness(name, text))
    best = sorted(marks.items(), key=lambda pair: -pair[1])[:2]
    if not best or best[0][1] < LIKE_ENOUGH:
        return None
    if len(best) == 2 and best[0][1] - best[1][1] < MARGIN:
        return None
    return Proposal(best[0][0], certain=False)


def likeness(one: str, other: str) -> float:
    """How alike two names of offices are, 0 to 100; offices of unlike kind ("Phòng", "Sở") are not alike.

    Nor are those with unlike figures ("xã … 1", "xã … 2"). A word that only one has weighs fully.
    """
    first, second = (" ".join(_words(full_name(text))) for text in (one, other))
    if not first or not second or first.split()[0] != second.split()[0]:
        return 0
    if _FIGURE.findall(first) != _FIGURE.findall(second):
        return 0
    return fuzz.token_sort_ratio(fold(first), fold(second))


def means(short: str, full: str) -> bool:
    """Whether `short` is `full` with some of its words shortened to their initials ("Phòng TN-MT")."""
    return _spells(_parts(short), _words(full))


def _parts(text: str) -> list[str]:
    """The words of a name; abbreviations stay in capitals, everything else is lower case."""
    return [word if _short(word) else retone(word.lower()) for word in _WORD.findall(plain(text))]


def _short(word: str) -> bool:
    return len(word) >= 2 and word.isupper()


def _words(text: str) -> list[str]:
    words = [retone(word.lower()) for word in _WORD.findall(plain(text))]
    return [word for word in words if word not in _LITTLE]


def _spells(parts: list[str], words: list[str]) -> bool:
    parts = [part for part in parts if part not in _LITTLE]
    if not parts or not words:
        return not parts and not words
    first, rest = parts[0], parts[1:]
    if first.lower() == words[0] and _spells(rest, words[1:]):
        return True
    if not _short(first):
        return False
    initials = fold("".join(word[0] for word in words[: len(first)]))
    return initials == fold(first) and _spells(rest, words[len(first) :])


def full_name(name: str) -> str:
    """The name with its usual abbreviations written out: "Phòng KT-HT" → "Phòng Kinh tế và Hạ tầng"."""
    return _CAPITALS.sub(lambda match: _written_out(match[0]), plain(name))


def _written_out(capitals: str) -> str:
    joined = re.sub(r"[\s&-]", "", capitals)
    return FULL_WORDS.get(joined, capitals)


def one_name_each(names: Iterable[str]) -> dict[str, str]:
    """For every written name the full name of the office it means, as far as these names tell.

    "Phòng KT-HT" and "Phòng Kinh tế và Hạ tầng" in one document get one name: the one written out
    where it is written out, else the usual meaning of its abbreviation.
    """
    written = sorted(dict.fromkeys(names), key=lambda name: (-len(_words(name)), name))
    chosen: dict[str, str] = {}
    officials: list[str] = []
    for name in written:
        full = full_name(name)
        found = next((known for known in officials if _alike(name, full, known)), None)
        if found is None:
            officials.append(full)
        chosen[name] = found or full
    return chosen


def _alike(name: str, full: str, known: str) -> bool:
    return _words(full) == _words(known) or means(name, known)


def kind_of(name: str) -> Kind:
    """The kind of office that the first words of a name tell, abbreviations written out."""
    return guess_kind(full_name(name))


def member_kinds(name: str) -> list[str]:
    """The kinds of office that a group's name means: "UBND các xã, thị trấn" → communes."""
    spaced = " ".join(retone(word.lower()) for word in _WORD.findall(full_name(name)))
    words = f" {_NOT_MEMBERS.sub(' ', spaced)} "
    found = [kind for starts, kind in _MEMBERS if any(f" {start} " in words for start in starts)]
    if not found and any(f" {other} " in words for other in _OTHERS):
        return ["office"]
    return found


def short_name(names: Iterable[str], official: str) -> str:
    """The shortest of the written names if it is an abbreviation of the official one, else ""."""
    shortest = min(names, key=len, default="")
    return shortest if len(shortest) < len(official) and means(shortest, official) else ""
