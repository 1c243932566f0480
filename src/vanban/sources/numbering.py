"""The numbers Word adds by itself: "I.", "1.", "a)", "-", counted as Word counts them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
LEVELS = 9
HIGHEST = 32_767  # the highest figure Word counts from
LONGEST = 255  # characters of a label's pattern
LETTERS = 780  # after "zzz…" thirty times over Word begins again with "a"
PLACE = re.compile(r"%([1-9])")
ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212\uf02d\uf0be"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level is numbered; `restart` is the level whose step sets it back (0: never)."""

    start: int
    form: str
    text: str
    restart: int
    legal: bool
    style: str


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has been counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)  # numId → the abstract list it counts in
    starts: dict[tuple[str, int], int] = field(
        default_factory=dict
    )  # numId, level → where it starts anew
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def level_of_style(self, number: str, style: str) -> int | None:
        """The level of list `number` that paragraphs of `style` stand on, if it says so."""
        levels = self.levels.get(number, {})
        return next((depth for depth, level in levels.items() if level.style == style), None)

    def label(self, number: str, depth: int) -> str:
        """Count one more paragraph of list `number` at `depth` (0 is highest); its label."""
        levels = self.levels.get(number)
        level = levels.get(depth) if levels else None
        if levels is None or level is None:
            return ""
        counts = self.counts.setdefault(self.lists[number], {})
        self._step(number, depth, counts)
        for deeper in range(depth + 1, LEVELS):
            below = levels.get(deeper)
            if below is None or below.restart == -1 or below.restart > depth:
                counts.pop(deeper, None)
        return _bullet(level.text) if level.form == "bullet" else _printed(level, levels, counts)

    def _step(self, number: str, depth: int, counts: dict[int, int]) -> None:
        level = self.levels[number][depth]
        anew = self.starts.pop((number, depth), None)
        if anew is not None:
            counts[depth] = anew
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start


def read_numbering(root: etree._Element | None) -> Numbering:
    """The lists declared in the numbering part; without that part nothing is numbered."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstract = {
        str(one.get(f"{W}abstractNumId")): one for one in root.iterchildren(f"{W}abstractNum")
    }
    declared = {name: dict(_levels(one)) for name, one in abstract.items()}
    for one in root.iterchildren(f"{W}num"):
        number, points_to = str(one.get(f"{W}numId")), one.find(f"{W}abstractNumId")
        name = "" if points_to is None else str(points_to.get(VAL))
        numbering.lists[number] = name
        numbering.levels[number] = dict(declared.get(name, {}))
        for override in one.iterchildren(f"{W}lvlOverride"):
            _override(numbering, number, override)
    return numbering


def _override(numbering: Numbering, number: str, override: etree._Element) -> None:
    depth = _whole(override.get(f"{W}ilvl"), 0)
    if depth >= LEVELS:
        return
    for level in override.iterchildren(f"{W}lvl"):
        numbering.levels[number][depth] = _level(level)
    start = override.find(f"{W}startOverride")
    if start is not None:
        numbering.starts[number, depth] = _whole(start.get(VAL), 1)


def _levels(abstract: etree._Element) -> Iterator[tuple[int, Level]]:
    for level in abstract.iterchildren(f"{W}lvl"):
        depth = _whole(level.get(f"{W}ilvl"), 0)
        if depth < LEVELS:
            yield depth, _level(level)


def _level(level: etree._Element) -> Level:
    def value(name: str, default: str) -> str:
        found = level.find(f"{W}{name}")
        return default if found is None else str(found.get(VAL, default))

    legal = level.find(f"{W}isLgl")
    return Level(
        start=_whole(value("start", "0"), 0),
        form=value("numFmt", "decimal"),
        text=value("lvlText", "")[:LONGEST],
        restart=_whole(value("lvlRestart", "-1"), -1),
        legal=legal is not None and legal.get(VAL) not in ("0", "false"),
        style=value("pStyle", ""),
    )


def _whole(text: object, default: int) -> int:
    """A figure as Word writes it; what Word would not count from is as if it were not there."""
    figures = str(text)
    whole = figures.isdecimal() and len(figures) < 6
    return int(figures) if whole and int(figures) <= HIGHEST else default


def _printed(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    def part(match: re.Match[str]) -> str:
        depth = int(match.group(1)) - 1
        shown = levels.get(depth)
        if shown is None:
            return ""
        form = "decimal" if level.legal and shown.form != "none" else shown.form
        return _figure(counts.get(depth, shown.start), form)

    return PLACE.sub(part, level.text).strip()


def _figure(count: int, form: str) -> str:
    if form == "none" or count < 0:
        return ""
    if form in ("upperRoman", "lowerRoman"):
        return _roman(count) if form == "upperRoman" else _roman(count).lower()
    if form in ("upperLetter", "lowerLetter") and count > 0:
        place = (count - 1) % LETTERS
        letter = chr(ord("A") + place % 26) * (place // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    figures = []
    for value, letters in ROMAN:
        figures.append(letters * (count // value))
        count %= value
    return "".join(figures)


def _bullet(text: str) -> str:
    """Bullets are letters of symbol fonts: dashes and plus stay, the rest is a dot."""
    mark = text.strip()[:1]
    if not mark:
        return ""
    if mark in DASHES:
        return "-"
    return mark if mark in "+*•" else "•"
