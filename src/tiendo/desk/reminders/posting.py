"""Sending the notices of a day as letters: each at most once, whoever is cut off in between."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from smtplib import SMTPException, SMTPResponseException, SMTPServerDisconnected
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from tiendo.accounts.slips import can_mail
from tiendo.desk.models import Notice
from tiendo.desk.reminders import letter
from tiendo.desk.reminders.digest import told
from tiendo.history.sealing import last_seal
from tiendo.history.words import seal_words

AGAIN = timedelta(minutes=30)  # after which a letter that was refused is tried again


@dataclass(frozen=True, slots=True)
class Posted:
    """How many letters the server took and refused; `unreachable` is why it took none at all."""

    sent: int = 0
    refused: int = 0
    unreachable: str = ""


def waiting(today: date, now: datetime) -> QuerySet[Notice]:
    """The notices of the day that are to go by mail: not tried yet, or refused some time ago."""
    again = Q(tried_at=None) | (~Q(failure="") & Q(tried_at__lte=now - AGAIN))
    rows = Notice.objects.filter(again, day=today, mailed_at=None, user__is_active=True)
    rows = rows.exclude(user__email="").exclude(user__reminder_wish__by_mail=False)
    return rows.select_related("user__reminder_wish", "user__locality").order_by("pk")


def post(*, today: date, now: datetime) -> Posted:
    """Send what waits. Without a mail server nothing is tried; the notices stand in the application."""
    rows = list(waiting(today, now)) if can_mail() else []
    if not rows:
        return Posted()
    connection = get_connection()
    try:
        connection.open()
    except (OSError, SMTPException) as error:
        _fail(rows, str(error), now)
        return Posted(unreachable=str(error))
    try:
        return _post_all(rows, connection, now)
    finally:
        connection.close()


def _post_all(rows: Iterable[Notice], connection: Any, now: datetime) -> Posted:
    sent = refused = 0
    for notice in rows:
        if not _claim(notice, now):
            continue
        try:
            letter_of(notice, connection).send()
        except (OSError, SMTPException, ValueError) as error:  # ValueError: no address at all
            refused += 1
            _fail([notice], _said(error), now)
            if not isinstance(error, SMTPResponseException) or _is_gone(error):
                connection.close()
        else:
            sent += 1
            notice.mailed_at, notice.mailed_to, notice.failure = now, notice.user.email, ""
            notice.save(update_fields=["mailed_at", "mailed_to", "failure"])
    return Posted(sent, refused)


def _claim(notice: Notice, now: datetime) -> bool:
    """Note that the letter is about to go; False when another process was quicker.

    A process that is ended between this and the answer of the server leaves a letter of which nobody knows whether
    it went: it is not sent again, and the log says so.
    """
    free = Notice.objects.filter(pk=notice.pk, mailed_at=None, tried_at=notice.tried_at)
    if not free.update(tried_at=now, failure=""):
        return False
    notice.refresh_from_db(fields=["lines"])
    return True


def _is_gone(error: Exception) -> bool:
    return isinstance(error, SMTPServerDisconnected)


def _said(error: Exception) -> str:
    """The answer of the server in words."""
    if isinstance(error, SMTPResponseException):
        words = error.smtp_error
        text = words.decode(errors="replace") if isinstance(words, bytes) else words
        return f"{error.smtp_code} {text}"
    return str(error)


def _fail(rows: Iterable[Notice], words: str, now: datetime) -> None:
    keys = [notice.pk for notice in rows]
    Notice.objects.filter(pk__in=keys).update(tried_at=now, failure=words[:300] or "?")


def letter_of(notice: Notice, connection: Any = None) -> EmailMessage:
    """The letter of a notice, in the language the person chose."""
    wish = getattr(notice.user, "reminder_wish", None)
    lines = [told(line) for line in notice.lines]
    with translation.override(wish.language if wish else settings.LANGUAGE_CODE):
        subject = letter.subject(lines, notice.day)
        if notice.user.locality.practice:
            subject = f"[{_('Practice')}] {subject}"
        seal = seal_words(last_seal(notice.user.locality_id))
        words = letter.body(str(notice.user), lines, notice.day, settings.ADDRESS, seal)
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    headers = {
        "Message-ID": f"<nhac-viec.{notice.pk}@{domain}>",
        "Auto-Submitted": "auto-generated",
    }
    return EmailMessage(
        subject, words, None, [notice.user.email], connection=connection, headers=headers
    )
