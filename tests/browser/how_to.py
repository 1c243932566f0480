"""A how-to page as it is followed: its steps, the bold words of each, its pictures, and what the screen shows.

In bold the pages write words of the screen and nothing else; "…" in them stands for what differs.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import Error, FloatRect, Locator, Page, ViewportSize, expect

from tests.browser.chromium import ROOT
from tests.browser.deeds import short

FOLDER = ROOT / "docs" / "how-to"
PICTURES = FOLDER / "pictures"
WRITE = bool(os.environ.get("PICTURES"))  # `make pictures`
SIZE: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 720}
COLOURS = 48
FRAME, WIDTH, AIR = (200, 30, 40), 3, 5  # of what a picture points at
LATE = "Phòng Tài nguyên và Môi trường"  # nobody of it has an account in the example
PATIENCE = 15_000  # milliseconds, as for a machine that has much else to do

NUMBERED = re.compile(r"^(\d+)\. (.+?)(?=^\d+\. |^#|\Z)", re.M | re.S)
BOLD = re.compile(r"\*\*(.+?)\*\*", re.S)
SHOWN_PICTURE = re.compile(r"!\[[^\]]+\]\(pictures/([^)]+)\)")
SHOWN = """() => [...document.body.querySelectorAll("*")]
    .filter(each => each.checkVisibility({visibilityProperty: true}))
    .flatMap(each => [
        [...each.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join(" "),
        each.getAttribute("aria-label") || "",
    ])"""


def words_of(name: str) -> str:
    """The how-to page of this name, without ".md"."""
    return (FOLDER / f"{name}.md").read_text("utf-8")


def steps_of(name: str) -> dict[int, str]:
    """The numbered steps of a page."""
    return {int(number): words for number, words in NUMBERED.findall(words_of(name))}


def bold_in(words: str) -> list[str]:
    """What stands in bold, on one line each."""
    return [" ".join(each.split()) for each in BOLD.findall(words)]


def fits(words: str) -> re.Pattern[str]:
    """A pattern for words of the screen."""
    return re.compile(".+".join(map(re.escape, words.split("…"))))


class Guide:
    """Somebody who follows a how-to page in the browser, step by step and in its words."""

    def __init__(self, name: str, page: Page) -> None:
        self.name, self.page = name, page
        self.steps, self.walked = steps_of(name), list[int]()
        self.pictures: list[str] = []
        self._bold: list[str] = []
        self._shown: set[str] = set()

    @contextmanager
    def step(self, number: int) -> Iterator[None]:
        """Do a step of the page; whatever it writes in bold must stand on the screen meanwhile."""
        self._bold, self._shown = bold_in(self.steps[number]), set()
        yield
        for _ in range(PATIENCE // 100):
            self.look()
            if not self._missing():
                break
            self.page.wait_for_timeout(100)
        assert not self._missing(), (
            f"{self.name}, step {number}: not on the screen: {self._missing()}"
        )
        self.walked.append(number)

    def look(self) -> None:
        """Take note of every word on the screen."""
        try:
            found = self.page.evaluate(SHOWN)
        except Error:  # the page is just being left
            return
        self._shown |= {" ".join(each.split()) for each in found}

    def _missing(self) -> list[str]:
        return [words for words in self._bold if not any(map(fits(words).fullmatch, self._shown))]

    def place(self, words: str, within: Locator | None = None) -> Locator:
        """What is pressed under these words, which stand in bold in this step."""
        assert words in self._bold, f"{self.name} does not say “{words}” in this step"
        around = within or self.page.locator("body")
        pressed = around.locator("a, button, summary, label").filter(visible=True)
        begins = pressed.filter(has_text=re.compile(rf"^\s*{fits(words).pattern}"))
        expect(begins.first).to_be_visible(timeout=PATIENCE)
        self.page.wait_for_load_state()
        alone = pressed.filter(has_text=re.compile(rf"^\s*{fits(words).pattern}\s*$"))
        return alone.first if alone.count() else begins.first

    def press(self, words: str, within: Locator | None = None) -> None:
        """Press the link, button or choice of these words."""
        place = self.place(words, within)
        self.look()
        place.click()

    def open(self, place: Locator) -> None:
        """Press what has no words of the screen: a name, a title, a line of data."""
        expect(place).to_be_visible(timeout=PATIENCE)
        self.look()
        place.click()

    def write(self, label: str, words: str, within: Locator | None = None) -> None:
        """Write into the field of this label."""
        assert label in self._bold, f"{self.name} does not say “{label}” in this step"
        around = within or self.page.locator("body")
        around.get_by_label(re.compile(rf"^\s*{re.escape(label)}(\s|$)")).first.fill(words)
        self.look()

    def sees(self, place: Locator, words: str) -> None:
        """These words, in bold in this step, come to stand there."""
        assert words in self._bold, f"{self.name} does not say “{words}” in this step"
        expect(place.filter(has_text=words).first).to_be_visible(timeout=PATIENCE)
        self.look()

    def check(self) -> None:
        """Every step was done in its order, and every picture the page shows was taken."""
        assert self.walked == list(self.steps), f"{self.name}: steps that nobody took"
        assert self.pictures == SHOWN_PICTURE.findall(words_of(self.name))

    def picture(self, name: str, *marks: Locator) -> None:
        """Take the picture `name` of the window, with a frame around each mark."""
        self.pictures.append(name)
        if not WRITE:
            return
        if marks:
            marks[0].evaluate("place => place.scrollIntoView({block: 'center'})")
        taken = Image.open(BytesIO(self.page.screenshot()))
        boxes = [mark.bounding_box() for mark in marks]
        _save(taken, [box for box in boxes if box], PICTURES / name)


def _save(taken: Image.Image, boxes: Iterable[FloatRect], path: Path) -> None:
    """Write the picture in few colours."""
    picture = taken.convert("RGB")
    drawing = ImageDraw.Draw(picture)
    for box in boxes:
        corners = (
            *(box["x"] - AIR, box["y"] - AIR),
            *(box["x"] + box["width"] + AIR, box["y"] + box["height"] + AIR),
        )
        drawing.rounded_rectangle(corners, radius=8, outline=FRAME, width=WIDTH)
    path.parent.mkdir(exist_ok=True)
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


Follow = Callable[..., Guide]


def open_bell(guide: Guide) -> None:
    """The bell at the top of every page."""
    guide.page.get_by_role("link", name=re.compile("^Nhắc việc")).first.click()
    expect(guide.page.get_by_role("heading", level=1)).to_have_text("Nhắc việc")


def of_year(guide: Guide, office: str) -> Locator:
    """The cell of an office for the year 2024, the sixth round of the example, in the grid."""
    row = guide.page.locator("tbody tr").filter(has_text=short(office)).first
    return row.locator("td a").nth(5)
