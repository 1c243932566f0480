"""Evidence, the .xlsx form, and links for bodies without an account, over the worked example."""

from datetime import date, datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone

from tiendo.agencies.models import Agency
from tiendo.example import people
from tiendo.plans.models import Plan
from tiendo.progress.models import Contribution, Evidence, Occurrence, OfficeReport, Report
from tiendo.progress.outside import services
from tiendo.progress.owing import asking

BUTTONS = {"proofs:describe", "proofs:remove", "proofs:judge", "sheets:marked", "outside:revoke"}
FILES = {"proofs:preview", "sheets:form", "outside:sheet"}


def addresses(plan: Plan, today: date) -> dict[str, list[str]]:
    """For every name of a page: the addresses at which it is looked at."""
    now = timezone.make_aware(datetime.combine(today, time(9)))
    running = OfficeReport.objects.filter(round__plan=plan, round__closed_at=None)
    report = running.get(agency__name=people.LABOUR, round__cut_off__gte=today.replace(day=1))
    asked = _asked(plan, today, now)
    said = Report.objects.filter(occurrence__obligation__task__plan=plan).order_by("pk")
    Evidence.objects.get_or_create(report=said[0], name="Tin", address="https://binhson.gov.vn/1")
    found = {"proofs:proofs": [reverse("proofs:proofs", args=[row.pk]) for row in said[:2]]}
    found["sheets:take"] = [reverse("sheets:take", args=[report.pk])]
    found["outside:for_contribution"] = [reverse("outside:for_contribution", args=[asked.pk])]
    found["outside:for_report"] = [reverse("outside:for_report", args=[report.pk])]
    until = today + timedelta(days=9)
    found["outside:answer"] = [
        reverse("outside:answer", args=[made.code])
        for made in (
            services.make(target=target, expires=until, actor=None, now=now)
            for target in (asked, report)
        )
    ]
    return found


def _asked(plan: Plan, today: date, now: datetime) -> Contribution:
    """What the office that owes something asks of another one."""
    period = Occurrence.objects.filter(
        obligation__task__plan=plan, obligation__agency__name=people.LABOUR
    )[0]
    body = Agency.objects.filter(locality=plan.locality, name=people.COMMITTEE)
    facts = {"words": "Số liệu của cơ quan", "due": today, "actor": None, "now": now}
    request = asking.ask(occurrence=period, agencies=body, today=today, **facts)
    return request.contributions.get()
