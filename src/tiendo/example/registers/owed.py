"""The papers that the example's plan asks for, taken from its words by the product, and how far each of them is.

Numbers and days are invented; a paper whose day is still to come stands as it was before.
"""

from datetime import date
from typing import Any

from tiendo.accounts.models import User
from tiendo.papers.kinds import Asked
from tiendo.papers.models import PaperOwed
from tiendo.plans.models import Plan
from tiendo.plans.papers import Proposed, Taken, enter, proposed_papers

DISTRICT, PROVINCE = "UBND Huyện", "UBND tỉnh Đồng Tháp"
# number of the task or duty → how far its paper is; what no office was charged with is left to the coordinator
SAID: dict[str, dict[str, Any]] = {
    "2.1": {
        "begun_on": date(2022, 1, 10),
        "submitted_on": date(2022, 5, 16),
        "submit_to": DISTRICT,
        "number": "1204/QĐ-UBND",
        "issued_on": date(2022, 6, 9),
    },
    "2.3": {"begun_on": date(2022, 8, 1), "submitted_on": date(2023, 4, 20), "submit_to": PROVINCE},
    "2.4": {"begun_on": date(2024, 9, 5), "submit_to": PROVINCE},
    "2.5": {
        "due": date(2024, 3, 31),
        "begun_on": date(2024, 1, 15),
        "submitted_on": date(2024, 3, 4),
        "number": "47/KH-UBND",
        "issued_on": date(2024, 3, 18),
    },
    "4.2": {"due": date(2024, 12, 20), "begun_on": date(2024, 10, 7)},
    "6.1": {
        "begun_on": date(2022, 3, 1),
        "submitted_on": date(2022, 11, 2),
        "submit_to": DISTRICT,
        "number": "2210/QĐ-UBND",
        "issued_on": date(2022, 11, 25),
    },
    "11": {"begun_on": date(2022, 4, 4), "number": "88/KH-UBND", "issued_on": date(2022, 7, 15)},
    "14": {"due": date(2024, 11, 30), "begun_on": date(2024, 10, 1)},
}
FOLLOWS = frozenset({"2.5"})  # done when the paper is


def enter_papers(plan: Plan, coordinator: User, today: date) -> list[PaperOwed]:
    """Enter the papers whose office the plan names, each tied to its task or duty."""
    proposals = [
        each
        for each in proposed_papers(plan, today)
        if each.agency and each.task and each.task.number in SAID
    ]
    taken = [_taken(each, today) for each in proposals]
    return enter(plan=plan, taken=taken, actor=coordinator, today=today)


def _taken(each: Proposed, today: date) -> Taken:
    number = each.task.number if each.task else ""
    wanted = each.wanted
    paper = PaperOwed(
        title=wanted.title,
        kind=wanted.kind,
        asked=wanted.asked,
        agency=each.agency,
        submit_to=wanted.submit_to or (PROVINCE if wanted.asked is Asked.SUBMIT else ""),
        due=each.due,
        words=wanted.words,
    )
    for name, value in SAID[number].items():
        if not isinstance(value, date) or value <= today or name == "due":
            setattr(paper, name, value)
    return Taken(each, paper, number in FOLLOWS)
