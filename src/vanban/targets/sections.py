"""The sections of a plan on targets: their items and the headings these stand under."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vanban.model import Target
from vanban.paragraphs.reading import Paragraph
from vanban.targets.aims import Heading, aims_of
from vanban.targets.periods import NO_PERIOD, Period, period_of
from vanban.targets.plan import Plan
from vanban.targets.quantities import find_quantities
from vanban.text import fold

SECTION = re.compile(
    r"(?:[a-h]\. )?(?:(?:cac|mot so|he thong|nhung|quan diem|muc dich|yeu cau|phuong huong|dinh huong|pham vi|doi tuong"
    r"|nguyen tac|"
    r"tam nhin|y nghia|phan dau|ve),?\s+(?:va\s+)?)*(?:muc tieu|chi tieu)\b(?!\s+(?:bien che|tuyen sinh va xet))"
    r"|phan dau (?:den|dat|hoan thanh)\b|ket qua (?:can|phai) dat|chi so (?:danh gia|can dat|muc tieu)"
)
NOT_AIMS = re.compile(
    r"(?:cac |mot so |nhung )*(?:yeu cau|muc dich|quan diem|pham vi|doi tuong|nguyen tac|can cu|nhiem vu"
    r"|giai phap|noi dung"
    r"|thoi gian|dia diem|kinh phi|to chuc thuc hien|chu de)\b"
)
LONGEST_HEADING = 150
RUN_IN = 80  # characters of a heading whose text goes on behind a colon
LOOSE_MARKS = re.compile(r"(?:\s+[^\w\s]+)+$")  # what is left of an item somebody emptied
FAR = 10**6  # a level beyond all others
LOWEST = 2 * FAR + 1


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph with its level in the outline; 0 for one without a mark."""

    paragraph: Paragraph
    level: int


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the paragraphs below a heading on targets: from `first` (the heading) to before `last`."""

    first: int
    last: int
    heading: str


def placed(plan: Plan) -> list[Placed]:
    """The paragraphs that have words, with their levels."""
    left = iter(plan.provisions)
    provision = next(left, None)
    found: list[Placed] = []
    for paragraph in plan.paragraphs:
        if not paragraph.words:
            continue
        level = 0
        if provision and (paragraph.number, paragraph.text) == (provision.number, provision.text):
            level = provision.level
            provision = next(left, None)
        found.append(Placed(paragraph, level))
    return found


def sections_of(document: Sequence[Placed]) -> list[Section]:
    """The sections on targets, in order; what stands within another is no section of its own."""
    sections: list[Section] = []
    for place, one in enumerate(document):
        if (sections and place < sections[-1].last) or not _opens_section(one):
            continue
        last = _end_of_section(document, place)
        sections.append(
            Section(place, last, f"{one.paragraph.number} {_title(one.paragraph)}".strip())
        )
    return sections


def section_targets(
    document: Sequence[Placed], section: Section, titled: Period
) -> Iterator[Target]:
    """Every figure of a section as one target, in order; items without a figure in words.

    The period is that of the clause, else of the nearest heading, else `titled`. Inherited words
    ("trong đó công nghiệp chế biến …": the growth of) go into `indicator`, never into `text`.
    """
    inside = document[section.first : section.last]
    own = period_of(section.heading)
    top = Heading(section.heading, titled if own == NO_PERIOD else own)
    for one, place in _items(inside, top):
        yield from aims_of(one.paragraph.words, place)


def _end_of_section(document: Sequence[Placed], place: int) -> int:
    """Up to the next heading of the same rank, or to the next that looks the same where none has a mark."""
    opening = document[place]
    runs_in = bool(_run_in(opening.paragraph))
    if runs_in and opening.paragraph.kind in ("", "dash", "plus"):
        return place + 1
    level = opening.level or _level_above(document, place)
    for index in range(place + 1, len(document)):
        one = document[index]
        if (one.level and one.level <= level) or (not opening.level and _looks_alike(opening, one)):
            return index
    return len(document)


def _looks_alike(opening: Placed, one: Placed) -> bool:
    """Whether a heading without a mark stands in capitals or bold as the one that opened the section."""
    first, other = opening.paragraph, one.paragraph
    if one.level or other.text.endswith(":") != first.text.endswith(":"):
        return False
    return _stands_out(other) and other.text.isupper() == first.text.isupper()


def _stands_out(paragraph: Paragraph) -> bool:
    """Whether a paragraph without a mark is a heading by its looks: capitals, bold, a colon at its end."""
    text = paragraph.text
    if len(text) > RUN_IN or re.search(r"[.;,]$", text) or period_of(text) != NO_PERIOD:
        return False
    return text.isupper() or paragraph.bold or text.endswith(":")


def _level_above(document: Sequence[Placed], place: int) -> int:
    levels = (document[index].level for index in range(place - 1, -1, -1))
    return next((level for level in levels if level), 0)


def _opens_section(one: Placed) -> bool:
    paragraph = one.paragraph
    title = _title(paragraph)
    if not SECTION.match(fold(title)) or find_quantities(title):
        return False
    if paragraph.kind in ("", "dash", "plus"):
        shown = not paragraph.kind and _stands_out(paragraph)
        return bool(_run_in(paragraph)) or shown
    return len(title) <= LONGEST_HEADING


def _title(paragraph: Paragraph) -> str:
    """The heading of a paragraph: all of it, or what stands before a colon its text goes on behind."""
    return _run_in(paragraph) or paragraph.text.rstrip(":")


def heads(paragraph: Paragraph, words: re.Pattern[str]) -> bool:
    """Whether a paragraph is headed by these (folded) words, and its heading sets no figure itself.

    Where breaks are lost the text runs on behind the heading with a capital: "Quan điểm Dùng hết …".
    """
    title = _title(paragraph)
    match = words.match(fold(title))
    if match is None:
        return False
    behind = title.split()[len(match[0].split()) :]
    return bool(behind and behind[0][:1].isupper()) or not find_quantities(title)


def _run_in(paragraph: Paragraph) -> str:
    """The words before a colon behind which a paragraph goes on ("Mục tiêu: …"), "" without such a colon."""
    head, colon, rest = paragraph.text.partition(":")
    return head if colon and rest.strip() and len(head) <= RUN_IN else ""


def _without_title(one: Placed) -> Placed:
    words = one.paragraph.words
    colon = next((place for place, word in enumerate(words) if ":" in word.text), -1)
    return replace(one, paragraph=replace(one.paragraph, words=words[colon + 1 :]))


def _items(document: Sequence[Placed], top: Heading) -> Iterator[tuple[Placed, Heading]]:
    """The items of a section with the headings they stand under; what is headed otherwise is passed over."""
    open_headings: list[tuple[int, Heading]] = []
    silent = LOWEST  # the level of a heading below which nothing is an aim
    for index, one in enumerate(document):
        level = 2 * (one.level or FAR)
        if one.paragraph.kind and level <= silent:
            silent = level if index and heads(one.paragraph, NOT_AIMS) else LOWEST
        if silent < LOWEST:
            continue
        open_headings = [heading for heading in open_headings if heading[0] < level]
        nearest = open_headings[-1][1] if open_headings else top
        if not index:
            if _run_in(one.paragraph):
                yield _without_title(one), nearest
            continue
        if _is_heading(one.paragraph):
            open_headings = _with_heading(open_headings, one, nearest)
        else:
            yield one, nearest


def _with_heading(
    open_headings: list[tuple[int, Heading]], one: Placed, nearest: Heading
) -> list[tuple[int, Heading]]:
    """One without a mark ("Đến năm 2030:") stands between the marked one above it and the items below."""
    heading = _under(nearest, one.paragraph)
    if one.level:
        return [*open_headings, (2 * one.level, heading)]
    if period_of(one.paragraph.text) != NO_PERIOD:
        open_headings = [other for other in open_headings if other[0] % 2 == 0]
    return [*open_headings, (open_headings[-1][0] // 2 * 2 + 1 if open_headings else 1, heading)]


def _is_heading(paragraph: Paragraph) -> bool:
    text = LOOSE_MARKS.sub("", paragraph.text)
    if paragraph.kind in ("", "dash", "plus") and not text.endswith(":"):
        return False
    titled = paragraph.bold or text.endswith(":") or not re.search(r"[.;,]$", text)
    return titled and len(text) <= LONGEST_HEADING and not find_quantities(text)


def _under(above: Heading, paragraph: Paragraph) -> Heading:
    own = period_of(paragraph.text)
    section = f"{above.section} / {paragraph.number} {paragraph.text}".rstrip(":")
    return Heading(section, above.period if own == NO_PERIOD else own)
