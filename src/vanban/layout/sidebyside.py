"""Text in two columns, as in the head and the signature of a document: the left block, then the right one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from vanban.layout.geometry import PlacedWord
from vanban.layout.printed import PrintedLine, printed_lines, segments

NARROW = 0.9  # letter heights a gutter is wide at least
LOW = 0.25  # of its height a line shares with a line that stands beside it a little lower
FAR = 1.0  # heights of a line between the lines of one block
MOST = 200  # lines of one block; no page has more
LONG = 6  # rows from which two columns of running text are told from a list
WIDE = 0.3  # of the page width that each column of running text takes at least
# What stands at the head and the foot of a Vietnamese document beside something else (Decree 30/2020).
BESIDE = re.compile(
    r"CỘNG\s*H(?:ÒA|OÀ)\s*XÃ\s*HỘI|Độc\s*lập\s*[-–]\s*Tự\s*do|ĐẢNG\s+CỘNG\s+SẢN|Nơi\s*nhận"
    r"|(?:TM|KT|TL|TUQ|Q)\s*\.\s*[^\W\d_]|[TK]/[MLT]\s|Số\s*:"
)
SMALL = re.compile(r"[a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]")


@dataclass(slots=True)
class _Band:
    """Lines that leave a gutter free between `left` and `right`."""

    left: float
    right: float
    lines: list[PrintedLine] = field(default_factory=list)

    def takes(self, line: PrintedLine) -> tuple[float, float] | None:
        """The gutter left free when `line` is added; None where too little is left."""
        left, right = self.left, self.right
        for piece in segments(line, NARROW):
            if (piece.left + piece.right) / 2 < (self.left + self.right) / 2:
                left = max(left, piece.right)
            else:
                right = min(right, piece.left)
        return (left, right) if right - left >= NARROW * line.height else None

    def parts(self) -> tuple[list[PlacedWord], list[PlacedWord]]:
        middle = (self.left + self.right) / 2
        words = [word for line in self.lines for word in line.words]
        before = [word for word in words if (word.left + word.right) / 2 < middle]
        return before, [word for word in words if (word.left + word.right) / 2 >= middle]


def columns_read(lines: Sequence[PrintedLine], width: float) -> Iterator[list[PrintedLine]]:
    """The lines as blocks in reading order; a block of one column is one block of many.

    `width` is that of the page. Lines with wide gaps that are no columns stay as they are.
    """
    plain: list[PrintedLine] = []
    place = 0
    while place < len(lines):
        band = _band(lines, place)
        if band is None or not _is_columns(band, width):
            plain.append(lines[place])
            place += 1
            continue
        place += len(band.lines)
        before = len(plain) - _leading(plain, band)
        band.lines = [*plain[before:], *band.lines]
        if before:
            yield plain[:before]
        yield from (printed_lines(side, band.lines[0].page) for side in band.parts())
        plain = []
    if plain:
        yield plain


def _band(lines: Sequence[PrintedLine], start: int) -> _Band | None:
    """The lines from `start` on that leave a gutter free."""
    pieces = _beside_each_other(lines, start)
    if len(pieces) < 2:
        return None
    place = max(range(len(pieces) - 1), key=lambda k: pieces[k + 1].left - pieces[k].right)
    band = _Band(pieces[place].right, pieces[place + 1].left, [lines[start]])
    for line in lines[start + 1 : start + MOST]:
        gutter = band.takes(line)
        if gutter is None or _is_apart(band, line):
            break
        band.left, band.right = gutter
        band.lines.append(line)
    return band


def _beside_each_other(lines: Sequence[PrintedLine], start: int) -> list[PrintedLine]:
    """The pieces of a line; those of the next too, if it stands beside the first, a little lower."""
    line = lines[start]
    pieces = segments(line, NARROW)
    if len(pieces) > 1 or start + 1 == len(lines):
        return pieces
    below = lines[start + 1]
    gap = max(below.left - line.right, line.left - below.right)
    if gap < NARROW * line.height or line.bottom - below.top < LOW * line.height:
        return pieces
    return sorted((*pieces, *segments(below, NARROW)), key=lambda piece: piece.left)


def _is_apart(band: _Band, line: PrintedLine) -> bool:
    """Whether a line stands too far below the lines of its side to belong to them."""
    middle = (band.left + band.right) / 2
    if line.right > middle:
        return (
            False  # what follows on the right comes last either way; signed names stand far below
        )
    above = max(
        (one.bottom for one in band.lines if one.left < middle), default=band.lines[-1].bottom
    )
    return line.top - above > FAR * line.height


def _is_columns(band: _Band, width: float) -> bool:
    """Whether the sides of a band are read one after the other."""
    if any(BESIDE.match(piece.text) for line in band.lines for piece in segments(line, NARROW)):
        return True
    first = band.lines[0]
    if len(segments(first, NARROW)) == 2 and not SMALL.search(first.text):
        return any(map(str.isalpha, first.text)) and len(first.words) > 3
    left, right = band.parts()
    if len(band.lines) < LONG or not left or not right:
        return False
    return min(_breadth(left), _breadth(right)) >= WIDE * width


def _breadth(words: Sequence[PlacedWord]) -> float:
    return max(word.right for word in words) - min(word.left for word in words)


def _leading(plain: Sequence[PrintedLine], band: _Band) -> int:
    """How many lines right above a band stand on its right side and belong to it."""
    count = 0
    below = band.lines[0]
    for line in reversed(plain):
        gutter = band.takes(line)
        if gutter is None or line.left < band.left or below.top - line.bottom > line.height:
            break
        band.left, band.right = gutter
        count, below = count + 1, line
    return count
