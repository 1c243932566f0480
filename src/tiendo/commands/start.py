"""tiendo start: open an empty installation with a locality, its offices and the first administrator."""

import argparse
import getpass
import sys
from collections.abc import Callable

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation

from tiendo.accounts import people
from tiendo.accounts.models import Role, User
from tiendo.agencies import services as agencies
from tiendo.agencies.models import Agency, Kind, Locality
from tiendo.agencies.spreadsheet import BadSheet, read_offices
from tiendo.cli import Refused
from tiendo.commands.installation import bring_up_to_date
from tiendo.history import services as history


def run(args: argparse.Namespace) -> None:
    """Ask for what was not given, write everything or nothing, say what was opened."""
    bring_up_to_date()
    offices = _offices(args)
    locality = Locality(
        name=args.locality or _ask("Tên địa phương / Locality: "), practice=args.practice
    )
    person = User(
        username=args.username or _ask("Tên đăng nhập quản trị / Administrator's user name: "),
        full_name=args.full_name or _ask("Họ và tên / Full name: "),
    )
    _refuse_unfit(locality, person)
    password = _password(person)
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
    print(f"{locality}: {locality.agency_set.count()} cơ quan / offices. tiendo serve")


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
    _check(locality.clean_fields)
    _check(person.clean_fields, exclude={"password", "locality"})


def _check(check: Callable[..., object], *args: object, **options: object) -> None:
    """Call a check of Django's; Refused, in both languages, with what it finds wrong."""
    sentences: list[str] = []
    for language in ("vi", "en"):
        try:
            with translation.override(language):
                check(*args, **options)
        except ValidationError as error:
            with translation.override(language):
                sentences += _sentences(error)
    if sentences:
        raise Refused("\n".join(dict.fromkeys(sentences)))


def _sentences(error: ValidationError) -> list[str]:
    """What is wrong, with the field it is wrong in."""
    if not hasattr(error, "error_dict"):
        return error.messages
    return [f"{name}: {words}" for name, found in error.message_dict.items() for words in found]


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


def _password(person: User) -> str:
    """The password, asked for twice on a terminal, read from one line otherwise; Refused when it is weak."""
    if sys.stdin.isatty():
        password = getpass.getpass("Mật khẩu / Password: ")
        if password != getpass.getpass("Gõ lại / Again: "):
            raise Refused("Hai lần gõ không giống nhau.\nThe two passwords differ.")
    else:
        password = sys.stdin.readline().rstrip("\n")
    _check(validate_password, password, person)
    return password


def _ask(question: str) -> str:
    """An answer from the terminal; Refused when there is nobody to ask or nothing was said."""
    try:
        answer = input(question).strip()
    except EOFError:
        answer = ""
    if not answer:
        raise Refused(
            f"Thiếu câu trả lời: {question.strip()}\nAn answer is missing: see tiendo start --help."
        )
    return answer
