"""The clauses of an amending document, paragraph by paragraph.

A paragraph with a verb of changing and something that is changed opens a clause, or heads those that
follow ("Bãi bỏ các nhiệm vụ sau:"). Labelled lines and quotations below belong to the clause above.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from vanban.amending.additions import label_in, parts_of
from vanban.amending.items import Named, named_in
from vanban.amending.phrase import Phrase, bare, flat, phrase_of
from vanban.amending.wordings import field_named, wordings_in
from vanban.model import Clause, Confidence, Wording
from vanban.offices.agencies import begins_office
from vanban.paragraphs.numbering import RANKS
from vanban.paragraphs.reading import Paragraph
from vanban.passages import Word, quotes_of

_THINGS = (
    r"(?:nhiem vu|hoat dong|cong viec|dau viec|chi tieu|muc tieu|trach nhiem|so thu tu|stt|khoan|diem [a-z]|muc"
    r"|noi dung|thoi han|thoi gian|tien do|co quan|don vi|san pham|cum tu|ten|phu luc|han hoan thanh|lo trinh)"
)
_ENDING = (
    r"bai bo|huy bo|loai bo|cham dut|khong (?:tiep tuc )?(?:thuc hien|trien khai|giao)"
    r"|(?:tam )?dung (?:thuc hien|trien khai)"
    rf"|bo(?= (?:cac |nhung |bot )?(?:\d+ )?{_THINGS})|dua(?= [^“”]{3, 200}? ra khoi)|luoc bo"
)
_ADDING = r"bo sung|them(?: moi)?(?= nhiem vu| chi tieu| cac| \d)|giao them"
_CHANGING = (
    r"sua doi|dieu chinh|thay the|thay doi|thay(?= cum tu| tu| ten| “)|chuyen(?= nhiem vu| viec| chu tri| co quan| so)"
    r"|gia han|lui|keo dai|rut ngan|cap nhat|dinh chinh|sua|doi ten|nay doc"
    r"|doc (?:dung )?la|giao(?= [^“”]{3,200}? thay )"
    r"|(?:nang|tang|giam|ha|doi)(?= (?:tu|thanh|len|xuong|con)\b)"
)
_VERB = re.compile(rf"\b(?:(?P<end>{_ENDING})|(?P<add>{_ADDING})|(?P<change>{_CHANGING}))(?!\w)")
_THING = re.compile(rf"\b{_THINGS}\b")
_STARTS = re.compile(
    r"(?:nay |thong nhat |dong y |cho phep |quyet dinh |viec |noi dung |cac noi dung |nhiem vu )*"
)
_CLOSING = re.compile(
    r"chiu trach nhiem (?:thi hanh|to chuc)|co hieu luc|(?:noi dung|nhiem vu|chi tieu)(?: va [^.]*)? (?:khac|con lai)"
    r"|giu nguyen|^noi nhan|^to chuc thuc hien$|^de nghi\b|^yeu cau\b|trong qua trinh|khong thay doi|^kinh gui|/\./$"
)
_PREAMBLE = re.compile(
    r"(?:can cu|xet|theo de nghi|thuc hien (?:nghi quyet|ke hoach|quyet dinh|chi thi|cong van))\b"
)
_ANNEXED = re.compile(r"kem theo|dinh kem|phu luc")
_CITES = re.compile(
    r"\b(?:ke hoach|quyet dinh|chuong trinh|de an|nghi quyet) (?:so|ban hanh|nay|neu tren)\b"
)
_NEXT = re.compile(
    rf"(?:[;.]|, dong thoi)\s+(?=(?:va |dong thoi )?(?:{_ENDING}|{_ADDING}|{_CHANGING}))"
    r"|\.\s+(?=(?:(?:quyet dinh|ke hoach|cong van|thong bao|van ban|nghi quyet) nay|(?:cac )?noi dung khac)\b)"
)
_INTO = re.compile(
    r"\bbo sung (?:them )?(?:[^“”]{0,80}? )?(?:vao|cua|cho|doi voi|tai) (?:\S+ ){0,3}?(?:nhiem vu|chi tieu)"
    r" (?:so|co|tai|thu)"
)
_LAST_WORDS = 250  # characters within which a paragraph says what it does


@dataclass(slots=True)
class _Open:
    """A clause that is being gathered, or a heading of clauses."""

    act: str
    named: Named
    hint: str
    kind: str
    words: list[Word]
    wordings: list[Wording] = field(default_factory=list)
    waiting: bool = False
    text: str = ""
    depth: int = 0  # quotations that have begun and not ended

    def __post_init__(self) -> None:
        self.depth = _depth(self.words)

    def take(self, paragraph: Paragraph) -> Sequence[Word]:
        """Put the words of a paragraph behind; return what came."""
        last = self.words[-1:]
        came = paragraph.behind(last)[len(last) :]
        self.words += came
        self.depth += _depth(came)
        return came


def _depth(words: Iterable[Word]) -> int:
    return sum(word.text.count("“") - word.text.count("”") for word in words)


@dataclass(slots=True)
class _Walk:
    """How far the paragraphs are read."""

    done: list[Clause] = field(default_factory=list)
    clause: _Open | None = None
    head: _Open | None = None
    used: bool = True

    def close(self) -> None:
        """Put the open clause down."""
        if self.clause:
            self.done.append(_clause(self.clause))
            self.used = True
        self.clause = None

    def leave(self) -> None:
        """Put the open clause down and its heading too; one that nothing followed is itself a clause."""
        self.close()
        if self.head and not self.used and _stands_alone(self.head):
            self.done.append(_clause(self.head))
        self.head, self.used = None, True


def clauses_in(paragraphs: Iterable[Paragraph]) -> list[Clause]:
    """The clauses that the paragraphs hold, in their order."""
    walk = _Walk()
    for paragraph in paragraphs:
        for part in _sentences(paragraph):
            _take(walk, part)
    walk.leave()
    return walk.done


def _sentences(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph, cut before each further verb of changing that begins a sentence."""
    phrase = phrase_of(paragraph.words)
    cuts = [match.end() for match in _NEXT.finditer(phrase.masked)]
    if phrase.is_open or not cuts:
        yield paragraph
        return
    edges = [0, *cuts, len(phrase.text) + 1]
    for number, (start, end) in enumerate(pairwise(edges)):
        words = phrase.part(start, end - 1)
        kind, mark = (paragraph.kind, paragraph.number) if number == 0 else ("", "")
        yield Paragraph(kind, mark, words, words[0].line, paragraph.bold)


