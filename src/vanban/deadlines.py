"""Deadlines as Vietnamese plans write them: "2021-2025", "quý III/2026", "hằng năm", "trước ngày 15/6/2026".

What is not printed is not filled in: a quarter without a year has no days, "chờ hướng dẫn của Tỉnh" waits.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vanban.model import Deadline
from vanban.text import fold, nfc, plain, retone

QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

_Y = r"(?:19|20|21)\d\d"
_TO = r"\s*(?:-|den(?: het)?|va|,)\s*"
_IN = r"\s*(?:/|-|\.|,? nam)\s*"
_Q = r"(?:iv|i{1,3}|[1-4])"
_M = r"(?:0?[1-9]|1[0-2])"
_D = r"(?:0?[1-9]|[12]\d|3[01])"

# Folded forms. At one place the first that matches counts, so the more exact ones stand first.
FORMS: tuple[tuple[str, str], ...] = (
    ("date", rf"(?:ngay )?(?P<d1>{_D}) thang (?P<m1>{_M}),? nam (?P<y1>{_Y})"),
    ("date", rf"(?:ngay )?(?P<d1>{_D})\s?[/.-]\s?(?P<m1>{_M})\s?[/.-]\s?(?P<y1>{_Y})(?!\d)"),
    ("date", rf"ngay (?P<d1>{_D})(?: thang |\s?/\s?)(?P<m1>{_M})(?![\d/])"),
    ("quarter", rf"quy (?P<q1>{_Q})(?:{_TO}(?:quy )?(?P<q2>{_Q}))?(?:{_IN}|\s)(?P<y1>{_Y})(?!\d)"),
    ("quarter", rf"quy (?P<q1>{_Q})(?:{_TO}(?:quy )?(?P<q2>{_Q}))?\b"),
    ("half", rf"(?:6|06|sau) thang (?P<half>dau|cuoi) nam(?: (?P<y1>{_Y}))?"),
    ("month", rf"thang (?P<m1>{_M})(?:{_TO}(?:thang )?(?P<m2>{_M}))?{_IN}(?P<y1>{_Y})(?!\d)"),
    ("month", rf"(?P<m1>{_M})\s?/\s?(?P<y1>{_Y})(?![\d/])"),
    ("month", rf"thang (?P<m1>{_M})(?:{_TO}(?:thang )?(?P<m2>{_M}))?(?![\d/])"),
    (
        "year-range",
        rf"(?:giai doan )?(?:tu )?(?:nam )?(?P<y1>{_Y})\s*(?:-|den(?: het)?)\s*(?:nam )?(?P<y2>{_Y})(?![\d/])",
    ),
    ("year", rf"(?:nam )?(?P<y1>{_Y})(?![\d/])"),
)
_FORMS = tuple((kind, re.compile(rf"(?<![\w/]){form}")) for kind, form in FORMS)

RECURRENCES: tuple[tuple[str | None, str], ...] = (
    (
        "half-year",
        r"(?:dinh ky )?(?:(?:hang|moi) )?(?:6|06|sau) thang(?: (?:mot|01|1) lan|/lan)?(?! (?:dau|cuoi|ke|tu))",
    ),
    ("half-year", r"nua nam(?: mot lan)?"),
    ("year", r"(?:dinh ky )?(?:hang|moi) nam"),
    ("quarter", r"(?:dinh ky )?(?:hang|moi) quy"),
    ("month", r"(?:dinh ky )?(?:hang|moi) thang"),
    ("week", r"(?:dinh ky )?(?:hang|moi) tuan"),
    (
        None,
        r"(?:nhiem vu )?thuong xuyen(?:,? (?:va )?lien tuc)?|lien tuc|hang ngay|(?:theo )?dinh ky",
    ),
)
_RECURRENCES = tuple(
    (every, re.compile(rf"(?<!\w)(?:{form})(?!\w)")) for every, form in RECURRENCES
)

_RELATIVE = re.compile(
    r"(?:trong (?:vong |thoi han )?)?(?P<days>\d{1,3}) ngay(?: lam viec)?(?: (?:ke )?tu (?:ngay|khi) [^;]*)?$"
)
_FROM_ISSUE = re.compile(r"(?:ke )?tu (?:ngay|khi) (?:ban hanh|ky)[^;]*?(?:tro di)?$")
_CONDITIONS = re.compile(  # with accents: "chở", "cho" and "chờ" are different words
    r"(?:chờ|đợi)\b|(?:ngay )?sau (?:khi\b|\d+ (?:ngày|tháng)|kỳ họp)|khi (?:có|được|nào)\b|theo\b(?! định kỳ)"
    r"|(?:tại )?(?:các )?kỳ họp|đến khi\b|tùy (?:theo|tình hình)|căn cứ\b|trong (?:quá trình|suốt)\b|phù hợp với\b"
)
_CITED = re.compile(
    rf"(?:so )?\d+[\w-]*/[\w./-]*[a-z][\w./-]*,? ngay {_D}(?:\s?[/.-]\s?{_M}\s?[/.-]\s?|,? thang {_M},? nam ){_Y}"
)
_FILLER = re.compile(
    r"(?:hoan thanh|thuc hien|trien khai|ban hanh|bao cao|trinh|xong|trong|truoc|sau|tu|den|het|cuoi|dau|giua"
    r"|ngay|nam|cham nhat|la|vao|khoang|va|(?:cac|nhung) nam (?:tiep theo|sau)|tro di|ve sau|toi thieu"
    r"|thoi gian|thoi han|giai doan|dinh ky|lan|mot|theo)(?!\w)|[-,;:.()/+&\s]"
)
_BEFORE = re.compile(r"truoc(?: ngay| thang| nam| quy)?\s*$")
_UNTIL = re.compile(r"(?:den|het|cham nhat|cuoi)(?: (?:nam|thang|la|ngay|vao|cuoi|het))*\s*$")
_SINCE = re.compile(r"(?<!\w)tu(?: (?:dau|thang|nam))*\s*$")
_LINKED = re.compile(r"\s*(?:-|den(?: het)?|toi)\s*")
_OPEN = re.compile(r"(?:cac|nhung) nam (?:tiep theo|sau)|tro di|va to chuc thuc hien")


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a deadline: the year the head of its column names, the day the document was issued."""

    year: int | None = None
    issued: date | None = None


