"""Deadlines against the document: its day of issue, its period, a base to count from, a condition to wait for."""

import re
from collections.abc import Iterator

from vanban.check.captions import vietnamese
from vanban.check.clarity import name_of
from vanban.check.examined import Examined
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.deadlines.reading import is_condition
from vanban.model import Deadline, Quote, Task
from vanban.text import fold

CODES = (
    Code(
        "waiting-deadline",
        Severity.LOOK,
        Said(
            "Nhiệm vụ {no} chưa có thời hạn, còn chờ: “{text}”.",
            "Task {no} has no deadline yet, it waits: “{text}”.",
        ),
        Said(
            "Thời hạn phụ thuộc việc của cơ quan khác thì không ai bị nhắc khi việc ấy chậm.",
            "Where the time hangs on somebody else, nobody is reminded when that is late.",
        ),
        Said(
            "Ghi ngày dự kiến, hoặc số ngày kể từ khi điều kiện xảy ra và ai báo khi nó xảy ra.",
            "Give an expected day, or days counted from the condition and who reports that it has come.",
        ),
    ),
    Code(
        "deadline-before-issue",
        Severity.WRONG,
        Said(
            "Nhiệm vụ {no} có thời hạn “{text}” trước ngày ban hành {issued}.",
            "Task {no} is due “{text}”, before the day of issue {issued}.",
        ),
        Said(
            "Việc đã quá hạn ngay khi giao: thường là thời hạn chép từ năm trước.",
            "Work that is late when it is assigned is mostly copied from the year before.",
        ),
        Said(
            "Sửa thời hạn hoặc bỏ nhiệm vụ đã xong.", "Mend the deadline or take out what is done."
        ),
    ),
    Code(
        "deadline-outside-period",
        Severity.LOOK,
        Said(
            "Nhiệm vụ {no} có thời hạn “{text}” sau kỳ của kế hoạch (đến hết {year}).",
            "Task {no} is due “{text}”, after the period of the plan (to the end of {year}).",
        ),
        Said(
            "Hết kỳ kế hoạch thì không còn ai tổng hợp việc này.",
            "When the plan is over nobody collects reports on it.",
        ),
        Said(
            "Rút thời hạn vào trong kỳ, hoặc nói rõ việc chuyển sang kế hoạch sau.",
            "Move it into the period, or say that a later plan takes it over.",
        ),
    ),
    Code(
        "relative-without-base",
        Severity.MISSING,
        Said(
            "Thời hạn “{text}” của nhiệm vụ {no} không nói tính từ khi nào.",
            "The deadline “{text}” of task {no} does not say from when it counts.",
        ),
        Said(
            "Không có mốc đầu thì không tính được ngày đến hạn.",
            "Without a first day there is no last day.",
        ),
        Said(
            "Ghi “kể từ ngày …” hoặc một ngày cụ thể.",
            "Write “kể từ ngày …” (from the day …) or a day.",
        ),
    ),
)
YEAR = r"(?:19|20|21)\d\d"
CITED_DAY = re.compile(
    rf"ngày\s+\d{{1,2}}\s*(?:tháng|/|-)\s*\d{{1,2}}\s*(?:năm|/|-)\s*{YEAR}|\d+/{YEAR}/\S+"
)
PERIOD = re.compile(
    rf"(?:giai đoạn|thời kỳ|nhiệm kỳ|tầm nhìn(?: đến)?|định hướng(?: đến)?|đến(?: hết)?(?: năm)?|năm"
    rf"|tháng \d+[/ ]|quý [ivx]+[/ ])"
    rf"\s*(?:năm )?(?P<first>{YEAR})(?:\s*[-–]\s*(?:năm )?(?P<last>{YEAR}))?",
    re.I,
)
NAMED_YEAR = re.compile(
    r"(?:luật|nghị quyết|chương trình|chiến lược|đề án|hiến pháp)\b[^,;]*$", re.I
)
BASE = re.compile(
    r"\bke tu\b|\btu (?:ngay|khi|luc)\b|\bsau (?:khi|ngay)\b|\bke khi\b|\btruoc\b|\btinh tu\b|\bhang\b|\bmoi\b"
    r"|\b(?:trong|den)\b.*\b20\d\d\b"
)
ELSEWHERE = re.compile(
    r"(?:sau|dưới) đây|như trên|từng (?:mốc|nhiệm vụ|nội dung)|phụ lục|biểu", re.I
)  # written in another place
DATED = ("date", "month", "quarter", "year", "year-range")


def check(document: Examined) -> Iterator[Remark]:
    """Remarks on the deadlines of tasks."""
    issued = document.reading.header.date or ""
    last = last_year(document.reading.header.title or "")
    for task in document.reading.tasks:
        yield from _waiting(task)
        yield from _early(task, issued)
        yield from _late(task, last)


def _places(task: Task) -> tuple[Quote, ...]:
    return (*task.deadline_quotes[:1], *task.quotes[:1])


def _waiting(task: Task) -> Iterator[Remark]:
    text = task.deadline.text or ""
    values = {"no": name_of(task), "text": text}
    if task.deadline.kind == "conditional" and is_condition(text) and not ELSEWHERE.search(text):
        yield Remark("waiting-deadline", values, _places(task))
    if task.deadline.kind == "relative" and not BASE.search(fold(text)):
        yield Remark("relative-without-base", values, _places(task))


def _early(task: Task, issued: str) -> Iterator[Remark]:
    """Compared as far as the day of issue is known: "2022-02" says nothing against 2022."""
    end = last_day(task.deadline)
    if issued and end and end[: len(issued)] < issued:
        values = {
            "no": name_of(task),
            "text": task.deadline.text or "",
            "issued": vietnamese(issued),
        }
        yield Remark("deadline-before-issue", values, _places(task))


def _late(task: Task, last: str) -> Iterator[Remark]:
    end = last_day(task.deadline)
    if last and end and end[:4] > last:
        values = {"no": name_of(task), "text": task.deadline.text or "", "year": last}
        yield Remark("deadline-outside-period", values, _places(task))


def last_day(deadline: Deadline) -> str:
    """The last day of a deadline with one end, ISO; "" for what recurs, goes on or waits."""
    if deadline.kind not in DATED or deadline.open_ended:
        return ""
    return deadline.end or ""


def last_year(title: str) -> str:
    """The last year the title sets for the plan, outlook included; "" where it sets none.

    Years of documents that the title names are none of the plan's own.
    """
    own = CITED_DAY.sub(" ", title)
    years = [
        match["last"] or match["first"]
        for match in PERIOD.finditer(own)
        if not NAMED_YEAR.search(own[: match.start()].rsplit(" năm ", 1)[0])
    ]
    return max(years, default="")