def _take(walk: _Walk, paragraph: Paragraph) -> None:
    phrase = phrase_of(paragraph.words)
    current = walk.clause
    if current and current.waiting and (_open_quote(current) or phrase.text[:1] in '“"«'):
        _go_on(current, paragraph)
        return
    if _PREAMBLE.match(phrase.masked) or _CLOSING.search(phrase.masked[:_LAST_WORDS]):
        walk.leave()
    elif current and (labelled := label_in(phrase.text)) and not named_in(phrase).numbers:
        _label(current, labelled, paragraph)
    elif act := _act(phrase):
        _open(walk, act, phrase, paragraph)
    elif current and current.waiting and not _is_sibling(current, paragraph):
        _go_on(current, paragraph)
    elif walk.head and _is_under(walk.head, paragraph):
        _child(walk, phrase, paragraph)
    elif paragraph.kind in ("roman", "part", "article"):
        walk.leave()


def _act(phrase: Phrase) -> str:
    """What the paragraph does, by its first verb: "" where it changes nothing."""
    text = phrase.masked
    early = takewhile(lambda one: one.start() <= _LAST_WORDS, _VERB.finditer(text))
    match = next((one for one in early if _governs(text, one.start(), one.end())), None)
    if match is None or not (_THING.search(text) or "“" in text):
        return ""
    act = next(name for name in ("end", "add", "change") if match[name])
    ahead = text[match.end() : match.end() + 40]
    if act == "change" and re.match(r",? (?:va )?bo sung\b", ahead):
        return "change"
    return act


def _governs(text: str, start: int, end: int) -> bool:
    """Whether a verb says what the paragraph does: it begins it, or something named before it is changed."""
    before = text[:start].rstrip()
    short = len(before) < 4 or _STARTS.fullmatch(text[:start]) is not None
    passive = before.endswith(("duoc", "nay", "thong nhat", "dong y", ",", ":", "y kien", ";", "”"))
    numbered = re.search(r"\b(?:so|thu tu|stt|khoan|muc|diem) [\w.]+$", before) is not None
    return short or passive or numbered or text[end : end + 1] in ("", ".", ";")


