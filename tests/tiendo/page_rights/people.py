"""Coming in, one's own account, deputies; and the pages on which an administrator looks after people."""

from datetime import date, timedelta

from tests.tiendo import samples
from tests.tiendo.page_rights import EVERYBODY, Arguments, Rule, Table
from tests.tiendo.visits import TODAY, Ground
from tiendo.accounts.models import Charge, Membership, Role, StandIn, User
from tiendo.agencies.models import Agency

ADMINISTRATOR = "......A"

RULES = (
    Rule(
        "Everybody sees the own account and who stands in for whom.",
        EVERYBODY,
        ("accounts:account", "accounts:away"),
    ),
    Rule(
        "The head ends a stand-in of the own office's people, the administrator any; an auditor writes nothing.",
        "..H...A",
        ("accounts:end_stand_in stand_in",),
        other="......A",
        post=True,
        hidden=True,
    ),
    Rule(
        "Administrator and auditor see who holds which role, since when, and what changed.",
        ".....DA",
        ("administration:people", "administration:person person"),
    ),
    Rule(
        "Only the administrator looks after people, their roles and what is in whose charge.",
        ADMINISTRATOR,
        (
            *("administration:add_person", "administration:roster"),
            "administration:roster_sample",
            *("administration:change_person person", "administration:give_role person"),
            *("administration:put_in_charge person", "administration:end_role membership"),
        ),
    ),
    Rule(
        "Only the administrator makes sign-in slips and closes accounts.",
        ADMINISTRATOR,
        ("administration:slip person", "administration:deactivate person"),
    ),
    Rule(
        "Only the administrator opens accounts again, ends a charge and adds people from a table.",
        ADMINISTRATOR,
        (
            *("administration:reactivate former", "administration:end_charge charge"),
            "administration:add_roster",
        ),
        post=True,
    ),
)


def somebody(office: Agency) -> User:
    return samples.person(Role.REPORTER, office)


def person(_ground: Ground, office: Agency) -> Arguments:
    return (somebody(office).pk,)


def former(_ground: Ground, office: Agency) -> Arguments:
    return (samples.person(Role.REPORTER, office, is_active=False).pk,)


def membership(_ground: Ground, office: Agency) -> Arguments:
    return (Membership.objects.get(user=somebody(office)).pk,)


def charge(_ground: Ground, office: Agency) -> Arguments:
    return (Charge.objects.create(leader=somebody(office), words="công nghiệp").pk,)


def stand_in(_ground: Ground, office: Agency) -> Arguments:
    first = date(TODAY.year, TODAY.month, TODAY.day)
    row = StandIn.objects.create(
        absent=somebody(office),
        deputy=somebody(office),
        valid_from=first,
        valid_to=first + timedelta(days=3),
    )
    return (row.pk,)


TABLE = Table(
    RULES,
    {
        "person": person,
        "former": former,
        "membership": membership,
        "charge": charge,
        "stand_in": stand_in,
    },
)
