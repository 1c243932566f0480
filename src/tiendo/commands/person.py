"""tiendo person: give somebody an account or a role, or somebody who forgot it a new password."""

import argparse

from django.db import transaction

from tiendo.accounts import people
from tiendo.accounts.models import Role, User
from tiendo.agencies.models import Agency
from tiendo.cli import Refused
from tiendo.commands import asking
from tiendo.commands.installation import bring_up_to_date
from vanban.text import fold


def run(args: argparse.Namespace) -> None:
    """Add the person, or change the one with this user name; say what was done."""
    bring_up_to_date()
    found = User.objects.filter(username=args.username).first()
    agency = _office(args.office, found) if args.office else None
    if found is None and agency is None:
        raise Refused(
            f"Chưa có tài khoản “{args.username}”. Thêm --office CƠ-QUAN và --role VAI-TRÒ để lập mới.\n"
            f"There is no account “{args.username}”. Give --office OFFICE and --role ROLE to make one."
        )
    if found is None:
        _add(args, agency)
        return
    _change(args, found, agency)


def _add(args: argparse.Namespace, agency: Agency | None) -> None:
    full_name = args.full_name or asking.ask("Họ và tên / Full name: ")
    person = User(username=args.username, full_name=full_name)
    asking.check(person.clean_fields, exclude={"password", "locality"})
    people.add_person(
        username=args.username,
        full_name=full_name,
        password=asking.password_of(person),
        roles=((agency, Role(args.role)),) if agency else (),
        actor=None,
    )
    print(f"{full_name}: {args.role}, {agency}")


@transaction.atomic
def _change(args: argparse.Namespace, person: User, agency: Agency | None) -> None:
    if agency is not None:
        people.give_role(user=person, agency=agency, role=Role(args.role), actor=None)
        print(f"{person}: {args.role}, {agency}")
        return
    people.set_password(user=person, password=asking.password_of(person), actor=None)
    print(f"{person}: mật khẩu mới / new password")


def _office(words: str, person: User | None) -> Agency:
    """The one office whose name holds these words; Refused when there is none or more than one."""
    offices = Agency.objects.filter(fold__contains=fold(words))
    if person is not None:
        offices = offices.filter(locality=person.locality)
    exact = [agency for agency in offices if words in (agency.name, agency.short_name)]
    fitting = exact or list(offices[:6])
    if len(fitting) != 1:
        names = "; ".join(agency.name for agency in fitting) or "—"
        raise Refused(
            f"“{words}” phải chỉ đúng một cơ quan. Tìm thấy: {names}\n"
            f"“{words}” must mean exactly one office. Found: {names}"
        )
    return fitting[0]
