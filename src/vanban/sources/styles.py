"""What a paragraph's style says: its list, whether it is centred, whether it is bold."""

from dataclasses import dataclass, field

from lxml import etree

from vanban.sources.numbering import VAL, W

OFF = ("0", "false", "off", "none")
PROPERTIES, RUN_PROPERTIES, STYLE, BASED_ON = f"{W}pPr", f"{W}rPr", f"{W}pStyle", f"{W}basedOn"
NUMBERED, NUMBER, DEPTH = f"{W}numPr", f"{W}numId", f"{W}ilvl"
BOLD, JUSTIFICATION = f"{W}b", f"{W}jc"


@dataclass(frozen=True, slots=True)
class Style:
    """Each value None where the style (and what it is based on) does not say."""

    number: str | None = None
    depth: str | None = None
    numbered_by: str = ""  # the style in the chain that brings the list
    centred: bool | None = None
    bold: bool | None = None


PLAIN = Style()


@dataclass(slots=True)
class Styles:
    elements: dict[str, etree._Element] = field(default_factory=dict)
    default: str = ""
    known: dict[str, Style] = field(default_factory=dict)

    def of(self, name: str | None) -> Style:
        """The style called `name`, or the default paragraph style, with what it is based on."""
        wanted = key = name or self.default
        if key in self.known:
            return self.known[key]
        chain: list[str] = []
        while key in self.elements and key not in self.known:
            self.known[key] = PLAIN  # a style based on itself ends here
            chain.append(key)
            key = value_at(self.elements[key], BASED_ON) or ""
        style = self.known.get(key, PLAIN)
        for key in reversed(chain):
            style = self.known[key] = self._resolve(key, style)
        return self.known.get(wanted, PLAIN)

    def _resolve(self, name: str, parent: Style) -> Style:
        element = self.elements[name]
        said = child(element, PROPERTIES)
        number = value_at(said, NUMBERED, NUMBER)
        depth = value_at(said, NUMBERED, DEPTH)
        centred = justification(said)
        bold = switch(child(element, RUN_PROPERTIES))
        return Style(
            number=parent.number if number is None else number,
            depth=parent.depth if depth is None else depth,
            numbered_by=parent.numbered_by if number is None else name,
            centred=parent.centred if centred is None else centred,
            bold=parent.bold if bold is None else bold,
        )


def read_styles(root: etree._Element | None) -> Styles:
    """The styles declared in the styles part."""
    styles = Styles()
    if root is None:
        return styles
    for element in root.iterchildren(f"{W}style"):
        name = str(element.get(f"{W}styleId"))
        styles.elements[name] = element
        if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in (
            "1",
            "true",
            "on",
        ):
            styles.default = name
    return styles


def child(element: etree._Element | None, tag: str) -> etree._Element | None:
    """The first child called `tag`; a fourth of the time of lxml's `find`, which reads a path."""
    return None if element is None else next(element.iterchildren(tag), None)


def value_at(element: etree._Element | None, *path: str) -> str | None:
    """The `w:val` of the child, or child's child, whose tags are given, None where there is none."""
    for tag in path:
        if element is None:
            break
        element = next(element.iterchildren(tag), None)
    return None if element is None else element.get(VAL)


def switch(properties: etree._Element | None) -> bool | None:
    """Whether run properties say bold; None where they do not say."""
    bold = child(properties, BOLD)
    return None if bold is None else bold.get(VAL) not in OFF


def justification(properties: etree._Element | None) -> bool | None:
    """Whether paragraph properties say centred; None where they do not say."""
    found = child(properties, JUSTIFICATION)
    return None if found is None else found.get(VAL) == "center"
