"""Two figures for one target."""

from collections import defaultdict
from collections.abc import Iterator

from vanban.check.examined import Examined, short
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.model import Target
from vanban.text import key

CODES = (
    Code(
        "target-two-figures",
        Severity.WRONG,
        Said(
            "Chỉ tiêu “{text}” có hai con số khác nhau: {figures}.",
            "The target “{text}” has two different figures: {figures}.",
        ),
        Said(
            "Không biết phải đạt con số nào và báo cáo theo con số nào.",
            "Nobody knows which of them is to be reached and reported.",
        ),
        Said("Thống nhất một con số.", "Settle on one figure."),
    ),
)
FEWEST_WORDS = 4  # an indicator of fewer words may stand for different things


def check(document: Examined) -> Iterator[Remark]:
    """One remark for each indicator that stands in two places with another figure for the same period."""
    alike: dict[tuple[str | None, ...], list[Target]] = defaultdict(list)
    for target in document.reading.targets:
        if (
            len(target.values) == 1
            and target.quotes
            and len(target.indicator.split()) >= FEWEST_WORDS
        ):
            alike[_meant(target)].append(target)
    for targets in alike.values():
        figures = list(dict.fromkeys(target.values[0] for target in targets))
        if len(figures) == 2 and _apart(targets):
            shown = [next(one for one in targets if one.values[0] == figure) for figure in figures]
            values = {
                "text": short(targets[0].indicator),
                "figures": ", ".join(
                    f"{one.values[0].replace('.', ',')} {one.unit or ''}".strip() for one in shown
                ),
            }
            yield Remark("target-two-figures", values, tuple(one.quotes[0] for one in shown))


def _meant(target: Target) -> tuple[str | None, ...]:
    """What makes two targets one: what is counted, of whom, in which unit, until when, and how it is compared."""
    said = " ".join(key(word.strip(".,;:()")) for word in target.indicator.split())
    return (
        said,
        target.unit,
        target.start,
        target.end,
        target.scope,
        target.change,
        target.recurrence,
    )


def _apart(targets: list[Target]) -> bool:
    """Whether they stand in different lines: figures side by side belong to different things."""
    lines = [target.quotes[0].line for target in targets]
    return len(set(lines)) == len(lines) and not any(target.no for target in targets)
