"""What the rules and figures of a register say, and somebody at the product."""

from datetime import date, timedelta

from django.test import Client

from tests.tiendo import samples
from tests.tiendo.investment.cases import TODAY
from tiendo.accounts.models import Role
from tiendo.agencies.models import Agency
from tiendo.registers.register import Register, Setting

SETTING = Setting(TODAY)
DAY, TO_COME = date(2024, 3, 4), TODAY + timedelta(1)


def faults(register: Register, row: object) -> list[tuple[str, bool]]:
    """What the rules of a register say against a row: the fields, and whether a reason lifts it."""
    return [(each.field, each.unless_reason) for each in register.check(row, SETTING)]


def at(who: Agency) -> Client:
    found = Client(headers={"accept-language": "vi"})
    found.force_login(samples.person(Role.COORDINATOR, who))
    return found


def figures(register: Register, year: int) -> dict[str, object]:
    """The figures of a year that are not nothing."""
    said = {each.slug: each.value(register.rows.all(), year) for each in register.measures}
    return {slug: figure for slug, figure in said.items() if figure}
