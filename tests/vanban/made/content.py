"""What a made plan consists of, before it is given the shape of any file."""

from dataclasses import dataclass
from typing import NamedTuple


class Merged(NamedTuple):
    """A cell that covers several rows or columns; the places it covers hold None."""

    text: str
    rows: int = 1
    columns: int = 1


Row = tuple[str | Merged | None, ...]


@dataclass(frozen=True)
class Text:
    """A paragraph. `mark` is its number or bullet, `level` 1 (Roman) to 4 (dash) with a mark, 0 without one."""

    words: str
    mark: str = ""
    level: int = 0
    bold: bool = False
    centred: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Grid:
    """A table; the first `head` rows repeat on every page."""

    rows: tuple[Row, ...]
    widths: tuple[int, ...]
    head: int = 1


Part = Text | Grid


@dataclass(frozen=True)
class Plan:
    """A plan in our own words; `annex` begins a page of its own, on its side."""

    slug: str
    issuer: tuple[str, ...]
    number: str
    place_and_date: str
    kind: str
    title: str
    body: tuple[Part, ...]
    recipients: tuple[str, ...]
    capacity: tuple[str, ...]
    signer: str
    annex: tuple[Part, ...] = ()
    # Words that a tracked change put in, and what it took out: Word files carry both.
    changed: tuple[str, str] = ("", "")


def roman(mark: str, words: str) -> Text:
    return Text(words, mark, 1, bold=True)


def arabic(mark: str, words: str, bold: bool = False) -> Text:
    return Text(words, mark, 2, bold=bold)


def letter(mark: str, words: str) -> Text:
    return Text(words, mark, 3)


def dash(words: str) -> Text:
    return Text(words, "-", 4)


def title(words: str) -> Text:
    return Text(words, bold=True, centred=True)


MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
