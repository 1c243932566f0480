"""Word text typed for the fonts of TCVN3 (".VnTime", capitals ".VnTimeH") and VNI ("VNI-Times"), made Unicode.

Such a font shows the letters of Windows-1252 as Vietnamese ones, so which letters are meant depends on
the font of each run: its own, that of its style, or that of the document.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from vanban.sources.encodings import from_tcvn3, from_vni
from vanban.sources.numbering import W
from vanban.sources.styles import (
    BASED_ON,
    PROPERTIES,
    RUN_PROPERTIES,
    STYLE,
    Styles,
    child,
    value_at,
)

FONTS, RUN, TEXT, PARAGRAPH = f"{W}rFonts", f"{W}r", f"{W}t", f"{W}p"
RUN_STYLE, BY_LETTERS = f"{W}rStyle", (f"{W}hAnsi", f"{W}ascii", f"{W}cs")
SOFT_HYPHEN = f"{W}softHyphen"  # how Word keeps the byte that is "ư" in TCVN3
Decode = Callable[[str], str]


def decoder_of(font: str) -> tuple[str, Decode] | None:
    """The old encoding a font shows and what decodes it; None for fonts of Unicode."""
    name = font.strip().lower()
    if name.startswith(".vn"):
        capitals = name.split()[0].endswith("h")
        return "TCVN3", (lambda text: from_tcvn3(text).upper()) if capitals else from_tcvn3
    return ("VNI", from_vni) if name.startswith("vni-") else None


def decode_old_fonts(
    roots: Sequence[etree._Element], declared: etree._Element | None, styles: Styles
) -> tuple[str, ...]:
    """Change the runs of `roots` to Unicode; the names of the encodings that were met."""
    if not any(decoder_of(font) for font in set(_named(*roots, declared))):
        return ()
    fonts = _Fonts(styles, _font(None if declared is None else declared.find(f"{W}docDefaults")))
    met: dict[str, None] = {}
    for paragraph in (one for root in roots for one in root.iter(PARAGRAPH)):
        style = value_at(paragraph, PROPERTIES, STYLE)
        for run in paragraph.iter(RUN):
            found = decoder_of(fonts.of(run, style))
            if found and _decode(run, *found):
                met[found[0]] = None
    return tuple(met)


def _named(*roots: etree._Element | None) -> Iterator[str]:
    for root in roots:
        if root is not None:
            yield from (str(font) for node in root.iter(FONTS) for font in node.attrib.values())


def _decode(run: etree._Element, encoding: str, decode: Decode) -> bool:
    changed = False
    for hyphen in list(run.iter(SOFT_HYPHEN)):
        if encoding == "TCVN3":
            hyphen.tag, hyphen.text = TEXT, "\u00ad"
    for node in run.iter(TEXT):
        if node.text:
            node.text, before = decode(node.text), node.text
            changed = changed or node.text != before
    return changed


@dataclass(slots=True)
class _Fonts:
    """The font of a run: its own, else of its character style, its paragraph's style, the document."""

    styles: Styles
    default: str
    known: dict[str, str] = field(default_factory=dict)

    def of(self, run: etree._Element, style: str | None) -> str:
        """The font of a run in a paragraph of `style`, "" where nothing says."""
        properties = child(run, RUN_PROPERTIES)
        if own := _font(properties):
            return own
        named = value_at(properties, RUN_STYLE)
        if named and (font := self._of_style(named)):
            return font
        return self._of_style(style or self.styles.default) or self.default

    def _of_style(self, name: str) -> str:
        key: str | None = name
        chain: list[str] = []
        while key and key not in self.known and key in self.styles.elements:
            self.known[key] = ""  # a style based on itself ends here
            chain.append(key)
            key = value_at(self.styles.elements[key], BASED_ON)
        font = self.known.get(key or "", "")
        for key in reversed(chain):
            font = self.known[key] = _font(child(self.styles.elements[key], RUN_PROPERTIES)) or font
        return self.known.get(name, "")


def _font(holder: etree._Element | None) -> str:
    """The font that run properties (or the defaults of a document) name, "" where they do not say."""
    fonts = None if holder is None else next(holder.iter(FONTS), None)
    if fonts is None:
        return ""
    return str(next(filter(None, map(fonts.get, BY_LETTERS)), ""))
