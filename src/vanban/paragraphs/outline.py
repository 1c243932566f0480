"""The outline of a document: headings and items by their marks, as far down as "-" and "+"."""

from collections.abc import Sequence

from vanban.model import Provision
from vanban.paragraphs.numbering import RANKS
from vanban.paragraphs.reading import Paragraph
from vanban.passages import quotes_of
from vanban.text import fold

_SILENT = ("noi nhan", "kinh gui")  # what is listed below these are receivers, not provisions


def outline_of(paragraphs: Sequence[Paragraph]) -> tuple[Provision, ...]:
    """The marked ones among the paragraphs as provisions, in reading order.

    `level` counts from 1 and is how deep the item stands in its own surroundings: a "-" right under
    "II." has level 2. `text` is the paragraph without its mark, `quote` its words up to a page break.
    """
    provisions: list[Provision] = []
    open_kinds: list[str] = []
    silent = False
    for paragraph in paragraphs:
        silent = _is_silent(paragraph, silent)
        if silent or not paragraph.kind or not paragraph.words:
            continue
        open_kinds = [kind for kind in open_kinds if RANKS[kind] < RANKS[paragraph.kind]] + [
            paragraph.kind
        ]
        quote = quotes_of(paragraph.words)[0]
        provisions.append(Provision(paragraph.number, len(open_kinds), paragraph.text, quote))
    return tuple(provisions)


def _is_silent(paragraph: Paragraph, silent: bool) -> bool:
    if paragraph.kind in ("annex", "part", "roman"):
        return False
    return silent or fold(paragraph.text).startswith(_SILENT)
