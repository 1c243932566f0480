"""What a clause says anew: "từ … thành …", "“…” bằng “…”", "nay đọc là", "đến hết ngày …", "như sau: …"."""

import re
from collections.abc import Iterator

from vanban.amending.phrase import Phrase, flat
from vanban.deadlines.reading import read_deadline
from vanban.model import Wording

# Which part of an item is meant; of several named before the words the last one.
FIELDS = (
    ("deadline", r"thoi han|thoi gian|tien do|han hoan thanh|lo trinh|thoi diem"),
    ("coordinating", r"phoi hop"),
    ("lead", r"chu tri|don vi thuc hien|co quan thuc hien"),
    ("product", r"san pham|dau ra"),
    ("figure", r"chi tieu|so lieu|muc phan dau"),
    ("text", r"noi dung|ten nhiem vu|ten goi|khoan \d|diem [a-z]\b"),
    ("", r"cum tu|tu ngu"),
)
_FIELD = re.compile("|".join(rf"(?P<f{n}>\b(?:{form}))" for n, (_, form) in enumerate(FIELDS)))
_QUOTED = "“■*”"
_TURN = r"(?:(?<!hoan )thanh|sang|bang|xuong con|xuong|len|lai la|doc la|dung la|sua la|doi la)"
_PAIR = re.compile(
    rf"(?P<old>{_QUOTED})(?P<between>[^“”;.]{{0,60}}?[;.]?[^“”;.]{{0,60}}?\b{_TURN}\b[^“”;.]{{0,40}}?)(?P<new>{_QUOTED})"
)
_END = r"(?=\s*(?:\./\.|[.;/]*$|; |\. |, (?=tu |dong thoi)|\())"
_FROM_TO = re.compile(
    rf"\btu (?:la )?(?P<old>{_QUOTED}|[^“”;:]{{1,160}}?) (?:(?<!hoan )thanh|sang|len|xuong(?: con)?|bang)(?: la)?:? "
    rf"(?P<new>{_QUOTED}|[^“”;]{{1,200}}?){_END}"
)
_DAY_TO_DAY = re.compile(
    rf"\btu (?P<old>(?:het )?(?:ngay|thang|quy|nam) [^“”;:]{{1,40}}?) den (?P<new>[^“”;]{{1,80}}?){_END}"
)
_INSTEAD = re.compile(
    rf"\bgiao (?P<new>[^“”;:]{{3,120}}?) (?:lam |la )?(?:co quan |don vi )?(?P<role>chu tri|phoi hop)\b"
    rf"[^“”;:]{{0,200}}? thay(?: cho| the)? (?P<old>[^“”;:]{{3,120}}?){_END}"
)
_JOINED = re.compile(
    r"\bbo sung (?:them )?(?P<new>[^“”;:]{3,200}?) (?:vao|la|lam|tham gia)\b[^“”;:]{0,200}?\b(?P<role>phoi hop|chu tri)"
)
_JOINED_LAST = re.compile(
    rf"\bbo sung (?:them )?(?:co quan|don vi) (?P<role>phoi hop|chu tri)[^“”;:]{{0,200}}?"
    rf"(?::| la| gom) (?P<new>[^“”;]{{3,200}}?){_END}"
)
_ONLY_NEW = re.compile(
    rf"(?:\b(?:(?<!hoan )thanh|nhu sau|bang|lai la|doc la)(?: la)?\s*:?) (?P<new>{_QUOTED}|[^“”;:]{{2,400}}?){_END}"
)
_IS = re.compile(rf"\bla:? (?P<new>{_QUOTED}|[^“”;:]{{2,200}}?){_END}")
_COLON = re.compile(rf": (?P<new>{_QUOTED}|[^“”;:]{{2,400}}?){_END}")
_UNTIL = re.compile(rf"\bden (?P<new>[^“”;:]{{3,80}}?){_END}")
_BEFORE = re.compile(
    rf"\b(?:thay cho|thay vi|truoc day la|truoc la|cu la)[: ]+(?P<old>{_QUOTED}|[^“”;:()]{{2,120}}?)(?=[.;)]|$)"
)
_ANNEXED = re.compile(r"\b(?:kem theo|dinh kem)\b")
_OFFICE = re.compile(
    r"(?:so|phong|ban|cuc|chi cuc|ubnd|uy ban|van phong|trung tam|cong an|thanh tra|bo phan|hoi|doan)\b"
)


