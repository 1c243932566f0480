"""What has been read of a document before its targets, and the period of the whole plan."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vanban.model import Header, Provision, Source, Task
from vanban.paragraphs import Paragraph
from vanban.rows import TaskTable
from vanban.targets.periods import NO_PERIOD, Period, period_of_title

# Papers that report, tell or bear witness: figures in them are results, not aims.
NO_PLANS = frozenset(["Báo cáo", "Thông báo", "Thông cáo", "Tờ trình", "Công điện"])
PRINTED = frozenset(
    ["pdf", "scan", "text"]
)  # a line within a cell is a printed line, not a paragraph
ANNOUNCES = re.compile(
    r"(?:ban\s+hành|xây\s+dựng)\s+(?:kế\s+hoạch|chương\s+trình|đề\s+án|phương\s+án)(?P<what>.*)$",
    re.I,
)
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
        """Whether the document is of a kind that sets aims, or of none that is known."""
        return self.header.kind not in NO_PLANS

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
