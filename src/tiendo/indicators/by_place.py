"""The figures of indicators commune by commune: as entered, as registers have them, as formulas compute them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tiendo.indicators.entered import entered_by_place
from tiendo.indicators.figures import (
    Asked,
    Figure,
    OfYears,
    compute,
    of_register,
    scaled,
    typed,
    wanted_of,
)
from tiendo.registers.measures import all_by, months_by


def figures_by_place(asked: Asked) -> Mapping[int, Mapping[int, OfYears]]:
    """The figures of every indicator that is known, by the key of the commune, of the indicator, and the year.

    One query for what was entered, two for each register whose rows lie in communes, and one for each measure whose
    rows are of quarters.
    """
    found: dict[int, dict[int, OfYears]] = defaultdict(lambda: defaultdict(dict))
    rows = entered_by_place(asked.known.indicators, asked.first, asked.today, asked.known_on)
    for place, said in rows.items():
        for key, figure in typed(asked, said):
            found[place][key][figure.year] = figure
    for place, key, figure in _measured(asked):
        found[place][key][figure.year] = figure
    for figures in found.values():
        compute(asked, figures)
    return found


def _measured(asked: Asked) -> Iterable[tuple[int, int, Figure]]:
    """Figures from registers whose rows lie in communes: the commune, the indicator, the figure."""
    for register, some in wanted_of(asked).items():
        if not register.place:
            continue
        rows = register.rows.filter(locality=asked.locality_id)
        values = all_by(rows, [each for *_, each in some], register.place)
        measures = {each.measure.slug: each.measure for *_, each in some}
        months = {
            slug: months_by(rows, measure, register.place) for slug, measure in measures.items()
        }
        for place, figures in values.items():
            for (indicator, definition, each), value in zip(some, figures, strict=True):
                covered = months[each.measure.slug].get((place, each.year or 0))
                if value is not None and (
                    figure := of_register(asked, register, each, value, covered)
                ):
                    yield place, indicator.pk, replace(scaled(figure, definition), url="")
