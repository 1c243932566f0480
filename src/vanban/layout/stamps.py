"""Electronic signatures printed over a page in small letters: who signed and when, no words of the document."""

import re
from collections.abc import Sequence

from vanban.layout.geometry import PlacedWord
from vanban.layout.printed import PrintedLine, height_of, median, printed_lines, segments

SMALL = 0.75  # of the usual height of letters on the page
NEAR = 1.0  # letter heights between two lines of a stamp
MOST_LINES = 12
AROUND = 40  # lines above and below among which those of a stamp are looked for
# The words that the signing programs of the Government Cipher Committee and Adobe print.
ANCHOR = re.compile(
    r"(?:Thời\s*gian\s*ký|Ngày\s*ký|Ký\s*ngày)\s*:?\s*\d|Signature\s+(?:Not\s+Verified|Valid)|Digitally\s+signed",
    re.I,
)
BEGINS = re.compile(r"(?:Người\s*ký|Ký\s*bởi|Signature|Digitally)", re.I)
LABEL = re.compile(
    r"(?:Người\s*ký|Ký\s*bởi|E-?mail|Cơ\s*quan|Tổ\s*chức|Chức\s*vụ|Thời\s*gian\s*ký|Ngày\s*ký|Ký\s*ngày|Lý\s*do"
    r"|Signed\s+by|Date|Reason|Location)\s*:",
    re.I,
)


def without_stamps(words: Sequence[PlacedWord]) -> list[PlacedWord]:
    """The words that belong to the document."""
    usual = median([height_of(word) for word in words], 0.0)
    small = [word for word in words if height_of(word) < SMALL * usual]
    lines = [piece for line in printed_lines(small, 0) for piece in segments(line)]
    stamped = {
        word
        for place, line in enumerate(lines)
        if ANCHOR.match(line.text)
        for member in _stamp(lines, place)
        for word in member.words
    }
    return [word for word in words if word not in stamped]


def _stamp(lines: Sequence[PrintedLine], place: int) -> list[PrintedLine]:
    """The lines of the stamp that the line at `place` belongs to."""
    members = [lines[place]]
    for line in reversed(lines[max(0, place - AROUND) : place]):
        if len(members) == MOST_LINES or BEGINS.match(members[-1].text):
            break
        if _follows(line, members[-1]):
            members.append(line)
    last = lines[place]
    for line in lines[place + 1 : place + AROUND]:
        if _follows(last, line) and LABEL.match(line.text):
            members.append(line)
            last = line
    return members


def _follows(above: PrintedLine, below: PrintedLine) -> bool:
    """Whether a line stands right under another."""
    return (
        above.left < below.right
        and below.left < above.right
        and -0.5 * above.height <= below.top - above.bottom <= NEAR * above.height
    )
