"""The timeline: one row per task, one box per occurrence, a line for today.

Two drawings of the same rows: `wide` for a desk (words beside the boxes), `strip` for a phone
(one narrow drawing under each task, below `strip_axis`). Text is never scaled down to fit.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.safestring import SafeString

from tiendo.ui.charts.svg import element, together

# What a box says, in the look DESIGN.md gives it. Each has its own outline or mark, so that the
# picture survives black-and-white print.
MARKS = {
    "done": ("o-ok", "tick"),
    "done-late": ("o-late", "late"),
    "overdue": ("o-bad", "bang"),
    "due-soon": ("o-warn", "clock"),
    "in-progress": ("plan-bar", ""),
    "no-report": ("o-silent", ""),
    "waiting": ("o-wait", ""),
    "not-due": ("o-next", ""),
    "backlog": ("o-silent", "up"),
    "nothing-arose": ("o-mute", "stroke"),
    "cancelled": ("o-mute", "cross"),
    "untracked": ("o-mute", "dash"),
}


@dataclass(frozen=True)
class Box:
    """One occurrence: its days, the state it is in, and what a reader is told about it."""

    start: date
    end: date
    state: str
    title: str = ""


@dataclass(frozen=True)
class Row:
    """One task: number, its words, who and until when, its boxes; a remark after the last box."""

    number: str
    label: str
    sub: str
    boxes: Sequence[Box]
    url: str = ""
    remark: str = ""
    remark_kind: str = ""  # "", "ok", "warn", "wait", "acc" or "bad"


@dataclass(frozen=True)
class Span:
    """Years that belong together, named above the years: "2021-2025: period of the plan"."""

    first: int
    last: int
    label: str


@dataclass(frozen=True)
class Timeline:
    """What is drawn: rows, the years shown, the day everything is judged on."""

    title: str
    rows: Sequence[Row]
    first_year: int
    last_year: int
    today: date
    heading: str = ""
    spans: Sequence[Span] = ()


WIDTH, LABELS, RIGHT = 1128, 404, 1127
HEAD, ROW, BAR = 54, 44, 18
STRIP_WIDTH, STRIP_HEIGHT = 326, 26
LABEL_LETTERS, SUB_LETTERS = 52, 56
LETTER = 6.2  # how wide a letter of a remark is, on average
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Scale:
    """Where a day lies between `left` and `right`."""

    left: float
    right: float
    first_year: int
    last_year: int

    def at(self, day: date) -> float:
        """The distance of the start of `day` from the left edge; days outside are at the edge."""
        year_length = (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days
        years = day.year + (day.timetuple().tm_yday - 1) / year_length - self.first_year
        return min(self.right, max(self.left, self.left + years * self.year))

    @property
    def year(self) -> float:
        """The length of one year."""
        return (self.right - self.left) / (self.last_year - self.first_year + 1)


def wide(chart: Timeline) -> SafeString:
    """The drawing for a desk: words at the left, years above, a row per task."""
    height = HEAD + ROW * len(chart.rows)
    scale = Scale(LABELS, RIGHT, chart.first_year, chart.last_year)
    return element(
        "svg",
        element("title", chart.title),
        *_stripes(len(chart.rows)),
        *_head(chart, scale, height),
        *(
            _row(row, HEAD + ROW * index, scale, chart.today)
            for index, row in enumerate(chart.rows)
        ),
        *_now(chart, scale, height),
        class_="gantt",
        viewBox=f"0 0 {WIDTH} {height}",
        role="group",
        aria_label=chart.title,
    )


def strip(row: Row, chart: Timeline) -> SafeString:
    """The drawing under one task on a phone; its words are read out as a whole."""
    scale = Scale(0, STRIP_WIDTH - 0.5, chart.first_year, chart.last_year)
    said = "; ".join(box.title for box in row.boxes if box.title)
    return element(
        "svg",
        element("title", said or row.label),
        *_grid(scale, 0, STRIP_HEIGHT),
        *(_box(box, 4, scale, chart.today) for box in row.boxes),
        *_line_of_today(chart.today, scale, 0, STRIP_HEIGHT),
        class_="gantt",
        viewBox=f"0 0 {STRIP_WIDTH} {STRIP_HEIGHT}",
        role="img",
    )


def strip_axis(chart: Timeline) -> SafeString:
    """The years above the strips, as two digits."""
    scale = Scale(0, STRIP_WIDTH - 0.5, chart.first_year, chart.last_year)
    years = (
        element("text", f"{year % 100:02}", class_="s m", x=_middle(year, scale), y=13)
        for year in range(chart.first_year, chart.last_year + 1)
    )
    return element(
        "svg", *years, class_="gantt", viewBox=f"0 0 {STRIP_WIDTH} 18", aria_hidden="true"
    )


def key(state: str) -> SafeString:
    """The little box that explains a state below the drawing."""
    scale = Scale(-1, 31, 2000, 2000)
    box = Box(date(2000, 1, 1), date(2000, 12, 31), state)
    drawn = _box(replace(box, title=""), 1, scale, date(2000, 7, 1), height=16)
    return element("svg", drawn, class_="gantt-k", width=30, height=18, aria_hidden="true")


def key_of_today() -> SafeString:
    """The line that stands for today below the drawing."""
    line = element("line", class_="now", x1=4, x2=4, y1=0, y2=18)
    return element("svg", line, class_="gantt-k", width=8, height=18, aria_hidden="true")


def shortened(text: str, letters: int) -> str:
    """`text` in at most `letters` letters, cut at a word; the whole words stand on its page."""
    if len(text) <= letters:
        return text
    return text[: letters - 1].rsplit(" ", 1)[0].rstrip(" ,;.-") + "…"


def _stripes(rows: int) -> Iterator[SafeString]:
    for index in range(1, rows, 2):
        yield element("rect", class_="alt", x=0, y=HEAD + ROW * index, width=WIDTH, height=ROW)


def _head(chart: Timeline, scale: Scale, height: int) -> Iterator[SafeString]:
    yield from _grid(scale, 28, height)
    for year in range(chart.first_year, chart.last_year + 1):
        yield element("text", year, class_="yr m", x=_middle(year, scale), y=44)
    for span in chart.spans:
        middle = (_middle(span.first, scale) + _middle(span.last, scale)) / 2
        yield element("text", span.label, class_="s m", x=middle, y=16)
    yield element("text", chart.heading, class_="s", x=16, y=44)
    yield element("line", class_="grid-y", x1=0, x2=WIDTH, y1=HEAD, y2=HEAD)


def _grid(scale: Scale, top: float, bottom: float) -> Iterator[SafeString]:
    """A hairline at the start of each year; a darker one at the start of every plan period of five."""
    for year in range(scale.first_year, scale.last_year + 2):
        x = scale.left + (year - scale.first_year) * scale.year
        style = "grid-y" if (year - 1) % 5 == 0 else "grid"
        yield element("line", class_=style, x1=x, x2=x, y1=top, y2=bottom)


def _row(row: Row, top: float, scale: Scale, today: date) -> SafeString:
    boxes = together(_box(box, top + 13, scale, today) for box in row.boxes)
    place, x = _place_of_remark(row, scale, scale.at(today))
    style = f"s t-{row.remark_kind}" if row.remark_kind else "s"
    remark: tuple[SafeString, ...] = ()
    if place == "beside":
        remark = (element("text", row.remark, class_=style, x=x, y=top + 26),)
    elif place == "inside":
        remark = (element("text", row.remark, class_=f"{style} m", x=x, y=top + 26),)
    return element("g", _label(row, top, place, style), boxes, *remark)


def _label(row: Row, top: float, place: str, style: str) -> SafeString:
    """The words of a row; a remark that has no room among the boxes follows them."""
    below = place == "below"
    letters = SUB_LETTERS - (len(row.remark) + 3 if below else 0)
    sub: list[object] = [shortened(row.sub, max(12, letters))]
    if below:
        sub.append(element("tspan", f" · {row.remark}", class_=style, lang=""))
    words = (
        element("title", f"{row.number}. {row.label}"),
        element("text", row.number, class_="s e", x=30, y=top + 19),
        element("text", shortened(row.label, LABEL_LETTERS), x=40, y=top + 19),
        element("text", *sub, class_="s", x=40, y=top + 36),
    )
    return element("a" if row.url else "g", *words, href=row.url or None, lang="vi")


def _place_of_remark(row: Row, scale: Scale, now: float) -> tuple[str, float]:
    """Where a remark finds room: after the last box, inside a long empty one, or below the words.

    It keeps clear of the line of today, which lies at `now`.
    """
    if not row.remark or not row.boxes:
        return "", 0
    room = LETTER * len(row.remark)
    end = max(scale.at(box.end + ONE_DAY) for box in row.boxes) + 10
    if end - 4 <= now <= end + room:
        end = now + 8
    if end + room <= RIGHT:
        return "beside", end
    longest = max(row.boxes, key=lambda box: box.end - box.start)
    left, right = scale.at(longest.start), scale.at(longest.end + ONE_DAY)
    if right - left >= room + 16 and not MARKS[longest.state][1]:
        middle = (left + right) / 2
        if abs(middle - now) > room / 2 + 4:
            return "inside", middle
        after = now + 8 + room / 2
        return "inside", after if after + room / 2 < right else now - 8 - room / 2
    return "below", 0


def _box(box: Box, top: float, scale: Scale, today: date, height: float = BAR) -> SafeString:
    """One occurrence; a span in progress is filled up to today."""
    style, mark = MARKS[box.state]
    left, right = scale.at(box.start) + 2, scale.at(box.end + ONE_DAY) - 2
    width = max(4.0, right - left)
    shape = {"x": left, "y": top, "height": height, "rx": 4}
    parts = [element("title", box.title)] if box.title else []
    parts.append(element("rect", class_=style, width=width, **shape))
    if box.state == "in-progress":
        past = min(width, max(0.0, scale.at(today) - left))
        parts.append(element("rect", class_="past", width=past, **shape))
    if mark and width >= 14:
        parts.append(_mark(mark, left + width / 2, top + height / 2))
    return element("g", *parts)


def _mark(mark: str, x: float, y: float) -> SafeString:
    """The sign in the middle of a box."""
    drawings = {
        "tick": ("i i-ok", f"M{x - 4:.1f} {y:.1f}l3 3 5-6"),
        "late": ("i i-ok", f"M{x - 4:.1f} {y - 1.5:.1f}l3 2.5 5-5.5M{x - 4.5:.1f} {y + 5:.1f}h9"),
        "bang": ("i i-bad", f"M{x:.1f} {y - 5:.1f}v6M{x:.1f} {y + 5:.1f}v.1"),
        "clock": (
            "i i-warn",
            f"M{x:.1f} {y - 3.5:.1f}v3.5l2.5 1.5M{x - 5.5:.1f} {y:.1f}a5.5 5.5 0 1 0 11 0"
            "a5.5 5.5 0 1 0-11 0",
        ),
        "up": ("i i-mute", f"M{x:.1f} {y + 4:.1f}v-8m-3.5 3.5l3.5-3.5 3.5 3.5"),
        "dash": ("i i-mute", f"M{x - 4:.1f} {y:.1f}h8"),
        "stroke": ("i i-mute", f"M{x - 4:.1f} {y + 4:.1f}l8-8"),
        "cross": ("i i-mute", f"M{x - 3:.1f} {y - 3:.1f}l6 6M{x + 3:.1f} {y - 3:.1f}l-6 6"),
    }
    style, path = drawings[mark]
    return element("path", class_=style, d=path)


def _now(chart: Timeline, scale: Scale, height: int) -> Iterable[SafeString]:
    lines = _line_of_today(chart.today, scale, HEAD - 2, height)
    if not lines:
        return ()
    x = scale.at(chart.today)
    return (*lines, element("path", class_="now-head", d=f"M{x - 4.5:.1f} 46h9l-4.5 7z"))


def _line_of_today(today: date, scale: Scale, top: float, bottom: float) -> tuple[SafeString, ...]:
    if not scale.first_year <= today.year <= scale.last_year:
        return ()
    x = scale.at(today)
    return (element("line", class_="now", x1=x, x2=x, y1=top, y2=bottom),)


def _middle(year: int, scale: Scale) -> float:
    return scale.left + (year - scale.first_year + 0.5) * scale.year
