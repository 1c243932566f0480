"""What is wrong with a document itself, as `vanban.check` found it, ready to be shown by subject."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tiendo.plans.children import TooLong, answers
from tiendo.plans.leaf import first_page
from tiendo.plans.readings import Stored, is_paged, told
from vanban.check.registry import CODES, SUBJECT_OF, SUBJECTS, sentence, todo, why
from vanban.check.remarks import Remark, Severity
from vanban.sentences import language_of

PLACES = 8  # of one remark that are shown, with their words
GRAVITY = [one.value for one in Severity]  # the worst first; what is alike stays as in the document
LONGEST = 60.0  # seconds that somebody waits for a draft to be checked


@dataclass(frozen=True, slots=True)
class Place:
    """Words of the document and where they stand; `url` leads there, "" where the document is not here."""

    text: str
    line: int
    page: int | None
    url: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A remark in sentences of the page's language; `state` is the look of its tag."""

    code: str
    state: str
    sentence: str
    why: str
    todo: str
    places: tuple[Place, ...]
    more: int  # places that are not shown


@dataclass(frozen=True, slots=True)
class Group:
    """The remarks on one subject; `looked_at` says what was checked."""

    title: str
    looked_at: str
    remarks: tuple[Shown, ...]


def groups_of(reading: Stored, url: str) -> list[Group] | None:
    """The stored remarks by subject, the worst first, subjects without any too; None where none were looked for.

    `url` is the page that shows the document, "" where there is none.
    """
    if "remarks" not in reading:
        return None
    leads_to = _way(url, is_paged(reading))
    language = language_of(get_language() or "vi")
    by_subject: dict[str, list[Shown]] = {subject.name: [] for subject in SUBJECTS}
    for row in reading["remarks"]:
        if row["code"] in CODES:
            subject = SUBJECT_OF[row["code"]].name
            by_subject[subject].append(_shown(row, language, leads_to))
    return [
        Group(
            subject.title.in_language(language, {}),
            subject.looked_at.in_language(language, {}),
            tuple(sorted(by_subject[subject.name], key=lambda one: GRAVITY.index(one.state))),
        )
        for subject in SUBJECTS
    ]


def unlooked(reading: Stored) -> list[str]:
    """What could not be looked at in a file of this format, in sentences."""
    form = reading.get("source", {}).get("format")
    told = []
    if form and form != "docx":
        told.append(_("Paper, margins and letters are looked at in .docx files only."))
    if form == "scan":
        told.append(
            _(
                "In a scan neither spelling nor blanks filled in by hand are looked at: its letters were "
                "recognised by machine."
            )
        )
    return told


def counted(groups: Iterable[Group]) -> list[tuple[str, int]]:
    """How many remarks there are of each severity, the gravest first; severities without any left out."""
    found = Counter(remark.state for group in groups for remark in group.remarks)
    return [(one.value, found[one.value]) for one in Severity if found[one.value]]


def _way(url: str, paged: bool) -> Callable[[Stored], str]:
    def leads_to(quote: Stored) -> str:
        if not url:
            return ""
        page = first_page([quote])
        return f"{url}?trang={page}#doc" if paged and page else f"{url}#dong-{quote['line']}"

    return leads_to


def _shown(row: Stored, language: str, leads_to: Callable[[Stored], str]) -> Shown:
    remark = Remark(row["code"], row["values"])
    quotes: Sequence[Stored] = row["quotes"]
    return Shown(
        code=row["code"],
        state=CODES[row["code"]].severity.value,
        sentence=sentence(remark, language),
        why=why(remark, language),
        todo=todo(remark, language),
        places=tuple(
            Place(quote["text"], quote["line"], first_page([quote]), leads_to(quote))
            for quote in quotes[:PLACES]
        ),
        more=max(0, len(quotes) - PLACES),
    )


def checked(path: Path) -> Stored:
    """A file that is not kept, read and checked in a process of its own.

    Raises `Unreadable` and `Broken` as the reader does, `TooLong` when it takes too long to wait for.
    """
    end = time.monotonic() + LONGEST
    for answer in answers("read", path):
        if answer and "reading" in answer:
            return told(answer)
        if time.monotonic() > end:
            raise TooLong(LONGEST)
    return {}
