"""The .xlsx form, and links for bodies without an account."""

from datetime import timedelta

from django.utils import timezone

from tests.tiendo.page_rights import Arguments, Rule, Table
from tests.tiendo.page_rights.owing import _request as request_of
from tests.tiendo.page_rights.rounds import _report as report_of
from tests.tiendo.visits import Ground
from tiendo.agencies.models import Agency
from tiendo.progress.models import Contribution
from tiendo.progress.outside import services as outside

COORDINATOR = "C......"

RULES = (
    Rule(
        "Reporter and head fill in the Excel form of their own office; the coordinator any.",
        "CRH....",
        ("sheets:form draft", "sheets:take draft"),
        other=COORDINATOR,
    ),
    Rule(
        "Who fills in the form gets it back with what is to be corrected.",
        "CRH....",
        ("sheets:marked draft",),
        other=COORDINATOR,
        post=True,
    ),
    Rule(
        "The lead who asked, and the coordinator, hand out a link to answer without an account.",
        "CRH....",
        ("outside:for_contribution asked",),
        other=COORDINATOR,
    ),
    Rule(
        "Who may hand out such a link takes it back.",
        "CRH....",
        ("outside:revoke link",),
        other=COORDINATOR,
        post=True,
    ),
    Rule(
        "Only the coordinator hands out a link to report in a round without an account.",
        COORDINATOR,
        ("outside:for_report draft",),
    ),
)


def draft(ground: Ground, office: Agency) -> Arguments:
    return (report_of(ground, office).pk,)


def _asked(ground: Ground, office: Agency) -> Contribution:
    body = Agency.objects.exclude(pk=office.pk).filter(locality=office.locality)[0]
    return Contribution.objects.create(request=request_of(ground, office), agency=body)


def asked(ground: Ground, office: Agency) -> Arguments:
    return (_asked(ground, office).pk,)


def link(ground: Ground, office: Agency) -> Arguments:
    now = timezone.now()
    until = timezone.localdate(now) + timedelta(days=5)
    row = _asked(ground, office)
    return (outside.make(target=row, expires=until, actor=None, now=now).link.pk,)


TABLE = Table(RULES, {each.__name__: each for each in (draft, asked, link)})
