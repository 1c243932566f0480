"""Who accepts a report of his own office: somebody else, where there is somebody; else it is said that he did.

What a coordinator reviews is the work of offices; nobody's word for his own office's counts as much. A small
locality has one office that coordinates: its reports are accepted all the same, and everybody can see by whom.
"""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.accounts.models import Membership, User
from tiendo.accounts.rights import REVIEW
from tiendo.progress.models import OfficeReport, ReportState


def is_own(report: OfficeReport, person: Any, day: date) -> bool:
    """Whether `person` holds a role in the office of the report on `day`."""
    if person is None:
        return False
    return _in_office(report, day).filter(user=person).exists()


def others(report: OfficeReport, day: date) -> list[User]:
    """Who could accept the report from outside its office on `day`: coordinators elsewhere with an open account."""
    held = Membership.objects.in_force(day).filter(
        role__in=REVIEW.roles, agency__locality=report.agency.locality_id
    )
    rows = User.objects.filter(is_active=True, pk__in=held.values("user"))
    return list(rows.exclude(pk__in=_in_office(report, day).values("user")).order_by("sort_key"))


def refuse_own(report: OfficeReport, person: Any, day: date) -> None:
    """Raise ValidationError where the report is of the person's own office and somebody else can accept it."""
    if is_own(report, person, day) and (able := others(report, day)):
        names = ", ".join(map(str, able))
        raise ValidationError(
            _("%(office)s is your own office: %(names)s accepts its report.")
            % {"office": report.agency.label, "names": names},
            "own",
        )


def accepted_by_itself(report: OfficeReport) -> bool:
    """Whether a report was accepted by somebody of the office it is of."""
    if report.state != ReportState.ACCEPTED or report.reviewed_at is None:
        return False
    return is_own(report, report.reviewed_by, timezone.localdate(report.reviewed_at))


def accepted_by_its_writer(report: OfficeReport) -> bool:
    """Whether a report was accepted by the person who typed it, for another office: nobody else looked at it."""
    if report.state != ReportState.ACCEPTED or report.reviewed_by_id is None:
        return False
    return report.reviewed_by_id == report.written_by_id and not accepted_by_itself(report)


def reason_of(report: OfficeReport) -> str:
    """What the history says of an acceptance by who is judged, or by who wrote it; "" of every other."""
    if accepted_by_itself(report):
        return _("accepted by the same office")
    return _("accepted by who typed it") if accepted_by_its_writer(report) else ""


def _in_office(report: OfficeReport, day: date) -> Any:
    return Membership.objects.in_force(day).filter(agency=report.agency_id)
