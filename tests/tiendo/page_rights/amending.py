"""What changes a plan: decisions, their clauses, what offices propose."""

from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.page_rights import EVERYBODY, Arguments, Rule, Table
from tests.tiendo.visits import TODAY, Ground
from tiendo.agencies.models import Agency
from tiendo.plans.amending import proposing, services
from tiendo.plans.amending.proposing import Wish
from tiendo.plans.amending.services import Head, Said
from tiendo.plans.items import Aim
from tiendo.plans.models import Act, Amendment, Clause, ItemKind, Proposal, Submission

RULES = (
    Rule(
        "Everybody with a role reads the decisions that change a plan, and what was proposed and submitted.",
        EVERYBODY,
        (
            *("amending:amendments plan", "amending:amendment decided"),
            *("amending:proposal proposal", "amending:submission submission"),
        ),
    ),
    Rule(
        "Coordinator and administrator draft amendments, withdraw decisions, and submit to the level above.",
        "C.....A",
        (
            *("amending:begin plan", "amending:head draft", "amending:choose draft"),
            *(
                "amending:add adding",
                "amending:change item",
                "amending:clause clause",
                "amending:withdraw decided",
            ),
            "amending:submit plan",
        ),
    ),
    Rule(
        "Coordinator and administrator enter decisions, and take clauses and drafts out.",
        "C.....A",
        (
            *("amending:decide draft", "amending:give_up draft", "amending:end draft"),
            *("amending:remove clause", "amending:take proposal"),
        ),
        post=True,
    ),
    Rule(
        "Reporter and head propose a change of the plan on behalf of their office.",
        ".RH....",
        ("amending:propose plan",),
    ),
    Rule(
        "Reporter and head take back what their own office proposed.",
        ".RH....",
        ("amending:take_back proposal",),
        other=".......",
        post=True,
    ),
)


def plan(ground: Ground, _office: Agency) -> Arguments:
    return (ground.plan.pk,)


def _draft(ground: Ground) -> Amendment:
    head = Head("45/QĐ-UBND", "UBND huyện", "Điều chỉnh", TODAY, TODAY)
    return services.begin(plan=ground.plan, head=head, actor=None, now=timezone.now())


def draft(ground: Ground, _office: Agency) -> Arguments:
    return (_draft(ground).pk,)


def _clause(ground: Ground) -> Clause:
    aim = Aim("Thu hút 03 dự án", "Số dự án")
    said = Said(Act.ADD, ItemKind.TARGET, aim=aim)
    return services.write_clause(amendment=_draft(ground), said=said, actor=None)


def clause(ground: Ground, _office: Agency) -> Arguments:
    return (_clause(ground).pk,)


def decided(ground: Ground, _office: Agency) -> Arguments:
    row = _clause(ground).amendment
    services.decide(amendment=row, actor=None, now=timezone.now())
    return (row.pk,)


def adding(ground: Ground, _office: Agency) -> Arguments:
    return (_draft(ground).pk, "task")


def item(ground: Ground, office: Agency) -> Arguments:
    return (_draft(ground).pk, "task", samples.task(ground.plan, office).pk)


def proposal(ground: Ground, office: Agency) -> Arguments:
    facts = {"plan": ground.plan, "agency": office, "actor": None, "now": timezone.now()}
    row: Proposal = proposing.propose(wish=Wish("Lùi thời hạn", "Thiếu vốn"), **facts)
    return (row.pk,)


def submission(ground: Ground, _office: Agency) -> Arguments:
    facts = {"addressee": "UBND tỉnh", "number": "12/TTr-UBND", "issued_on": TODAY}
    return (Submission.objects.create(plan=ground.plan, **facts).pk,)


TABLE = Table(
    RULES,
    {
        each.__name__: each
        for each in (plan, draft, clause, decided, adding, item, proposal, submission)
    },
)
