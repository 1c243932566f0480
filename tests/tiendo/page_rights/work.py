"""Plans, their tasks, and what offices report on them."""

from tests.tiendo import samples
from tests.tiendo.page_rights import EVERYBODY, Arguments, Rule, Table
from tests.tiendo.visits import TODAY, Ground
from tiendo.agencies.models import Agency
from tiendo.plans.models import Document
from tiendo.progress.models import Occurrence

RULES = (
    Rule(
        "Everybody with a role reads plans, tasks, duties, targets and offices.",
        EVERYBODY,
        (
            *("progress:plans", "progress:tasks", "progress:offices", "progress:plan plan"),
            *("progress:plan_tasks plan", "progress:duties plan", "progress:targets plan"),
            *("progress:timeline plan", "progress:task task", "progress:office office"),
        ),
    ),
    Rule(
        "Everybody with a role opens the files that prove a report.",
        EVERYBODY,
        ("progress:evidence evidence",),
    ),
    Rule(
        "Everybody with a role reads the document a plan was read from, and its remarks.",
        EVERYBODY,
        ("plans:source plan", "plans:file document", "plans:check_plan plan"),
    ),
    Rule(
        "Reporter and head report for their own office; the coordinator for any.",
        "CRH....",
        ("progress:report period",),
        other="C......",
    ),
    Rule(
        "Only the coordinator enters results of past years and settles conditions.",
        "C......",
        ("progress:past plan", "progress:condition waiting"),
    ),
    Rule(
        "Only the coordinator sees which work other plans give as well.",
        "C......",
        ("progress:joined plan",),
    ),
    Rule(
        "Only the coordinator joins work of several plans, and takes it apart.",
        "C......",
        ("progress:join task",),
        post=True,
    ),
    Rule("Coordinator and leader mark key tasks.", "C..L...", ("progress:key task",), post=True),
    Rule(
        "Coordinator and administrator complete the head of a plan and its ties to other documents.",
        "C.....A",
        ("plans:head plan", "plans:related plan"),
    ),
    Rule(
        "Coordinator and administrator take ties away that were added by hand.",
        "C.....A",
        ("plans:unrelate tie",),
        post=True,
    ),
)


def plan(ground: Ground, _office: Agency) -> Arguments:
    return (ground.plan.pk,)


def task(ground: Ground, office: Agency) -> Arguments:
    return (samples.task(ground.plan, office).pk,)


def office(_ground: Ground, office: Agency) -> Arguments:
    return (office.pk,)


def _period(ground: Ground, office: Agency, **facts: object) -> Occurrence:
    return samples.occurrence(samples.task(ground.plan, office), TODAY.year, office, **facts)


def period(ground: Ground, office: Agency) -> Arguments:
    return (_period(ground, office).pk,)


def waiting(ground: Ground, office: Agency) -> Arguments:
    facts = {"kind": "condition", "due": None, "condition": "chờ đề án được duyệt"}
    return (_period(ground, office, **facts).pk,)


def evidence(ground: Ground, office: Agency) -> Arguments:
    return (samples.evidence(samples.report(_period(ground, office))).pk,)


def document(ground: Ground, _office: Agency) -> Arguments:
    return (Document.objects.get(plan=ground.plan).pk,)


def tie(ground: Ground, _office: Agency) -> Arguments:
    facts = {"relation": "basis", "text": "Nghị quyết 01/NQ-HĐND"}
    return (ground.plan.related.create(plan=ground.plan, **facts).pk,)


TABLE = Table(
    RULES,
    {
        each.__name__: each
        for each in (plan, task, office, period, waiting, evidence, document, tie)
    },
)
