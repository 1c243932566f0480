"""A plan of ours, printed and scanned in several ways, is read as the plan it is."""

import shutil
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.vanban.made.compare import expected
from tests.vanban.made.plans import VILLAGES
from tests.vanban.made.score import misses
from tests.vanban.made.typeset import write_pdf
from tests.vanban.scan.paper import Wear, scan, scanned_pages
from vanban.jsonform import to_json
from vanban.model import Confidence, Line
from vanban.passages import lines_of
from vanban.reader import read
from vanban.sources import open_source
from vanban.sources.pictures import page_picture

WEARS = {
    "clean": Wear(),
    "copied": Wear(200, slope=1.2, noise=8, quality=55, stamped=True),
    "upside down": Wear(200, turn=2),
    "on its other side": Wear(200, turn=3, slope=-1),
}


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pdf(VILLAGES, tmp_path_factory.mktemp("scan") / "plan.pdf")


@pytest.mark.slow
@pytest.mark.parametrize("wear", WEARS.values(), ids=WEARS.keys())
def test_a_plan_is_read_whatever_happened_to_the_paper(
    pdf: Path, tmp_path: Path, wear: Wear
) -> None:
    got = to_json(read(scan(pdf, tmp_path / "pages", wear)))

    assert misses(expected(VILLAGES.slug), got) == []


@pytest.mark.parametrize(
    "wear", [Wear(150, slope=3), Wear(150, turn=1, slope=-2)], ids=["askew", "turned"]
)
def test_boxes_lie_on_the_words_of_the_page_as_it_was_scanned(
    pdf: Path, tmp_path: Path, wear: Wear
) -> None:
    page = scanned_pages(pdf, wear)[0]
    page.save(tmp_path / "trang.png")
    source = open_source(tmp_path / "trang.png")
    picture = Image.open(_written(tmp_path, page_picture(tmp_path / "trang.png", 1, 150)))
    ink = np.asarray(picture.convert("L")) < 128
    lines = [line for line in lines_of(source.blocks) if line.box]
    assert len(lines) > 25
    assert [line.text for line in lines if not _shows_letters(ink, line)] == []
    assert _inside(ink, lines) > 0.97 * ink.sum()


def _written(folder: Path, data: bytes) -> Path:
    (folder / "shown").write_bytes(data)
    return folder / "shown"


def _shows_letters(ink: Any, line: Line) -> bool:
    return bool(_part(ink, line).mean() > 0.02)


def _part(ink: Any, line: Line) -> Any:
    box, (rows, columns) = line.box, ink.shape
    assert box is not None
    return ink[
        int(box.top * rows) : int(box.bottom * rows) + 1,
        int(box.left * columns) : int(box.right * columns) + 1,
    ]


def _inside(ink: Any, lines: list[Line]) -> int:
    """How many inked pixels the boxes cover, tables ruled on this page being none."""
    rest = ink.copy()
    for line in lines:
        _part(rest, line)[:] = False
    return int(ink.sum() - rest.sum())


def test_a_scanned_page_in_a_pdf_file_is_read_like_a_picture(pdf: Path, tmp_path: Path) -> None:
    page = scanned_pages(pdf, Wear(200))[0]
    page.save(tmp_path / "scan.pdf", resolution=200)
    page.save(tmp_path / "scan.png")
    in_pdf, alone = (open_source(tmp_path / name) for name in ("scan.pdf", "scan.png"))
    assert in_pdf.format == alone.format == "scan"
    texts = [[line.text for line in lines_of(source.blocks)] for source in (in_pdf, alone)]
    assert SequenceMatcher(None, " ".join(texts[0]), " ".join(texts[1])).ratio() > 0.98


def test_pages_of_one_picture_file_and_of_a_folder_come_in_their_order(
    pdf: Path, tmp_path: Path
) -> None:
    pages = scanned_pages(pdf, Wear(150))[:2]
    pages[0].save(tmp_path / "plan.tif", save_all=True, append_images=pages[1:])
    folder = tmp_path / "pages"
    folder.mkdir()
    pages[0].save(folder / "trang_2.png")
    pages[1].save(folder / "trang_10.png")
    sheaf = tmp_path / "sheaf"
    sheaf.mkdir()
    shutil.copy(tmp_path / "plan.tif", sheaf)
    one, several = open_source(tmp_path / "plan.tif"), open_source(folder)
    assert one.pages == several.pages == open_source(sheaf).pages == 2
    assert [line.text for line in lines_of(one.blocks)] == [
        line.text for line in lines_of(several.blocks)
    ]


def test_what_stands_on_doubtful_words_is_for_a_person_to_check(tmp_path: Path) -> None:
    reading = read(_smudged(tmp_path))
    found = [finding for task in reading.tasks for finding in task.findings]
    assert "ocr-doubtful" in {finding.code for finding in found}
    assert {
        task.confidence
        for task in reading.tasks
        if any(finding.code == "ocr-doubtful" for finding in task.findings)
    } <= {Confidence.CHECK, Confidence.DOUBTFUL}


def _smudged(folder: Path) -> Path:
    """The annex at a resolution too low to be sure of every word."""
    pdf = write_pdf(VILLAGES, folder / "plan.pdf")
    return scan(pdf, folder / "pages", Wear(110, noise=25, quality=25))
