"""What is pasted into a box from Word or Excel: tables as readable lines, old fonts offered as Unicode.

A text typed for .VnTime (TCVN3) or VNI-Times looks like "§· më 02 líp" here. Nothing of it is changed without
being asked: the box shows how it would read, and the person says which of the two is meant.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vanban.check.spelling.syllables import is_possible
from vanban.sources.encodings import DECODERS
from vanban.sources.legacy import MODERN

FONTS: Mapping[str, str] = {"TCVN3": ".VnTime (TCVN3)", "VNI": "VNI-Times (VNI)"}
AROUND = "0123456789.,;:!?()[]\"'/-–%"
FEWEST = 3  # words with letters that are none of English
MOSTLY, HARDLY = 0.8, 0.4  # of these words are Vietnamese afterwards, before
UNICODE, AS_IT_IS = "unicode", "as-it-is"
UNDECIDED = _(
    "Say below whether these words are to be changed to Unicode, or are right as they are."
)


@dataclass(frozen=True, slots=True)
class Offer:
    """The font a text seems to be typed for, and how it reads in Unicode."""

    font: str
    text: str


def offer_for(text: str) -> Offer | None:
    """How a text reads that seems to be typed for an old font; None for all others."""
    words = _foreign(text)
    if len(words) < FEWEST or MODERN.search(text) or _possible(words) > HARDLY:
        return None
    shares = {name: _possible([DECODERS[name](word) for word in words]) for name in FONTS}
    best = max(shares, key=lambda name: shares[name])
    return Offer(FONTS[best], DECODERS[best](text)) if shares[best] >= MOSTLY else None


def _foreign(text: str) -> list[str]:
    words = (word.strip(AROUND) for word in text.split())
    return [word for word in words if not word.isascii()]


def _possible(words: list[str]) -> float:
    return sum(is_possible(word.lower()) for word in words) / len(words)


def as_lines(text: str) -> str:
    """A table that was pasted, a row a line and its cells parted by bars; all else as it is."""
    return "\n".join(_cells(line) if "\t" in line else line for line in text.splitlines())


def _cells(line: str) -> str:
    cells = [re.sub(r"\s+", " ", cell).strip() for cell in line.strip().split("\t")]
    return " | ".join(cells) if len(cells) > 1 else cells[0]


class WordsInput(forms.Textarea):
    """A box for words that may have been pasted."""

    template_name = "progress/words.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        """What was typed; in Unicode where that was chosen."""
        text = super().value_from_datadict(data, files, name)
        if text is None:
            return None
        offer = offer_for(text) if data.get(f"{name}-letters") == UNICODE else None
        return as_lines(offer.text if offer else text)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """The box, and what is offered for its words."""
        context = super().get_context(name, value, attrs)
        context["offer"] = offer_for(value) if value else None
        return context


def refuse_undecided(form: forms.Form) -> None:
    """Add an error where words seem to be typed for an old font and nobody said what is meant."""
    for name, field in form.fields.items():
        text = form.cleaned_data.get(name)
        if not isinstance(field.widget, WordsInput) or not isinstance(text, str):
            continue
        said = form.data.get(f"{form.add_prefix(name)}-letters")
        if said != AS_IT_IS and offer_for(text):
            form.add_error(name, UNDECIDED)
