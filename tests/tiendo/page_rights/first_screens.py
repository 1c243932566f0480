"""First screens: the queue, the calendar, search, one thing done to many."""

from tests.tiendo import samples
from tests.tiendo.page_rights import EVERYBODY, NOBODY, Arguments, Rule, Table
from tests.tiendo.visits import Ground
from tiendo.agencies.models import Agency
from tiendo.desk.models import SavedView

BUT_AUDITORS = "CRHLV.A"

RULES = (
    Rule(
        "Everybody with a role sees what waits for him, what falls due, and searches what he may read.",
        EVERYBODY,
        ("desk:queue", "desk:calendar", "desk:search"),
    ),
    Rule(
        "The administrator sees what runs.",
        "......A",
        ("desk:system",),
    ),
    Rule(
        "The buttons of the queue and of lists answer everybody but auditors; each asks for its own right.",
        BUT_AUDITORS,
        ("desk:act", "progress:bulk"),
        post=True,
    ),
    Rule(
        "Everybody but an auditor keeps a way of looking at a list.",
        BUT_AUDITORS,
        ("desk:keep_view",),
        post=True,
    ),
    Rule(
        "Nobody takes away what another kept.",
        NOBODY,
        ("desk:forget_view view",),
        other=NOBODY,
        post=True,
    ),
)


def view(_ground: Ground, office: Agency) -> Arguments:
    owner = samples.person("viewer", office)
    facts = {"name": "Quá hạn", "path": "/nhiem-vu/", "query": "status=overdue"}
    return (SavedView.objects.create(user=owner, **facts).pk,)


TABLE = Table(RULES, {"view": view})
