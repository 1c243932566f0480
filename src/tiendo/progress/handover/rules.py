"""Who holds a piece of work on a day, and what is proposed for whom. Pure: rows and the day are given."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from tiendo.agencies.succession import Step, main_successor
from vanban.text import fold


def holder_on(day: date, now: int, earlier: Iterable[tuple[date, int]]) -> int:
    """The obligation under which a period is owed on `day`: always exactly one.

    `now` is the one under which it is owed today, `earlier` are those before it, each with the last day on
    which it was, in the order in which they came.
    """
    return next((held for until, held in earlier if day <= until), now)


def placed(steps: Sequence[Step], texts: Sequence[str], *, by_share: bool) -> list[int | None]:
    """For each row of an office, in words, the successor that is proposed.

    A row goes where its words name the field. Of the others each successor gets its share, in their order;
    without `by_share`, and where nobody has a share, all go to the successor with the largest.
    """
    fields = [(fold(step.field), step.successor) for step in steps if step.field]
    found = [_by_field(fold(text), fields) for text in texts]
    rest = [place for place, office in enumerate(found) if office is None]
    main = main_successor(steps[0].predecessor, steps) if steps else None
    shares = [(step.successor, step.share) for step in steps if step.share and step.successor]
    shared = by_share and len(shares) > 1
    offices = allotted(len(rest), shares) if shared else [main] * len(rest)
    for place, office in zip(rest, offices, strict=True):
        found[place] = office
    return found


def _by_field(text: str, fields: Iterable[tuple[str, int | None]]) -> int | None:
    """The successor of which one of the words of its field, between commas, stands in `text`."""
    for field, office in fields:
        if any(words.strip() and words.strip() in text for words in field.split(",")):
            return office
    return None


def allotted(number: int, shares: Sequence[tuple[int | None, Decimal | None]]) -> list[int | None]:
    """`number` places among offices in proportion to their shares, each office's places side by side."""
    weights = [share or Decimal(0) for _office, share in shares]
    whole = sum(weights) or Decimal(1)
    exact = [number * weight / whole for weight in weights]
    counts = [int(each) for each in exact]
    by_rest = sorted(range(len(shares)), key=lambda place: counts[place] - exact[place])
    for place in by_rest[: number - sum(counts)]:
        counts[place] += 1
    return [
        office for (office, _share), count in zip(shares, counts, strict=True) for _ in range(count)
    ]
