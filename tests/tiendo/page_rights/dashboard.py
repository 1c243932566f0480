"""What leaders look at: targets with their verdicts, and the page for Monday."""

from tests.tiendo.page_rights import EVERYBODY, Arguments, Rule, Table
from tests.tiendo.visits import Ground
from tiendo.agencies.models import Agency

RULES = (
    Rule(
        "Everybody sees how targets stand, takes their figures and charts along, and has a page for Monday.",
        EVERYBODY,
        (
            *(
                "dashboard:target target",
                "dashboard:svg target",
                "dashboard:png target",
                "dashboard:sheet target",
            ),
            *("dashboard:places target", "dashboard:places_sheet target"),
            *("dashboard:walk plan", "dashboard:targets_sheet plan", "desk:brief plan"),
        ),
    ),
    Rule(
        "Coordinator and leader ask offices to explain a target.",
        "C..L...",
        ("dashboard:ask target",),
    ),
)


def target(ground: Ground, _office: Agency) -> Arguments:
    """A target of the plan."""
    return (ground.plan.targets.earliest("pk").pk,)


def plan(ground: Ground, _office: Agency) -> Arguments:
    """The plan."""
    return (ground.plan.pk,)


TABLE = Table(RULES, {"target": target, "plan": plan})
