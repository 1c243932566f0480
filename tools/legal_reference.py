"""Writes docs/reference/legal-rules.md: rules with a source and the tests that try them. Run by `make reference`."""

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from tests.tiendo.legal_rules.cases import Rule, named_only, rules
from tiendo.legal.starting import StartingNorm, starting_norms
from tools.places import ROOT

PAGE = ROOT / "docs" / "reference" / "legal-rules.md"
TESTS = Path("tests", "tiendo")
HEAD = """\
# Rules with a legal source

Written by `make reference` from `tests/tiendo/legal_rules/rules.toml`; tests say when it is out of date, when a place
of the product names a source without a rule here, and when a rule has no cases that tell right from wrong.

*Verified*: somebody compared the value with the published text or with an official account of it. All else is a
proposal until somebody has looked; the product then says “chưa kiểm chứng” wherever such a value decides something.
"""


def page() -> str:
    """The whole page: how many there are, the rules, the values they decide by, and places that only name a source."""
    every = rules().values()
    verified = sum(rule.verified for rule in every)
    counted = f"{len(every)} rules, {verified} of them verified; {len(starting_norms())} proposed values.\n"
    return "\n".join([HEAD, counted, *_rules(), *_values(), *_named_only()])


def _rules() -> Iterator[str]:
    yield "## Rules\n"
    yield "| rule | document | article | verified | in the product | tried by |\n|---|---|---|---|---|---|"
    for rule in rules().values():
        yield _row(rule)


def _row(rule: Rule) -> str:
    says = f"**{rule.key}** {rule.says}" + (f"<br>*{rule.remark}*" if rule.remark else "")
    places = "<br>".join(f"`{place}`" for place in rule.places)
    path, _, name = rule.test.partition("::")
    test = f"[{name.removeprefix('test_').replace('_', ' ')}](../../{(TESTS / path).as_posix()})"
    source = rule.document or "no law"
    return f"| {says} | {source} | {rule.article} | {'yes' if rule.verified else 'no'} | {places} | {test} |"


def _values() -> Iterator[str]:
    """A line for each rule with values; those of one rule stand together."""
    yield "\n## Values that decide, as they are proposed\n"
    yield "| rule | norm | value | from | to |\n|---|---|---|---|---|"
    of = {key: rule.key for rule in rules().values() for key in rule.norms}
    norms = sorted(starting_norms(), key=lambda norm: list(rules()).index(of[norm.key]))
    for key, some in groupby(norms, key=lambda norm: of[norm.key]):
        yield from (_value(key, norm) for norm in some)


def _value(key: str, norm: StartingNorm) -> str:
    first, last = norm.span
    until = f"{last:%d/%m/%Y}" if last else ""
    return f"| {key} | `{norm.facts['code']}` | {norm.row().limit} | {first:%d/%m/%Y} | {until} |"


def _named_only() -> Iterator[str]:
    yield "\n## Places that name a source and hold no rule\n"
    yield "| place | why |\n|---|---|"
    yield from (f"| `{place}` | {why} |" for place, why in named_only().items())
    yield ""


PAGES: dict[Path, Callable[[], str]] = {PAGE: page}
