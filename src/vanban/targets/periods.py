"""The span of time a heading or a clause gives its figures: "giai đoạn 2021-2025", "đến hết quý II/2026"."""

import re
from calendar import monthrange

YEAR = r"(?P<{}>(?:19|20|21)\d\d)(?!\d)"
SPAN = re.compile(
    rf"(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|trong)?\s*(?:từ\s+)?(?:năm\s+)?(?<![\d/]){YEAR.format('first')}"
    rf"\s*(?:[-–]|đến)\s*(?:hết\s+)?(?:năm\s+)?{YEAR.format('last')}",
    re.I,
)
UNTIL = re.compile(
    rf"(?:đến|tới|trước|hết|cuối)\s+(?:hết\s+|cuối\s+|trước\s+)*(?:năm\s+)?{YEAR.format('last')}",
    re.I,
)
WITHIN = re.compile(rf"năm\s+{YEAR.format('last')}", re.I)
DAY = re.compile(
    r"(?:đến|tới|trước|hết|chậm\s+nhất|muộn\s+nhất)\s+(?:hết\s+|trước\s+|là\s+|vào\s+)*(?:ngày\s+)?(?P<day>\d{1,2})"
    rf"(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{{1,2}})(?:\s*[/.-]\s*|\s+năm\s+){YEAR.format('last')}",
    re.I,
)
MONTH = re.compile(
    rf"(?:tháng\s+|đến\s+)(?P<month>\d{{1,2}})(?:\s*[/.-]\s*|\s+năm\s+){YEAR.format('last')}", re.I
)
QUARTER = re.compile(
    rf"quý\s+(?P<quarter>I{{1,3}}|IV|[1-4])(?:\s*[/-]\s*|\s+(?:năm\s+)?){YEAR.format('last')}", re.I
)
QUARTER_AFTER = re.compile(
    rf"năm\s+{YEAR.format('last')}\s+quý\s+(?P<quarter>I{{1,3}}|IV|[1-4])(?!\w)", re.I
)
HALF = re.compile(rf"(?:06|6|sáu)\s+tháng\s+(?P<half>đầu|cuối)\s+năm\s+{YEAR.format('last')}", re.I)
TOWARDS = re.compile(
    r"(?:đến|tới|trước|hết|cuối|từ|hướng|nhìn|với|sánh|[-–])\s+(?:hết\s+|cuối\s+|trước\s+)*$|(?:quý|tháng)\s+\S+\s+$",
    re.I,
)
FURTHER = re.compile(r"(?:19|20|21)\d\d")  # a year behind the last one that stands by itself
PART = re.compile(
    r"(?:0?6|sáu)\s+tháng\s+(?P<half>đầu|cuối)\s+năm(?!\s*\d)|quý\s+(?P<quarter>I{1,3}|IV|[1-4])(?!\w|\s*[/,-]?\s*\d|\s+năm)",
    re.I,
)
REACHING = re.compile(r"(?:đến|tới|trước|hết|cuối)\s+(?:hết\s+|cuối\s+|trước\s+)*$", re.I)
BRACKETS = re.compile(r"\([^()]*\)")
# Years that say with what is compared, or belong to the name of another document.
COMPARED = re.compile(
    r"(?:so\s+(?:với|sánh)|so\s+cùng\s+kỳ|tăng\s+so|cùng\s+kỳ|từ\s+mức)[^,;.()]{0,60}?(?:19|20)\d\d",
    re.I,
)
CITED_DAY = re.compile(
    r"ngày\s+\d{1,2}(?:\s*[/.-]\s*|\s+tháng\s+)\d{1,2}(?:\s*[/.-]\s*|\s+năm\s+)\d{4}", re.I
)
NAMED_SPAN = re.compile(
    r"(?:chuẩn|tiêu\s+chí|chương\s+trình|đề\s+án|chiến\s+lược|quy\s+hoạch|dự\s+án|nghị\s+quyết|kế\s+hoạch|thông\s+tư)"
    r"(?:\s+[^\s,;.]+){0,25}?\s+(?:giai\s+đoạn|thời\s+kỳ)\s+\d{4}\s*[-–]\s*\d{4}",
    re.I,
)
ALONE = re.compile(rf"(?<![\d/.\w-])(?:[-–]\s*)?{YEAR.format('last')}(?![/.]\d)")
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

