"""How a Word file is set: paper, margins, letters, against Decree 30/2020/NĐ-CP."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Length
from lxml.etree import XMLSyntaxError

from vanban.check.remarks import Code, Remark, Said, Severity

_RULE = Said(
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.",
    "Decree 30/2020/NĐ-CP, annex I, I.",
)
CODES = (
    Code(
        "paper-size",
        Severity.LOOK,
        Said("Khổ giấy {said} mm, không phải A4.", "The paper is {said} mm, not A4."),
        _RULE,
        Said("Đặt khổ giấy A4 (210 × 297 mm).", "Set the paper to A4 (210 × 297 mm)."),
    ),
    Code(
        "margins",
        Severity.LOOK,
        Said(
            "Lề {side} {said} mm, ngoài khoảng {right} mm.",
            "The {side_en} margin is {said} mm, not {right} mm.",
        ),
        _RULE,
        Said(
            "Đặt lề trên, dưới 20-25 mm; trái 30-35 mm; phải 15-20 mm.",
            "Set margins: top and bottom 20-25 mm, left 30-35 mm, right 15-20 mm.",
        ),
    ),
    Code(
        "letters",
        Severity.LOOK,
        Said(
            "Phông chữ “{said}” dùng cho {share}% lời văn.",
            "{share}% of the text is set in “{said}”.",
        ),
        _RULE,
        Said("Dùng phông Times New Roman, bộ mã Unicode.", "Use Times New Roman, Unicode."),
    ),
    Code(
        "letter-size",
        Severity.LOOK,
        Said(
            "Cỡ chữ lời văn là {said}, ngoài khoảng 13-14.",
            "The text is set in {said} points, not 13-14.",
        ),
        _RULE,
        Said("Đặt cỡ chữ lời văn 13 hoặc 14.", "Set the text in 13 or 14 points."),
    ),
)
A4 = (210, 297)
MARGINS = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
SLACK = 1  # mm that rounding in Word makes
MAIN_SHARE = 0.2  # of the letters in another face before it is worth a word
HALF = 0.5  # of the letters whose size is known
UNTOLD = (
    BadZipFile,
    KeyError,
    ValueError,
    IndexError,
    PackageNotFoundError,
    OSError,
    XMLSyntaxError,
)
DEEPEST = 12  # styles based on each other


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The first page of a Word file, in mm and points; `faces` and `sizes` count letters of running text."""

    paper: tuple[int, int]
    margins: dict[str, int]
    faces: dict[str, int]
    sizes: dict[float, int]


def page_setup(path: Path) -> PageSetup | None:
    """How the file is set; None where it is no Word file or cannot be told."""
    if path.suffix.lower() != ".docx":
        return None
    try:
        document = Document(str(path))
        section = document.sections[0]
        sides = {name: _mm(getattr(section, f"{name}_margin")) for name in MARGINS}
        paper = (_mm(section.page_width), _mm(section.page_height))
    except UNTOLD:
        return None
    faces, sizes = _letters(document.paragraphs)
    return PageSetup(paper, sides, faces, sizes)


def _mm(length: Length | None) -> int:
    """Raises ValueError where the file does not say it."""
    if length is None:
        raise ValueError
    millimetres: float = length.mm
    return round(millimetres)


def _letters(paragraphs: Iterable[Any]) -> tuple[dict[str, int], dict[float, int]]:
    """How many letters stand in each face and each size, as far as run or style say it."""
    faces: Counter[str] = Counter()
    sizes: Counter[float] = Counter()
    for paragraph in paragraphs:
        for run in paragraph.runs:
            letters = len(re.sub(r"\s", "", run.text))
            if face := run.font.name or _styled(paragraph.style, "name"):
                faces[face] += letters
            if size := run.font.size or _styled(paragraph.style, "size"):
                sizes[size.pt] += letters
    return dict(faces), dict(sizes)


def _styled(style: Any, part: str) -> Any:
    """What a style says of its letters, or the styles it is based on; a circle of styles says nothing."""
    for _ in range(DEEPEST):
        if style is None:
            return None
        if found := getattr(style.font, part):
            return found
        style = style.base_style
    return None


def check_page(setup: PageSetup) -> Iterator[Remark]:
    """Remarks on the page; a landscape page is left alone, for its tables may need it."""
    width, height = setup.paper
    upright = width < height
    if upright and any(
        abs(one - right) > SLACK for one, right in zip(setup.paper, A4, strict=True)
    ):
        yield Remark("paper-size", {"said": f"{width} × {height}"})
    for side, (least, most) in MARGINS.items():
        said = setup.margins[side]
        if upright and not least - SLACK <= said <= most + SLACK:
            values = {
                "side": SIDES[side],
                "side_en": side,
                "said": str(said),
                "right": f"{least}-{most}",
            }
            yield Remark("margins", values)
    yield from _faces(setup)


def _faces(setup: PageSetup) -> Iterator[Remark]:
    letters = sum(setup.faces.values())
    for face, count in sorted(setup.faces.items(), key=lambda one: -one[1]):
        if count > MAIN_SHARE * letters and "times" not in face.lower():
            yield Remark("letters", {"said": face, "share": str(round(100 * count / letters))})
    main = max(setup.sizes.items(), key=lambda one: one[1], default=None)
    if main and main[1] > HALF * sum(setup.sizes.values()) and not 13 <= main[0] <= 14:
        yield Remark("letter-size", {"said": f"{main[0]:g}".replace(".", ",")})
