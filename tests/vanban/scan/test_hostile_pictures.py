"""Pictures that are not what they seem: no program is run for them, and dots that hold no number are paper."""

import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from vanban.scan.loading import count_pages, load_page
from vanban.sources import Unreadable, open_source
from vanban.sources.pictures import page_picture

PAPER, INK = 240.0, 10.0
PROGRAM = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n%%EndComments\nshowpage\n"


def deep_page(folder: Path, odd: float) -> Path:
    """A page in figures with a fraction, one stroke of ink on it, some dots of it `odd`."""
    dots = np.full((400, 300), PAPER, dtype="float32")
    dots[200:210, 50:250] = INK
    dots[:2, :20] = odd
    path = folder / "trang.tif"
    Image.fromarray(dots).save(path)
    return path


@pytest.mark.parametrize("odd", [np.nan, np.inf, -np.inf, 1e38, -1e38])
def test_dots_that_hold_no_sensible_number_do_not_blacken_the_page(
    tmp_path: Path, odd: float
) -> None:
    page = np.asarray(load_page(deep_page(tmp_path, odd), 1))

    assert page[300, 100] == 255
    assert page[205, 100] < 20


def test_a_page_in_figures_with_a_fraction_is_shown_as_it_is_read(tmp_path: Path) -> None:
    shown = page_picture(deep_page(tmp_path, np.nan), 1)
    (tmp_path / "shown.png").write_bytes(shown)
    with Image.open(tmp_path / "shown.png") as picture:
        assert (picture.mode, picture.getextrema()[1]) == ("L", 255)
        assert picture.getextrema()[0] < 60


@pytest.mark.parametrize("name", ["trang.png", "trang.tif", "trang.jpg"])
def test_a_drawing_program_under_the_name_of_a_picture_is_not_run(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(PROGRAM)
    for look in (
        lambda: count_pages(path),
        lambda: load_page(path, 1),
        lambda: page_picture(path, 1),
    ):
        with pytest.raises(Unreadable) as refused:
            look()
        assert refused.value.code == "picture-damaged"


def test_what_is_said_of_a_damaged_picture_is_about_pictures(tmp_path: Path) -> None:
    path = tmp_path / "trang.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + zlib.compress(b"no more"))
    with pytest.raises(Unreadable) as refused:
        open_source(path)
    for language in ("vi", "en"):
        assert "trang.png" in refused.value.sentence(language)
        assert "Word" not in refused.value.sentence(language)
