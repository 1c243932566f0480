"""The outline of a document: headings and items by their marks, as far down as "-" and "+"."""

from collections.abc import Sequence

from vanban.model import Provision, Source
from vanban.numbering import RANKS
from vanban.paragraphs import Paragraph, read_paragraphs
from vanban.passages import quotes_of
from vanban.tables import body_lines, read_tables
from vanban.text import fold

_SILENT = ("noi nhan", "kinh gui")  # what is listed below these are receivers, not provisions


def read_outline(source: Source) -> tuple[Provision, ...]:
    """Every marked paragraph in reading order; those in tables are not among them.

    `level` counts from 1 and is how deep the item stands in its own surroundings: a "-" right under
    "II." has level 2. `text` is the paragraph without its mark, `quote` its words up to a page break.
    """
    return outline_of(read_paragraphs(source, body_lines(source, read_tables(source))))


def outline_of(paragraphs: Sequence[Paragraph]) -> tuple[Provision, ...]:
    """The marked ones among the paragraphs as provisions."""
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
