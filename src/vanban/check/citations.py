"""Other documents that are cited: one document with two days, one that is younger than this one."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from vanban.check.captions import vietnamese
from vanban.check.examined import Examined, matches
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.header.kinds import CITED, CITED_DATE, any_of, iso_date
from vanban.model import Quote
from vanban.text import key, plain

CODES = (
    Code(
        "cited-two-days",
        Severity.WRONG,
        Said(
            "“{number}” được viện dẫn với {count} ngày khác nhau: {days}.",
            "“{number}” is cited with {count} days: {days}.",
        ),
        Said("Một văn bản chỉ có một ngày ban hành.", "A document has one day of issue."),
        Said("Xem lại bản gốc, sửa ngày sai.", "Look at the original and mend the wrong day."),
    ),
    Code(
        "cited-two-numbers",
        Severity.WRONG,
        Said(
            "Cùng một văn bản “{subject}” được viện dẫn với {count} số: {numbers}.",
            "One document “{subject}” is cited with {count} numbers: “{numbers}”.",
        ),
        Said("Một văn bản chỉ có một số.", "A document has one number."),
        Said("Xem lại bản gốc, sửa số sai.", "Look at the original and mend the wrong number."),
    ),
    Code(
        "cited-two-terms",
        Severity.WRONG,
        Said(
            "“{number}” được ghi ở hai khóa khác nhau: {terms}.",
            "“{number}” is placed in two terms of office: “{terms}”.",
        ),
        Said("Một nghị quyết thuộc một khóa.", "A resolution belongs to one term of office."),
        Said("Xem lại bản gốc, sửa khóa sai.", "Look at the original and mend the wrong term."),
    ),
    Code(
        "cited-later",
        Severity.WRONG,
        Said(
            "“{number}” ngày {day} được viện dẫn nhưng ban hành sau văn bản này ({head}).",
            "“{number}” of {day} is cited, but is younger than this document ({head}).",
        ),
        Said(
            "Không viện dẫn được văn bản chưa ban hành.",
            "What is not yet issued cannot be cited.",
        ),
        Said("Xem lại ngày của văn bản được viện dẫn.", "Look at the day of the cited document."),
    ),
)
CITATION = re.compile(
    rf"(?<!\w)(?P<kind>{any_of(CITED)})\s+(?:số\s*:?\s*)?(?P<number>\d+[a-zđ]?(?:\s?[/-]\s?[\w&]+(?:\.\w+)*)+)",
    re.I,
)
FOLLOWED = re.compile(r"\s*,?\s*(?:ban\s+hành\s+)?\(?")
TERM = re.compile(r"^[^.;:()]{0,120}?khóa\s+(?P<term>[IVX]+)(?![\w])")
SUBJECT = re.compile(r"^[^;.]{0,90}?\s(?:về|phê duyệt|ban hành)\s+(?P<subject>[^;.()]{20,200})")
BEHIND = 330  # characters behind a number within which its day, issuer and subject stand
SAME_WORDS = 9  # opening words of a subject that prove it is the same
FEWEST_WORDS = 9


@dataclass(frozen=True, slots=True)
class Citation:
    """A place where a document is cited; `day` is ISO or "", `subject` the opening words of what it is about."""

    kind: str
    number: str
    day: str
    term: str
    subject: str
    span: tuple[int, int]


def check(document: Examined) -> Iterator[Remark]:
    """Remarks on documents by their numbers."""
    found = list(citations_of(document))
    by_number: dict[str, list[Citation]] = defaultdict(list)
    for citation in found:
        by_number[f"{key(citation.kind)} {key(citation.number)}"].append(citation)
    for same in by_number.values():
        yield from _days(document, same)
        yield from _terms(document, same)
        yield from _later(document, same)
    yield from _numbers(document, found)


def citations_of(document: Examined) -> Iterator[Citation]:
    """Every citation by number, with what stands behind it up to the next one."""
    places = list(matches(CITATION, document))
    for match, following in zip_longest(places, places[1:]):
        limit = following.start() if following else len(document.flat)
        behind = document.flat[match.end() : min(limit, match.end() + BEHIND)]
        day = CITED_DATE.match(behind, _after(behind))
        iso = iso_date(day["year"], day["month"], day["day"]) if day else ""
        term, subject = TERM.match(behind), SUBJECT.match(behind)
        end = match.end() + (day.end() if day else 0)
        yield Citation(
            plain(match["kind"]),
            plain(match["number"]).replace(" ", ""),
            iso if len(iso) == 10 else "",
            term["term"] if term else "",
            _opening(subject["subject"]) if subject else "",
            (match.start(), end),
        )


def _after(behind: str) -> int:
    match = FOLLOWED.match(behind)
    return match.end() if match else 0


def _opening(subject: str) -> str:
    words = subject.split()
    return " ".join(words[:SAME_WORDS]) if len(words) >= FEWEST_WORDS else ""


def _days(document: Examined, same: list[Citation]) -> Iterator[Remark]:
    firsts = {one.day: one for one in reversed(same) if one.day}
    if len(firsts) < 2:
        return
    shown = sorted(firsts.values(), key=lambda one: one.span)
    values = {
        "number": f"{same[0].kind} {same[0].number}",
        "count": str(len(shown)),
        "days": ", ".join(vietnamese(one.day) for one in shown),
    }
    yield Remark("cited-two-days", values, _quotes(document, shown))


def _terms(document: Examined, same: list[Citation]) -> Iterator[Remark]:
    firsts = {one.term: one for one in reversed(same) if one.term}
    if len(firsts) > 1:
        shown = sorted(firsts.values(), key=lambda one: one.span)
        values = {
            "number": f"{same[0].kind} {same[0].number}",
            "terms": ", ".join(f"khóa {one.term}" for one in shown),
        }
        yield Remark("cited-two-terms", values, _quotes(document, shown))


def _later(document: Examined, same: list[Citation]) -> Iterator[Remark]:
    head = document.reading.header.date or ""
    late = [one for one in same if one.day and len(head) == 10 and one.day > head]
    own = key(document.reading.header.number or "")
    if late and key(late[0].number) != own:
        values = {
            "number": f"{late[0].kind} {late[0].number}",
            "day": vietnamese(late[0].day),
            "head": vietnamese(head),
        }
        yield Remark("cited-later", values, _quotes(document, late[:1]))


def _numbers(document: Examined, found: list[Citation]) -> Iterator[Remark]:
    """Documents of one kind, symbol, day and subject under several numbers."""
    alike: dict[tuple[str, ...], dict[str, Citation]] = defaultdict(dict)
    for one in found:
        digits, _, symbol = one.number.partition("/")
        if one.day and one.subject and symbol:
            name = (key(one.kind), key(symbol), one.day, key(one.subject))
            alike[name].setdefault(digits.lstrip("0"), one)
    for numbers in alike.values():
        if len(numbers) > 1:
            shown = list(numbers.values())
            values = {
                "subject": shown[0].subject,
                "count": str(len(shown)),
                "numbers": ", ".join(one.number for one in shown),
            }
            yield Remark("cited-two-numbers", values, _quotes(document, shown))


def _quotes(document: Examined, shown: list[Citation]) -> tuple[Quote, ...]:
    return tuple(quote for one in shown for quote in document.quotes(*one.span)[:1])