def wordings_in(phrase: Phrase, about: str, hint: str = "") -> tuple[Wording, ...]:
    """All that the phrase sets, each part of an item once; `hint` is the part that its heading names."""
    found = list(_assigned(phrase)) or list(_pairs(phrase, about, hint))
    if not found:
        found = list(_one(phrase, about, hint))
    return tuple(found)


def _assigned(phrase: Phrase) -> Iterator[Wording]:
    """An office put in the place of another, or beside those that are named."""
    text = phrase.masked
    if match := _INSTEAD.search(text):
        role = "lead" if match["role"] == "chu tri" else "coordinating"
        yield Wording(role, phrase.said(*match.span("old")), phrase.said(*match.span("new")))
    elif match := _JOINED.search(text) or _JOINED_LAST.search(text):
        role = "lead" if match["role"] == "chu tri" else "coordinating"
        yield Wording(role, "", phrase.said(*match.span("new")), joins=True)


def _pairs(phrase: Phrase, about: str, hint: str) -> Iterator[Wording]:
    text, place, behind = phrase.masked, 0, 0
    named: str | None = None
    ahead = {form: _real(form, phrase, 0) for form in (_PAIR, _FROM_TO, _DAY_TO_DAY)}
    while matches := [match for match in ahead.values() if match]:
        match = min(matches, key=lambda one: one.start("old"))
        old, new = phrase.said(*match.span("old")), phrase.said(*match.span("new"))
        here = _named(text[behind : match.start()])
        named = named if here is None else here
        yield Wording(_part_of(named, old, new, about, hint), old, new)
        behind, place = match.start(), match.end()
        for form, found in ahead.items():
            if found and found.start() < place:
                ahead[form] = _real(form, phrase, place)


def _real(form: re.Pattern[str], phrase: Phrase, place: int) -> re.Match[str] | None:
    """The next match whose "tu" is "từ" as printed: not that of "đầu tư" or of "thủ tục"."""
    for match in form.finditer(phrase.masked, place):
        begin = phrase.text[match.start() : match.start() + 2].lower()
        if phrase.masked[match.start()] == "“" or begin == "từ":
            return match
    return None


def _one(phrase: Phrase, about: str, hint: str) -> Iterator[Wording]:
    """What holds from now on alone, and what held before if that is said apart."""
    text = phrase.masked
    before = _BEFORE.search(text)
    old = phrase.said(*before.span("old")) if before else ""
    head = text[: before.start()].rstrip(" ,(") if before else text
    named = _named(head) or hint
    match = _new(head, named)
    if match and not _ANNEXED.search(match["new"]):
        new = phrase.said(*match.span("new"))
        if flat(new).startswith("den ") and named == "deadline":
            new = new[4:].strip()
        part = _part_of(_named(head[: match.start()]), old, new, about, hint)
        yield Wording(part, old, new)


def _new(text: str, named: str | None) -> re.Match[str] | None:
    """Where it stands what holds from now on."""
    until = _UNTIL.search(text) if named == "deadline" else None
    plainly = _IS.search(text) if named and named != "text" else None
    return _ONLY_NEW.search(text) or until or plainly or _COLON.search(text)


def _named(text: str) -> str | None:
    matches = list(_FIELD.finditer(text))
    if not matches:
        return None
    last = matches[-1]
    number = next(n for n in range(len(FIELDS)) if last[f"f{n}"])
    return FIELDS[number][0]


def field_named(text: str) -> str:
    """The part of an item that folded words name, "" where none or several are."""
    found = {
        FIELDS[n][0]
        for match in _FIELD.finditer(text)
        for n in range(len(FIELDS))
        if match[f"f{n}"]
    }
    found.discard("")
    firm = found - {"text", "figure"} or found
    return firm.pop() if len(firm) == 1 else ""


def _part_of(named: str | None, old: str, new: str, about: str, hint: str) -> str:
    """The part that was `named` before the words, or that the heading or the words themselves tell."""
    if named in ("text", "figure", None) and hint:
        return hint
    if named == "text" or named is None:
        return guessed(old, new, about) or named or ""
    return named


def guessed(old: str, new: str, about: str) -> str:
    """The part of an item that the words themselves tell: a time, an office, the figure of a target."""
    if about == "target":
        return "figure"
    said = [text for text in (old, new) if text]
    if said and all(_is_time(text) for text in said):
        return "deadline"
    if said and all(len(text) < 80 and _OFFICE.match(flat(text)) for text in said):
        return "lead"
    return ""


def _is_time(text: str) -> bool:
    return len(text) < 60 and read_deadline(text).kind not in ("none", "conditional")
