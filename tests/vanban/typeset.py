"""PDF files for the tests: typeset with typst, or written by hand where no program would write them so."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typst

PAGE = "595 842"
OUTLINE = "<< /Type /Catalog /Pages 2 0 R >>"
FONT = "<< /Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding >>"


def typeset(folder: Path, markup: str, name: str = "plan") -> Path:
    """A PDF file of typst markup."""
    source = folder / f"{name}.typ"
    source.write_text(markup, encoding="utf-8")
    path = folder / f"{name}.pdf"
    typst.compile(str(source), output=str(path))
    return path


@dataclass(frozen=True)
class Written:
    """What a hand-written file holds: one content stream for each page, `font` as /F, letters of Latin-1 only.

    `page` goes into every page, `trailer` into the trailer; `objects` are numbered on from 4 + 2 * pages.
    """

    contents: Sequence[str]
    box: str = f"0 0 {PAGE}"
    page: str = ""
    trailer: str = ""
    objects: Sequence[str] = ()
    font: str = "Times-Roman"


def hand_written(folder: Path, written: Written) -> Path:
    """A PDF file of these contents."""
    pages = [f"{4 + 2 * place} 0 R" for place in range(len(written.contents))]
    objects = [OUTLINE, f"<< /Type /Pages /Kids [{' '.join(pages)}] /Count {len(pages)} >>"]
    objects.append(FONT.format(name=written.font))
    for place, content in enumerate(written.contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{written.box}] /Contents {5 + 2 * place} 0 R "
            f"/Resources << /Font << /F 3 0 R >> >> {written.page} >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    path = folder / "plan.pdf"
    path.write_bytes(_file([*objects, *written.objects], written.trailer))
    return path


def _file(objects: Sequence[str], trailer: str) -> bytes:
    data = b"%PDF-1.7\n"
    places: list[int] = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R {trailer} >>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()


def show(text: str, left: float, bottom: float, size: float = 12, mode: int = 0) -> str:
    """Operators that print `text` with its first letter at a place; `mode` 3 is hidden text."""
    return f"BT /F {size} Tf {mode} Tr {left} {bottom} Td ({text}) Tj ET "
