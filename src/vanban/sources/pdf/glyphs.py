"""The glyphs of a PDF page → runs: letters that follow each other, in the order they are drawn."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from vanban.sources.pdf.frame import Corners, Frame

MOST_GLYPHS = 100_000  # on one page: twenty times a full page
SPACES = frozenset((9, 32, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000))
NOTHING = frozenset((10, 13, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
HYPHENS = {0x02: "-", 0xFFFE: "-"}  # pdfium's mark of a dash at the end of a line
UNKNOWN = "\ufffd"
INVISIBLE = frozenset((raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP))
OUTLINED = frozenset((raw.FPDF_TEXTRENDERMODE_FILL_STROKE,))
BOLD_NAMES = ("bold", "black", "heavy", "demi")
FORCED_BOLD = 1 << 18  # flag of a font, PDF 32000-1 table 123
SPACED = 0.06  # letter heights: with a space between, a narrower gap is none
GAPPED = 0.12  # letter heights: without a space between, a wider gap may be one
BACK = -0.45  # letter heights a letter may stand over the one before it
ASKEW = 5.0  # degrees off a quarter turn from which text is a watermark
LEVEL = 0.3  # letter heights a letter may stand above or below the one before it


class Style(NamedTuple):
    """How a piece of text is set: `turn` is the clockwise turn that makes it upright, None if it stands askew."""

    font: str
    bold: bool
    visible: bool
    turn: int | None


@dataclass(slots=True)
class Run:
    """Letters of one word or part of a word, in the coordinates of its own upright frame, `foot` being their line.

    `place` counts the runs in the order they are drawn; `spaced` tells that a space stands before it there.
    """

    style: Style
    box: Corners
    foot: float
    letters: list[str] = field(default_factory=list)
    spaced: bool = False
    place: int = 0

    @property
    def height(self) -> float:
        return max(self.box[3] - self.box[1], 0.1)


def runs_of(page: pypdfium2.PdfPage, frame: Frame) -> list[Run]:
    """The runs of a page; text that stands askew (a watermark) is left out."""
    text = page.get_textpage()
    try:
        runs = list(_runs(text.raw, frame))
    finally:
        text.close()
    for place, run in enumerate(runs):
        run.place = place
    return runs


def _runs(text: Any, frame: Frame) -> Iterator[Run]:
    styles: dict[int, Style] = {}
    frames = {turn: frame.turned(turn) for turn in (0, 90, 180, 270)}
    run: Run | None = None
    space: Corners | None = None
    for place, letter, box in _glyphs(text):
        if letter == " ":
            space = space or box
            continue
        if run and not _breaks(run, box, space, frames[run.style.turn or 0]):
            run.letters.append(letter)
            run.box = _around(run.box, frames[run.style.turn or 0].seen(*box))
        else:
            if run:
                yield run
            style = _style(text, place, styles)
            run = None
            if style.turn is not None:
                seen = frames[style.turn]
                foot = _foot(text, place, seen)
                run = Run(style, seen.seen(*box), foot, [letter], space is not None)
        space = None
    if run:
        yield run


def _glyphs(text: Any) -> Iterator[tuple[int, str, Corners]]:
    """Place, letter and box (left, bottom, right, top) of every glyph."""
    rectangle = raw.FS_RECTF()
    unicode, loose = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    for place in range(min(raw.FPDFText_CountChars(text), MOST_GLYPHS)):
        code = unicode(text, place)
        # pdfium adds a space of its own where letters stand apart, a line end where a line ends.
        if code not in NOTHING and loose(text, place, rectangle):
            box = rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
            letter = " " if code in SPACES else HYPHENS.get(code) or _letter(code)
            yield place, letter, box


def _letter(code: int) -> str:
    """The letter of a code; symbol fonts keep theirs in a private area."""
    if 0xF020 <= code <= 0xF07E:
        return chr(code - 0xF000)
    if 0xE000 <= code <= 0xF8FF:
        return "•"
    if code < 0x20 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return UNKNOWN
    return chr(code)


def _breaks(run: Run, box: Corners, space: Corners | None, frame: Frame) -> bool:
    """Whether a glyph begins a new run; `space` is the first space drawn before it."""
    left, up, right, down = frame.seen(*box)
    _, top, end, bottom = run.box
    height = run.height
    if abs(down - bottom) > LEVEL * height and abs(up - top) > LEVEL * height:
        return True
    gap = left - end
    if gap < BACK * height:  # a mark drawn over its letter is narrow
        return right - left > 0.01 * height or gap < -2 * height
    if space and left - frame.seen(*space)[0] > GAPPED * height:
        return True  # boxes of slanted letters reach into the space behind them
    return gap > (SPACED if space else GAPPED) * height


def _foot(text: Any, place: int, frame: Frame) -> float:
    """How far down the line is that a letter stands on."""
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, place, x, y)
    return frame.seen(x.value, y.value, x.value, y.value)[1]


def _around(one: Corners, other: Corners) -> Corners:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _style(text: Any, place: int, styles: dict[int, Style]) -> Style:
    item = raw.FPDFText_GetTextObject(text, place)
    address = ctypes.cast(item, ctypes.c_void_p).value or 0
    if address not in styles:
        styles[address] = _read_style(text, place, item)
    return styles[address]


def _read_style(text: Any, place: int, item: Any) -> Style:
    font = raw.FPDFTextObj_GetFont(item) if item else None
    name = _font_name(font) if font else ""
    mode = raw.FPDFTextObj_GetTextRenderMode(item) if item else raw.FPDF_TEXTRENDERMODE_FILL
    bold = any(mark in name.lower() for mark in BOLD_NAMES) or mode in OUTLINED
    if font and not bold:
        flags = raw.FPDFFont_GetFlags(font)
        bold = flags > 0 and bool(flags & FORCED_BOLD)
    return Style(name, bold, mode not in INVISIBLE, _turn(text, place))


def _turn(text: Any, place: int) -> int | None:
    """The clockwise turn that makes a letter upright; slanted letters (drawn italic) on a level line need none."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(text, place, matrix):
        return 0
    angle = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
    near = round(angle / 90) * 90
    return near % 360 if abs(angle - near) < ASKEW else None


def _font_name(font: Any) -> str:
    length = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    raw.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", "replace")
