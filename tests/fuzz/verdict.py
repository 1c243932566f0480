"""What must hold for every file whatever: a reading that is true to its file, or a refusal in a sentence."""

import json
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jsonschema

from vanban.jsonform import plain_value, to_json
from vanban.model import Quote, Reading
from vanban.passages import lines_of
from vanban.reader import read
from vanban.schema import reading_schema
from vanban.sources import Unreadable
from vanban.text import nfc, squash

LANGUAGES = ("vi", "en")


class Wrong(Exception):
    """Something that must never be; the message says what."""


def judge(data: bytes, suffix: str) -> str:
    """ "read" or the code of the refusal. Raises Wrong, or whatever the reader should not have raised."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"document{suffix}"
        path.write_bytes(data)
        try:
            reading = read(path)
        except Unreadable as refusal:
            _check_sentences(refusal)
            return refusal.code
    check_reading(reading)
    return "read"


def check_reading(reading: Reading) -> None:
    """Raises Wrong unless the reading fits its schema and every quote stands at its place."""
    data = json.loads(json.dumps(to_json(reading), allow_nan=False))
    error = next(_validator().iter_errors(data), None)
    if error is not None:
        raise Wrong(f"schema: {error.json_path}: {error.message[:200]}")
    texts = {
        line.number: squash(nfc(line.printed or line.text))
        for line in lines_of(reading.source.blocks)
    }
    for quote in quotes_in(reading):
        place = "".join(texts.get(number, "") for number in range(quote.line, quote.last_line + 1))
        if squash(nfc(quote.text)) not in place:
            raise Wrong(
                f"quote not at its place: {quote.text[:80]!r}, lines {quote.line}-{quote.last_line}"
            )
        for box in quote.boxes:
            if not (
                0 <= box.left <= box.right <= 1
                and 0 <= box.top <= box.bottom <= 1
                and box.page >= 1
            ):
                raise Wrong(f"box outside of its page: {box}")


def quotes_in(reading: Reading) -> Iterator[Quote]:
    """Every quote anywhere in the reading."""
    parts: list[object] = [
        reading.header, reading.provisions, reading.targets, reading.tasks, reading.duties, reading.findings,
    ]  # fmt: skip
    while parts:
        part = parts.pop()
        if isinstance(part, Quote):
            yield part
        elif isinstance(part, tuple):
            parts.extend(part)
        elif hasattr(part, "items"):
            parts.extend(part.values())
        elif hasattr(part, "__dataclass_fields__"):
            parts.extend(getattr(part, name) for name in part.__dataclass_fields__)


def _check_sentences(refusal: Unreadable) -> None:
    for language in LANGUAGES:
        sentence = refusal.sentence(language)
        if not sentence.strip() or "{" in sentence or "\ufffd" in sentence:
            raise Wrong(f"refusal {refusal.code} says {sentence!r}")
    json.dumps(plain_value(dict(refusal.values)))


@cache
def _validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(reading_schema())
