"""Tables that set out changes, old words beside new ones, and annexes that give the table of tasks anew."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vanban.amending.items import Named, named_in
from vanban.amending.phrase import bare, flat, phrase_of
from vanban.amending.wordings import field_named, guessed
from vanban.grid.matrix import GridRow, matrix, text_in, width, words_in
from vanban.model import Clause, Confidence, Source, Table, Task, Wording
from vanban.passages import lines_of, quotes_of

_OLD = re.compile(
    r"\b(?:cu|da (?:in|ban hanh|giao|phe duyet|duyet|ghi)|hien hanh|truoc (?:khi )?(?:dieu chinh|sua doi)"
    r"|theo ke hoach|tai ke hoach|ban dau|nay la|chua dieu chinh)\b"
)
_NEW = re.compile(
    r"\b(?:moi|dieu chinh|sua doi|sau (?:khi )?(?:dieu chinh|sua doi)|dinh chinh|thay the"
    r"|nay (?:sua|doc)|sua thanh|bo sung)\b"
)
_COUNT = re.compile(r"(?:stt|tt|so tt|so thu tu|so)\.?$")
_OF_PLAN = re.compile(
    r"\b(?:so thu tu|stt|so|tt)\b.*\b(?:ke hoach|phu luc|nhiem vu)\b|^nhiem vu so$|^so nhiem vu$"
)
_ENDED = re.compile(
    r"(?:bai bo|bo|huy bo|khong (?:tiep tuc )?thuc hien|loai bo|dung thuc hien)\b[^“”]{0,60}$"
)
_EMPTY = re.compile(r"[\s\-–—.…/]*$|(?:chua co|khong co|khong|moi)\.?$")
_SECTIONS = (
    ("end", re.compile(r"\b(?:bai bo|huy bo|loai bo|khong thuc hien)\b")),
    ("change", re.compile(r"\b(?:dieu chinh|sua doi|thay the|cap nhat)\b")),
    ("add", re.compile(r"\bbo sung|them moi\b")),
)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the old and the new words stand, what the head says they are, and the columns that name the item."""

    old: int
    new: int
    part: str
    naming: tuple[int, ...]
    counting: int | None
    numbers: int | None


def changes_in(source: Source) -> Iterator[tuple[tuple[int, int], list[Clause]]]:
    """Every table of changes: the lines that it takes up, and its clauses."""
    for block in source.blocks:
        if isinstance(block, Table):
            rows = matrix(block)
            found = _columns(rows)
            lines = [line.number for line in lines_of([block])]
            if found and lines:
                yield (lines[0], lines[-1]), list(_clauses(rows, *found))


def _columns(rows: Sequence[GridRow]) -> tuple[int, _Columns] | None:
    """How many rows are the head, and its columns; None for a table of something else."""
    for depth in (1, 2):
        if len(rows) <= depth:
            return None
        names = [flat(_head(rows[:depth], place)) for place in range(width(rows))]
        new = [n for n, name in enumerate(names) if _NEW.search(name) and not _OLD.search(name)]
        old = [n for n, name in enumerate(names) if _OLD.search(name) and n not in new]
        if len(old) == 1 and len(new) == 1:
            return depth, _named(names, old[0], new[0])
    return None


def _named(names: Sequence[str], old: int, new: int) -> _Columns:
    others = [n for n in range(len(names)) if n not in (old, new)]
    counting = next((n for n in others if _COUNT.match(names[n])), None)
    numbers = next((n for n in others if _OF_PLAN.search(names[n])), None)
    naming = tuple(n for n in others if n not in (counting, numbers) and "ghi chu" not in names[n])
    part = field_named(names[old])
    part = "" if part == "text" else part
    return _Columns(old, new, part, naming, None if counting == numbers else counting, numbers)


def _head(rows: Sequence[GridRow], place: int) -> str:
    return " ".join(dict.fromkeys(text_in(row.at(place)) for row in rows))