Period = tuple[str | None, str | None]
NO_PERIOD: Period = (None, None)


def period_of(text: str) -> Period:
    """First and last day, ISO, inclusive. "đến năm 2030" has no first day; no year gives (None, None).

    A year in brackets, one that is compared with ("so với năm 2020") or the day of a cited document is
    no period.
    """
    if not re.search(r"(?:19|20|21)\d\d", text):
        return NO_PERIOD
    bare = COMPARED.sub(" ", BRACKETS.sub(" ", text))
    if day := DAY.search(bare):
        return None, _iso(int(day["last"]), int(day["month"]), int(day["day"]))
    bare = CITED_DAY.sub(" ", bare)
    return _part_of_year(bare) or _years(bare)


def period_in_clause(text: str) -> Period:
    """The same for running text, where a span may belong to the name of a standard or programme."""
    return period_of(NAMED_SPAN.sub(" ", text)) if re.search(r"\d{4}", text) else NO_PERIOD


def period_of_title(title: str) -> Period:
    """The period a title names; a year that stands alone ("Năm An toàn giao thông - 2024") is one, too.

    The plan of one year may carry out a programme of many: "… Chương trình … giai đoạn 2021-2025, năm 2024".
    """
    period = period_of(title)
    bare = CITED_DAY.sub(" ", BRACKETS.sub(" ", title))
    if period != NO_PERIOD:
        years = [one for one in WITHIN.finditer(bare) if not TOWARDS.search(bare[: one.start()])]
        named = years[-1]["last"] if years and not FURTHER.search(bare[years[-1].end() :]) else None
        return narrower(period, (f"{named}-01-01", f"{named}-12-31")) if named else period
    alone = ALONE.search(bare)
    return (f"{alone['last']}-01-01", f"{alone['last']}-12-31") if alone else NO_PERIOD


def part_of(text: str, period: Period) -> Period:
    """The half or quarter a clause names without a year ("6 tháng đầu năm"), in the year `period` ends in."""
    match = PART.search(text) if period[1] else None
    if match is None or period[1] is None:
        return NO_PERIOD
    if match["half"]:
        months = (1, 6) if match["half"].lower() == "đầu" else (7, 12)
    else:
        last = 3 * QUARTERS[match["quarter"].lower()]
        months = last - 2, last
    return _months(int(period[1][:4]), *months)


def narrower(one: Period, other: Period) -> Period:
    """Of two periods the one that ends first, if the other holds its end: a deadline within the year."""
    if other == NO_PERIOD or one == NO_PERIOD:
        return one if other == NO_PERIOD else other
    (start, end), (_, limit) = one, other
    inside = bool(limit and end and limit <= end and (start is None or start <= limit))
    return other if inside else one


def _part_of_year(text: str) -> Period | None:
    if half := HALF.search(text):
        months = (1, 6) if half["half"].lower() == "đầu" else (7, 12)
        return _months(int(half["last"]), *months)
    for pattern in (QUARTER, QUARTER_AFTER, MONTH):
        match = pattern.search(text)
        if match is None:
            continue
        first, last = _bounds(match)
        if not 1 <= first <= last <= 12:
            continue
        start, end = _months(int(match["last"]), first, last)
        return (
            (None, end)
            if REACHING.search(text[: match.start()]) or match[0].startswith("đến")
            else (start, end)
        )
    return None


def _bounds(match: re.Match[str]) -> tuple[int, int]:
    if "month" in match.groupdict():
        return int(match["month"]), int(match["month"])
    last = 3 * QUARTERS[match["quarter"].lower()]
    return last - 2, last


def _years(text: str) -> Period:
    if span := SPAN.search(text):
        return f"{span['first']}-01-01", f"{span['last']}-12-31"
    if until := UNTIL.search(text):
        return None, f"{until['last']}-12-31"
    if within := WITHIN.search(text):
        return f"{within['last']}-01-01", f"{within['last']}-12-31"
    return NO_PERIOD


def _months(year: int, first: int, last: int) -> tuple[str, str]:
    return f"{year}-{first:02d}-01", _iso(year, last, 31)


def _iso(year: int, month: int, day: int) -> str:
    """A day that exists: the last of its month where the number is too high."""
    month = min(max(month, 1), 12)
    return f"{year}-{month:02d}-{min(max(day, 1), monthrange(year, month)[1]):02d}"
