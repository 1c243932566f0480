"""Offices that follow others, and the hand-over of what is open."""

from datetime import date

from tests.tiendo.page_rights import EVERYBODY, Arguments, Rule, Table
from tests.tiendo.page_rights.offices import KEEPERS, office
from tests.tiendo.visits import Ground
from tiendo.agencies.models import Agency
from tiendo.progress.models import HandOver

RULES = (
    Rule(
        "Everybody with a role sees which offices follow which, and what goes where.",
        EVERYBODY,
        ("administration:successions", "handover:hand_over hand_over"),
    ),
    Rule(
        "Coordinator and administrator enter successions.",
        KEEPERS,
        (
            *("administration:add_succession", "administration:import_successions"),
            "administration:succession_sample",
        ),
    ),
    Rule(
        "Coordinator and administrator record successions of a sheet and take them back.",
        KEEPERS,
        ("administration:take_over_successions", "administration:withdraw_succession office"),
        post=True,
    ),
    Rule(
        "Coordinator and administrator choose where work goes, and put a hand-over back.",
        KEEPERS,
        ("handover:work hand_over", "handover:undo hand_over"),
    ),
    Rule(
        "Coordinator and administrator prepare and confirm a hand-over, and let one that stopped go on.",
        KEEPERS,
        ("handover:prepare", "handover:confirm hand_over", "handover:go_on hand_over"),
        post=True,
    ),
)


def hand_over(_ground: Ground, office: Agency) -> Arguments:
    facts = {"locality": office.locality, "effective_on": date(2030, 1, 1), "state": "ready"}
    return (HandOver.objects.get_or_create(**facts)[0].pk,)


TABLE = Table(RULES, {"hand_over": hand_over, "office": office})