NOWHERE = Setting()


@dataclass(frozen=True, slots=True)
class _Period:
    kind: str
    start: date | None
    end: date | None
    place: tuple[int, int]


def read_deadline(text: str, setting: Setting = NOWHERE) -> Deadline:
    """The deadline a cell or phrase states. Without words its kind is "none".

    Words that hold no date and no recurrence are "conditional"; "relative" stays only where the
    day of issue is unknown. An impossible date ("31/02/2026") gives a kind without days.
    """
    words = plain(text)
    if not words:
        return Deadline()
    folded = _CITED.sub(" ", fold(words))
    return replace(_read(folded.strip(" .;,"), setting), text=words)


def _read(folded: str, setting: Setting) -> Deadline:
    every = _recurrence(folded)
    periods = _periods(folded, setting)
    if every is not None:
        return _recurring(every[0], folded, periods)
    if relative := _relative(folded, setting, bool(periods)):
        return relative
    if not periods:
        return Deadline(kind="conditional")
    return _spanned(folded, periods)


def _recurrence(folded: str) -> tuple[str | None] | None:
    for every, pattern in _RECURRENCES:
        if pattern.search(folded):
            return (every,)
    return None


def _recurring(every: str | None, folded: str, periods: list[_Period]) -> Deadline:
    """Between which years it comes again: "từ 2023" has no last one, "đến 2024" no first one."""
    spans = [period for period in periods if period.kind in ("year", "year-range") and period.end]
    start, end = (spans[0].start, spans[-1].end) if spans else (None, None)
    lead_in = folded[: spans[0].place[0]] if spans else ""
    if _UNTIL.search(lead_in):
        start = None
    elif len(spans) == 1 and spans[0].kind == "year" and _SINCE.search(lead_in):
        end = None
    return Deadline(kind="recurring", recurrence=every, start=_iso(start), end=_iso(end))


def _relative(folded: str, setting: Setting, dated: bool) -> Deadline | None:
    if dated:
        return None
    days = _RELATIVE.match(folded)
    if not days and not _FROM_ISSUE.match(folded):
        return None
    if days and "tu khi" in folded and "ban hanh" not in folded:
        return Deadline(kind="conditional")
    if setting.issued is None:
        return Deadline(kind="relative")
    end = setting.issued + timedelta(days=int(days["days"])) if days else None
    return Deadline(kind="date", start=_iso(setting.issued), end=_iso(end), open_ended=end is None)


def _periods(folded: str, setting: Setting) -> list[_Period]:
    found: list[_Period] = []
    place = 0
    while place < len(folded):
        hit = _first_form(folded, place)
        if hit is None:
            break
        kind, match = hit
        found.append(_period(kind, match, setting))
        place = match.end()
    return found


