"""Who may do what: one table of plain sentences that pages, exports and commands all ask."""

from dataclasses import dataclass
from enum import Enum

from tiendo.accounts.models import Role

EVERYONE = frozenset(Role)


class Reach(Enum):
    """How far a right reaches: over the person's own offices, or over the whole locality."""

    OFFICE = "office"
    LOCALITY = "locality"


@dataclass(frozen=True, slots=True)
class Right:
    """`roles` may do `sentence`, as far as `reach`."""

    sentence: str
    roles: frozenset[Role]
    reach: Reach = Reach.LOCALITY


READ = Right("read the plans, tasks, targets and reports of the locality", EVERYONE)
READ_IN = Right(
    "read a plan in, review it and put it in force",
    frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}),
)
CHECK_DRAFT = Right(
    "have a draft checked before it is issued; nothing is kept",
    frozenset({Role.COORDINATOR, Role.REPORTER, Role.HEAD, Role.LEADER, Role.ADMINISTRATOR}),
)
AMEND_HEAD = Right(
    "complete the number and day of a plan from the issued copy",
    frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}),
)
REPORT = Right(
    "report on what the office owes or helps with",
    frozenset({Role.REPORTER, Role.HEAD}),
    Reach.OFFICE,
)
REPORT_FOR_ALL = Right(
    "report for any office, as when loading past years", frozenset({Role.COORDINATOR})
)
FLAG = Right("mark a task as a key task", frozenset({Role.COORDINATOR, Role.LEADER}))

RIGHTS = (READ, READ_IN, CHECK_DRAFT, AMEND_HEAD, REPORT, REPORT_FOR_ALL, FLAG)


@dataclass(frozen=True, slots=True)
class Standing:
    """The roles a person holds on a day, which role in which office, and what the frame of a page says of them."""

    locality_id: int
    roles: frozenset[tuple[Role, int]]
    office: str = ""  # the label of the first office
    authority: str = ""  # the locality's short name
    practice: bool = False

    def may(self, right: Right, agency_id: int | None = None) -> bool:
        """Whether this person has `right`; a right that reaches an office is asked for that office."""
        held = self.offices(right)
        if right.reach is Reach.LOCALITY or agency_id is None:
            return bool(held)
        return agency_id in held

    def offices(self, right: Right) -> frozenset[int]:
        """The offices in which this person has `right`."""
        return frozenset(agency for role, agency in self.roles if role in right.roles)
