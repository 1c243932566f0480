"""Writes docs/reference/registers.md: registers as they are declared, and what they answer. Run by `make reference`."""

import inspect
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

from django.db import models
from django.utils import translation
from django.utils.text import capfirst

from tiendo.example.registers.ties import TIES, Tie
from tiendo.messages import PLACEHOLDER, catalogue_paths, read_catalogue
from tiendo.registers.columns import column_of
from tiendo.registers.forms import form_of
from tiendo.registers.measures import Measure, Over
from tiendo.registers.register import REGISTERS, Register, nothing
from tools.places import ROOT

PAGE = ROOT / "docs" / "reference" / "registers.md"
HEAD = """\
# Registers

Written by `make reference` from the declarations themselves; a test says when it is out of date. How registers work,
and why they are declared: [explanation](../explanation/registers.md).

**Bold** fields tell rows apart in a sheet, ● fields must be filled in. A rule refuses a row with a sentence, or asks
for a reason. A figure is of a year: *of the year* counts the rows of that year, *by its end* all there were by then.
"""


def page() -> str:
    """The whole page: a list, every register by its group, and the table of ties."""
    groups: dict[str, list[Register]] = {}
    for register in REGISTERS.values():
        groups.setdefault(_english(register.guide.group), []).append(register)
    parts = [HEAD, *_contents(groups)]
    for group, registers in groups.items():
        parts.append(f"## {group} · {_both(registers[0].guide.group)[1]}\n")
        parts += [line for register in registers for line in _register(register)]
    return "\n".join([*parts, *_ties()])


def _english(words: object) -> str:
    with translation.override("en"):
        return str(words)


def _both(words: object) -> tuple[str, str]:
    """Lazy words in English and in Vietnamese, for a cell of a table."""
    told = []
    for language in ("en", "vi"):
        with translation.override(language):
            told.append(capfirst(" ".join(str(words).split())).replace("|", "\\|"))
    return told[0], told[1]


def _name(words: object) -> str:
    english, vietnamese = _both(words)
    return f"{english} · *{vietnamese}*"


def _title(register: Register) -> str:
    return _name(register.model._meta.verbose_name_plural)


def _contents(groups: dict[str, list[Register]]) -> Iterator[str]:
    yield "| register | address | rows lie in a commune | belongs to | fields | figures |"
    yield "|---|---|:-:|---|--:|--:|"
    for register in (each for registers in groups.values() for each in registers):
        place, parent = "✓" if register.place else "", register.parent
        above = _both(parent.model._meta.verbose_name)[0] if parent else ""
        sizes = f"{len(register.fields)} | {len(register.measures)}"
        yield f"| {_title(register)} | `/so/{register.slug}/` | {place} | {above} | {sizes} |"
    yield ""


def _register(register: Register) -> Iterator[str]:
    yield f"### {_title(register)}\n"
    guide = register.guide
    for label, words in (("Who", guide.who), ("When", guide.when), ("From", guide.paper)):
        yield f"- **{label}:** {_both(words)[0]}"
    yield "\n| field | | what belongs in it | example |\n|---|:-:|---|---|"
    with translation.override("en"):
        yield from (_field(register, name) for name in register.fields)
    yield ""
    if register.check is not nothing:
        yield "Rules:\n"
        yield from dict.fromkeys(_rules(register.check))
        yield ""
    if register.measures:
        yield "| figure | unit | counted |\n|---|---|---|"
        yield from map(_measure, [register] * len(register.measures), register.measures)
        yield ""


def _field(register: Register, name: str) -> str:
    field: Any = register.model._meta.get_field(name)
    bound = form_of(register).base_fields[name]
    label = _name(field.verbose_name)
    label = f"**{label}**" if name in register.key else label
    must = "●" if bound.required else ""
    said = " ".join(filter(None, (_both(bound.help_text)[0], _offered(field))))
    return f"| {label} | {must} | {said} | {register.guide.example.get(name, '')} |"


