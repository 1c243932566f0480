"""Ways a file is damaged: its bytes, the words in it, the parts of a package, the elements of its XML.

Every mutation is a pure function of the data and a seeded `Random`; the same seed damages the same way.
"""

import io
import zipfile
from collections.abc import Callable, Sequence
from random import Random

from lxml import etree

from vanban.sources.package import BROKEN

Mutation = Callable[[bytes, Random], bytes]

MOST_BYTES = 2_000_000  # a mutation may double a file; more is not what is looked for here
HOSTILE = (
    "\x00", "\ufeff", "\u202e", "\ud7ff", "\u0301" * 50, "𝒦ế 𝒽ạ𝒸𝒽", "٣٠/٠٦/٢٠٢٦", "31/02/2026", "0", "-1", "1e999", "%",
    "9" * 400, "٪", "(" * 300, ")" * 300, "I.", "1.1.1.1.1.1", "- " * 40, "Stt", "Phụ lục", "Quý IX/20266", "=1+1",
    "ngày 99 tháng 99 năm 9999", "từ 5% xuống 3% đến 4%", "các Cục:", "Chủ trì:", "|" * 60, "<![CDATA[", "&amp;&#0;",
)  # fmt: skip


def flipped(data: bytes, random: Random) -> bytes:
    """Some bytes changed."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 3, 20))):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def cut(data: bytes, random: Random) -> bytes:
    """The end, the beginning or a stretch in the middle missing."""
    first, last = sorted(random.randrange(len(data) + 1) for _ in range(2))
    return random.choice((data[:first], data[last:], data[:first] + data[last:]))


def repeated(data: bytes, random: Random) -> bytes:
    """A stretch that stands there several times."""
    first, last = sorted(random.randrange(len(data) + 1) for _ in range(2))
    piece = data[first : min(last, first + 5000)]
    return (data[:first] + piece * random.choice((2, 3, 50)) + data[last:])[:MOST_BYTES]


def moved(data: bytes, random: Random) -> bytes:
    """A stretch in another place."""
    first, last = sorted(random.randrange(len(data) + 1) for _ in range(2))
    rest = data[:first] + data[last:]
    place = random.randrange(len(rest) + 1)
    return rest[:place] + data[first:last] + rest[place:]


def hostile_words(data: bytes, random: Random) -> bytes:
    """Words put in that readers of dates, numbers and tables stumble over."""
    words = data.decode("utf-8", "surrogateescape").split(" ")
    for _ in range(random.choice((1, 3, 10))):
        words.insert(random.randrange(len(words) + 1), random.choice(HOSTILE))
    return " ".join(words).encode("utf-8", "surrogateescape")


def shuffled_lines(data: bytes, random: Random) -> bytes:
    """Lines that changed places, went missing or were joined."""
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    for _ in range(random.choice((1, 5, 40))):
        one, other = random.randrange(len(lines)), random.randrange(len(lines))
        lines[one], lines[other] = lines[other], random.choice(("", lines[one], lines[one] * 2))
    return (
        random.choice(("\n", "\n", " ", "\r", "\n\n", "\f"))
        .join(lines)
        .encode("utf-8", "surrogateescape")
    )


def package_part(data: bytes, random: Random) -> bytes:
    """One part of a package damaged, missing or there twice; the package itself is whole."""
    try:
        parts = _parts(data)
    except BROKEN:
        return flipped(data, random)
    if not parts:
        return data
    place = random.randrange(len(parts))
    name, content = parts[place]
    change = random.choice((*BYTES, xml_element, xml_element, xml_element, hostile_words))
    action = random.randrange(8)
    if action == 0:
        del parts[place]
    elif action == 1:
        parts.append((random.choice(parts)[0], content))
    else:
        parts[place] = name, change(content, random)[:MOST_BYTES] if content else b"x"
    return _package(parts)


def xml_element(data: bytes, random: Random) -> bytes:
    """An element gone, doubled, emptied, moved or with another value; the XML stays well formed."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=False))
    except (etree.XMLSyntaxError, ValueError):
        return flipped(data, random)
    elements = [
        one for one in root.iter() if one.getparent() is not None and isinstance(one.tag, str)
    ]
    for _ in range(random.choice((1, 1, 4))):
        if elements:
            _change(random.choice(elements), elements, random)
    return bytes(etree.tostring(root))


def _change(element: etree._Element, elements: Sequence[etree._Element], random: Random) -> None:
    parent = element.getparent()
    action = random.randrange(6)
    if parent is None:
        return
    if action == 0:
        parent.remove(element)
    elif action == 1:
        parent.insert(random.randrange(len(parent) + 1), etree.fromstring(etree.tostring(element)))
    elif action == 2:
        element.text = random.choice(("", "9" * 30, "31/02/2026", "Stt", "-5", "\u0301"))
    elif action == 3 and element.attrib:
        element.set(
            random.choice(list(element.attrib)), random.choice(("-1", "", "99999999999", "x", "0"))
        )
    elif action == 4:
        target = random.choice(elements)
        if target is not element and element not in target.iterancestors():
            target.append(element)
    else:
        element[:] = []


def _parts(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [
            (info.filename, package.read(info))
            for info in package.infolist()
            if info.file_size < MOST_BYTES
        ]


def _package(parts: Sequence[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    names: set[str] = set()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts:
            if name not in names:
                package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
            names.add(name)
    return buffer.getvalue()


BYTES: tuple[Mutation, ...] = (flipped, cut, repeated, moved)
TEXT: tuple[Mutation, ...] = (*BYTES, hostile_words, hostile_words, shuffled_lines, shuffled_lines)
PACKAGE: tuple[Mutation, ...] = (
    package_part,
    package_part,
    package_part,
    package_part,
    flipped,
    cut,
)
BY_SUFFIX: dict[str, tuple[Mutation, ...]] = {
    ".txt": TEXT, ".md": TEXT, ".html": (*TEXT, xml_element), ".docx": PACKAGE, ".xlsx": PACKAGE,
    ".pdf": (*BYTES, hostile_words, flipped),
}  # fmt: skip


def damaged(data: bytes, suffix: str, random: Random) -> bytes:
    """The file damaged once to four times in ways that fit its format."""
    for _ in range(random.choice((1, 1, 2, 4))):
        data = random.choice(BY_SUFFIX[suffix])(data, random)
    return data
