"""Roman numbers by the upright strokes that are printed: recognised letters lose a stroke of II and III easily.

Only numbers made of I alone are counted: that a V or an X stands there is read well.
"""

import re
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from vanban.scan.voting import Word
from vanban.text import fold

Grey = NDArray[np.uint8]  # rows × columns, 0 is black
Look = Callable[
    [Word], Grey
]  # the word as it is printed, from the heads of its capitals to their feet

STROKE = r"[IH1lTU|!u]"  # what one or two strokes are taken for
NUMBER = rf"{STROKE}{{1,4}}"
HEADING = re.compile(rf"(?=.*[IHl|])(?!1)(?:{NUMBER}\.|[IHl|]{{1,4}})$")
ALONE = re.compile(r"(?:I[Iu1l|H!U]{1,2}|H[I1l|]?)$")  # in its cell
LAST = r"[ITl1]V(?!\w)"  # IV, whose stroke is taken for a T
QUARTERS = re.compile(rf"({NUMBER})(?:([-–,])({NUMBER}|{LAST})?)?(?=$|[/.,;)])")
OF_YEAR = re.compile(
    rf"(?!1)({NUMBER})(?:([-–])({NUMBER}))?(?=/(?:19|20)\d\d)"
)  # "quý" a line above
BETWEEN = (0.3, 0.8)  # of the height of a capital, from its head: no serif is there
DARK = 0.6  # against the darkest column
NEXT = 0.7  # heights of a capital between two strokes of one number at most
MOST = 3  # strokes of a number made of I alone
HEAD = 0.24  # of the height of a capital: where serifs and the flag of a figure 1 are
LOPSIDED = 0.1  # heights of a capital by which a flag reaches farther than a serif
COUNTED = 98.0  # how sure a number is that was read as its strokes were counted
INK = 140  # darker than this is a stroke


def numbered(words: Sequence[Word], look: Look) -> list[Word]:
    """The words of a line, the Roman numbers at its beginning and after "quý" as their strokes tell."""
    kept = list(words)
    for place, word in enumerate(words):
        after_quarter = place > 0 and fold(words[place - 1].text.strip("(")) == "quy"
        form = QUARTERS if after_quarter else OF_YEAR if place == 0 else None
        if form and (found := form.match(word.text)):
            kept[place] = _of_quarter(word, found, look)
        elif len(words) == 1 and ALONE.match(word.text):
            kept[place] = _of_one(word, "", look)
        elif place == 0 and HEADING.match(word.text) and _is_heading(words):
            kept[place] = _of_one(word, ".", look)
    return kept


def _is_heading(words: Sequence[Word]) -> bool:
    """Whether words in capitals follow."""
    rest = [word.text for word in words[1:3]]
    return bool(rest) and all(len(text) > 1 and text.isupper() for text in rest)


def _of_one(word: Word, mark: str, look: Look) -> Word:
    groups = strokes(look(word))
    if len(groups) != 1 or groups[0] > MOST:
        return word
    return _changed(word, "I" * groups[0] + mark)


def _of_quarter(word: Word, found: re.Match[str], look: Look) -> Word:
    grey = look(word)
    groups = strokes(grey)
    first, mark, second = found.groups()
    counted = second and not second.endswith("V")
    wanted = 2 if counted else 1
    if len(groups) < wanted or max(groups[:wanted]) > MOST or (first == "1" and is_figure(grey)):
        return word
    last = "I" * groups[1] if counted else "IV" if second else ""
    return _changed(word, "I" * groups[0] + (mark or "") + last + word.text[found.end() :])


def _changed(word: Word, text: str) -> Word:
    if text == word.text:
        return word._replace(sure=max(word.sure, COUNTED), doubtful=False)
    return word._replace(text=text, doubtful=True)


def strokes(grey: Grey) -> list[int]:
    """How many upright strokes stand together, group by group from the left."""
    height = grey.shape[0]
    starts = _stems(grey)[0]
    groups: list[int] = []
    before = -np.inf
    for start in starts:
        if start - before <= NEXT * height:
            groups[-1] += 1
        else:
            groups.append(1)
        before = start
    return groups


def is_figure(grey: Grey) -> bool:
    """Whether the first upright stroke has a head that reaches farther to the left, as a figure 1 has."""
    starts, ends = _stems(grey)
    if not len(starts):
        return True
    head = grey[: max(1, round(HEAD * grey.shape[0]))].min(axis=0) < INK
    left, right = starts[0], ends[0]
    while left > 0 and head[left - 1]:
        left -= 1
    while right < len(head) and head[right]:
        right += 1
    return bool((starts[0] - left) - (right - ends[0]) > LOPSIDED * grey.shape[0])


def _stems(grey: Grey) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the columns begin and end that are dark all the way between head and foot."""
    top, bottom = (round(share * grey.shape[0]) for share in BETWEEN)
    dark = 255.0 - grey[top : max(bottom, top + 1)].mean(axis=0)
    steps = np.diff(
        (dark >= DARK * max(dark.max(initial=0.0), 1.0)).astype(np.int8), prepend=0, append=0
    )
    return np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
