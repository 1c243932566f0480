"""tiendo person: give somebody an account, a role, a new password or a slip, or close the account."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from tiendo.accounts import handover, people, slips
from tiendo.accounts.clock import today
from tiendo.accounts.models import Role, User
from tiendo.accounts.people import Facts, Given
from tiendo.agencies.models import Agency
from tiendo.cli import Refused
from tiendo.commands import asking
from tiendo.commands.installation import bring_up_to_date
from vanban.text import fold

SLIP_DAYS = 7


def run(args: argparse.Namespace) -> None:
    """Add the person, or change the one with this user name; say what was done."""
    bring_up_to_date()
    found = User.objects.filter(username=args.username).first()
    agency = _office(args.office, found) if args.office else None
    if found is not None and args.close:
        _close(args, found)
    elif found is not None:
        _change(args, found, agency)
    elif agency is not None and not args.close:
        _add(args, agency)
    else:
        raise Refused(
            f"Chưa có tài khoản “{args.username}”. Thêm --office CƠ-QUAN và --role VAI-TRÒ để lập mới.\n"
            f"There is no account “{args.username}”. Give --office OFFICE and --role ROLE to make one."
        )


@transaction.atomic
def _add(args: argparse.Namespace, agency: Agency) -> None:
    full_name = args.full_name or asking.ask("Họ và tên / Full name: ")
    person = User(username=args.username, full_name=full_name)
    asking.check(person.clean_fields, exclude={"password", "locality"})
    given = _given(args, agency)
    user = people.add(
        facts=Facts(args.username, full_name),
        given=(given,),
        password=None if args.slip else asking.password_of(person),
        actor=None,
    )
    print(f"{full_name}: {args.role}, {agency}")
    if args.slip:
        _print_slip(user)


@transaction.atomic
def _change(args: argparse.Namespace, person: User, agency: Agency | None) -> None:
    if agency is not None:
        _give(args, person, agency)
        print(f"{person}: {args.role}, {agency}")
    if args.slip:
        _print_slip(person)
    elif agency is None:
        people.set_password(user=person, password=asking.password_of(person), actor=None)
        print(f"{person}: mật khẩu mới / new password")


def _give(args: argparse.Namespace, person: User, agency: Agency) -> None:
    given = _given(args, agency)
    if given.valid_to is None:
        people.give_role(user=person, agency=agency, role=given.role, actor=None)
    else:
        with _sentences():
            people.give(user=person, given=given, actor=None)


def _given(args: argparse.Namespace, agency: Agency) -> Given:
    """The role, with its last day; Refused for what is no day and for an auditor without one."""
    try:
        last = date.fromisoformat(args.until) if args.until else None
    except ValueError as error:
        raise Refused(
            f"“{args.until}” không phải là ngày. Viết như 2026-12-31.\n"
            f"“{args.until}” is no day. Write it like 2026-12-31."
        ) from error
    given = Given(agency, Role(args.role), None, last)
    asking.check(people.refuse_days, given)
    return given


def _print_slip(person: User) -> None:
    """Make a slip and print what is handed over."""
    with _sentences():
        made = slips.make(user=person, days=SLIP_DAYS, now=timezone.now(), actor=None)
    print(
        f"  {reverse('accounts:come_in')}\n"
        f"  tên đăng nhập / user name: {person.username}\n"
        f"  mã / code: {made.code}\n"
        f"  đến hết / until {made.slip.expires:%d/%m/%Y}"
    )


def _close(args: argparse.Namespace, person: User) -> None:
    """Close an account; Refused, with what is open, when nobody takes it over."""
    successor = User.objects.filter(username=args.successor).first()
    if args.successor and successor is None:
        raise Refused(
            f"Chưa có tài khoản “{args.successor}”.\nThere is no account “{args.successor}”."
        )
    left = handover.left_open(person)
    if left and successor is None:
        raise Refused(
            f"{person} còn: {'; '.join(left)}. Thêm --successor TÊN-ĐĂNG-NHẬP của người nhận.\n"
            f"{person} leaves open: {'; '.join(left)}. Give --successor USERNAME."
        )
    with _sentences():
        people.deactivate(user=person, successor=successor, today=today(), actor=None)
    print(f"{person}: đã khóa tài khoản / account closed")


@contextmanager
def _sentences() -> Iterator[None]:
    """Refused, with the sentences, when a service does not do what is asked."""
    try:
        with translation.override("vi"):
            yield
    except ValidationError as error:
        raise Refused("\n".join(error.messages)) from error


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
