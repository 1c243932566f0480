"""What a page says in which language: the words between its tags and in the attributes that are read out."""

import re
from collections.abc import Iterator
from functools import cache

from lxml import html

from tiendo.messages import catalogue_paths, read_catalogue

NAME = "Tiến Độ"  # of the product, in every language
READ_OUT = ("title", "alt", "placeholder", "aria-label", "aria-description", "label", "summary")
SILENT = ("script", "style", "textarea")  # a text area holds what somebody typed
QUOTED = re.compile("“[^”]*”")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|%%")
TAG = re.compile(r"<[^>]+>")
WORD = re.compile(r"[A-Za-z]{2,}")
# Words of English that are no syllables of Vietnamese.
ENGLISH = re.compile(r"\b(?:the|and|with|of|is|are|this|these|your|not|yet|by|for)\b", re.I)


def spoken(page: str) -> Iterator[tuple[str, str]]:
    """Yield (language, words) for everything a page shows or reads out, the empty left out."""
    return _spoken(html.document_fromstring(page))


def _spoken(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    languages: dict[html.HtmlElement | None, str] = {None: ""}
    for element in root.iter():  # what surrounds an element comes before it
        around = languages[element.getparent()]
        own = languages[element] = element.get("lang") or around
        if isinstance(element.tag, str) and element.tag not in SILENT:
            yield from _said(own, [element.text, *_attributes(element)])
        yield from _said(around, [element.tail])


def _said(language: str, texts: list[str | None]) -> Iterator[tuple[str, str]]:
    for text in texts:
        if text and text.strip():
            yield language, " ".join(text.split())


def _attributes(element: html.HtmlElement) -> list[str]:
    """The attributes that people see or hear; the value of a button is one, that of a field is data."""
    found = [element.get(name, "") for name in READ_OUT]
    found += [value for name, value in element.attrib.items() if name.startswith("data-label")]
    if element.tag == "input" and element.get("type") in ("submit", "button", "reset"):
        found.append(element.get("value", ""))
    return found


def foreign_letters(page: str) -> list[str]:
    """What an English page says outside of lang="vi" with letters that English does not have.

    Data may stand elsewhere in two ways only: in “quotes” within a sentence, and in the title, which can
    mark no language, when the page says the same words as data.
    """
    root = html.document_fromstring(page)
    said = list(_spoken(root))
    data = {words for language, words in said if language == "vi"}
    title = " ".join((root.findtext(".//title") or "").split())
    parts = [part for part in title.split(" · ") if part not in data]
    sentences = [words for language, words in said if language != "vi" and words != title]
    return [words for words in [*parts, *sentences] if _is_foreign(words)]


def _is_foreign(words: str) -> bool:
    rest = QUOTED.sub("", words.replace(NAME, ""))
    return any(char.isalpha() and ord(char) > 127 for char in rest)


def left_in_english(page: str) -> list[str]:
    """What a Vietnamese page says outside of lang="en" in the words of a msgid, or with an English word."""
    said = [words for language, words in spoken(page) if language != "en"]
    whole = " ".join(said)
    return [piece for piece in english_pieces() if piece in whole] + [
        words for words in said if ENGLISH.search(words)
    ]


@cache
def english_pieces() -> frozenset[str]:
    """The parts of all msgids, between placeholders and tags, that have three English words or more."""
    found = set()
    for path in catalogue_paths("vi"):
        for message in filter(lambda message: message.id, read_catalogue(path)):
            msgids = (message.id,) if isinstance(message.id, str) else message.id
            for msgid in msgids:
                pieces = PLACEHOLDER.sub("\0", TAG.sub("\0", msgid)).split("\0")
                found |= {
                    " ".join(piece.split()) for piece in pieces if len(WORD.findall(piece)) > 2
                }
    return frozenset(found)
