"""Deadlines as Vietnamese plans write them: "2021-2025", "quý III/2026", "hằng năm", "trước ngày 15/6/2026".

What is not printed is not filled in: a quarter without a year has no days, "chờ hướng dẫn của Tỉnh" waits.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from vanban.deadlines.forms import BEFORE, CITED, FILLER, RECURRENCES, Y
from vanban.deadlines.forms import FORMS as FORMS
from vanban.deadlines.recurring import day_within, is_before
from vanban.deadlines.timespans import PATTERNS, Timespan, befores, timespans
from vanban.model import Deadline, Milestone
from vanban.text import fold, nfc, plain, retone

_RECURRENCES = tuple(
    (every, re.compile(rf"(?<!\w)(?:{form})(?!\w)")) for every, form in RECURRENCES
)
_SPAN = r"(?P<count>\d{1,3}) (?P<unit>ngay(?: lam viec)?|thang|tuan|nam)"
_SINCE_WHEN = r"(?: (?:ke )?(?:tu )?(?:ngay|khi|sau khi|sau ngay|luc|thoi diem)(?P<event> [^;]*))?"
_RELATIVE = re.compile(
    rf"(?:hoan thanh |thuc hien |cham nhat |xong )*(?:trong |sau )?(?:vong |thoi han |thoi gian )?(?:la )?{_SPAN}"
    rf"(?P<since>{_SINCE_WHEN})$"
)
_ISSUING = re.compile(r"(?:ban hanh|\bky\b|phe duyet|co hieu luc)")
_OTHERS_EVENT = re.compile(
    r"\b(?:luat|nghi dinh|thong tu|hop dong|quy hoach|du an|trung uong|de an|van ban(?! nay))\b"
)
_FROM_ISSUE = re.compile(
    r"(?:bat dau |thuc hien )?(?:ke )?tu (?:ngay|khi) (?:[^;]{0,40} )?(?:ban hanh|ky)\b[^;]*?(?:tro di)?$"
)
_CONDITIONS = re.compile(  # with accents: "chở", "cho" and "chờ" are different words
    r"(?:chờ|đợi)\b|(?:ngay )?sau (?:khi\b|\d+ (?:ngày|tháng)|kỳ họp)|khi (?:có|được|nào)\b"
    r"|theo\b(?! định kỳ| quý| tháng| năm)|(?:tại )?(?:các )?kỳ họp|đến khi\b|tùy (?:theo|tình hình)|căn cứ\b"
    r"|trong (?:quá trình|suốt)\b|phù hợp với\b|sau\b.*\b(?:được|có|ban hành|hướng dẫn)\b|cùng (?:với )?(?:thời|tiến)"
)
_UNTIL = re.compile(
    r"(?:den|het|cham nhat|muon nhat|cuoi)(?: (?:nam|thang|la|ngay|vao|cuoi|het|trong|truoc))*\s*$"
)
_SINCE = re.compile(r"(?<!\w)(?:bat dau |ke )?tu(?: (?:dau|thang|nam|ngay|quy|cuoi|giua))*\s*$")
_LINKED = re.compile(r"\s*(?:-|den(?: het)?|toi)\s*(?:dau |cuoi |het |ngay )*")
_ENDLESS = re.compile(r"(?:cac|nhung) nam (?:tiep theo|sau|ke tiep|tiep sau)|tro di|ve sau")
_OPEN = re.compile(
    rf"{_ENDLESS.pattern}|va (?:to chuc |tiep tuc )?(?:thuc hien|trien khai)\b|(?:va|,|;) duy tri|giai doan tiep theo"
)
_WHOLE_YEAR = re.compile(r"(?:trong|ca|cuoi|het|den het)(?: suot)? nam(?: ke hoach)?(?=$|[ .;,)])")
_GOES_ON = re.compile(
    r"\s*(?:,|;|va|sau do|duy tri|thuc hien|trien khai|to chuc|tiep tuc|\s|-|\()+$"
)
_CLAUSE = re.compile(
    r"[;•+]|(?<!\S)-\s|(?<=\D)\.\s|,(?=\s*(?:trinh|ban hanh|hoan thanh|dot|lan|ky)\b)"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a deadline: the year its column's head or its plan names, the day the document was issued."""

    year: int | None = None
    issued: date | None = None


NOWHERE = Setting()


def read_deadline(text: str, setting: Setting = NOWHERE) -> Deadline:
    """The deadline a cell or phrase states. Without words its kind is "none".

    Words that hold no date and no recurrence are "conditional"; "relative" stays only where the
    day of issue is unknown. An impossible date ("31/02/2026") gives a kind without days.
    """
    words = plain(text)
    if not any(char.isalnum() for char in words):
        return Deadline()
    folded = CITED.sub(lambda match: " " * len(match[0]), fold(words))
    return replace(_read(folded, words, setting), text=words)


