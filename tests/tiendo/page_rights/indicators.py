"""What is measured, the figures offices give, and how targets are judged by them."""

from tests.tiendo import indicator_visits
from tests.tiendo.page_rights import EVERYBODY, Arguments, Rule, Table
from tests.tiendo.visits import Ground
from tiendo.agencies.models import Agency

RULES = (
    Rule(
        "Everybody reads what is measured, with its figures.",
        EVERYBODY,
        ("indicators:index", "indicators:indicator given"),
    ),
    Rule(
        "The coordinator says what is measured, and how targets are judged.",
        "C......",
        (
            *("indicators:add", "indicators:edit given"),
            *("indicators:bind target", "indicators:verdict target"),
        ),
    ),
    Rule(
        "Figures are given by the office that is asked for them, and by the coordinator.",
        "CRH....",
        (
            *("indicators:enter given", "indicators:paste given", "indicators:template given"),
            "indicators:take_out figure",
        ),
        other="C......",
    ),
    Rule(
        "The figures of an office come in one table from who reports for an office.",
        "CRH....",
        ("indicators:paste_many", "indicators:template_many"),
    ),
    Rule(
        "The coordinator chooses which of several sources counts.",
        "C......",
        ("indicators:choose figure",),
    ),
)


def given(_ground: Ground, office: Agency) -> Arguments:
    """An indicator whose figures this office gives."""
    return (indicator_visits.indicator(office, "thu-quyen").pk,)


def figure(_ground: Ground, office: Agency) -> Arguments:
    """A figure that this office gives."""
    row = indicator_visits.indicator(office, "thu-quyen")
    return (indicator_visits.figure(row, 2023, 12).pk,)


def target(ground: Ground, _office: Agency) -> Arguments:
    """A target of the plan."""
    return (ground.plan.targets.earliest("pk").pk,)


TABLE = Table(RULES, {"given": given, "figure": figure, "target": target})
