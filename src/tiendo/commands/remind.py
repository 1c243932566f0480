"""tiendo remind: tell people what is due today; a second time on the same day tells nobody twice."""

import argparse

from tiendo.accounts.clock import moment, today
from tiendo.accounts.models import User
from tiendo.accounts.slips import can_mail
from tiendo.agencies.models import Locality
from tiendo.cli import Refused
from tiendo.commands.installation import bring_up_to_date
from tiendo.desk.daily import begin_day
from tiendo.desk.reminders.digest import digests
from tiendo.desk.reminders.posting import Posted, post
from tiendo.desk.reminders.services import remind


def run(args: argparse.Namespace) -> None:
    """Remind, or with --dry-run only say who would be. Raises Refused when the mail server takes no letter."""
    bring_up_to_date()
    if args.dry_run:
        _show()
        return
    now = moment()
    for locality in Locality.objects.all():
        begin_day(locality=locality, today=today())
        told = remind(locality=locality, today=today(), now=now)
        print(f"{locality}: {told.people} người / people, {told.things} việc / things")
    _say(post(today=today(), now=now))


def _show() -> None:
    """Who would be told of what; nothing is written and nothing is sent."""
    names = {user.pk: str(user) for user in User.objects.all()}
    for locality in Locality.objects.all():
        told = digests(locality.pk, today())
        print(f"{locality}: {len(told)} người / people")
        for person, lines in told.items():
            print(f"  {names[person]}")
            for line in lines:
                print(f"    {line.due:%d/%m/%Y} {' '.join(line.about.split())[:80]}")


def _say(posted: Posted) -> None:
    if posted.unreachable:
        raise Refused(
            f"Đã nhắc trong phần mềm; máy chủ thư không nhận thư: {posted.unreachable}\n"
            f"Reminded in the application; the mail server takes no letters: {posted.unreachable}"
        )
    if can_mail():
        print(f"Thư đã gửi / letters sent: {posted.sent}; bị từ chối / refused: {posted.refused}")
    else:
        print("Chưa đặt máy chủ thư, chỉ nhắc trong phần mềm. / No mail server: only here.")
