"""A `Reading` kept with its intake: as plain values, and its blocks looked at line by line."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from vanban.model import Reading

Stored = dict[str, Any]


def plain_of(reading: Reading) -> Stored:
    """The whole reading as what JSON can hold: the names of its fields, lists, texts and numbers."""
    return _plain(reading)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, str) else value


def lines_of(reading: Stored) -> Iterator[Stored]:
    """Every line of the stored source in reading order, those in table cells included."""
    for block in reading.get("source", {}).get("blocks", ()):
        if "rows" not in block:
            yield block
            continue
        for row in block["rows"]:
            for cell in row:
                yield from cell["lines"]
