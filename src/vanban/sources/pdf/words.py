"""Runs of letters → the words of a page: pieces put together, doubles and hidden ones left out, in Unicode."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from vanban.layout.geometry import PlacedWord, Rule
from vanban.sources.legacy import MODERN
from vanban.sources.oldfonts import decoder_of
from vanban.sources.pdf.frame import Corners, Frame
from vanban.sources.pdf.glyphs import UNKNOWN, Run
from vanban.text import nfc

JOINED = 0.2  # letter heights between two pieces of a word
JOINED_APART = 0.12  # the same where they are not drawn one after the other
TOUCHING = (
    0.02  # letter heights: a figure farther than this from a letter was filled in ("ngày" "14")
)
OVERLAPPED = -0.3  # letter heights the next piece may begin before the last one ends
LEVEL = 0.12  # letter heights between the feet of pieces on one line
DOUBLED = 0.15  # letter heights by which a word is moved that is drawn again to look bold
SUBSET = "+"  # parts the tag of an embedded subset from the name of the font
LETTERS = str.maketrans(
    {"\u00ad": "-", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)


def main_turn(runs: Iterable[Run]) -> int:
    """The clockwise turn in which most letters stand upright, 0 for a page without letters."""
    letters: Counter[int] = Counter()
    for run in runs:
        letters[run.style.turn or 0] += len(run.letters)
    return max(letters, key=lambda turn: letters[turn], default=0)


def legible(runs: Sequence[Run]) -> float:
    """The share of letters whose meaning the file tells, 1 for a page without letters."""
    letters = Counter(letter == UNKNOWN for run in runs for letter in run.letters)
    return 1 - letters[True] / letters.total() if letters else 1.0


def words_of(runs: Sequence[Run], frame: Frame, rules: Sequence[Rule]) -> tuple[PlacedWord, ...]:
    """The words as seen in `frame`; a line of text turned otherwise is one word with its spaces."""
    visible = [run for run in runs if run.style.visible]
    upright = [run for run in visible if run.style.turn == frame.turn]
    words = [_word(run, run.box) for run in _pieced(upright, _walls(rules))]
    aside = [run for run in visible if run.style.turn != frame.turn]
    words += [_word(run, _seen(run, frame)) for run in _phrases(aside)]
    return tuple(word for word in words if word.text and _inside(word, frame))


def decode_old_fonts(runs: Sequence[Run]) -> frozenset[str]:
    """Change runs in fonts that show other letters as Vietnamese to Unicode; the names of the encodings met."""
    unicode = {run.style.font for run in runs if MODERN.search("".join(run.letters))}
    met: set[str] = set()
    for run in runs:
        found = decoder_of(run.style.font.rsplit(SUBSET, 1)[-1])
        if found and run.style.font not in unicode:
            run.letters = list(found[1]("".join(run.letters)))
            met.add(found[0])
    return frozenset(met)


def _word(run: Run, box: Corners) -> PlacedWord:
    text = nfc("".join(run.letters).translate(LETTERS)).strip()
    return PlacedWord(text, *box, bold=run.style.bold, size=run.height)


def _inside(word: PlacedWord, frame: Frame) -> bool:
    """Whether the middle of a word lies on the page."""
    across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return 0 <= across <= frame.width and 0 <= down <= frame.height


def _walls(rules: Iterable[Rule]) -> list[Rule]:
    """The upright rules from left to right."""
    return sorted(
        (rule for rule in rules if rule.bottom - rule.top > rule.right - rule.left),
        key=lambda rule: rule.left,
    )


def _pieced(runs: Iterable[Run], walls: Sequence[Rule]) -> Iterator[Run]:
    """Pieces of words put together by their places, whatever the order they were drawn in."""
    lefts = [wall.left for wall in walls]
    for line in _lines(runs):
        word: Run | None = None
        for run in line:
            if word and _doubles(word, run):
                bold = word.style.bold or len(run.letters) == len(word.letters)
                word.style = word.style._replace(bold=bold)
            elif word and _continues(word, run) and not _parted(word, run, walls, lefts):
                word.letters, word.place = [*word.letters, *run.letters], run.place
                word.box = (
                    word.box[0],
                    min(word.box[1], run.box[1]),
                    max(word.box[2], run.box[2]),
                    max(word.box[3], run.box[3]),
                )
            else:
                if word:
                    yield word
                word = run
        if word:
            yield word


def _lines(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs whose feet stand on one line, from left to right."""
    lines: list[list[Run]] = []
    foot = 0.0
    for run in sorted(runs, key=lambda run: run.foot):
        if lines and run.foot - foot <= LEVEL * run.height:
            lines[-1].append(run)
        else:
            lines.append([run])
            foot = run.foot
    return [sorted(line, key=lambda run: run.box[0]) for line in lines]


def _doubles(word: Run, run: Run) -> bool:
    """Whether a piece is drawn once more over the word (or part of it) it belongs to."""
    return (
        run.box[2] <= word.box[2] + DOUBLED * run.height
        and run.box[0] < word.box[2] - DOUBLED * run.height
        and "".join(run.letters) in "".join(word.letters)
    )


def _continues(word: Run, run: Run) -> bool:
    """Whether a piece belongs to the word on its left.

    A space between them counts where one is drawn right after the other; elsewhere only the gap does.
    """
    gap = (run.box[0] - word.box[2]) / run.height
    if word.letters[-1].isalpha() and run.letters[0].isdigit() and gap > TOUCHING:
        return False
    if run.place == word.place + 1:
        return not run.spaced and OVERLAPPED <= gap <= JOINED
    return OVERLAPPED <= gap <= JOINED_APART


def _parted(word: Run, run: Run, walls: Sequence[Rule], lefts: Sequence[float]) -> bool:
    """Whether an upright rule stands between two pieces."""
    middle = (run.box[1] + run.box[3]) / 2
    for place in range(bisect_left(lefts, word.box[2] - 1.0), len(walls)):
        if walls[place].left > run.box[0] + 1.0:
            return False
        if walls[place].top <= middle <= walls[place].bottom:
            return True
    return False


def _phrases(runs: Iterable[Run]) -> Iterator[Run]:
    """Text turned aside: what follows on one of its lines as one run, with spaces."""
    phrase: Run | None = None
    for run in runs:
        if phrase and run.style.turn == phrase.style.turn and _on_line(phrase, run):
            phrase.letters = [*phrase.letters, " ", *run.letters]
            phrase.box = (phrase.box[0], phrase.box[1], run.box[2], phrase.box[3])
        else:
            if phrase:
                yield phrase
            phrase = run
    if phrase:
        yield phrase


def _on_line(phrase: Run, run: Run) -> bool:
    gap = run.box[0] - phrase.box[2]
    return abs(run.foot - phrase.foot) < 2 * LEVEL * run.height and 0 <= gap < run.height


def _seen(run: Run, frame: Frame) -> Corners:
    return frame.seen(*frame.turned(run.style.turn or 0).unseen(run.box))
