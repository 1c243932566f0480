"""What offices owe, to be pasted into a chat: of one round, or all that is late."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import QuerySet

from tiendo.agencies.models import Agency
from tiendo.desk.reminders.digest import Line
from tiendo.desk.reminders.rules import Whom
from tiendo.progress.due import REPORT_KINDS, Due, dues_of
from tiendo.progress.models import OfficeReport, Round

OF_A_ROUND = frozenset(REPORT_KINDS.values())
FAR = timedelta(days=400)


def open_rounds(locality_id: int) -> QuerySet[Round]:
    """The rounds that take reports, the one that ends last first."""
    rows = Round.objects.filter(plan__locality=locality_id, closed_at=None)
    return rows.select_related("plan").order_by("-cut_off", "-pk")


def owing(offices: Collection[Agency], until: date) -> list[tuple[Agency, list[Line]]]:
    """What each of these offices owes up to a day; what an office set itself and bodies that are asked are left out."""
    return _by_office(offices, dues_of([row.pk for row in offices], until))


def owing_in(round_: Round, offices: Collection[Agency]) -> list[tuple[Agency, list[Line]]]:
    """What each of these offices owes in one round."""
    reports = set(OfficeReport.objects.filter(round=round_).values_list("pk", flat=True))
    dues = dues_of([row.pk for row in offices], round_.cut_off + FAR)
    mine = [due for due in dues if due.kind in OF_A_ROUND and due.row in reports]
    return _by_office(offices, mine)


def _by_office(offices: Collection[Agency], dues: list[Due]) -> list[tuple[Agency, list[Line]]]:
    found: dict[int, list[Line]] = defaultdict(list)
    for due in dues:
        if due.pressed and not due.inside:
            found[due.agency_id].append(_line(due))
    return [(office, found[office.pk]) for office in offices if office.pk in found]


def _line(due: Due) -> Line:
    return Line(
        thing=due.key,
        kind=due.kind,
        about=due.about,
        office="",
        due=due.due,
        url=due.url,
        whom=Whom.OFFICER,
    )
