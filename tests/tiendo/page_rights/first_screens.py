"""First screens: the queue, the calendar, search, one thing done to many."""

from tests.tiendo.page_rights import EVERYBODY, Rule, Table

BUT_AUDITORS = "CRHLV.A"

RULES = (
    Rule(
        "Everybody with a role sees what waits for him, what falls due, and searches what he may read.",
        EVERYBODY,
        ("desk:queue", "desk:calendar", "desk:search"),
    ),
    Rule(
        "The buttons of the queue and of lists answer everybody but auditors; each asks for its own right.",
        BUT_AUDITORS,
        ("desk:act", "progress:bulk"),
        post=True,
    ),
)

TABLE = Table(RULES, {})
