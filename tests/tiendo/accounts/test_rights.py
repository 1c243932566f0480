"""Every right for every role, in one table a coordinator could read and object to."""

import pytest

from tiendo.accounts import rights
from tiendo.accounts.models import Role
from tiendo.accounts.rights import Reach, Right, Standing

OWN, OTHER = 1, 2  # offices

# One letter a role, in the order: Coordinator Reporter Head Leader Viewer auDitor administrAtor.
ORDER = "CRHLVDA"
ROLES = dict(zip(ORDER, Role, strict=True))
# right → who has it for the own office, who for another office
TABLE = {
    "READ": ("CRHLVDA", "CRHLVDA"),
    "READ_IN": ("C.....A", "C.....A"),
    "CHECK_DRAFT": ("CRHL..A", "CRHL..A"),
    "AMEND_HEAD": ("C.....A", "C.....A"),
    "REPORT": (".RH....", "......."),
    "REPORT_FOR_ALL": ("C......", "C......"),
    "FLAG": ("C..L...", "C..L..."),
    "READ_HISTORY": ("C..L.DA", "C..L.DA"),
    "LOOK_BACK": ("C..L.D.", "C..L.D."),
    "SEE_PEOPLE": (".....DA", ".....DA"),
    "MANAGE_PEOPLE": ("......A", "......A"),
    "NAME_DEPUTY": ("..H....", "......."),
    "MANAGE_OFFICES": ("C.....A", "C.....A"),
    "MANAGE_WORKDAYS": ("......A", "......A"),
    "TAKE_BACK": ("C.....A", "C.....A"),
    "OPEN_ROUND": ("C......", "C......"),
    "REVIEW": ("C......", "C......"),
    "NUDGE": ("C..L...", "C..L..."),
    "APPROVE": ("..H....", "......."),
    "SET_OWING": ("C......", "C......"),
    "RECALL": ("C......", "C......"),
    "RECEIVE": (".RH....", "......."),
    "REFUSE": ("..H....", "......."),
    "NAME_OFFICERS": ("..H....", "......."),
    "ASK": (".RH....", "......."),
    "DISCUSS": ("CRHL...", "CRHL..."),
    "SET_REMINDERS": ("C.....A", "C.....A"),
    "READ_REMINDERS": ("C....DA", "C....DA"),
    "PACK": ("C....DA", "C....DA"),
    "ERASE_PERSONAL": ("......A", "......A"),
    "HAND_OVER": ("C.....A", "C.....A"),
    "AMEND": ("C.....A", "C.....A"),
    "PROPOSE": ("CRH....", "......."),
    "ASK_EXTENSION": (".RH....", "......."),
    "DECIDE_EXTENSION": ("C..L...", "C..L..."),
    "SET_EXTENSION_RULE": ("C.....A", "C.....A"),
    "DIRECT": ("...L...", "...L..."),
    "ASK_TO_EXPLAIN": ("C..L...", "C..L..."),
    "ANSWER": (".RH....", "......."),
    "CLOSE_CARD": ("C......", "C......"),
    "READ_REGISTERS": ("CRHLVDA", "CRHLVDA"),
    "KEEP_REGISTER": (".RH....", "......."),
    "KEEP_ALL": ("C......", "C......"),
    "LOAD_OUTLINES": ("C.....A", "C.....A"),
    "MERGE_ROWS": ("C......", "C......"),
    "DEFINE_INDICATORS": ("C......", "C......"),
    "GIVE_FIGURES": (".RH....", "......."),
    "GIVE_ALL_FIGURES": ("C......", "C......"),
    "SEE_SYSTEM": ("......A", "......A"),
}


def standing(*roles: Role) -> Standing:
    return Standing(1, frozenset((role, OWN) for role in roles))


def cells() -> list[tuple[str, str, int, bool]]:
    return [
        (name, letter, office, letter in row)
        for name, both in TABLE.items()
        for office, row in zip((OWN, OTHER), both, strict=True)
        for letter in ORDER
    ]


@pytest.mark.parametrize(("name", "letter", "office", "allowed"), cells())
def test_who_may_do_what(name: str, letter: str, office: int, allowed: bool) -> None:
    right: Right = getattr(rights, name)
    assert standing(ROLES[letter]).may(right, office) is allowed


def test_the_table_holds_every_right() -> None:
    named = {name for name, value in vars(rights).items() if isinstance(value, Right)}
    assert set(TABLE) == named
    assert set(rights.RIGHTS) == {getattr(rights, name) for name in named}


def test_every_right_is_a_sentence_of_its_own() -> None:
    sentences = [right.sentence for right in rights.RIGHTS]
    assert len(set(sentences)) == len(sentences)
    assert all(sentence[0].islower() and " " in sentence for sentence in sentences)


def test_somebody_without_a_role_may_do_nothing() -> None:
    assert not any(standing().may(right) for right in rights.RIGHTS)


def test_two_roles_give_what_either_gives() -> None:
    both = standing(Role.HEAD, Role.COORDINATOR)
    assert both.may(rights.REPORT, OWN)
    assert both.may(rights.READ_IN)


def test_a_right_over_an_office_asked_without_one_is_whether_there_is_any() -> None:
    assert standing(Role.REPORTER).may(rights.REPORT)
    assert not standing(Role.VIEWER).may(rights.REPORT)


def test_the_offices_of_a_right_are_those_where_the_role_is_held() -> None:
    mixed = Standing(1, frozenset({(Role.REPORTER, OWN), (Role.HEAD, 3), (Role.VIEWER, OTHER)}))
    assert mixed.offices(rights.REPORT) == {OWN, 3}
    assert rights.REPORT.reach is Reach.OFFICE
