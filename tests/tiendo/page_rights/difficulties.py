"""Difficulties passed on, gathered into petitions, taken over from reports; the sheet of a one-stop shop."""

from tests.tiendo import samples
from tests.tiendo.difficulties import rows
from tests.tiendo.page_rights import Arguments, Rule, Table
from tests.tiendo.visits import Ground
from tiendo.agencies.models import Agency
from tiendo.registers.models import Keeper

RULES = (
    Rule(
        "A difficulty is passed on by the office that has to answer it.",
        "CRH....",
        ("difficulties:forward waiting",),
        other="C......",
    ),
    Rule(
        "Difficulties are gathered by the office that keeps the petitions.",
        "CRH....",
        ("difficulties:gather gathering",),
        other="C......",
    ),
    Rule(
        "What a report says is difficult is taken over by the office that wrote it, and by a coordinator.",
        "CRH....",
        ("raising:raise told",),
        other="C......",
    ),
    Rule(
        "Whoever reports for an office brings the sheet of its one-stop shop.",
        "CRH....",
        ("procedures:one_stop",),
    ),
)


def waiting(_ground: Ground, office: Agency) -> Arguments:
    """A difficulty that this office has to answer."""
    return (rows.difficulty(office).pk,)


def gathering(ground: Ground, office: Agency) -> Arguments:
    """The page of gathering, where this office keeps the register of petitions."""
    Keeper.objects.create(locality=ground.plan.locality, register="kien-nghi", agency=office)
    return ()


def told(ground: Ground, office: Agency) -> Arguments:
    """A report of this office that says something is difficult."""
    owed = samples.occurrence(samples.task(ground.plan, office))
    return (samples.report(owed, difficulties="Chưa có mặt bằng").pk,)


TABLE = Table(RULES, {"waiting": waiting, "gathering": gathering, "told": told})
