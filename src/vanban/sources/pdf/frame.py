"""From the coordinates a PDF page is written in to the page as it is looked at."""

from typing import NamedTuple

Corners = tuple[float, float, float, float]  # left, top, right, bottom; from the top left corner


class Frame(NamedTuple):
    """The visible part of a page in PDF units, and the clockwise turn it is looked at with (0, 90, 180, 270)."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.turn in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.turn in (90, 270) else self.top - self.bottom

    def seen(self, left: float, bottom: float, right: float, top: float) -> Corners:
        """A box of the page's own coordinates as it is seen."""
        if self.turn == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.turn == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turn == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left

    def unseen(self, box: Corners) -> Corners:
        """The opposite of `seen`: left, bottom, right, top in the page's own coordinates."""
        left, top, right, bottom = box
        if self.turn == 0:
            return left + self.left, self.top - bottom, right + self.left, self.top - top
        if self.turn == 90:
            return top + self.left, left + self.bottom, bottom + self.left, right + self.bottom
        if self.turn == 180:
            return self.right - right, top + self.bottom, self.right - left, bottom + self.bottom
        return self.right - bottom, self.top - right, self.right - top, self.top - left

    def turned(self, turn: int) -> "Frame":
        """The same part of the page looked at with another turn."""
        return self._replace(turn=turn % 360)
