"""tiendo start: open an empty installation with a locality, its offices and the first administrator."""

import argparse

from django.db import transaction

from tiendo.accounts import people
from tiendo.accounts.models import Role, User
from tiendo.agencies import services as agencies
from tiendo.agencies.models import Agency, Kind, Locality
from tiendo.agencies.spreadsheet import BadSheet, read_offices
from tiendo.cli import Refused
from tiendo.commands import asking
from tiendo.commands.installation import bring_up_to_date
from tiendo.history import services as history

NEXT = "Tiếp theo / Next: .venv/bin/tiendo serve"


def run(args: argparse.Namespace) -> None:
    """Ask for what was not given, write everything or nothing, say what was opened."""
    bring_up_to_date()
    offices = _offices(args)
    locality = Locality(
        name=args.locality or asking.ask("Tên địa phương / Locality: "), practice=args.practice
    )
    person = User(
        username=args.username
        or asking.ask("Tên đăng nhập quản trị / Administrator's user name: "),
        full_name=args.full_name or asking.ask("Họ và tên / Full name: "),
    )
    _refuse_unfit(locality, person)
    password = asking.password_of(person)
    with transaction.atomic():
        history.save(locality, actor=None)
        committee = _committee(locality, offices)
        people.add_person(
            username=person.username,
            full_name=person.full_name,
            password=password,
            roles=((committee, Role.ADMINISTRATOR), (committee, Role.COORDINATOR)),
            actor=None,
        )
    print(f"{locality}: {locality.agency_set.count()} cơ quan / offices.\n{NEXT}")


def _refuse_unfit(locality: Locality, person: User) -> None:
    """Raise Refused when a name is taken or cannot be stored."""
    if (
        Locality.objects.filter(name=locality.name).exists()
        or User.objects.filter(username=person.username).exists()
    ):
        raise Refused(
            f"“{locality}” hoặc tài khoản “{person.username}” đã có. Chọn tên khác.\n"
            f"“{locality}” or the account “{person.username}” is here already. Choose another name."
        )
    asking.check(locality.clean_fields)
    asking.check(person.clean_fields, exclude={"password", "locality"})


def _offices(args: argparse.Namespace) -> list[dict[str, object]]:
    if args.offices is None:
        return []
    try:
        return read_offices(args.offices)
    except BadSheet as error:
        raise Refused(str(error)) from error


def _committee(locality: Locality, offices: list[dict[str, object]]) -> Agency:
    stored = [
        agencies.add_agency(locality=locality, actor=None, **facts)  # type: ignore[arg-type]
        for facts in offices
    ]
    committees = [agency for agency in stored if agency.kind == Kind.COMMITTEE]
    if committees:
        return committees[0]
    return agencies.add_agency(
        locality=locality, name=f"Ủy ban nhân dân {locality.name}", kind=Kind.COMMITTEE, actor=None
    )