def _first_form(folded: str, place: int) -> tuple[str, re.Match[str]] | None:
    hits = [
        (match.start(), rank)
        for rank, (_, form) in enumerate(_FORMS)
        if (match := form.search(folded, place))
    ]
    if not hits:
        return None
    start, rank = min(hits)
    kind, form = _FORMS[rank]
    match = form.match(folded, start)
    return (kind, match) if match else None


def _period(kind: str, match: re.Match[str], setting: Setting) -> _Period:
    parts = match.groupdict()
    year = int(parts["y1"]) if parts.get("y1") else setting.year
    days = _days(kind, parts, year) if year else None
    start, end = days or (None, None)
    return _Period("month" if kind == "half" else kind, start, end, match.span())


def _days(kind: str, parts: dict[str, str | None], year: int) -> tuple[date, date] | None:
    """First and last day of a form, None where the calendar has no such day."""
    try:
        if kind == "date":
            day = date(year, _number("m1", parts), _number("d1", parts))
            return day, day
        first, last = _months(kind, parts)
        final = int(parts.get("y2") or year)
        end = date(final, last, monthrange(final, last)[1])
        return (date(year, first, 1), end) if end >= date(year, first, 1) else None
    except ValueError:
        return None


def _months(kind: str, parts: dict[str, str | None]) -> tuple[int, int]:
    """The first and last month of a form within its years."""
    if kind == "quarter":
        return 3 * _number("q1", parts) - 2, 3 * _number("q2", parts, "q1")
    if kind == "month":
        return _number("m1", parts), _number("m2", parts, "m1")
    if kind == "half":
        return (1, 6) if parts["half"] == "dau" else (7, 12)
    return 1, 12


def _number(name: str, parts: dict[str, str | None], otherwise: str = "") -> int:
    value = parts.get(name) or parts[otherwise] or ""
    return QUARTERS[value] if name.startswith("q") else int(value)


def _spanned(folded: str, periods: list[_Period]) -> Deadline:
    """One deadline from the periods of a cell: a span where two are linked, else up to the latest."""
    first, last = periods[0], periods[-1]
    lead_in = folded[: first.place[0]]
    opened = bool(_OPEN.search(folded))
    if len(periods) == 1:
        return _single(first, folded, lead_in, opened)
    linked = _LINKED.fullmatch(folded[first.place[1] : periods[1].place[0]])
    ends = [period.end for period in periods if period.end]
    start = first.start if linked or first.kind != "date" else None
    return Deadline(
        kind=last.kind, start=_iso(start), end=_iso(max(ends, default=None)), open_ended=opened
    )


def _single(period: _Period, folded: str, lead_in: str, opened: bool) -> Deadline:
    words = folded[period.place[0] : period.place[1]]
    if _BEFORE.search(lead_in):
        end = period.end if period.kind == "date" else period.start
        return Deadline(kind="date", end=_iso(end), before=True)
    start: date | None = period.start
    if _UNTIL.search(lead_in) or (period.kind == "date" and not _is_held(folded, words)):
        start = None
    end = None if opened and period.kind == "quarter" else period.end
    return Deadline(kind=period.kind, start=_iso(start), end=_iso(end), open_ended=opened)


def _is_held(folded: str, words: str) -> bool:
    """Whether a day is one on which something takes place (it has a time) and not a last day."""
    return " gio " in folded.replace(words, " ")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def year_in(folded: str) -> int | None:
    """The one year folded text names, None if it names none or several."""
    years = set(re.findall(rf"(?<!\d){_Y}(?!\d)", folded))
    return int(years.pop()) if len(years) == 1 else None


def is_deadline(text: str) -> bool:
    """Whether the text is a date, period or recurrence and nothing else."""
    folded = fold(text).strip(" .;,")
    place, found = 0, False
    while place < len(folded):
        end = _atom_end(folded, place)
        if end is not None:
            found, place = True, end
        elif filler := _FILLER.match(folded, place):
            place = filler.end()
        else:
            return False
    return found


def _atom_end(folded: str, place: int) -> int | None:
    patterns = (
        [form for _, form in _FORMS] + [form for _, form in _RECURRENCES] + [_RELATIVE, _FROM_ISSUE]
    )
    ends = [match.end() for pattern in patterns if (match := pattern.match(folded, place))]
    return max(ends, default=None)


def is_condition(text: str) -> bool:
    """Whether the text speaks of waiting for something: "chờ …", "sau khi …", "(theo hướng dẫn của …)"."""
    words = retone(nfc(plain(text)).lower())
    return bool(_CONDITIONS.match(words.lstrip("( "))) or (words[:1] == "(" and words[-1:] == ")")