def _read(folded: str, words: str, setting: Setting) -> Deadline:
    every = _recurrence(folded)
    periods = timespans(folded, setting.year)
    if every is not None and not _dated_first(folded, every[1], every[0], periods):
        return _recurring(every[0], folded, periods)
    if relative := _relative(plain(folded).strip(" .;,()"), setting, bool(periods)):
        return relative
    if not periods:
        return _whole_year(folded, setting) or Deadline(kind="conditional")
    found = _spanned(folded, periods)
    opened = found.open_ended or every is not None
    return replace(found, milestones=_milestones(folded, words, periods), open_ended=opened)


def _recurrence(folded: str) -> tuple[str | None, int] | None:
    """How often it comes again, by the most frequent that is named, and where that is said."""
    found = [
        (every, match.start()) for every, form in _RECURRENCES if (match := form.search(folded))
    ]
    often = [one for one in found if one[0] is not None]
    order = ["week", "month", "quarter", "half-year", "year"]
    return (
        min(often, key=lambda one: order.index(str(one[0]))) if often else next(iter(found), None)
    )


def _dated_first(folded: str, place: int, every: str | None, periods: list[Timespan]) -> bool:
    """Whether a day or period is named first and the work then goes on: "Quý II/2026 và thường xuyên"."""
    before = [one for one in periods if one.place[1] <= place and one.kind != "year-range"]
    if not before or (before[-1].kind == "year" and every is not None):
        return False
    between = folded[before[-1].place[1] : place]
    held = every is None or bool(before[-1].parts.get("y1") or before[-1].parts.get("yy"))
    return (
        held
        and bool(re.search(r"[,;]|\bva\b|sau do|duy tri", between))
        and bool(_GOES_ON.search(between))
    )


def _recurring(every: str | None, folded: str, periods: list[Timespan]) -> Deadline:
    """Between which years it comes again: "từ 2023" has no last one, "đến 2024" no first one."""
    spans = [period for period in periods if period.kind in ("year", "year-range") and period.end]
    start, end = (spans[0].start, spans[-1].end) if spans else (None, None)
    lead_in = folded[: spans[0].place[0]] if spans else ""
    if _UNTIL.search(lead_in):
        start = None
    elif len(spans) == 1 and spans[0].kind == "year" and _SINCE.search(lead_in):
        end = None
    inner = [period for period in periods if period.kind not in ("year", "year-range")]
    return Deadline(
        kind="recurring",
        recurrence=every,
        start=_iso(start),
        end=_iso(end),
        within=(within := day_within(every, folded, inner)),
        before=within is not None and is_before(folded, inner),
    )


def _relative(folded: str, setting: Setting, dated: bool) -> Deadline | None:
    if dated:
        return None
    span = _RELATIVE.match(folded)
    if not span and not _FROM_ISSUE.match(folded):
        return None
    since = (span["since"] or "") if span else folded
    if since and (not _ISSUING.search(since) or _OTHERS_EVENT.search(since)):
        return Deadline(kind="conditional")
    if span and not span["since"] and span["unit"] in ("thang", "nam"):
        return Deadline(kind="relative")
    if setting.issued is None:
        return Deadline(kind="relative")
    end = _later(setting.issued, int(span["count"]), span["unit"]) if span else None
    return Deadline(kind="date", start=_iso(setting.issued), end=_iso(end), open_ended=end is None)


