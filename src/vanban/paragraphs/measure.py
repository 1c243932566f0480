"""How far printed lines reach: a line that left room for the next word ends its paragraph."""

from collections.abc import Sequence
from dataclasses import dataclass

from vanban.model import Line

SHORT = 0.75  # of the usual width of a line: such a line ends its paragraph
MANY = 8  # lines of a page by which its own right edge is known
SLACK = 1.1  # times the room a word needs, which justified lines may leave at most


@dataclass(frozen=True, slots=True)
class Measure:
    """The usual length of lines in letters, and for lines with a place the usual right edge of each page."""

    length: int
    edges: dict[int, float]
    edge: float

    def is_short(self, before: Line, line: Line) -> bool:
        """Whether `line` would have begun on the line before it, had it belonged to it."""
        if before.box is None or line.box is None:
            return len(before.text.strip()) < SHORT * self.length
        word = len(line.text.split()[0]) + 1
        needed = (line.box.right - line.box.left) * word / max(len(line.text.strip()), word)
        room = self.edges.get(before.box.page, self.edge) - before.box.right
        return room > SLACK * needed


def measure_of(lines: Sequence[Line]) -> Measure:
    """What nine of ten filled lines do not pass."""
    filled = [line for line in lines if line.text.strip()]
    pages: dict[int, list[float]] = {}
    for line in filled:
        if line.box:
            pages.setdefault(line.box.page, []).append(line.box.right)
    edges = {page: _ninth(rights) for page, rights in pages.items() if len(rights) >= MANY}
    every = [right for rights in pages.values() for right in rights]
    length = int(_ninth([len(line.text.strip()) for line in filled]))
    return Measure(length, edges, _ninth(every))


def _ninth(values: Sequence[float]) -> float:
    return sorted(values)[len(values) * 9 // 10] if values else 0
