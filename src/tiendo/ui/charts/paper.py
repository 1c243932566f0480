"""A chart that leaves the page: a file that carries its own paint, its title, its key and its sentences."""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from tiendo.ui.charts.chart import Chart
from tiendo.ui.charts.drawing import EMPTY, draw
from tiendo.ui.charts.plane import HEIGHTS, SMALL_TEXT, WIDE
from tiendo.ui.charts.reading import sentences
from tiendo.ui.charts.room import length
from tiendo.ui.charts.signs import HEIGHT, Sign, signs
from tiendo.ui.charts.svg import element

SHEETS = Path(__file__).resolve().parents[1] / "static" / "ui"
TITLE, LINE, SIDE = 15.0, 18, 8
BETWEEN = 16  # two signs of the key
BESIDE = 6  # a sign and its words
WORKER: tuple[str, ...] = (sys.executable, "-m", "tiendo.ui.charts.typeset")
PATIENCE = 60  # seconds
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # as XML 1.0 says


def standalone(chart: Chart, width: int = WIDE) -> str:
    """The drawing as an SVG document of its own; faces are named, not carried."""
    document = NO_XML.sub("", _document(chart, width))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{document}\n'


def png(chart: Chart, pixels: int, width: int = WIDE) -> bytes:
    """The same document as a picture, `pixels` across, for Word and for mail.

    It is made in a process of its own, which takes about half a second; RuntimeError with what that
    process said when it fails.
    """
    made = subprocess.run(
        [*WORKER, str(pixels)],
        input=standalone(chart, width).encode(),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    if made.returncode:
        raise RuntimeError(made.stderr.decode("utf-8", "replace"))
    return made.stdout


def _document(chart: Chart, width: int) -> SafeString:
    """The title above, the drawing, the key and the sentences under it."""
    head = list(_wrapped(chart.title, width - 2 * SIDE, TITLE))
    top = LINE * len(head) + SIDE
    drawing = draw(chart, width)
    below = top + (HEIGHTS[width] if chart.amounts() else EMPTY)
    key, bottom = _key(signs(chart), below, width)
    foot = list(_foot(sentences(chart), bottom, width))
    height = bottom + LINE * len(foot) + SIDE
    return element(
        "svg",
        element("style", mark_safe(paint())),  # noqa: S308  our own style sheet
        element("rect", class_="sheet", width=width, height=height),
        *(_text(words, SIDE, LINE * row, "t", chart.language) for row, words in enumerate(head, 1)),
        element("g", drawing, transform=f"translate(0 {top})"),
        *key,
        *foot,
        xmlns="http://www.w3.org/2000/svg",
        class_="chart",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        **{"xml:lang": get_language() or chart.language},
    )


@cache
def paint() -> str:
    """The rules for charts of the style sheet, every token replaced by its value."""
    tokens = dict(re.findall(r"--([\w-]+):\s*([^;]+);", _sheet("tokens.css")))
    rules = [
        f"{selector.strip()} {{{_resolved(body, tokens)}}}"
        for selector, body in re.findall(r"([^{}]+){([^{}]*)}", _sheet("charts.css"))
        if selector.strip().startswith(".chart") and "spark" not in selector
    ]
    own = (
        ".sheet { fill: %(surface)s; }",
        ".chart .t { font-size: 15px; font-weight: 600; fill: %(ink)s; }",
    )
    return "\n".join([*rules, *(rule % tokens for rule in own)])


def _sheet(name: str) -> str:
    """A style sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", (SHEETS / name).read_text("utf-8"), flags=re.S)


def _resolved(body: str, tokens: dict[str, str]) -> str:
    while "var(" in body:
        body = re.sub(r"var\(--([\w-]+)\)", lambda found: tokens[found[1]].strip(), body)
    return " ".join(body.split())


def _key(found: Sequence[Sign], top: float, width: int) -> tuple[list[SafeString], float]:
    """The signs in rows, and where the last row ends."""
    x, y = float(SIDE), top
    parts = []
    for sign in found:
        needed = sign.width + BESIDE + length(sign.words)
        if x > SIDE and x + needed > width - SIDE:
            x, y = float(SIDE), y + LINE
        drawing = element("g", sign.drawing, transform=f"translate({x:.1f} {y:.1f})")
        words = _text(sign.words, x + sign.width + BESIDE, y + HEIGHT - 3, "", sign.language)
        parts += [drawing, words]
        x += needed + BETWEEN
    return parts, y + (LINE if found else 0)


def _foot(said: Sequence[str], top: float, width: int) -> Iterator[SafeString]:
    row = 0
    for sentence in said:
        for words in _wrapped(sentence, width - 2 * SIDE, SMALL_TEXT):
            row += 1
            yield _text(words, SIDE, top + LINE * row, "sm")


def _text(words: str, x: float, y: float, style: str, language: str = "") -> SafeString:
    return element("text", words, class_=style or None, x=x, y=y, **_language(language))


def _language(language: str) -> dict[str, str]:
    return {"xml:lang": language} if language else {}


def _wrapped(words: str, width: float, size: float) -> Iterator[str]:
    """Words in lines no longer than `width`; a single word is never cut."""
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and length(longer, size) > width:
            yield line
            longer = word
        line = longer
    if line:
        yield line
