"""Whether a document says of itself that it changes another one, which, and from which day on."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vanban.amending.phrase import flat
from vanban.header.kinds import CITED_DATE, iso_date
from vanban.header.references import CITATION, SEPARATOR
from vanban.model import Header, Quote
from vanban.paragraphs.reading import Paragraph
from vanban.passages import quotes_of
from vanban.text import plain

VERBS = r"(?:dieu chinh|sua doi|bo sung|thay the|thay doi|dinh chinh|bai bo|huy bo|gia han|cap nhat|keo dai|lui)"
_TITLED = re.compile(
    rf"(?:quyet dinh |ke hoach |thong bao |cong van )?(?:ve |v/v:? ?)?(?:viec )?{VERBS}\b"
)
_PLANS = re.compile(
    r"\b(?:ke hoach|chuong trinh|de an|phuong an|quyet dinh|nghi quyet|chi thi|cong van|nhiem vu)\b"
)
_LETTER = re.compile(r"V/v\b|Về việc\b", re.I)
HEAD = 15  # paragraphs within which a letter says what it is about
_PREAMBLE = re.compile(r"(?:can cu|xet|theo de nghi|thuc hien|tiep theo)\b")
_AMENDABLE = frozenset(
    [
        "ke hoach",
        "chuong trinh",
        "de an",
        "phuong an",
        "quyet dinh",
        "nghi quyet",
        "chi thi",
        "cong van",
    ]
)
_THIS = r"(?:van ban|quyet dinh|ke hoach|cong van|thong bao|nghi quyet|noi dung|viec) (?:nay|dieu chinh|sua doi|tren)"
_SIGNED = re.compile(r"(?:co hieu luc|ap dung)[^.;]{0,30}? tu (?:ngay )?(?:duoc )?(?:ky|ban hanh)")
_HOLDS = re.compile(
    rf"co hieu luc[^.;]{{0,30}}? tu (?=ngay \d)|{_THIS}[^.;]{{0,40}}? (?:ap dung|thuc hien)(?: ke)? tu (?=ngay \d)"
)


@dataclass(frozen=True, slots=True)
class Amended:
    """The document that is changed, as it is cited; `quote` is of the paragraph that names it."""

    kind: str = ""
    number: str = ""
    date: str = ""
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a document says it is about, and where that stands; a letter has a line "V/v …" in place of a title."""

    text: str = ""
    quote: Quote | None = None

    @property
    def changes(self) -> bool:
        """Whether it says that a plan, or a paper that gives work out, is changed."""
        text = flat(self.text)
        return bool(_TITLED.match(text) and _PLANS.search(text))


def subject_of(header: Header, paragraphs: Sequence[Paragraph]) -> Subject:
    """The title, or the subject of a letter; empty where there is neither."""
    if header.title:
        return Subject(plain(header.title), header.quotes.get("title"))
    for one in paragraphs[:HEAD]:
        if _LETTER.match(one.text):
            return Subject(one.text, quotes_of(one.words)[0])
    return Subject()


def amended_by(subject: Subject, paragraphs: Iterable[Paragraph]) -> Amended:
    """The document named in the title, or by the first paragraph below that changes one; empty where none is."""
    if found := _cited(subject.text):
        return Amended(*found, subject.quote)
    for one in paragraphs:
        text = flat(one.text)
        if re.search(rf"\b{VERBS}\b", text) and not _PREAMBLE.match(text):
            named = _cited(one.text)
            if named:
                return Amended(*named, quotes_of(one.words)[0])
    return Amended()


def _cited(text: str) -> tuple[str, str, str] | None:
    for match in CITATION.finditer(text):
        kind, number = plain(match["kind"]), plain(match["number"]).replace(" ", "").rstrip(".,")
        if flat(kind) not in _AMENDABLE or not re.search(r"[A-ZĐ]", number):
            continue
        between = SEPARATOR.match(text, match.start() + len(match[0].rstrip(".,")))
        day = CITED_DATE.match(text, between.end()) if between else None
        date = iso_date(day["year"], day["month"], day["day"]) if day else ""
        return kind[:1].upper() + kind[1:].lower(), number, date
    return None


def effect_of(header: Header, paragraphs: Sequence[Paragraph]) -> tuple[str | None, Quote | None]:
    """The first day on which the document holds, and where that is said; the day of issue where it says so."""
    for one in paragraphs:
        text = flat(one.text)
        if _SIGNED.search(text):
            known = header.date if header.date and len(header.date) == 10 else None
            return known, quotes_of(one.words)[0]
        if (holds := _HOLDS.search(text)) and (day := CITED_DATE.search(one.text, holds.end())):
            date = iso_date(day["year"], day["month"], day["day"])
            return (date if len(date) == 10 else None), quotes_of(one.words)[0]
    return None, None
