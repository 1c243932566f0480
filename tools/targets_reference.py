"""Writes docs/reference/targets.md: how the targets of the worked example are measured. Run by `make reference`."""

from collections.abc import Callable, Iterator
from pathlib import Path

from django.utils import translation

from tiendo.example.indicators.aims import BOUND, Bound
from tiendo.example.indicators.meanings import BY_CODE, MEANINGS, Meant
from tiendo.indicators.formulas import parse
from tiendo.indicators.models import Definition, Gathering, Obtained
from tiendo.registers.register import REGISTERS
from tools.places import ROOT

PAGE = ROOT / "docs" / "reference" / "targets.md"
HEAD = """\
# Targets of the worked example

Written by `make reference` from the example itself; a test says when it is out of date. All figures of the example are
illustrative. The words are those of the example's plan; the form is how its figures are held against them; the
indicator is what is measured, and the last column where that comes from.

| # | words of the target | form | indicator | what feeds it |
|--:|---|---|---|---|
"""
INDICATORS = """\

## Indicators

Codes are what formulas call them by. Figures of months or quarters become one of the year, and those of communes one
of the whole, as the last two columns say; a figure of a register or a formula is computed, nobody types it.

| code | name | unit | obtained | months become a year by | communes become the whole by |
|---|---|---|---|---|---|
"""


def page() -> str:
    """The whole page: every target with its form, every indicator with its source."""
    with translation.override("en"):
        lines = [HEAD + "\n".join(map(_target, BOUND))]
        lines.append(INDICATORS + "\n".join(map(_indicator, MEANINGS)))
        return "\n".join(lines) + "\n"


def _target(each: Bound) -> str:
    measured = f"`{each.indicator}`" if each.indicator else "–"
    cells = (str(each.position), each.words, str(each.form.label), measured, _fed(each))
    return f"| {' | '.join(cells)} |"


def _fed(each: Bound) -> str:
    said = list(_sources(each.indicator)) if each.indicator else ["a verdict in words"]
    if each.base_value is not None:
        said.append(f"level of {each.base_year} entered with the target: {each.base_value}")
    if each.scale != 1:
        said.append(f"times {each.scale}")
    return "; ".join(said)


def _sources(code: str) -> Iterator[str]:
    """Where an indicator comes from, down to what is entered or counted."""
    meant = BY_CODE[code]
    definition = meant.definition
    if definition.obtained == Obtained.FORMULA:
        yield f"`{definition.formula}`"
        for name, part in BY_CODE.items():
            if name in parse(definition.formula).names:
                yield f"`{name}`: {_origin(part)}"
    else:
        yield _origin(meant)


def _origin(meant: Meant) -> str:
    definition = meant.definition
    if definition.obtained == Obtained.FORMULA:
        return f"`{definition.formula}`"
    if definition.obtained == Obtained.MEASURE:
        return _measure(definition)
    return f"entered by {meant.office}" if meant.office else "entered"


def _measure(definition: Definition) -> str:
    register = REGISTERS[definition.register]
    measure = register.measure(definition.measure)
    title = measure.title if measure else definition.measure
    return f"[{title}](registers.md) of `/so/{register.slug}/`"


def _indicator(meant: Meant) -> str:
    definition = meant.definition
    computed = definition.obtained != Obtained.ENTERED
    ways = (definition.over_time, definition.over_places)
    over = ("–", "–") if computed else tuple(str(Gathering(way).label) for way in ways)
    unit = f"{meant.unit}, {definition.price_basis}" if definition.price_basis else meant.unit
    cells = (f"`{meant.code}`", meant.name, unit, _origin(meant), *over)
    return f"| {' | '.join(cells)} |"


PAGES: dict[Path, Callable[[], str]] = {PAGE: page}