def _open(walk: _Walk, act: str, phrase: Phrase, paragraph: Paragraph) -> None:
    named = named_in(phrase)
    hint = field_named(phrase.masked)
    opened = _Open(act, named, hint, paragraph.kind, _marked(paragraph), text=phrase.text)
    heads = _leads_on(phrase)
    opened.wordings = list(_worded(opened, phrase))
    if act == "add" and named.exact and _is_part(phrase, opened):
        opened.act = "change"
    if act == "end" and "cum tu" in phrase.masked and opened.wordings:
        opened.act = "change"
    listing = heads and len(named.numbers) > 1 and not opened.wordings
    if not listing and (named.numbers or named.name or opened.wordings):
        walk.leave() if not walk.head or not _is_under(walk.head, paragraph) else walk.close()
        opened.waiting = heads or _open_quote(opened)
        walk.clause = opened
    else:
        walk.leave()
        walk.head, walk.used = opened, False


def _worded(opened: _Open, phrase: Phrase) -> Sequence[Wording]:
    if opened.act == "end":
        return ()
    if opened.act == "add":
        joined = [one for one in wordings_in(phrase, opened.named.about) if one.joins]
        return joined or _added(phrase, opened)
    return wordings_in(phrase, opened.named.about, opened.hint)


def _added(phrase: Phrase, opened: _Open) -> Sequence[Wording]:
    """What is added, where the opening paragraph says it: behind its colon, in quotation marks, or as its name."""
    text = phrase.masked
    quoted = re.search(
        r"(?:nhiem vu|chi tieu|noi dung|trach nhiem)[^“”:]{0,60}:?\s*(?P<new>“■+”)(?P<rest>.*)",
        text,
    )
    if quoted:
        rest = phrase.text[slice(*quoted.span("rest"))].lstrip(" ,;.")
        said = phrase.said(*quoted.span("new"))
        return parts_with(said, rest)
    colon = text.find(":")
    if 0 <= colon < len(text.rstrip()) - 1:
        return parts_of(phrase.text[colon + 1 :].strip())
    return [Wording("text", "", opened.named.name)] if opened.named.name else ()


def parts_with(said: str, rest: str) -> list[Wording]:
    """What is added by these quoted words, with who does it and until when as the words behind tell."""
    others = parts_of(f"{said}; {rest}") if rest else ()
    return [Wording("text", "", said), *(one for one in others if one.field != "text")]


def _is_part(phrase: Phrase, opened: _Open) -> bool:
    """Whether words are added to a part of an item that is there already: "bổ sung cơ quan phối hợp của nhiệm vụ …"."""
    if any(one.joins for one in opened.wordings):
        return True
    return _INTO.search(phrase.masked) is not None


def _leads_on(phrase: Phrase) -> bool:
    text = phrase.masked.rstrip()
    return text.endswith((":", "nhu sau", "nhu sau.", "sau day", "sau day.")) or phrase.is_open


def _child(walk: _Walk, phrase: Phrase, paragraph: Paragraph) -> None:
    """A paragraph under a heading: a clause of its act."""
    head = walk.head
    if head is None:
        return
    labelled = label_in(phrase.text)
    named = named_in(phrase)
    if labelled and not named.numbers and head.act == "add":
        walk.close()
        opened = _Open(
            "add", Named(head.named.about or named.about), "", paragraph.kind, _marked(paragraph)
        )
        opened.wordings = [Wording(labelled[0], "", labelled[1])]
    elif head.act == "add" and not named.exact:
        walk.close()
        about = Named(head.named.about or "task", (), head.named.place)
        opened = _Open(
            "add", about, "", paragraph.kind, _marked(paragraph), list(parts_of(phrase.text))
        )
    else:
        walk.close()
        opened = _named_child(head, named, phrase, paragraph)
    walk.clause = opened


