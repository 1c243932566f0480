"""Where a plan sets its aims: the sections on targets, their items, and the headings these stand under."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from vanban.targets.aims import Heading, aims_of
from vanban.model import Header, Line, Provision, Source, Target
from vanban.paragraphs import Paragraph, read_paragraphs
from vanban.targets.periods import NO_PERIOD, period_of
from vanban.targets.quantities import find_quantities
from vanban.text import fold

SECTION = re.compile(
    r"(?:(?:cac|mot so|he thong|nhung|quan diem|muc dich|yeu cau|phuong huong),?\s+(?:va\s+)?)*(?:muc tieu|chi tieu)\b"
)
NOT_AIMS = re.compile(r"(?:yeu cau|muc dich|quan diem|pham vi|doi tuong|nguyen tac|can cu)\b")
LONGEST_HEADING = 150
LOOSE_MARKS = re.compile(r"(?:\s+[^\w\s]+)+$")  # what is left of an item somebody emptied
FAR = 10**9  # a line or level beyond all others
LOWEST = 2 * FAR + 1


def read_targets(
    source: Source, provisions: Sequence[Provision], header: Header
) -> tuple[Target, ...]:
    """Every figure of the sections on targets as one target, in order; items without a figure in words.

    The period is that of the clause, else of the nearest heading, else of the title. Inherited words
    ("trong đó công nghiệp chế biến …": the growth of) go into `indicator`, never into `text`.
    """
    titled = period_of(header.title or "")
    lines = [block for block in source.blocks if isinstance(block, Line)]
    paragraphs = [one for one in read_paragraphs(source, lines) if one.words]
    starts = [paragraph.line for paragraph in paragraphs]
    levels = {provision.quote.line: provision.level for provision in provisions}
    found: list[Target] = []
    for first, last, heading in _sections(provisions):
        inside = paragraphs[bisect_left(starts, first) : bisect_left(starts, last)]
        own = period_of(heading)
        top = Heading(heading, titled if own == NO_PERIOD else own)
        for paragraph, place in _placed(inside, levels, top):
            found.extend(aims_of(paragraph.words, place))
    return tuple(found)


def _sections(provisions: Sequence[Provision]) -> Iterator[tuple[int, int, str]]:
    """The lines from below each heading on targets to the next heading of its rank, and that heading."""
    end = 0
    for place, provision in enumerate(provisions):
        if provision.quote.line < end or not _is_section(provision):
            continue
        following = (
            one.quote.line for one in provisions[place + 1 :] if one.level <= provision.level
        )
        end = next(following, FAR)
        yield provision.quote.line, end, f"{provision.number} {provision.text}"


def _is_section(provision: Provision) -> bool:
    heading = len(provision.text) <= LONGEST_HEADING and not find_quantities(provision.text)
    return heading and provision.number != "-" and bool(SECTION.match(fold(provision.text)))


def _placed(
    paragraphs: Sequence[Paragraph], levels: Mapping[int, int], top: Heading
) -> Iterator[tuple[Paragraph, Heading]]:
    """The items of a section with the headings they stand under; headings that are no aims are passed over."""
    open_headings: list[tuple[int, Heading]] = []
    silent = LOWEST  # the level of a heading below which nothing is an aim
    for paragraph in paragraphs:
        level = 2 * levels.get(paragraph.line, FAR)
        if paragraph.kind and level <= silent:
            silent = level if NOT_AIMS.match(fold(paragraph.text)) else LOWEST
        if silent < LOWEST:
            continue
        open_headings = [one for one in open_headings if one[0] < level]
        nearest = open_headings[-1][1] if open_headings else top
        if not _is_heading(paragraph):
            yield paragraph, nearest
        elif paragraph is not paragraphs[0]:
            open_headings = _with_heading(open_headings, levels, paragraph, nearest)


def _with_heading(
    open_headings: list[tuple[int, Heading]],
    levels: Mapping[int, int],
    paragraph: Paragraph,
    nearest: Heading,
) -> list[tuple[int, Heading]]:
    """One without a mark ("Đến năm 2030:") stands between the marked one above it and the items below."""
    heading = _under(nearest, paragraph)
    if paragraph.line in levels:
        return [*open_headings, (2 * levels[paragraph.line], heading)]
    if period_of(paragraph.text) != NO_PERIOD:
        open_headings = [one for one in open_headings if one[0] % 2 == 0]
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
