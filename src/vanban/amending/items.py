"""What a clause is about: a task, a duty, a target, by the numbers, the place and the words that name it."""

import re
from dataclasses import dataclass

from vanban.amending.phrase import Phrase

_NUMBER = r"\d{1,3}(?:\.\d{1,3})*(?![\d/%]|\s*%|[.,]\d)"
_LIST = rf"{_NUMBER}(?:\s*(?:,|;|va|den)+\s*(?:(?:nhiem vu |chi tieu )?so )?{_NUMBER})*"
_COUNTED = r"(?:\s*\(?(?:tai |co |o )?(?:so thu tu|stt|so|thu)\s*:?\s*)"
_WORK = r"nhiem vu|hoat dong|cong viec|dau viec"
_AIMS = r"chi tieu|muc tieu"
_NAMED = re.compile(
    rf"\b(?:(?P<task>{_WORK})|(?P<target>{_AIMS})|(?P<duty>trach nhiem)){_COUNTED}(?P<numbers>{_LIST})"
)
_ROW = re.compile(rf"\b(?:so thu tu|stt|so tt|dong so)(?: so| thu)?\s*:?\s*(?P<numbers>{_LIST})")
_PLACED = re.compile(rf"\b(?P<step>khoan|muc|tiet)(?: so)? (?P<numbers>{_LIST})")
_LETTERED = re.compile(r"\b(?:diem|tiet) [a-zđ]\b")
_PLACE = re.compile(
    r"\b(?:(?:diem|tiet) (?:[a-z]|\d+(?:\.\d+)*)|khoan \d+|muc (?:[ivx]+|\d+(?:\.\d+)*)|phan (?:[ivx]+|\d+|thu \w+)"
    r"|(?:phu luc|bieu)(?: so)?(?: (?:[ivx]+|\d+))?)\b"
)
_ABOUT = (
    ("target", re.compile(rf"\b(?:{_AIMS})\b")),
    ("task", re.compile(rf"\b(?:{_WORK}|so thu tu|stt)\b")),
    ("duty", re.compile(r"\btrach nhiem\b")),
)
_NAME = re.compile(
    rf"\b(?:{_WORK}|{_AIMS}|trach nhiem)(?: ve)?:? (?:“(?P<quoted>■+)”"
    r"|(?!so |sau\b|nhu\b|tai\b|cua\b|trong\b|theo\b|vao\b|duoc\b|den\b|tu\b|thanh\b|gom\b|va\b|da\b"
    r"|nay\b|neu\b|moi\b|:)(?P<plain>[^“”:;.]{8,200}?)"
    r"(?= (?:tu|thanh|sang|den|len|xuong|duoc|tai ke hoach|theo ke hoach|nhu sau|cua ke hoach)"
    r"\b|[:;.,]|$))"
)


@dataclass(frozen=True, slots=True)
class Named:
    """How a clause names what it is about; `exact` where it names one kind of item by its number."""

    about: str = ""
    numbers: tuple[str, ...] = ()
    place: str = ""
    name: str = ""
    exact: bool = False


def named_in(phrase: Phrase) -> Named:
    """What is named in the phrase, outside of quotations; empty where nothing is."""
    text = phrase.masked
    place = _place(phrase)
    about = next((kind for kind, form in _ABOUT if form.search(text)), "")
    if match := _NAMED.search(text):
        kind = next(kind for kind in ("task", "target", "duty") if match[kind])
        return Named(kind, _numbers(match["numbers"]), place, exact=True)
    if match := _ROW.search(text):
        kind = "target" if about == "target" else "task"
        return Named(kind, _numbers(match["numbers"]), place, exact=True)
    if match := _PLACED.search(text):
        numbers = () if _LETTERED.search(text) else _numbers(match["numbers"])
        return Named(about, numbers, place or phrase.said(*match.span()), _name(phrase))
    return Named(about, (), place, _name(phrase))


def _numbers(listed: str) -> tuple[str, ...]:
    """Each number of "3, 5 và 8"; "10 đến 12" means 11 too."""
    found: list[str] = []
    parts = re.findall(rf"{_NUMBER}|den", listed)
    for before, part in zip(["", *parts], parts, strict=False):
        if part == "den":
            continue
        if before == "den" and found and part.isdecimal() and found[-1].isdecimal():
            between = range(int(found[-1]) + 1, int(part))
            found += [str(number) for number in between]
        found.append(part)
    return tuple(dict.fromkeys(found))


def _place(phrase: Phrase) -> str:
    found = [phrase.said(*match.span()) for match in _PLACE.finditer(phrase.masked)]
    return " ".join(dict.fromkeys(found))


def _name(phrase: Phrase) -> str:
    match = _NAME.search(phrase.masked)
    if match is None:
        return ""
    group = "quoted" if match["quoted"] else "plain"
    return phrase.said(*match.span(group))
