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
READ_HISTORY = Right(
    "read who changed what, when and why, and what was deleted",
    frozenset({Role.COORDINATOR, Role.LEADER, Role.AUDITOR, Role.ADMINISTRATOR}),
)
PACK = Right(
    "take papers, registers and the sealed history out in a package for an audit",
    frozenset({Role.COORDINATOR, Role.AUDITOR, Role.ADMINISTRATOR}),
)
ERASE_PERSONAL = Right(
    "erase what the history says of a person, with a reason", frozenset({Role.ADMINISTRATOR})
)
LOOK_BACK = Right(
    "see pages as they stood on a past day",
    frozenset({Role.COORDINATOR, Role.LEADER, Role.AUDITOR}),
)
SEE_PEOPLE = Right(
    "see who holds which role, since when, and what changed",
    frozenset({Role.AUDITOR, Role.ADMINISTRATOR}),
)
MANAGE_PEOPLE = Right(
    "add people, give and end their roles, print their sign-in slips, close their accounts",
    frozenset({Role.ADMINISTRATOR}),
)
NAME_DEPUTY = Right(
    "name who stands in for an officer of the office (everybody may for himself)",
    frozenset({Role.HEAD}),
    Reach.OFFICE,
)
MANAGE_OFFICES = Right(
    "look after the offices, the names they are called by, and the groups",
    frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}),
)
HAND_OVER = Right(
    "hand what is open of offices that end over to their successors, and put it back",
    frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}),
)
MANAGE_WORKDAYS = Right(
    "say on which days offices do not work, and which Saturdays they make up",
    frozenset({Role.ADMINISTRATOR}),
)
TAKE_BACK = Right(
    "put back what was deleted in the last 30 days",
    frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}),
)

OPEN_ROUND = Right(
    "open and close reporting rounds, give offices more days, let late ones in",
    frozenset({Role.COORDINATOR}),
)
REVIEW = Right(
    "accept what offices report, or return it with a note", frozenset({Role.COORDINATOR})
)
NUDGE = Right(
    "ask offices that have not reported for their report",
    frozenset({Role.COORDINATOR, Role.LEADER}),
)
APPROVE = Right(
    "approve the report of the office and send it, or give it back",
    frozenset({Role.HEAD}),
    Reach.OFFICE,
)

SET_OWING = Right(
    "say which office owes what under a plan, and which lead answers for a task",
    frozenset({Role.COORDINATOR}),
)
RECALL = Right(
    "take work back from an office, or leave it with one that refused it",
    frozenset({Role.COORDINATOR}),
)
RECEIVE = Right(
    "receive work on behalf of the office, and keep its steps",
    frozenset({Role.REPORTER, Role.HEAD}),
    Reach.OFFICE,
)
REFUSE = Right(
    "send work back to who gave it, once and with a reason", frozenset({Role.HEAD}), Reach.OFFICE
)
NAME_OFFICERS = Right(
    "name the officers of the office who do its work", frozenset({Role.HEAD}), Reach.OFFICE
)
ASK = Right(
    "ask other offices for their part in what the office leads",
    frozenset({Role.REPORTER, Role.HEAD}),
    Reach.OFFICE,
)
DISCUSS = Right(
    "write in the discussion of a task",
    frozenset({Role.COORDINATOR, Role.REPORTER, Role.HEAD, Role.LEADER}),
)

AMEND = Right(
    "draft what changes a plan, enter decisions, answer what offices propose",
    frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}),
)
PROPOSE = Right(
    "propose a change of the plan on behalf of the office, the coordinator for the standing one",
    frozenset({Role.COORDINATOR, Role.REPORTER, Role.HEAD}),
    Reach.OFFICE,
)

ASK_EXTENSION = Right(
    "ask for more time on what the office closes, and withdraw the request",
    frozenset({Role.REPORTER, Role.HEAD}),
    Reach.OFFICE,
)
DECIDE_EXTENSION = Right(
    "grant offices more time, or refuse it", frozenset({Role.COORDINATOR, Role.LEADER})
)
SET_EXTENSION_RULE = Right(
    "say how often a deadline may be extended, and by which rule",
    frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}),
)
DIRECT = Right("direct offices on their work, by a day", frozenset({Role.LEADER}))
ASK_TO_EXPLAIN = Right(
    "ask offices to explain work that is late and reports that did not come",
    frozenset({Role.COORDINATOR, Role.LEADER}),
)
ANSWER = Right(
    "answer on behalf of the office what leaders say, and fill in its corrective cards",
    frozenset({Role.REPORTER, Role.HEAD}),
    Reach.OFFICE,
)
CLOSE_CARD = Right(
    "fill in the corrective card of any office, and close it", frozenset({Role.COORDINATOR})
)

READ_REGISTERS = Right(
    "read the registers; who works in a commune only reads the rows of the own commune", EVERYONE
)
KEEP_REGISTER = Right(
    "enter and correct the rows of registers that the office keeps, that name it, or lie in the own commune",
    frozenset({Role.REPORTER, Role.HEAD}),
    Reach.OFFICE,
)
KEEP_ALL = Right(
    "enter and correct the rows of every register, and say which office keeps which",
    frozenset({Role.COORDINATOR}),
)
LOAD_OUTLINES = Right(
    "load the boundaries of communes and the outlines of rows onto the map, and take them back",
    frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}),
)

