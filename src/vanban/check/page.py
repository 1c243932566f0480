"""How a Word file is set: paper, margins, letters, against Decree 30/2020/NĐ-CP."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.sources.numbering import W
from vanban.sources.package import Package, open_package
from vanban.sources.styles import PROPERTIES, STYLE, value_at
from vanban.sources.unreadable import Unreadable

_RULE = Said(
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.",
    "Decree 30/2020, annex I, I.",
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
DEEPEST = 12  # styles based on each other


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The last section of a Word file, in mm; `faces` and `sizes` (points) count letters of running text."""

    paper: tuple[int, int]
    margins: dict[str, int]
    faces: dict[str, int]
    sizes: dict[float, int]


def page_setup(path: Path) -> PageSetup | None:
    """How the file is set; None where it is no Word file or does not say it."""
    if path.suffix.lower() != ".docx":
        return None
    try:
        package = open_package(path)
        section = list(package.document.iter(f"{W}sectPr"))[-1]
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        paper = (_mm(size, "w"), _mm(size, "h"))
        sides = {name: _mm(margins, name) for name in MARGINS}
    except (Unreadable, IndexError, ValueError, OSError):
        return None
    return PageSetup(paper, sides, *_letters(package))


def _mm(element: etree._Element | None, name: str) -> int:
    """A length in twentieths of a point as mm. Raises ValueError where the file does not say it."""
    said = "" if element is None else element.get(f"{W}{name}") or ""
    return round(int(said) * 25.4 / 1440)


def _letters(package: Package) -> tuple[dict[str, int], dict[float, int]]:
    """How many letters stand in each face and each size, as far as a run, its style or the file says it."""
    faces: Counter[str] = Counter()
    sizes: Counter[float] = Counter()
    styled = Looks.of(package.styles)
    for paragraph in package.document.iter(f"{W}p"):
        name = value_at(paragraph, PROPERTIES, STYLE) or styled.plain
        for run in paragraph.iter(f"{W}r"):
            letters = sum(len((text.text or "").replace(" ", "")) for text in run.iter(f"{W}t"))
            properties = run.find(f"{W}rPr")
            if face := _face(properties) or styled.said(name, _face):
                faces[face] += letters
            if size := _size(properties) or styled.said(name, _size):
                sizes[int(size) / 2] += letters
    return dict(faces), dict(sizes)


def _face(properties: etree._Element | None) -> str:
    fonts = None if properties is None else properties.find(f"{W}rFonts")
    return "" if fonts is None else fonts.get(f"{W}ascii") or ""


def _size(properties: etree._Element | None) -> str:
    said = "" if properties is None else value_at(properties, f"{W}sz") or ""
    return said if said.isdecimal() and len(said) < 5 else ""


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of a file: each with the one it is based on and its run properties; `plain` is the usual one."""

    styles: Mapping[str, tuple[str, etree._Element | None]]
    plain: str
    defaults: etree._Element | None

    @classmethod
    def of(cls, root: etree._Element | None) -> "Looks":
        """The styles declared in the styles part."""
        if root is None:
            return cls({}, "", None)
        styles = {
            style.get(f"{W}styleId", ""): (
                value_at(style, f"{W}basedOn") or "",
                style.find(f"{W}rPr"),
            )
            for style in root.iter(f"{W}style")
        }
        usual = (
            style.get(f"{W}styleId", "")
            for style in root.iter(f"{W}style")
            if style.get(f"{W}default")
        )
        return cls(styles, next(usual, ""), root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    def said(self, name: str, part: Callable[[etree._Element | None], str]) -> str:
        """What a style says of its letters, or the styles it is based on, or the file; a circle says nothing."""
        for _ in range(DEEPEST):
            if name not in self.styles:
                break
            name, properties = self.styles[name]
            if found := part(properties):
                return found
        return part(self.defaults)


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
