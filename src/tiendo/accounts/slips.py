"""Sign-in slips: a way to come in once and choose a password, on paper or as a link by mail.

Somebody new, or somebody who forgot the password, needs no e-mail: the administrator prints a slip with a short
code and hands it over. Only the code's digest is kept; a new slip takes the older ones of the person away.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tiendo.accounts import people
from tiendo.accounts.models import SignInSlip, User
from tiendo.history import services as history

# Without 0 O 1 I L U V: no two letters that look alike on paper or sound alike on the telephone.
LETTERS = "23456789ABCDEFGHJKMNPQRSTWXYZ"
CODE_LENGTH = 12  # 58 bits
LONGEST = 30  # days


class Answer(Enum):
    """What is said to somebody who comes with a code or a link."""

    UNKNOWN = "unknown"
    USED = "used"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Printed:
    """A slip as it is handed over; `code` exists nowhere else."""

    slip: SignInSlip
    code: str


class NotMailed(Exception):
    """The mail server did not take the letter; the message says what it answered."""


@transaction.atomic
def make(*, user: User, days: int, now: datetime, actor: Any, sent_to: str = "") -> Printed:
    """Make a slip for `days` days after the day of `now`; older slips of the person no longer work.

    Raises ValidationError for a closed account and for more than `LONGEST` days.
    """
    if not user.is_active:
        raise ValidationError(_("The account of %(name)s is closed.") % {"name": user})
    if not 1 <= days <= LONGEST:
        raise ValidationError(_("A slip is valid for 1 to %(n)s days.") % {"n": LONGEST})
    withdraw(user=user, actor=actor)
    code = secrets.token_urlsafe(24) if sent_to else _short_code()
    slip = SignInSlip(
        user=user,
        digest=digest(code),
        made_at=now,
        expires=localdate(now) + timedelta(days=days),
        sent_to=sent_to,
    )
    history.save(slip, actor=actor)
    return Printed(slip, code)


def withdraw(*, user: User, actor: Any) -> None:
    """Let the slips of a person that were not used work no longer."""
    for slip in user.slips.filter(used=None, withdrawn=False):
        slip.withdrawn = True
        history.save(slip, actor=actor)


def find(code: str, now: datetime, username: str | None = None) -> SignInSlip | Answer:
    """The slip with this code, or why there is none that works.

    A code typed from paper is asked for with the user name; a link that was mailed says enough by itself.
    """
    rows = SignInSlip.objects.select_related("user").filter(digest=digest(code))
    rows = (
        rows.exclude(sent_to="")
        if username is None
        else rows.filter(user__username__iexact=username.strip(), sent_to="")
    )
    slip = rows.first()
    return Answer.UNKNOWN if slip is None else state_of(slip, now) or slip


def state_of(slip: SignInSlip, now: datetime) -> Answer | None:
    """Why a slip does not work at `now`; None when it works."""
    if slip.used:
        return Answer.USED
    if not slip.user.is_active:
        return Answer.CLOSED
    if slip.withdrawn:
        return Answer.WITHDRAWN
    return Answer.EXPIRED if slip.expires < localdate(now) else None


@transaction.atomic
def use(*, slip: SignInSlip, password: str, now: datetime) -> User | None:
    """Give the person the password they chose and mark the slip as used; None when somebody was quicker."""
    slip = SignInSlip.objects.select_for_update().select_related("user").get(pk=slip.pk)
    if state_of(slip, now):
        return None
    slip.used = now
    history.save(slip, actor=slip.user)
    people.set_password(user=slip.user, password=password, actor=slip.user)
    return slip.user


def digest(code: str) -> str:
    """What is kept of a code: it cannot be told from it. Case, spaces and dashes of a printed one do not count."""
    bare = code if len(code) > 2 * CODE_LENGTH else "".join(c for c in code.upper() if c.isalnum())
    return salted_hmac("tiendo.accounts.slips", bare, algorithm="sha256").hexdigest()


def can_mail() -> bool:
    """Whether this installation knows a mail server."""
    return bool(settings.MAIL)


def mail(*, printed: Printed, address: str) -> None:
    """Send the link `address` to the person. Raises NotMailed when the server does not take it."""
    words = _(
        "Hello %(name)s,\n\nwith this link you come in once and choose a password, until %(day)s:\n\n"
        "%(address)s\n\nUser name: %(username)s\n"
        "If you did not expect this letter, tell the administrator of your office.\n"
    ) % {
        "name": printed.slip.user,
        "day": f"{printed.slip.expires:%d/%m/%Y}",
        "address": address,
        "username": printed.slip.user.username,
    }
    try:
        send_mail(_("Coming in to Tiến Độ"), words, None, [printed.slip.sent_to])
    except (OSError, SMTPException) as error:
        raise NotMailed(str(error)) from error


def _short_code() -> str:
    letters = "".join(secrets.choice(LETTERS) for _place in range(CODE_LENGTH))
    return "-".join(letters[at : at + 4] for at in range(0, CODE_LENGTH, 4))