def _named_child(head: _Open, named: Named, phrase: Phrase, paragraph: Paragraph) -> _Open:
    about = named.about or head.named.about
    name = named.name or ("" if named.numbers else bare(phrase.text.partition(":")[0]))
    numbers = named.numbers or head.named.numbers
    exact = named.exact or (not named.numbers and head.named.exact)
    whole = Named(
        about, numbers, named.place or head.named.place, name if not numbers else "", exact
    )
    opened = _Open(head.act, whole, head.hint, paragraph.kind, _marked(paragraph))
    if head.act == "add":
        opened.wordings = list(_added(phrase, opened))
    elif head.act == "change":
        opened.wordings = list(wordings_in(phrase, about, head.hint))
    opened.waiting = _leads_on(phrase)
    return opened


def _is_under(head: _Open, paragraph: Paragraph) -> bool:
    """Whether a paragraph may stand below a heading: its mark is of a lower rank."""
    if not paragraph.kind or not head.kind:
        return bool(paragraph.kind) or not head.kind
    return RANKS[paragraph.kind] > RANKS[head.kind]


def _is_sibling(current: _Open, paragraph: Paragraph) -> bool:
    if not paragraph.kind or not current.kind:
        return False
    return RANKS[paragraph.kind] <= RANKS[current.kind]


def _label(current: _Open, labelled: tuple[str, str], paragraph: Paragraph) -> None:
    place, said = labelled
    current.wordings = [one for one in current.wordings if one.field != place]
    current.wordings.append(Wording(place, "", said))
    current.take(paragraph)


def _go_on(current: _Open, paragraph: Paragraph) -> None:
    """Words that follow an opening which leads on: they are what it sets."""
    said = " ".join(word.text for word in current.take(paragraph))
    part = "figure" if current.named.about == "target" else current.hint or "text"
    before = next((one for one in current.wordings if one.field == part), None)
    if before is None and current.act == "add" and "“" not in said:
        current.wordings = list(parts_of(said))
        return
    joined = f"{before.new} {said}" if before else said
    current.wordings = [one for one in current.wordings if one is not before]
    current.wordings.append(Wording(part, "", joined))


def _open_quote(current: _Open) -> bool:
    return current.depth > 0


def _marked(paragraph: Paragraph) -> list[Word]:
    return list(paragraph.words)


def _stands_alone(head: _Open) -> bool:
    """Whether a heading that nothing followed says something by itself."""
    text = flat(head.text)
    if head.named.numbers:
        return True
    return text.rstrip().endswith((".", ";")) and not (_ANNEXED.search(text) or _CITES.search(text))


def _clause(opened: _Open) -> Clause:
    wordings = tuple(_bared(one) for one in opened.wordings)
    named, about = opened.named, opened.named.about
    if not about and not named.exact and wordings and _of_an_office(wordings[-1].new):
        about = "duty"
    return Clause(
        opened.act,
        about,
        named.numbers,
        named.place,
        named.name if opened.act != "add" else "",
        wordings,
        quotes_of(opened.words),
        _confidence(opened, wordings, about),
    )


def _bared(wording: Wording) -> Wording:
    """The wording without the marks around a quotation that went over several paragraphs."""
    quoted = wording.new[:1] in ("“", '"', "«")
    return replace(wording, new=bare(wording.new)) if quoted else wording


def _of_an_office(text: str) -> bool:
    """Whether words tell an office what to do: "3. Phòng Nội vụ: …"."""
    words = phrase_of(
        [Word(part, n, 1, None, n == 0, False) for n, part in enumerate(text.split())]
    )
    rest = (
        words.words[1:]
        if words.words and re.match(r"\d+(?:\.\d+)*\.?$", words.words[0].text)
        else words.words
    )
    return bool(rest) and begins_office(rest, 0) and ":" in text[:80]


def _confidence(opened: _Open, wordings: Sequence[Wording], about: str) -> Confidence:
    """Sure where the act, what it is about and what it sets are all told; doubtful where nothing is set."""
    if opened.act == "add":
        return Confidence.SURE if about and _has(wordings, "text") else Confidence.CHECK
    if opened.act == "change" and not wordings:
        return Confidence.DOUBTFUL
    told = bool(opened.named.exact) and all(one.field for one in wordings)
    return Confidence.SURE if told else Confidence.CHECK


def _has(wordings: Iterable[Wording], part: str) -> bool:
    return any(one.field == part for one in wordings)
