"""Targets beside tasks: what the product of a task must come to, within the time of the task."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from vanban.deadlines.reading import Setting, read_deadline
from vanban.model import Line, Quote, Source, Target, Task
from vanban.passages import BULLETS, Word, lines_of, text_of, words_of
from vanban.repair import as_printed
from vanban.tables.columns import Column
from vanban.tables.rows import Row
from vanban.targets.activities import is_aim, to_be_checked
from vanban.targets.aims import Heading, figures_of
from vanban.targets.periods import NO_PERIOD, Period, narrower
from vanban.targets.plan import PRINTED, Plan
from vanban.text import fold

# A count of papers, or how often to report, is what comes out of a task, not what it is to reach.
PAPERS = re.compile(
    r"(?:bo |ban |cuon |tap )?(?:bao cao|ke hoach|quyet dinh|to trinh|van ban|cong van|nghi quyet|de an|du thao|ho so"
    r"|bien ban|chuong trinh|huong dan|thong bao|quy che|quy dinh|danh muc|tai lieu|phuong an|chi thi|giay moi"
    r"|du an luat|thong tu|nghi dinh|cuon|lan)\b(?! hoc| do)"
)
LONGEST_GROUP = 60  # tasks that one row without a number may head
MARK = re.compile(r"(?:[-–—•*+]|\d{1,2}[.)](?!\d)|[a-zđ]\)|\(\d{1,2}\))")


def product_targets(source: Source, tasks: Sequence[Task], titled: Period) -> Iterator[Target]:
    """The figures of the products, each with the number of its task.

    The period is the task's time; `titled` holds for a task without a day.
    """
    lines = {line.number: line for line in lines_of(source.blocks)}
    printed = source.format in PRINTED
    for index, task in enumerate(tasks):
        due = _until_last(tasks, index) if not task.no else NO_PERIOD
        place = _place(task, titled if due == NO_PERIOD else due)
        for item in items_of(words_at(task.product_quotes, lines), printed=printed):
            for target in figures_of(item, place):
                if not _is_paper(target):
                    yield replace(target, task=task.no)


def group_targets(plan: Plan, titled: Period) -> Iterator[Target]:
    """The figures of the products that rows heading a group set for all rows below them.

    The period is the group's time, else that of its rows, else `titled`.
    """
    printed, setting = plan.source.format in PRINTED, Setting(issued=plan.issued)
    for table in plan.tables:
        for group in table.groups:
            rows = group.row, *table.rows[group.first : group.last]
            place = Heading(group.row.section, _period_of_rows(rows, setting, titled), binding=True)
            for item in items_of(group.row.cells.get(Column.PRODUCT, ()), printed=printed):
                yield from figures_of(item, place)


def _is_paper(target: Target) -> bool:
    return target.comparator == "=" and bool(PAPERS.match(fold(target.unit or "")))


def _period_of_rows(rows: Sequence[Row], setting: Setting, titled: Period) -> Period:
    """The time of the first row, else the time until the last of the others is due."""
    due = [read_deadline(text_of(row.cells.get(Column.DEADLINE, ())), setting) for row in rows]
    if due[0].end:
        return due[0].start, due[0].end
    ends = [one.end for one in due if one.end]
    starts = [one.start for one in due[1:] if one.end]
    begins = min((one for one in starts if one), default=None) if all(starts) else None
    return (begins, max(ends)) if ends else titled


def title_targets(source: Source, tasks: Sequence[Task], titled: Period) -> Iterator[Target]:
    """The aims the tasks themselves name, unless their products name the same figure."""
    lines = {line.number: line for line in lines_of(source.blocks)}
    for task in tasks:
        produced = figures_of(words_at(task.product_quotes, lines), _place(task, titled))
        known = {target.values for target in produced}
        for target in figures_of(words_at(task.quotes, lines), _place(task, titled)):
            if _counts(target) and target.values not in known:
                yield replace(to_be_checked(target), task=task.no)


def _until_last(tasks: Sequence[Task], index: int) -> Period:
    """For a row without a number and a day of its own: until the last of the numbered tasks below it is due."""
    below = takewhile(lambda one: bool(one.no), tasks[index + 1 : index + 1 + LONGEST_GROUP])
    ends = [one.deadline.end for one in below if one.deadline.end]
    return None, max(ends, default=None)


def _place(task: Task, titled: Period) -> Heading:
    return Heading(task.section, _period(task, titled), binding=True)


def _counts(target: Target) -> bool:
    """Whether a figure in a title is an aim: a bound, a share to be reached, a rough size of the work."""
    return is_aim(target) or target.comparator == "about"


def _period(task: Task, titled: Period) -> Period:
    due = task.deadline.start, task.deadline.end
    return (
        due if task.deadline.end else titled if not task.deadline.start else narrower(due, titled)
    )


def words_at(quotes: Sequence[Quote], lines: Mapping[int, Line]) -> list[Word]:
    """The words of quotes with their places, taken from the lines they stand on."""
    words: list[Word] = []
    for quote in quotes:
        numbers = [number for number in range(quote.line, quote.last_line + 1) if number in lines]
        printed = words_of([lines[number] for number in numbers])
        words += _matching(printed, quote) or _bare(quote)
    return words


def _matching(printed: Sequence[Word], quote: Quote) -> Sequence[Word]:
    """The stretch of the printed words that is the quote; its ends may be parts of words."""
    wanted = quote.text.split()
    shown = [as_printed(word.text, word.printed) for word in printed]
    for start in range(len(printed) - len(wanted) + 1) if wanted else ():
        if wanted[0] not in shown[start]:
            continue
        place = slice(start, start + len(wanted))
        if all(part in text for text, part in zip(shown[place], wanted, strict=True)):
            pairs = zip(printed[place], wanted, strict=True)
            return [
                word if word.printed or word.text == part else word._replace(text=part)
                for word, part in pairs
            ]
    return ()


def _bare(quote: Quote) -> list[Word]:
    """The words of a quote that the lines do not hold word by word."""
    return [
        Word(part, place, quote.line, quote.page, place == 0, place == 0)
        for place, part in enumerate(quote.text.split())
    ]


def items_of(words: Sequence[Word], *, printed: bool) -> list[list[Word]]:
    """The items of a cell: each begins with a mark, or with a line of its own where lines are paragraphs."""
    items: list[list[Word]] = []
    for word in words:
        marked = word.first and (word.text in BULLETS or bool(MARK.match(word.text)))
        if not items or marked or (word.first and not printed):
            items.append([])
        items[-1].append(word)
    return items
