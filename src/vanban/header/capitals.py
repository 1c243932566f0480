"""Titles printed in capitals, in the letters the document itself uses for the same words further down."""

from vanban.text import nfc, plain

NEAR = 30_000  # characters behind the title in which its words are looked for
OPENINGS = (
    "ban hành",
    "về việc",
    "về",
    "phê duyệt",
    "quy định",
    "triển khai",
    "thực hiện",
    "tổ chức",
)
SHORTEST = 2  # words: a single one may be capital for another reason


def in_usual_letters(title: str, rest: str) -> str:
    """The title as a sentence, if every word of it stands in small letters behind it; else as it is printed."""
    if not title.isupper():
        return title
    words, text = title.split(), plain(nfc(rest[:NEAR]))
    lower = text.lower()
    if len(lower) != len(text):
        return title
    usual: list[str] = []
    place = 0
    while place < len(words):
        found = _longest(words[place:], text, lower)
        if not found:
            return title
        usual += found
        place += len(found)
    sentence = " ".join(usual)
    return sentence[:1].upper() + sentence[1:]


def _longest(words: list[str], text: str, lower: str) -> list[str]:
    """The most words from the first on that stand together in the text, as they stand there; none if too few do."""
    for length in range(len(words), SHORTEST - 1, -1):
        some = " ".join(words[:length])
        printed = _printed(some.lower(), text, lower)
        if printed:
            return printed.split()
    for opening in OPENINGS:
        count = opening.count(" ") + 1
        if " ".join(words[:count]).lower() == opening:
            return opening.split()
    return []


def _printed(wanted: str, text: str, lower: str) -> str:
    """The first place where the words stand apart from others and not in capitals."""
    start = lower.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        apart = not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
        if apart and not text[start:end].isupper():
            return text[start:end]
        start = lower.find(wanted, start + 1)
    return ""