def _clauses(rows: Sequence[GridRow], depth: int, columns: _Columns) -> Iterator[Clause]:
    counts = columns.counting is not None and _counts(rows[depth:], columns.counting)
    for row in rows[depth:]:
        old, new = (bare(text_in(row.at(place))) for place in (columns.old, columns.new))
        if row.at(columns.old) is row.at(columns.new) or not (old or new):
            continue  # a heading across the table
        yield _clause(row, columns, (old, new), counts)


def _counts(rows: Sequence[GridRow], place: int) -> bool:
    """Whether a column of numbers only counts the rows of this table."""
    numbers = [text_in(row.at(place)).rstrip(". )") for row in rows]
    given = [number for number in numbers if number]
    return given == [str(number) for number in range(1, len(given) + 1)]


def _clause(row: GridRow, columns: _Columns, said: tuple[str, str], counts: bool) -> Clause:
    old, new = said
    named, hint = _item(row, columns, counts)
    act = "end" if _ENDED.match(flat(new)) else "add" if _EMPTY.match(flat(old)) else "change"
    part = columns.part or hint or guessed(old, new, named.about) or "text"
    wordings = [Wording(part if act == "change" else "text", old if act == "change" else "", new)]
    about = named.about or ("task" if columns.part or act == "add" else "")
    name = named.name or (old if act != "add" and not named.numbers else "")
    words = [word for cell in row.filled for word in words_in(cell)]
    sure = act == "add" or (bool(named.numbers) and part != "")
    return Clause(
        act,
        about,
        named.numbers,
        named.place,
        "" if act == "add" else name,
        () if act == "end" else tuple(wordings),
        quotes_of(words),
        Confidence.SURE if sure else Confidence.CHECK,
    )


def _item(row: GridRow, columns: _Columns, counts: bool) -> tuple[Named, str]:
    """What the row is about, by its own columns or by the old words; and the part that they name."""
    texts = [(words_in(row.at(place)), place) for place in (*columns.naming, columns.old)]
    hint = next((part for words, _ in texts if (part := field_named(phrase_of(words).masked))), "")
    named = [named_in(phrase_of(words)) for words, _ in texts]
    found = next((one for one in named if one.numbers), named[0] if named else Named())
    place = columns.numbers if columns.numbers is not None else columns.counting
    if not found.numbers and place is not None and not (counts and place == columns.counting):
        number = text_in(row.at(place)).strip(" .)")
        found = Named(found.about or "task", (number,) if number else (), found.place, found.name)
    if not found.name and not found.numbers and columns.naming:
        name = bare(text_in(row.at(columns.naming[-1])))
        found = Named(found.about, (), found.place, name if len(name) > 12 else "")
    return found, "" if hint == "text" else hint


def anew(tasks: Sequence[Task], adding: bool) -> Iterator[Clause]:
    """A clause for every task of an annex that gives them anew: by the heading it stands under, or by the document."""
    for task in tasks:
        section = flat(task.section)
        told = next((act for act, form in _SECTIONS if form.search(section)), "")
        act = told or ("add" if adding else "change")
        parts = {
            "text": task.title,
            "lead": ", ".join(mention.text for mention in task.leads),
            "coordinating": ", ".join(mention.text for mention in task.coordinating),
            "deadline": task.deadline.text or "",
            "product": task.product or "",
        }
        wordings = tuple(Wording(part, "", said) for part, said in parts.items() if said)
        numbers = (task.no,) if any(map(str.isalnum, task.no)) else ()
        quotes = task.quotes + task.deadline_quotes
        sure = bool(numbers) and task.confidence == Confidence.SURE
        confidence = Confidence.SURE if sure else Confidence.CHECK
        if act == "end":
            yield Clause(act, "task", numbers, "", task.title, (), quotes, confidence)
        else:
            yield Clause(act, "task", numbers, "", "", wordings, quotes, confidence)
