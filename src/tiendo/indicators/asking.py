"""What is asked about a figure before it is stored: it is held against its neighbours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tiendo.indicators.doubts import Doubt, Entry, Existence, doubt_of_text, doubts_of
from tiendo.indicators.judging.values import Nature
from tiendo.indicators.models import Calendar, Observation, PeriodKind, State
from tiendo.indicators.periods import Period
from tiendo.indicators.typed import Typed


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The figures that count of the same kind of period, place and part, and the one that stands there already."""

    others: tuple[tuple[Period, Decimal], ...] = ()
    there: tuple[Decimal, Nature] | None = None

    @classmethod
    def of(cls, typed: Typed) -> "Neighbours":
        """Those of a figure that was typed."""
        same = typed.row()
        rows = Observation.objects.counting().filter(
            indicator=same.indicator_id,
            kind=same.kind,
            place=same.place_id,
            dimension=same.dimension,
            category=same.category,
            state=State.FIGURE,
        )
        return cls.among(typed, rows)

    @classmethod
    def among(cls, typed: Typed, rows: Iterable[Observation]) -> "Neighbours":
        """Those of a figure among rows of its kind."""
        others, there = [], None
        for row in rows:
            period = Period(row.year, PeriodKind(row.kind), row.part)
            if period == typed.period:
                there = (row.value, Nature(row.nature)) if row.value is not None else None
            elif row.value is not None:
                others.append((period, row.value))
        return cls(tuple(others), there)

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The other figures in the order of their periods."""
        return tuple(value for _period, value in sorted(self.others))


def asked_about(typed: Typed, beside: Neighbours, today: date) -> list[Doubt]:
    """What is unusual about a figure, in sentences that say what to type."""
    definition, place = typed.definition, typed.place
    if definition is None or typed.figure is None or not typed.applies:
        return []
    existence = Existence(place.label, place.valid_from, place.valid_to) if place else None
    entry = Entry(
        value=typed.figure,
        period=typed.period,
        nature=Nature(typed.nature),
        share=typed.in_per_cent,
        calendar=Calendar(definition.calendar),
        others=beside.others,
        there=beside.there,
        place=existence,
    )
    return list(doubts_of(entry, today))


def asked_of_words(text: str, beside: Neighbours) -> Doubt | None:
    """What is asked about "1.500" where its neighbours say that one and a half is meant."""
    doubt = doubt_of_text(text, beside.values)
    return doubt if doubt and doubt.instead is not None else None
