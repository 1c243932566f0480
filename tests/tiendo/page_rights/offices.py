"""Offices, groups, working days, and what was deleted."""

from tests.tiendo import samples
from tests.tiendo.page_rights import EVERYBODY, Arguments, Rule, Table
from tests.tiendo.visits import Ground
from tiendo.agencies import services
from tiendo.agencies.models import Agency, Group, GroupMember, Holiday, KnownName
from tiendo.history import services as history
from tiendo.history.models import Removal

KEEPERS = "C.....A"
ADMINISTRATOR = "......A"

RULES = (
    Rule(
        "Everybody with a role sees the offices, the groups and the working days.",
        EVERYBODY,
        (
            *("administration:offices", "administration:office office"),
            *("administration:group group", "administration:holidays"),
            "administration:export_offices",
        ),
    ),
    Rule(
        "Coordinator and administrator add and change offices and groups.",
        KEEPERS,
        (
            *("administration:add_office", "administration:change_office office"),
            *("administration:end_office office", "administration:import_offices"),
            "administration:add_group",
        ),
    ),
    Rule(
        "Coordinator and administrator delete offices and groups, and say what they are called and who belongs.",
        KEEPERS,
        (
            *("administration:delete_office new_office", "administration:delete_group group"),
            *("administration:name_office office", "administration:forget_name known_name"),
            *("administration:name_group group", "administration:rename_group group"),
            *("administration:join_group group", "administration:leave_group member"),
            "administration:take_over_offices",
        ),
        post=True,
    ),
    Rule(
        "Only the administrator says on which days offices work.",
        ADMINISTRATOR,
        ("administration:change_holiday holiday",),
    ),
    Rule(
        "Only the administrator adds and deletes days off and takes the proposed ones over.",
        ADMINISTRATOR,
        (
            *("administration:add_holiday", "administration:delete_holiday holiday"),
            "administration:confirm_holidays year",
        ),
        post=True,
    ),
    Rule(
        "Coordinator, leader, auditor and administrator see what was deleted.",
        "C..L.DA",
        ("administration:removals", "administration:removal removal"),
    ),
    Rule(
        "Coordinator and administrator put back what was deleted.",
        KEEPERS,
        ("administration:take_back removal",),
        post=True,
    ),
)


def office(_ground: Ground, office: Agency) -> Arguments:
    return (office.pk,)


def _new(office: Agency) -> Agency:
    return services.add_agency(locality=office.locality, name="Phòng Mới", actor=None)


def new_office(_ground: Ground, office: Agency) -> Arguments:
    return (_new(office).pk,)


def _group(office: Agency) -> Group:
    return services.add_group(
        locality=office.locality, name="Các phòng mới", members=[office], actor=None
    )


def group(_ground: Ground, office: Agency) -> Arguments:
    return (_group(office).pk,)


def member(_ground: Ground, office: Agency) -> Arguments:
    return (GroupMember.objects.get(group=_group(office)).pk,)


def known_name(_ground: Ground, office: Agency) -> Arguments:
    found = services.call(office, "Phòng ta", actor=None)
    assert isinstance(found, KnownName)
    return (found.pk,)


def holiday(_ground: Ground, office: Agency) -> Arguments:
    facts = {"day": "2030-09-02", "name": "Quốc khánh"}
    return (Holiday.objects.create(locality=office.locality, **facts).pk,)


def year(_ground: Ground, _office: Agency) -> Arguments:
    return (2025,)


def removal(_ground: Ground, office: Agency) -> Arguments:
    change = history.delete(_new(office), actor=samples.person("administrator", office))
    return (Removal.objects.get(change=change).pk,)


TABLE = Table(
    RULES,
    {
        each.__name__: each
        for each in (*(office, new_office, group, member, known_name, holiday, year, removal),)
    },
)
