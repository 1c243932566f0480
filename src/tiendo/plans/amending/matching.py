"""Which task, duty or target of a plan a clause of a decision means. What is not told apart is left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tiendo.plans.amending import doubts
from tiendo.plans.amending.versions import Item
from tiendo.plans.models import ItemKind, Plan, Target, Task
from tiendo.plans.readings import Stored
from vanban.text import key

LONG_ENOUGH = 12  # letters and digits that tell one thing in a plan from the others
ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Meant:
    """The item, None where it is not told; and the doubt about it, "" where there is none."""

    item: Item | None
    doubt: str = ""


class Items:
    """The tasks, duties and targets that hold in a plan, read once."""

    def __init__(self, plan: Plan) -> None:
        self.tasks = list(plan.tasks.filter(cancelled_on=None).with_offices())
        self.targets = list(plan.targets.filter(cancelled_on=None))

    def about(self, kind: str) -> Sequence[Item]:
        """Those of one kind; all of them where a clause does not say its kind."""
        if kind == ItemKind.TARGET:
            return self.targets
        tasks = [row for row in self.tasks if row.kind == kind]
        return tasks if kind else [*self.tasks, *self.targets]

    def meant(self, clause: Stored, number: str) -> Meant:
        """What the clause means by this number, or by its words where it has none."""
        rows = self.about(clause["about"])
        whole = _whole(clause)
        same = [row for row in rows if whole and key(row.text) == key(whole)]
        if len(same) == 1:
            return Meant(same[0])
        if number and clause["about"] in (ItemKind.TASK, ItemKind.DUTY):
            return _by_number(rows, number, whole)
        return _by_words(rows, clause)


def _whole(clause: Stored) -> str:
    """The text of an item that the clause gives anew as a whole."""
    rows = [row for row in clause["wordings"] if row["field"] == "text" and not row["old"]]
    return rows[0]["new"] if rows and len(clause["wordings"]) > 1 else ""


def _by_number(rows: Iterable[Item], number: str, whole: str) -> Meant:
    wanted = _bare(number)
    found = [row for row in rows if isinstance(row, Task) and _bare(row.number) == wanted]
    if len(found) != 1:
        return Meant(None, doubts.SEVERAL if found else doubts.NOT_FOUND)
    if whole and SequenceMatcher(None, key(found[0].text), key(whole)).ratio() < ALIKE:
        return Meant(found[0], doubts.WORDS_DIFFER)
    return Meant(found[0])


def _bare(number: str) -> str:
    return number.strip(" .()").casefold()


def _by_words(rows: Iterable[Item], clause: Stored) -> Meant:
    rows = list(rows)
    for words in (clause["name"], *(row["old"] for row in clause["wordings"])):
        if len(key(words)) < LONG_ENOUGH:
            continue
        found = _narrowed([row for row in rows if key(words) in _said(row)], clause)
        if len(found) == 1:
            return Meant(found[0], doubts.BY_WORDS)
        if found:
            return Meant(None, doubts.SEVERAL)
    return Meant(None, doubts.NOT_FOUND)


def _narrowed(rows: list[Item], clause: Stored) -> list[Item]:
    """Of several with one name the one that says the old figure too: an indicator comes again for later years."""
    olds = [row["old"] for row in clause["wordings"] if row["old"]]
    saying = [row for row in rows if olds and all(key(old) in key(row.text) for old in olds)]
    return saying if len(rows) > 1 and len(saying) == 1 else rows


def _said(row: Item) -> str:
    return key(f"{row.indicator} {row.text}" if isinstance(row, Target) else row.text)
