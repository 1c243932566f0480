"""The pages of offices, groups, working days and deletions: where they are, and what stands on them."""

from datetime import date

from django.urls import reverse

from tiendo.accounts.models import User
from tiendo.agencies import services
from tiendo.agencies.holidays import confirm
from tiendo.agencies.models import Agency, Group, Holiday, Locality
from tiendo.agencies.proposals import proposed
from tiendo.history import services as history
from tiendo.history.models import Removal

PLAIN = tuple(
    f"administration:{name}"
    for name in ("offices", "add_office", "import_offices", "add_group", "holidays", "removals")
)
WITHOUT_ROW = {"administration:add_holiday", "administration:take_over_offices"}
BUTTONS = WITHOUT_ROW | {
    f"administration:{name}"
    for name in (
        *("delete_office", "name_office", "forget_name", "rename_group", "delete_group"),
        *("name_group", "join_group", "leave_group", "delete_holiday", "confirm_holidays"),
        "take_back",
    )
}
FORMS = tuple(
    f"administration:{name}"
    for name in ("add_office", "change_office", "end_office", "add_group", "change_holiday")
)
ENDED = "Phòng Y tế (đến 2023)"


def know_offices(actor: User) -> None:
    """An office that ended, a year of holidays, and two deletions, one of them undone."""
    locality = actor.locality
    top = Agency.objects.filter(locality=locality, kind="committee").order_by("pk")[0]
    office = services.add_agency(
        locality=locality, name=ENDED, parent=top, identifier="H20.14.09", actor=actor
    )
    services.add_members(
        group=Group.objects.filter(locality=locality)[0], agencies=[office], since=None, actor=actor
    )
    services.end_agency(agency=office, last_day=date(2023, 6, 30), actor=actor, reason="sáp nhập")
    know_days(actor)
    twice = services.add_agency(locality=locality, name="Phòng nhập hai lần", actor=actor)
    history.restore(services.delete(twice, actor=actor).removal, actor=actor)


def know_days(actor: User) -> None:
    """The holidays of 2024 in the table, one of them deleted again."""
    confirm(locality=actor.locality, proposals=proposed(2024), actor=actor)
    first = Holiday.objects.filter(locality=actor.locality)[0]
    history.delete(first, actor=actor, reason="ghi nhầm")


def addresses(locality: Locality) -> dict[str, list[str]]:
    """The addresses of every page about an office, a group or a day."""
    offices = Agency.objects.filter(locality=locality).order_by("pk")
    groups = Group.objects.filter(locality=locality).order_by("pk")
    day = Holiday.objects.filter(locality=locality)[0]
    year, removals = reverse("administration:holidays"), reverse("administration:removals")
    found = {
        f"administration:{page}": [
            _at(page, row.pk) for row in (offices[0], offices.get(name=ENDED))
        ]
        for page in ("office", "change_office", "end_office")
    }
    return found | {
        "administration:group": [_at("group", row.pk) for row in groups],
        "administration:change_holiday": [_at("change_holiday", day.pk)],
        "administration:holidays": [f"{year}?nam={each}" for each in (2024, 2025, 2026, "x")],
        "administration:removals": [removals, f"{removals}?page=2"],
        "administration:removal": [_at("removal", row.pk) for row in Removal.objects.all()],
    }


def _at(page: str, pk: int) -> str:
    return reverse(f"administration:{page}", args=[pk])
