"""What `vanban check` says about a document: a remark at its places, and the code that explains it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from vanban.model import Quote


class Severity(StrEnum):
    """`wrong`: contradicts itself or the calendar. `missing`: not said, or not clearly. `look`: worth a look."""

    WRONG = "wrong"
    MISSING = "missing"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence in both languages; a remark's values fill its braces."""

    vi: str
    en: str

    def in_language(self, language: str, values: Mapping[str, str]) -> str:
        """The sentence in "vi" or "en"."""
        return (self.en if language == "en" else self.vi).format(**values)


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of remark. `code` is stable; `why` names the rule behind it, `todo` what a person does about it."""

    code: str
    severity: Severity
    says: Said
    why: Said
    todo: Said


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at. `quotes` are the places, the first one the foremost; none for what is not there."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    quotes: tuple[Quote, ...] = ()
