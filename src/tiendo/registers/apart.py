"""What tells rows of one name apart, where a row of another table is chosen or named in a sheet."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db import models

from tiendo.agencies.models import Agency
from tiendo.registers.columns import area_of, plain
from tiendo.registers.register import register_of
from vanban.text import key

SHOWN = 3


def apart(row: Any) -> str:
    """The words of a row with the rest of its key: "Cơ sở A (1400123456)", "Cơ sở A (xã An)", "Lớp hàn (15/03/2024)".

    A personal number is never said; its commune stands for it.
    """
    rest = ", ".join(dict.fromkeys(_rest(row)))
    return f"{row} ({rest})" if rest else str(row)


def _rest(row: Any) -> Iterator[str]:
    register, words = register_of(type(row)), str(row)
    covers = getattr(row, "masked", {})
    for name in register.key if register else ():
        value = getattr(row, name)
        if name in covers and covers[name](row):
            value = getattr(row, "commune", None)
        said = _said(row, name, value)
        if said and said not in words:
            yield said


def _said(row: Any, name: str, value: Any) -> str:
    if isinstance(value, Agency):
        return area_of(value)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    labels = dict(row._meta.get_field(name).flatchoices)
    return str(labels.get(value, "" if value is None else value))


def several(rows: Iterable[Any]) -> str:
    """The first rows of one name as they are told apart, for a sentence; "" where nothing tells them apart."""
    told = [apart(row) for row in rows]
    return "”, “".join(told[:SHOWN]) if len(set(told)) == len(told) else ""


def told_apart(rows: Sequence[Any], words: Callable[[Any], str]) -> list[str]:
    """The words of each row in a list to choose from; those that are called alike with what tells them apart."""
    names = [words(row) for row in rows]
    counted = Counter(names)
    return [
        apart(row) if counted[name] > 1 and register_of(type(row)) else name
        for row, name in zip(rows, names, strict=True)
    ]


class InSheets:
    """How rows of other tables are called in a sheet: by their words, told apart where two have the same."""

    def __init__(self, locality: int) -> None:
        self.locality = locality
        self.doubled: dict[type[models.Model], set[str]] = {}

    def words(self, value: Any) -> Any:
        """A value as a cell holds it."""
        if not isinstance(value, models.Model) or isinstance(value, Agency):
            return plain(value)
        if type(value) not in self.doubled:
            self.doubled[type(value)] = self._doubled(value)
        return apart(value) if key(str(value)) in self.doubled[type(value)] else str(value)

    def _doubled(self, row: models.Model) -> set[str]:
        """The words that several rows of that table have, where they are those of one of its fields."""
        texts = [
            each.name for each in row._meta.concrete_fields if isinstance(each, models.CharField)
        ]
        called = next((name for name in texts if getattr(row, name) == str(row)), "")
        if not called:
            return set()
        rows = type(row)._default_manager.filter(locality=self.locality)
        counted = Counter(map(key, rows.values_list(called, flat=True).iterator()))
        return {words for words, times in counted.items() if times > 1}
