"""Who owes what, receipt, the officers and steps of an office, contributions, discussion."""

from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.page_rights import EVERYBODY, NOBODY, Arguments, Rule, Table
from tests.tiendo.page_rights.work import period, plan, task
from tests.tiendo.visits import TODAY, Ground
from tiendo.agencies.models import Agency
from tiendo.plans.models import Assignment
from tiendo.progress.models import (
    Contribution,
    ContributionRequest,
    Handler,
    Obligation,
    Occurrence,
    Remark,
    Step,
)

COORDINATOR = "C......"
RULES = (
    Rule(
        "Everybody with a role sees how an office handles what it was given.",
        EVERYBODY,
        ("owing:obligation obligation",),
    ),
    Rule(
        "Only the coordinator says which office owes what under a plan.",
        COORDINATOR,
        ("owing:table plan",),
    ),
    Rule(
        "Only the coordinator says which lead answers, and takes work back from an office.",
        COORDINATOR,
        ("owing:lead assignment", "owing:recall obligation"),
        post=True,
    ),
    Rule(
        "Reporter and head receive work on behalf of their own office, and keep its steps.",
        ".RH....",
        ("owing:receive obligation", "owing:add_step obligation", "owing:step step"),
        other=NOBODY,
        post=True,
    ),
    Rule(
        "The head sends work of the own office back, names its officers and lets them go.",
        "..H....",
        ("owing:refuse obligation", "owing:name_officer obligation", "owing:release handler"),
        other=NOBODY,
        post=True,
    ),
    Rule(
        "Reporter and head of the lead ask others for their part; the coordinator for any lead.",
        "CRH....",
        ("owing:ask period",),
        other=COORDINATOR,
    ),
    Rule(
        "Who may ask takes the request back.",
        "CRH....",
        ("owing:recall_request request",),
        other=COORDINATOR,
        post=True,
    ),
    Rule(
        "Reporter and head answer what their own office is asked; the coordinator for any.",
        "CRH....",
        ("owing:contribution contribution",),
        other=COORDINATOR,
    ),
    Rule(
        "Everybody but viewer, auditor and administrator writes in the discussion of a task.",
        "CRHL...",
        ("owing:say task",),
        post=True,
    ),
    Rule(
        "Nobody takes out what somebody else wrote.",
        NOBODY,
        ("owing:unsay remark",),
        other=NOBODY,
        post=True,
    ),
)


def _owed(ground: Ground, office: Agency) -> Obligation:
    occurrence = Occurrence.objects.get(pk=period(ground, office)[0])
    return occurrence.obligation


def obligation(ground: Ground, office: Agency) -> Arguments:
    return (_owed(ground, office).pk,)


def assignment(ground: Ground, office: Agency) -> Arguments:
    return (Assignment.objects.get(task=_owed(ground, office).task, role="lead").pk,)


def step(ground: Ground, office: Agency) -> Arguments:
    facts = {"position": 1, "text": "Lập danh sách"}
    return (Step.objects.create(obligation=_owed(ground, office), **facts).pk,)


def handler(ground: Ground, office: Agency) -> Arguments:
    row = Handler.objects.create(
        obligation=_owed(ground, office),
        user=samples.person("reporter", office),
        named_at=timezone.now(),
    )
    return (row.pk,)


def _request(ground: Ground, office: Agency) -> ContributionRequest:
    occurrence = Occurrence.objects.get(pk=period(ground, office)[0])
    return ContributionRequest.objects.create(
        occurrence=occurrence, words="Số liệu", due=TODAY, asked_at=timezone.now()
    )


def request(ground: Ground, office: Agency) -> Arguments:
    return (_request(ground, office).pk,)


def contribution(ground: Ground, office: Agency) -> Arguments:
    lead = Agency.objects.exclude(pk=office.pk).filter(locality=office.locality)[0]
    return (Contribution.objects.create(request=_request(ground, lead), agency=office).pk,)


def remark(ground: Ground, office: Agency) -> Arguments:
    author = samples.person("head", office)
    facts = {"text": "Đề nghị làm rõ", "at": timezone.now(), "author": author}
    return (Remark.objects.create(task=_owed(ground, office).task, **facts).pk,)


TABLE = Table(
    RULES,
    {
        each.__name__: each
        for each in (
            *(plan, task, period, obligation, assignment, step, handler, request),
            *(contribution, remark),
        )
    },
)
