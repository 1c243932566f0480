"""A Word tree as it prints: tracked deletions gone, hidden words gone, text boxes set aside."""

from lxml import etree

from vanban.sources.numbering import VAL, W
from vanban.sources.styles import OFF

COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PARAGRAPH = f"{W}p"
BOX = f"{W}txbxContent"

Boxes = dict[etree._Element, list[etree._Element]]


def settle(root: etree._Element) -> Boxes:
    """Change `root` to what prints and return its text boxes by the paragraph that holds them."""
    for tabs in list(root.iter(f"{W}tabs")):
        _drop(tabs)  # tab stops share their name with the tab itself
    for gone in list(root.iter(f"{W}del", f"{W}moveFrom")):
        _delete(gone)
    for hidden in list(root.iter(f"{W}vanish")):
        run = hidden.getparent().getparent()
        if hidden.get(VAL) not in OFF and run is not None and run.tag == f"{W}r":
            _drop(run)
    for fallback in list(root.iter(f"{COMPATIBILITY}Fallback")):
        if fallback.getparent().find(f"{COMPATIBILITY}Choice") is not None:
            _drop(fallback)
    return _boxes(root)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _delete(gone: etree._Element) -> None:
    parent = gone.getparent()
    if parent is None:
        return
    if parent.tag == f"{W}trPr":
        _drop(parent.getparent())
    elif parent.tag == f"{W}rPr":
        _join_with_next(parent)
    elif parent.tag != f"{W}numPr":
        _drop(gone)


def _join_with_next(properties: etree._Element) -> None:
    """A deleted paragraph mark: the words run on into the next paragraph."""
    holder = properties.getparent()
    if holder is None or holder.tag != f"{W}pPr":
        return
    paragraph = holder.getparent()
    following = None if paragraph is None else paragraph.getnext()
    if paragraph is None or following is None or following.tag != PARAGRAPH:
        return
    _drop(holder)  # the paragraph that follows gives its properties
    for child in list(following):
        paragraph.append(child)
    _drop(following)


def _boxes(root: etree._Element) -> Boxes:
    boxes: Boxes = {}
    for box in list(root.iter(BOX)):
        holder = next(box.iterancestors(PARAGRAPH), None)
        if holder is not None:
            boxes.setdefault(holder, []).append(box)
            _drop(box)
    return boxes
