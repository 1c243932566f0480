"""The how-to page of each role: one page in both languages, in words of the screen, with pictures that are there.

That its steps can be followed is tested in the browser (tests/browser/test_how_to.py).
"""

import re
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from tiendo.messages import PLACEHOLDER, catalogue_paths, read_catalogue

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "how-to"
PICTURES = FOLDER / "pictures"
PAGES = sorted(page.name.removesuffix(".en.md") for page in FOLDER.glob("*.en.md"))
SUBJECTS = {
    "difficulties",
    "registers",
    "targets",
}  # pages of a subject, longer and without pictures
ROLES = [name for name in PAGES if name not in SUBJECTS]
STEP = re.compile(r"^(\d+)\. ", re.M)
BOLD = re.compile(r"\*\*(.+?)\*\*", re.S)
SHOWN = re.compile(r"!\[[^\]]+\]\(pictures/([^)]+)\)")
LINES = 60  # what one page holds
KILOBYTES = 80


def text(name: str) -> str:
    return (FOLDER / f"{name}.md").read_text("utf-8")


def plain(words: str) -> str:
    """Words of the screen as the pages write them: one line, "…" for what differs."""
    return " ".join(PLACEHOLDER.sub("…", words).split()).lower()


def in_bold(name: str) -> list[str]:
    return [plain(words) for words in BOLD.findall(text(name))]


@cache
def said() -> frozenset[tuple[str, str]]:
    """What the product says, in Vietnamese and in English."""
    found = set()
    for path in catalogue_paths("vi"):
        for message in read_catalogue(path):
            english = message.id if isinstance(message.id, tuple) else (message.id,)
            spoken = message.string if isinstance(message.string, tuple) else (message.string,)
            found |= {(plain(there), plain(here)) for there in spoken for here in english if here}
    return frozenset(found)


def test_each_role_has_its_page() -> None:
    roles = {"coordinator", "reporter", "head", "leader", "auditor", "administrator"}
    assert set(ROLES) == roles | {"commune", "outside-body"}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_in_both_languages_what_the_product_says_in_them(name: str) -> None:
    pairs = list(zip(in_bold(name), in_bold(f"{name}.en"), strict=True))
    assert len(pairs) > 10
    assert [pair for pair in pairs if pair not in said()] == []


@pytest.mark.parametrize("name", PAGES)
def test_both_languages_have_the_same_steps_and_pictures(name: str) -> None:
    steps = STEP.findall(text(name))
    assert steps == [str(number) for number in range(1, len(steps) + 1)]
    assert steps == STEP.findall(text(f"{name}.en"))
    assert SHOWN.findall(text(name)) == SHOWN.findall(text(f"{name}.en"))


@pytest.mark.parametrize("name", ROLES)
def test_the_page_of_a_role_is_short_and_shows_what_it_means(name: str) -> None:
    assert 2 <= len(SHOWN.findall(text(name))) <= 4
    assert all(len(text(each).splitlines()) <= LINES for each in (name, f"{name}.en"))


def test_every_picture_is_shown_and_every_picture_shown_is_there() -> None:
    shown = {picture for name in PAGES for picture in SHOWN.findall(text(name))}
    assert {path.name for path in PICTURES.iterdir()} == shown


@pytest.mark.parametrize("path", sorted(PICTURES.iterdir()), ids=lambda path: path.name)
def test_pictures_are_small(path: Path) -> None:
    assert path.stat().st_size <= KILOBYTES * 1024
    with Image.open(path) as picture:
        assert (picture.format, picture.mode) == ("PNG", "P")
