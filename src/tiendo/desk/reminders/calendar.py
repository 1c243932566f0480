"""Calendars as other programs read them (RFC 5545): whole days, folded at 75 octets, lines ended by CRLF.

A reference for what is written here: RFC 5545, 3.1 (folding), 3.3.11 (escaped text), 3.6.1 (events), 3.8.4.7 (UID).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

OCTETS = 75
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Event:
    """One whole day; `uid` stays the same however often the calendar is fetched. `url` may be empty."""

    uid: str
    day: date
    title: str
    words: str = ""
    url: str = ""


def written(name: str, events: Iterable[Event], now: datetime) -> str:
    """The calendar `name`. `now` is the moment it is made; it must know its time zone."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Tien Do//Nhac viec//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
    ]
    for event in events:
        lines += _event(event, now)
    lines.append("END:VCALENDAR")
    return "".join(folded(line) for line in lines)


def _event(event: Event, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(event.title)}"
    if event.words:
        yield f"DESCRIPTION:{escaped(event.words)}"
    if event.url:
        yield f"URL:{event.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """Text as a value: backslash, semicolon, comma and line ends escaped; other control characters left out."""
    plain = "".join(letter for letter in text if letter in "\n\t" or ord(letter) >= 32)
    return plain.replace("\x7f", "").translate(ESCAPED)


def folded(line: str) -> str:
    """The line in pieces of at most 75 octets, no letter cut apart, each further one after a space; ended by CRLF."""
    pieces, piece, octets = [], "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > OCTETS:
            pieces.append(piece)
            piece, octets = "", 1  # the space
        piece, octets = piece + letter, octets + size
    return "\r\n ".join([*pieces, piece]) + "\r\n"
