"""What a task or a target says with the words of a decision in it, and what is doubtful about that. Pure."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Generic, TypeVar

from tiendo.plans.amending import doubts
from tiendo.plans.item_forms import due_of
from tiendo.plans.items import Aim, Work
from tiendo.plans.readings import Stored
from vanban.model import Line
from vanban.offices.agencies import read_agencies
from vanban.passages import words_of
from vanban.text import key

SaidT = TypeVar("SaidT", Work, Aim)
_FIGURE = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_BOUND = re.compile(r"trên|hơn|tối thiểu|ít nhất|dưới|không quá|tối đa|khoảng", re.I)
_NO_DAY = ("none", "conditional")


@dataclass(slots=True)
class Applied(Generic[SaidT]):
    """What is said afterwards, and codes of `doubts`."""

    said: SaidT
    doubts: list[str] = field(default_factory=list)


def on_work(work: Work, wordings: Iterable[Stored]) -> Applied[Work]:
    """What a task or duty says with these wordings, each put where its field says."""
    found = Applied(work)
    for row in wordings:
        change = _ON_WORK.get(row["field"])
        if change:
            found.said = change(found, row)
        else:
            found.doubts.append(doubts.UNCLEAR)
    return found


def _text(found: Applied[Work], row: Stored) -> Work:
    return replace(found.said, text=_put(found, found.said.text, row))


def _put(found: Applied[Work], words: str, row: Stored) -> str:
    """The new words in the place of the old ones; of the whole where no old ones are named."""
    old, new = row["old"], row["new"]
    if old and old in words:
        return words.replace(old, new)
    if old and key(old) != key(words):
        found.doubts.append(doubts.OLD_DIFFERS)
    return str(new)


def _product(found: Applied[Work], row: Stored) -> Work:
    return replace(found.said, product=row["new"])


def _deadline(found: Applied[Work], row: Stored) -> Work:
    old, due = row["old"], due_of(row["new"])
    if old and key(old) not in key(found.said.due.text):
        found.doubts.append(doubts.OLD_DIFFERS)
    if due.kind in _NO_DAY:
        found.doubts.append(doubts.DEADLINE)
    return replace(found.said, due=due)


def _lead(found: Applied[Work], row: Stored) -> Work:
    """Other leads; who leads from now on coordinates no longer."""
    leads = _offices(found, found.said.leads, row)
    leading = {key(name) for name in leads}
    others = tuple(name for name in found.said.coordinating if key(name) not in leading)
    return replace(found.said, leads=leads, coordinating=others, accountable="")


def _coordinating(found: Applied[Work], row: Stored) -> Work:
    return replace(found.said, coordinating=_offices(found, found.said.coordinating, row))


def _offices(found: Applied[Work], now: tuple[str, ...], row: Stored) -> tuple[str, ...]:
    """The offices with the new ones beside them, in the place of the old one, or instead of all."""
    new = offices_in(row["new"])
    if row["joins"]:
        return (*now, *(name for name in new if key(name) not in map(key, now)))
    old = {key(name) for name in offices_in(row["old"])}
    if not old:
        return new
    if not old <= {key(name) for name in now}:
        found.doubts.append(doubts.OLD_DIFFERS)
        return new
    place = next(n for n, name in enumerate(now) if key(name) in old)
    return (
        *now[:place],
        *new,
        *(name for name in now[place:] if key(name) not in old),
    )


def offices_in(words: str) -> tuple[str, ...]:
    """The names of the offices in a list as a decision prints it."""
    found = read_agencies(words_of([Line(1, words)]))
    return tuple(mention.name for mention in found) or ((words,) if words else ())


def _anywhere(found: Applied[Work], row: Stored) -> Work:
    """Words replaced wherever they stand."""
    work, old, new = found.said, row["old"], row["new"]
    if not old:
        found.doubts.append(doubts.UNCLEAR)
        return work
    turned = replace(
        work,
        text=work.text.replace(old, new),
        leads=tuple(new if key(name) == key(old) else name for name in work.leads),
        coordinating=tuple(new if key(name) == key(old) else name for name in work.coordinating),
        product=work.product.replace(old, new),
    )
    if old in work.due.text:
        turned = replace(turned, due=due_of(work.due.text.replace(old, new)))
    if turned == work:
        found.doubts.append(doubts.OLD_DIFFERS)
    return turned


_ON_WORK: dict[str, Callable[[Applied[Work], Stored], Work]] = {
    "text": _text,
    "deadline": _deadline,
    "lead": _lead,
    "coordinating": _coordinating,
    "product": _product,
    "": _anywhere,
}


def on_aim(aim: Aim, wordings: Iterable[Stored]) -> Applied[Aim]:
    """What a target says with these wordings."""
    found = Applied(aim)
    for row in wordings:
        if row["field"] in ("figure", ""):
            found.said = _figure(found, row)
        elif row["field"] == "deadline":
            found.said = _until(found, row)
        elif row["field"] == "text":
            found.said = replace(found.said, text=row["new"])
            found.doubts.append(doubts.FIGURE)
        else:
            found.doubts.append(doubts.UNCLEAR)
    return found


def _until(found: Applied[Aim], row: Stored) -> Aim:
    due, text = due_of(row["new"]), found.said.text
    if due.end is None:
        found.doubts.append(doubts.DEADLINE)
        return found.said
    if row["old"] and row["old"] in text:
        text = text.replace(row["old"], row["new"])
    else:
        found.doubts.append(doubts.OLD_DIFFERS)
    return replace(found.said, text=text, end=due.end)


def _figure(found: Applied[Aim], row: Stored) -> Aim:
    """One figure in the place of another; everything else is left to a person."""
    aim, old, new = found.said, row["old"], row["new"]
    figures, bounds = _FIGURE.findall(new), _BOUND.findall(new)
    if len(figures) != 1 or aim.low is None or aim.high is not None:
        found.doubts.append(doubts.FIGURE)
        return aim
    if bounds and [one.lower() for one in bounds] != [one.lower() for one in _BOUND.findall(old)]:
        found.doubts.append(doubts.FIGURE)
    if old and [_number(one) for one in _FIGURE.findall(old)] != [aim.low]:
        found.doubts.append(doubts.OLD_DIFFERS)
    return replace(aim, text=_said_anew(found, aim, row), low=_number(figures[0]))


def _said_anew(found: Applied[Aim], aim: Aim, row: Stored) -> str:
    """The text of the target with the new figure in it."""
    if row["old"] and row["old"] in aim.text:
        return aim.text.replace(row["old"], row["new"])
    places = [match for match in _FIGURE.finditer(aim.text) if _number(match[0]) == aim.low]
    if len(places) != 1:
        found.doubts.append(doubts.FIGURE)
        return aim.text
    figure = _FIGURE.findall(row["new"])[0]
    return f"{aim.text[: places[0].start()]}{figure}{aim.text[places[0].end() :]}"


def figure_left_in(now: Aim, wanted: Aim) -> str:
    """The old figure that the words of a target still print where another is set; "" where they follow it."""
    printed = {_number(one): one for one in _FIGURE.findall(wanted.text)}
    new = {wanted.low, wanted.high} - {None}
    old = {now.low, now.high} - new
    behind = (words for figure, words in printed.items() if figure in old)
    return "" if new <= printed.keys() else next(behind, "")


def _number(printed: str) -> Decimal:
    return Decimal(printed.replace(".", "").replace(",", "."))
