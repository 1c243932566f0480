"""The form proposed for targets of the labelled real plans, read by the reader, where these are at hand."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tiendo.indicators.aims import goal_of, proposed_form
from tiendo.indicators.judging.values import Comparator, Form, Goal
from tiendo.plans.items import Aim, aim_of
from tiendo.plans.models import DraftItem
from vanban.text import fold

PLANS = Path(__file__).parents[4] / "shared" / "plans"
SLUGS = sorted(path.name.split(".")[0] for path in PLANS.glob("*.gold.json"))
GROWS = re.compile(r"toc do tang|tang truong|tang (binh quan|trung binh)")
ALIKE = 0.5  # how much of the words two readings of a target share

pytestmark = pytest.mark.skipif(
    not SLUGS, reason="the labelled plans (../shared/plans) are not here: no form is scored"
)


@dataclass(frozen=True)
class Pair:
    """A labelled target, what the reader made of it, and the form that its labels tell."""

    plan: str
    label: dict[str, Any]
    read: Aim
    form: Form


def told(label: dict[str, Any]) -> Form | None:
    """The form that the labels tell; None where they leave it open.

    A change ("giảm 50% thời gian") is told without its base, and of weeks, months and quarters there is no form.
    """
    if label["value"] is None:
        return Form.WORDS
    if label.get("recurrence"):
        return Form.EACH_YEAR if label["recurrence"] == "year" else None
    per_year = label.get("average") or "/năm" in label["unit"]
    if per_year and GROWS.search(fold(f"{label['indicator']} {label['text']}")):
        return Form.MEAN_GROWTH
    return None if label.get("change") else Form.LEVEL


@cache
def pairs() -> tuple[Pair, ...]:
    """Labelled targets whose form is told, with what was read of them."""
    return tuple(pair for slug in SLUGS for pair in _pairs(slug))


def _pairs(slug: str) -> Iterator[Pair]:
    labels = json.loads((PLANS / f"{slug}.gold.json").read_text("utf-8"))["targets"]
    aims = _read(slug) if labels else []
    for label in labels:
        form = told(label)
        if form is None or label.get("ambiguous"):
            continue
        same = [aim for aim in aims if _figures(aim) == _values(label)]
        best = max(same, key=lambda aim: _alike(aim, label), default=None)
        if best and _alike(best, label) >= ALIKE:
            yield Pair(slug, label, best, form)


def _read(slug: str) -> list[Aim]:
    file = next(path for path in PLANS.glob(f"{slug}.*") if path.suffix != ".json")
    command = [sys.executable, "-m", "vanban", "read", "--json", str(file)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return [aim_of(DraftItem(data=row)) for row in json.loads(done.stdout)["targets"]]


def _figures(aim: Aim) -> list[Decimal]:
    return [figure for figure in (aim.low, aim.high) if figure is not None]


def _values(label: dict[str, Any]) -> list[Decimal]:
    value = label["value"]
    values = value if isinstance(value, list) else [] if value is None else [value]
    return [Decimal(str(each)) for each in values]


def _alike(aim: Aim, label: dict[str, Any]) -> float:
    words = ("".join(fold(each).split()) for each in (aim.text, label["text"]))
    return SequenceMatcher(None, *words, autojunk=False).ratio()


def goal_told(label: dict[str, Any]) -> Goal | None:
    """The goal that the labels tell."""
    values = _values(label)
    if not values:
        return None
    high = values[1] if len(values) > 1 else None
    return Goal(Comparator(label["comparator"]), values[0], high, bool(label.get("strict")))


def test_the_form_that_the_labels_tell_is_proposed(capsys: pytest.CaptureFixture[str]) -> None:
    right = [pair for pair in pairs() if proposed_form(pair.read) == pair.form]
    with capsys.disabled():
        sys.stdout.write(f"\nforms proposed: {len(right)} of {len(pairs())} right")
    wrong = [
        (pair.label["text"], proposed_form(pair.read)) for pair in pairs() if pair not in right
    ]
    assert len(pairs()) >= 80
    assert len(right) >= 0.99 * len(pairs()), wrong


def test_the_goal_that_the_labels_tell_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    right = [pair for pair in pairs() if goal_of(pair.read) == goal_told(pair.label)]
    with capsys.disabled():
        sys.stdout.write(f"\ngoals read: {len(right)} of {len(pairs())} right")
    wrong = [(pair.label["text"], goal_of(pair.read)) for pair in pairs() if pair not in right]
    assert len(right) >= 0.99 * len(pairs()), wrong


@pytest.mark.parametrize("form", [Form.LEVEL, Form.EACH_YEAR, Form.MEAN_GROWTH])
def test_every_form_is_told_by_some_label(form: Form) -> None:
    assert any(pair.form == form for pair in pairs())