def _later(day: date, count: int, unit: str) -> date:
    """The day so many days, working days (Monday to Friday), weeks, months or years after another."""
    if unit == "ngay lam viec":
        while count:
            day += timedelta(days=1)
            count -= day.weekday() < 5
        return day
    if unit in ("ngay", "tuan"):
        return day + timedelta(days=count * (7 if unit == "tuan" else 1))
    months = day.month - 1 + count * (12 if unit == "nam" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _whole_year(folded: str, setting: Setting) -> Deadline | None:
    """ "Trong năm", "cả năm" where the year is known from the surroundings."""
    if not _WHOLE_YEAR.fullmatch(folded.strip(" .;,()")):
        return None
    if setting.year is None:
        return Deadline(kind="year")
    return Deadline(kind="year", start=f"{setting.year}-01-01", end=f"{setting.year}-12-31")


def _spanned(folded: str, periods: list[Timespan]) -> Deadline:
    """One deadline from the periods of a cell: a span where two are linked, else up to the latest."""
    first, last = periods[0], periods[-1]
    lead_in = folded[: first.place[0]]
    opened = bool(_OPEN.search(folded))
    if len(periods) == 1:
        return _single(first, folded, lead_in, opened)
    linked = _LINKED.fullmatch(folded[first.place[1] : periods[1].place[0]])
    known = all(period.end or period.year is None for period in periods)
    early = befores(folded, [period.place for period in periods])
    ends = [
        (end, before)
        for period, before in zip(periods, early, strict=True)
        if known and (end := _end(period, before=before))
    ]
    end, before = max(ends, default=(None, False))
    start = first.start if linked or first.kind != "date" else None
    kind = "year-range" if last.kind == "year" and first.kind == "year" else last.name
    return Deadline(kind=kind, start=_iso(start), end=_iso(end), before=before, open_ended=opened)


def _single(period: Timespan, folded: str, lead_in: str, opened: bool) -> Deadline:
    words = folded[period.place[0] : period.place[1]]
    if BEFORE.search(lead_in):
        return Deadline(kind="date", end=_iso(_end(period, before=True)), before=True)
    if not period.inner and _SINCE.search(lead_in):
        return Deadline(kind=period.name, start=_iso(period.start), open_ended=True)
    start = period.start
    one_day = period.kind == "date" and not period.parts.get("d2")
    if _UNTIL.search(lead_in) or (one_day and not _is_held(folded, words)):
        start = None
    end = None if _ENDLESS.search(folded) and period.kind == "quarter" else period.end
    return Deadline(kind=period.name, start=_iso(start), end=_iso(end), open_ended=opened)


def _end(period: Timespan, *, before: bool) -> date | None:
    """The day that is named last: of "trước tháng 6" the first of June, of "tháng 6" the last."""
    return period.start if before and period.kind != "date" else period.end


def _is_held(folded: str, words: str) -> bool:
    """Whether a day is one on which something takes place (it has a time) and not a last day."""
    return bool(re.search(r"\bgio\b|\d\s?(?:h|g)\s?\d\d\b", folded.replace(words, " ")))


def _milestones(folded: str, words: str, periods: list[Timespan]) -> tuple[Milestone, ...]:
    """Every period of a cell with the clause it stands in, where they are several and no span."""
    if len(periods) < 2 or _is_span(folded, periods):
        return ()
    shown = words if len(words) == len(folded) else folded
    cuts = [0, *(match.end() for match in _CLAUSE.finditer(folded)), len(folded)]
    early = befores(folded, [period.place for period in periods])
    return tuple(
        replace(
            _milestone(period, shown, cuts, periods),
            end=_iso(_end(period, before=before)),
            before=before,
        )
        for period, before in zip(periods, early, strict=True)
    )


def _is_span(folded: str, periods: list[Timespan]) -> bool:
    """Whether periods are one span: linked by "đến", years, or bare, each beginning when the one before ends."""
    between = folded[periods[0].place[1] : periods[1].place[0]]
    if len(periods) == 2 and _LINKED.fullmatch(between):
        return True
    meets = all(
        one.end
        and one.end + timedelta(days=1) == after.start
        and not re.search(r"\w\w", folded[one.place[1] : after.place[0]].replace(" va ", ""))
        for one, after in pairwise(periods)
    )
    return meets or {period.kind for period in periods} == {"year"}


def _milestone(period: Timespan, shown: str, cuts: list[int], periods: list[Timespan]) -> Milestone:
    start, end = period.place
    others = [one.place for one in periods if one is not period]
    left = max(
        [cut for cut in cuts if cut <= start] + [place[1] for place in others if place[1] <= start]
    )
    right = min(
        [cut for cut in cuts if cut >= end] + [place[0] for place in others if place[0] >= end]
    )
    if any(place[0] == right for place in others):
        right = end
    one_day = period.kind == "date" and not period.parts.get("d2")
    first = None if one_day else period.start
    return Milestone(
        shown[left:right].strip(" -,;:.•+").removeprefix("và "),
        period.name,
        _iso(first),
        _iso(period.end),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def year_in(folded: str) -> int | None:
    """The one year folded text names, None if it names none or several."""
    years = set(re.findall(rf"(?<!\d){Y}(?!\d)", folded))
    return int(years.pop()) if len(years) == 1 else None


def is_deadline(text: str) -> bool:
    """Whether the text is a date, period or recurrence and nothing else."""
    folded = fold(text).strip(" .;,")
    place, found = 0, False
    while place < len(folded):
        end = _atom_end(folded, place)
        if end is not None:
            found, place = True, end
        elif filler := FILLER.match(folded, place):
            place = filler.end()
        else:
            return False
    return found


def _atom_end(folded: str, place: int) -> int | None:
    patterns = (
        [form for _, form in PATTERNS]
        + [form for _, form in _RECURRENCES]
        + [_RELATIVE, _FROM_ISSUE, _WHOLE_YEAR]
    )
    ends = [match.end() for pattern in patterns if (match := pattern.match(folded, place))]
    return max(ends, default=None)


def is_condition(text: str) -> bool:
    """Whether the text speaks of waiting for something: "chờ …", "sau khi …", "(theo hướng dẫn của …)"."""
    words = retone(nfc(plain(text)).lower())
    return bool(_CONDITIONS.match(words.lstrip("( "))) or (words[:1] == "(" and words[-1:] == ")")
