"""Web pages: what a browser prints of them, as lines and tables; nothing is fetched, nothing is run."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from vanban.model import Block, Cell, Line, Source, Table
from vanban.sources.blocks import LineCounter, checked
from vanban.sources.htmltables import is_data_table, read_cells
from vanban.sources.text import MARKS, MEGABYTE, SIGNATURES
from vanban.sources.unreadable import Unreadable

LARGEST = 40 * MEGABYTE
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.I
)
MOST_ATTRIBUTES = 1_000  # of one element; what parsing them takes grows with their square
_ATTRIBUTE = r"[ \t\r\n\f/]*[^ \t\r\n\f/>][^ \t\r\n\f/>=]*+"
_VALUE = r"(?:[ \t\r\n\f]*=[ \t\r\n\f]*(?:\"[^\"]*\"|'[^']*'|[^ \t\r\n\f>]*))?"
_CROWDED = re.compile(rf"<[A-Za-z](?>{_ATTRIBUTE}{_VALUE}){{{MOST_ATTRIBUTES}}}")
_SPACE = re.compile(r"[ \t\r\n\f\xa0\u200b]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.I)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.I)
_PLAIN_LIST = re.compile(r"list-style(?:-type)?\s*:\s*none", re.I)
# Not part of what is printed, or of no document: menus, buttons, pictures, tracked deletions.
_DROPPED = (
    "script style noscript template head title nav aside footer button select option textarea svg math iframe "
    "object canvas audio video map xml del"
)
_BOLD_TAGS = "b strong th h1 h2 h3 h4 h5 h6"
_BLOCKS = (
    "address article blockquote body center dd div dl dt fieldset figure figcaption form h1 h2 h3 h4 h5 h6 header hr "
    "html li main ol p pre section table tbody td tfoot th thead tr ul caption details summary"
)
DROPPED, BOLD_TAGS, BLOCKS = (frozenset(each.split()) for each in (_DROPPED, _BOLD_TAGS, _BLOCKS))


def read_html(path: Path) -> Source:
    """The page as it prints: paragraphs, list items with their labels, tables with merged cells.

    Raises `Unreadable`: empty, too-large, wrong-kind, binary, page-damaged, not-unicode, no-text, too-long, long-line.
    """
    size = path.stat().st_size
    if size > LARGEST:
        limit = str(LARGEST // MEGABYTE)
        raise Unreadable("too-large", {"size": str(-(-size // MEGABYTE)), "limit": limit})
    return checked(list(blocks_of_html(_characters(path.read_bytes()), LineCounter())), "html")


def _characters(data: bytes) -> str:
    """The characters of a page: by its mark, as UTF-8, or as the page itself says."""
    if not data:
        raise Unreadable("empty")
    for signature, kind in SIGNATURES.items():
        if data.startswith(signature) and len(signature) > 2:
            raise Unreadable("wrong-kind", {"kind": kind})
    encodings = [encoding for mark, encoding in MARKS if data.startswith(mark)] or ["utf-8"]
    if said := _CHARSET.search(data[:4096]):
        encodings.append(said[1].decode("ascii"))
    for encoding in encodings:
        try:
            return codecs.decode(data, codecs.lookup(encoding).name).lstrip("\ufeff")
        except (UnicodeError, LookupError, ValueError, TypeError):
            continue
    return data.decode("latin-1")  # an old encoding is told by its words afterwards


def blocks_of_html(text: str, counter: LineCounter) -> Iterator[Block]:
    """The blocks of a page or a part of one, lines numbered by `counter`.

    Raises `Unreadable`: binary, and page-damaged for a page of which the parser would leave a part out.
    """
    if "\x00" in text:
        raise Unreadable("binary")
    if _CROWDED.search(text):
        raise Unreadable("page-damaged")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        raise Unreadable("page-damaged")
    if root is not None:
        yield from _Printer(counter).blocks(root)


@dataclass(frozen=True, slots=True)
class _Look:
    """How the words within an element print."""

    bold: bool = False
    centred: bool = False
    kept: bool = False  # white space counts, as in <pre>


@dataclass(slots=True)
class _Printer:
    """Walks a tree without recursion (pages may be nested thousands deep) and prints it in lines."""

    counter: LineCounter
    within_cell: bool = False
    looks: list[_Look] = field(default_factory=lambda: [_Look()])
    words: list[tuple[str, _Look]] = field(default_factory=list)
    label: str = ""
    lists: list[int] = field(default_factory=list)

    def blocks(self, root: etree._Element) -> Iterator[Block]:
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in walk:
            if event == "start":
                skipped = element if self._is_left_out(element) or self._is_table(element) else None
                yield from self._open(element, skipped is not None)
                if skipped is not None:
                    walk.skip_subtree()
            else:
                yield from self._close(element, element is skipped, element is root)
        yield from self._flush()

    def _is_left_out(self, element: etree._Element) -> bool:
        style = element.get("style") or ""
        return (
            element.tag in DROPPED
            or element.get("hidden") is not None
            or bool(_HIDDEN.search(style))
        )

    def _is_table(self, element: etree._Element) -> bool:
        return element.tag == "table" and not self.within_cell and is_data_table(element)

    def _open(self, element: etree._Element, skipped: bool) -> Iterator[Block]:
        if element.tag in BLOCKS or element.tag == "br":
            yield from self._flush()
        if skipped:
            if not self._is_left_out(element):
                yield Table(tuple(self._row(cells) for cells in read_cells(element)))
            return
        self.looks.append(_look(element, self.looks[-1]))
        if element.tag in ("ol", "ul"):
            self.lists.append(_first_number(element))
        if element.tag == "li":
            self.label = self._label(element)
        if element.tag != "html" and element.text:
            self.words.append((element.text, self.looks[-1]))

    def _close(self, element: etree._Element, skipped: bool, last: bool) -> Iterator[Line]:
        if not skipped:
            self.looks.pop()
            if element.tag in ("ol", "ul") and self.lists:
                self.lists.pop()
            if element.tag in BLOCKS:
                yield from self._flush()
                self.label = "" if element.tag == "li" else self.label
        if element.tail and not last:
            self.words.append((element.tail, self.looks[-1]))

    def _flush(self) -> Iterator[Line]:
        """The words so far as a line; in <pre> as the lines they are."""
        pieces, self.words = self.words, []
        kept = bool(pieces) and all(look.kept for _, look in pieces)
        text = "".join(piece for piece, _ in pieces)
        inked = [look for piece, look in pieces if _SPACE.sub("", piece)]
        for line in text.split("\n") if kept else (_SPACE.sub(" ", text),):
            if words := line.strip():
                bold, centred = (
                    all(look.bold for look in inked),
                    all(look.centred for look in inked),
                )
                yield self.counter.line(words, None, self.label, bold, centred)
                self.label = ""

    def _row(self, cells: list[tuple[etree._Element, int, int, int]]) -> tuple[Cell, ...]:
        return tuple(
            Cell(tuple(self._lines(element)), column, columns, rows)
            for element, column, columns, rows in cells
        )

    def _lines(self, cell: etree._Element) -> Iterator[Line]:
        printer = _Printer(self.counter, within_cell=True)
        yield from (block for block in printer.blocks(cell) if isinstance(block, Line))

    def _label(self, item: etree._Element) -> str:
        """What a browser prints before a list item."""
        holder = item.getparent()
        if holder is None or not self.lists or _PLAIN_LIST.search(holder.get("style") or ""):
            return ""
        if holder.tag != "ol":
            return "-"
        self.lists[-1] = _whole(item.get("value"), self.lists[-1])
        number, self.lists[-1] = self.lists[-1], self.lists[-1] + 1
        return f"{_figure(number, str(holder.get('type') or '1'))}."


def _look(element: etree._Element, above: _Look) -> _Look:
    style = element.get("style") or ""
    bold = above.bold or element.tag in BOLD_TAGS or bool(_BOLD.search(style))
    centred = above.centred and element.tag not in ("td", "th")
    if element.get("align") or "text-align" in style:
        centred = (element.get("align") or "").lower() == "center" or bool(_CENTRED.search(style))
    return _Look(
        bold and not _LIGHT.search(style),
        centred or element.tag == "center",
        above.kept or element.tag == "pre",
    )


def _first_number(element: etree._Element) -> int:
    return _whole(element.get("start"), 1)


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else default


def _figure(number: int, kind: str) -> str:
    if kind in ("a", "A") and 1 <= number <= 26:
        return chr(ord(kind) + number - 1)
    if kind in ("i", "I") and 1 <= number <= 99:
        tens, ones = divmod(number, 10)
        figure = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")[tens]
        figure += ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
        return figure if kind == "I" else figure.lower()
    return str(number)