MERGE_ROWS = Right(
    "make one row of two in which the same establishment was entered, and take that back",
    frozenset({Role.COORDINATOR}),
)

DEFINE_INDICATORS = Right(
    "say what is measured, by what a target is judged, and the verdict on targets in words",
    frozenset({Role.COORDINATOR}),
)
GIVE_FIGURES = Right(
    "give the figures that the office is asked for, and correct them",
    frozenset({Role.REPORTER, Role.HEAD}),
    Reach.OFFICE,
)
GIVE_ALL_FIGURES = Right(
    "give the figures of every office, choose the source that counts, take figures out",
    frozenset({Role.COORDINATOR}),
)

SET_REMINDERS = Right(
    "say when people are reminded of what is due, and who above them is told",
    frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}),
)
READ_REMINDERS = Right(
    "read who was reminded of what, and which letters went out",
    frozenset({Role.COORDINATOR, Role.AUDITOR, Role.ADMINISTRATOR}),
)
SEE_SYSTEM = Right(
    "see what runs: version, database, worker, queue, mail, room on the disk",
    frozenset({Role.ADMINISTRATOR}),
)

RIGHTS = (
    *(READ, READ_IN, CHECK_DRAFT, AMEND_HEAD, REPORT, REPORT_FOR_ALL, FLAG),
    *(READ_HISTORY, PACK, ERASE_PERSONAL, LOOK_BACK, SEE_PEOPLE, MANAGE_PEOPLE, NAME_DEPUTY),
    *(MANAGE_OFFICES, HAND_OVER, MANAGE_WORKDAYS, TAKE_BACK),
    *(OPEN_ROUND, REVIEW, NUDGE, APPROVE),
    *(SET_OWING, RECALL, RECEIVE, REFUSE, NAME_OFFICERS, ASK, DISCUSS),
    *(AMEND, PROPOSE),
    *(ASK_EXTENSION, DECIDE_EXTENSION, SET_EXTENSION_RULE),
    *(DIRECT, ASK_TO_EXPLAIN, ANSWER, CLOSE_CARD),
    *(READ_REGISTERS, KEEP_REGISTER, KEEP_ALL, LOAD_OUTLINES, MERGE_ROWS),
    *(DEFINE_INDICATORS, GIVE_FIGURES, GIVE_ALL_FIGURES),
    *(SET_REMINDERS, READ_REMINDERS, SEE_SYSTEM),
)

Held = frozenset[tuple[Role, int]]  # which role in which office


@dataclass(frozen=True, slots=True)
class Absent:
    """Somebody away, in whose stead a person acts with these roles."""

    user_id: int
    name: str
    roles: Held


@dataclass(frozen=True, slots=True)
class Standing:
    """The roles a person holds on a day, which role in which office, and what the frame of a page says of them.

    `roles` are the own ones and those of the people in `stands_in_for`.
    """

    locality_id: int
    roles: Held
    office: str = ""  # the label of the first office
    authority: str = ""  # the locality's short name
    practice: bool = False
    own: Held | None = None  # the own roles where there are lent ones; None: all are
    stands_in_for: tuple[Absent, ...] = ()

    def may(self, right: Right, agency_id: int | None = None) -> bool:
        """Whether this person has `right`; a right that reaches an office is asked for that office."""
        held = self.offices(right)
        if right.reach is Reach.LOCALITY or agency_id is None:
            return bool(held)
        return agency_id in held

    def offices(self, right: Right) -> frozenset[int]:
        """The offices in which this person has `right`."""
        return frozenset(agency for role, agency in self.roles if role in right.roles)

    @property
    def looks_back(self) -> bool:
        """Whether this person may see pages as they stood on a past day."""
        return self.may(LOOK_BACK)

    @property
    def merges_rows(self) -> bool:
        """Whether this person may make one row of two."""
        return self.may(MERGE_ROWS)

    @property
    def loads_outlines(self) -> bool:
        """Whether this person may load outlines onto the map."""
        return self.may(LOAD_OUTLINES)

    @property
    def only_reads(self) -> bool:
        """Whether all this person may do is read: an auditor who holds no other role."""
        return {role for role, _agency in self.roles} == {Role.AUDITOR}

    def acts_for(self, right: Right, agency_id: int) -> Absent | None:
        """The absent person in whose stead `right` is used over this office; None when it is the person's own."""
        own = self.roles if self.own is None else self.own
        if _holds(own, right, agency_id):
            return None
        away = (each for each in self.stands_in_for if _holds(each.roles, right, agency_id))
        return next(away, None)


def _holds(held: Held, right: Right, agency_id: int) -> bool:
    """Whether one of these roles gives `right` over this office."""
    anywhere = right.reach is Reach.LOCALITY
    return any(role in right.roles and (anywhere or office == agency_id) for role, office in held)