def _offered(field: Any) -> str:
    if field.choices:
        return "One of: " + ", ".join(str(label) for _value, label in field.flatchoices) + "."
    if isinstance(field, models.BooleanField):
        return "Yes or no."
    return ""


def _rules(check: Callable[..., Any]) -> Iterator[str]:
    """What a check says of itself and may say to people, then the same of each rule that it asks, in that order."""
    if told := inspect.getdoc(check):
        yield f"- {' '.join(told.split())}"
    codes = list(_codes(inspect.unwrap(check).__code__))
    for words in (each for code in codes for each in code.co_consts if isinstance(each, str)):
        if words[-1:] in (".", "?") and words in _sentences():
            yield f"  - “{PLACEHOLDER.sub('…', words)}”"
    module = inspect.getmodule(check)
    for rule in (getattr(module, name, None) for code in codes for name in code.co_names):
        if inspect.isfunction(rule) and "Fault]" in str(inspect.signature(rule).return_annotation):
            yield from _rules(rule)


@cache
def _sentences() -> frozenset[str]:
    """Everything that the product may say, as the code writes it."""
    messages = (message for path in catalogue_paths("vi") for message in read_catalogue(path))
    return frozenset(message.id for message in messages if isinstance(message.id, str))


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield from _codes(part)


def _measure(register: Register, measure: Measure) -> str:
    title = f"{_name(measure.title)} (`{measure.slug}`)"
    return f"| {title} | {_both(measure.unit)[0].lower()} | {_counted(register, measure)} |"


def _counted(register: Register, measure: Measure) -> str:
    """Which rows make the figure, and what is done with them, in words."""
    what = f"sum of {_path(register, measure.sums)}" if measure.sums else "rows"
    if not measure.sums and measure.each != "pk":
        what = f"different {_path(register, measure.each)}"
    if measure.base:
        what = f"{what} in per cent of {_path(register, measure.base)}"
    when = "of the year" if measure.over is Over.YEAR else "by its end"
    said = f"{what}, {when} by {_path(register, measure.when)}" if measure.when else what
    said += f", until {_path(register, measure.until)}" if measure.until else ""
    said += f", still at its end by {_path(register, measure.holds_to)}" if measure.holds_to else ""
    return f"{said}; only {_only(measure.only)}" if measure.only else said


def _only(condition: models.Q) -> str:
    """A condition on rows as it is declared: `policy = True` and `until = None`."""
    told = [
        f"({_only(part)})" if isinstance(part, models.Q) else f"`{part[0]} = {part[1]}`"  # type: ignore[index]
        for part in condition.children
    ]
    said = f" {condition.connector.lower()} ".join(told)
    return f"not {said}" if condition.negated else said


def _path(register: Register, path: str) -> str:
    """What a path of fields leads to, in the words of its last field."""
    model: Any = register.model
    *steps, last = path.split("__")
    for step in steps:
        model = model._meta.get_field(step).related_model
    known = {each.name for each in model._meta.get_fields() if hasattr(each, "verbose_name")}
    return f"“{_english(column_of(model, last).label)}”" if last in known else f"`{path}`"


def _ties() -> Iterator[str]:
    yield "## What the registers answer in the worked example\n"
    yield "The words of the plan on the left ask for the figure on the right; where there is a goal, the degree of"
    yield "completion is computed from it.\n"
    yield "| task or duty | words that ask for it | register | figure | goal |\n|---|---|---|---|--:|"
    yield from map(_tie, TIES)
    yield ""


def _tie(tie: Tie) -> str:
    register = REGISTERS[tie.register]
    measure = register.measure(tie.measure)
    figure = _both(measure.title)[0] if measure else "the row itself"
    figure = f"{figure}, {_english(tie.count.label)}" if measure else figure
    goal = "" if tie.goal is None or measure is None else f"{tie.goal} {_english(measure.unit)}"
    title = _both(register.model._meta.verbose_name_plural)[0]
    row = f": {tie.row}" if tie.row else ""
    return f"| {tie.kind} {tie.number} | {tie.words} | {title}{row} | {figure} | {goal} |"


PAGES: dict[Path, Callable[[], str]] = {PAGE: page}
