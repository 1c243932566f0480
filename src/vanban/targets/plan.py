"""What has been read of a document before its targets, and the period of the whole plan."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vanban.model import Header, Provision, Source, Task
from vanban.paragraphs.reading import Paragraph
from vanban.tables.rows import TaskTable
from vanban.targets.periods import NO_PERIOD, Period, period_of_title
from vanban.text import fold

# Papers that report, tell or bear witness: figures in them are results, not aims.
NO_PLANS = frozenset(["Báo cáo", "Thông báo", "Thông cáo", "Tờ trình", "Công điện"])
PRINTED = frozenset(
    ["pdf", "scan", "text"]
)  # a line within a cell is a printed line, not a paragraph
ANNOUNCES = re.compile(
    r"(?:ban\s+hành|xây\s+dựng)\s+(?:kế\s+hoạch|chương\s+trình|đề\s+án|phương\s+án)(?P<what>.*)$",
    re.I,
)
# What other papers without a kind of their own call themselves, in capitals and folded.
OTHER_PAPERS = re.compile(
    r"(?:bien ban|giay moi|giay de nghi|hop dong|lich|thuc don|noi quy|don|phieu|danh sach|thu moi|bao cao|thong bao"
    r"|to trinh|chuong trinh (?:hoi nghi|hop|hoi thao|le|lam viec)|bang (?:gia|bao gia|luong|diem))(?!\w)"
)
OPENING = 40  # paragraphs within which a document says what it is
INTRODUCTION = 12  # paragraphs among which a plan says what it is for


@dataclass(frozen=True, slots=True)
class Plan:
    """A document as far as it is read: what its targets are looked for in."""

    source: Source
    header: Header
    paragraphs: Sequence[Paragraph]
    provisions: Sequence[Provision]
    tasks: Sequence[Task] = ()
    tables: Sequence[TaskTable] = ()

    @property
    def may_aim(self) -> bool:
        """Whether the document is of a kind that sets aims, or of none that is known to set none."""
        if self.header.kind:
            return self.header.kind not in NO_PLANS
        opening = (one.text for one in self.paragraphs[:OPENING])
        return not any(
            fold(text).startswith("kinh gui") or (text.isupper() and OTHER_PAPERS.match(fold(text)))
            for text in opening
        )

    @property
    def issued(self) -> date | None:
        """The day of issue, None while any part of it is blank or no such day exists."""
        try:
            return date.fromisoformat(self.header.date or "")
        except ValueError:
            return None


def period_of_plan(plan: Plan) -> Period:
    """The period the title names, else the sentence that introduces the plan ("ban hành Kế hoạch … như sau:")."""
    titled = period_of_title(plan.header.title or "")
    if titled != NO_PERIOD:
        return titled
    for paragraph in plan.paragraphs[:INTRODUCTION]:
        announced = ANNOUNCES.search(paragraph.text)
        if announced and re.search(r"sau\s*(?:đây)?\s*:?\s*$", paragraph.text):
            return period_of_title(announced["what"])
    return NO_PERIOD


def first_year_of(plan: Plan, period: Period) -> int | None:
    """The year the plan begins in: that of its period, else that of its issue."""
    begins = period[0] or plan.header.date or period[1]
    return int(begins[:4]) if begins else None
