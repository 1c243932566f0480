"""Asking a person at the terminal, and saying in both languages what cannot be taken."""

import getpass
import sys
from collections.abc import Callable

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import translation

from tiendo.accounts.models import User
from tiendo.cli import Refused


def ask(question: str) -> str:
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


def password_of(person: User) -> str:
    """The password, asked for twice on a terminal, read from one line otherwise; Refused when it is weak."""
    if sys.stdin.isatty():
        said = getpass.getpass("Mật khẩu / Password: ")
        if said != getpass.getpass("Gõ lại / Again: "):
            raise Refused("Hai lần gõ không giống nhau.\nThe two passwords differ.")
    else:
        said = sys.stdin.readline().rstrip("\n")
    check(validate_password, said, person)
    return said


def check(rule: Callable[..., object], *args: object, **options: object) -> None:
    """Call a check of Django's; Refused, in both languages, with what it finds wrong."""
    sentences: list[str] = []
    for language in ("vi", "en"):
        try:
            with translation.override(language):
                rule(*args, **options)
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
