"""Making links, taking them back, finding what a code leads to, and storing what comes by them."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.accounts.models import Membership, Role
from tiendo.accounts.slips import LETTERS
from tiendo.history import services as history
from tiendo.progress.models import Contribution, OfficeReport, OutsideLink, Report
from tiendo.progress.owing import asking
from tiendo.progress.services import ReportWords

GROUPS, GROUP = 4, 4  # a code like ABCD-EFGH-JKMN-PQRS: 77 bits
LONGEST = 120  # days
Target = Contribution | OfficeReport


@dataclass(frozen=True, slots=True)
class Made:
    """A link as it is handed over; `code` exists nowhere else."""

    link: OutsideLink
    code: str


@transaction.atomic
def make(*, target: Target, expires: date, actor: Any, now: datetime) -> Made:
    """Make a link that works until the end of `expires`; older ones to the same thing no longer work.

    Raises ValidationError for a day that is over or further off than `LONGEST` days.
    """
    days = (expires - timezone.localdate(now)).days
    if not 0 <= days <= LONGEST:
        raise ValidationError(_("A link works for up to %(n)s days from today.") % {"n": LONGEST})
    for link in target.links.filter(revoked_at=None):
        revoke(link=link, actor=actor, now=now)
    code = "-".join(
        "".join(secrets.choice(LETTERS) for _letter in range(GROUP)) for _group in range(GROUPS)
    )
    side = "contribution" if isinstance(target, Contribution) else "office_report"
    link = OutsideLink(
        locality=target.agency.locality,
        digest=digest(code),
        expires=expires,
        made_by=actor,
        made_at=now,
        **{side: target},
    )
    history.save(link, actor=actor)
    return Made(link, code)


def digest(code: str) -> str:
    """What is kept of a code; hyphens, spaces and case make no difference."""
    bare = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(bare.encode()).hexdigest()


def revoke(*, link: OutsideLink, actor: Any, now: datetime) -> None:
    """Let a link work no longer."""
    if link.revoked_at is None:
        link.revoked_at = now
        history.save(link, actor=actor)


def find(code: str, today: date) -> OutsideLink | None:
    """The link with this code that works on `today`."""
    related = ("contribution__request__occurrence__obligation", "contribution__agency")
    report = ("office_report__round__plan__locality", "office_report__agency")
    rows = OutsideLink.objects.select_related(*related, *report)
    return rows.filter(digest=digest(code), revoked_at=None, expires__gte=today).first()


def accounts(target: Target, day: date) -> int:
    """How many people of the office can answer with an account of their own."""
    rows = Membership.objects.in_force(day).filter(agency=target.agency_id, user__is_active=True)
    return rows.filter(role__in=(Role.REPORTER, Role.HEAD)).values("user").distinct().count()


@transaction.atomic
def answer(
    *,
    contribution: Contribution,
    words: ReportWords,
    files: Sequence[UploadedFile],
    author: str,
    now: datetime,
) -> Report:
    """Store the answer of somebody without an account, under the name he gave.

    Raises ValidationError as `asking.answer` does.
    """
    said = asking.answer(contribution=contribution, words=words, files=files, actor=None, now=now)
    said.author_name = author
    history.save(said, actor=None)
    return said
