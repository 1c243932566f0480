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
from tiendo.plans.models import (
    Act,
    Amendment,
    Clause,
    Document,
    Intake,
    ItemKind,
    Proposal,
    Stage,
    Submission,
)

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
                "amending:match unmatched",
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
            *("amending:settle unmatched", "plans:amends amending_paper"),
        ),
        post=True,
    ),
    Rule(
        "Coordinator, reporter and head propose a change of the plan on behalf of their office.",
        "CRH....",
        ("amending:propose plan",),
    ),
    Rule(
        "Coordinator, reporter and head take back what their own office proposed.",
        "CRH....",
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


def unmatched(ground: Ground, _office: Agency) -> Arguments:
    reading = {"wordings": [], "numbers": ["40"], "place": "", "name": "", "doubts": ["not-found"]}
    said = Said(Act.CHANGE, ItemKind.TASK, words="Điều chỉnh nhiệm vụ số 40.", reading=reading)
    return (services.keep_as_read(amendment=_draft(ground), said=said, actor=None).pk,)


def amending_paper(ground: Ground, _office: Agency) -> Arguments:
    now = timezone.now()
    facts = {"locality": ground.plan.locality, "name": "quyet-dinh.txt"}
    paper = Document.objects.create(**facts, sha256="c" * 64, size=1, uploaded_at=now)
    reading = {"amending": {"number": "", "effective": None, "clauses": []}}
    row = Intake(**facts, document=paper, stage=Stage.READ, reading=reading, started_at=now)
    row.save()
    return (row.pk,)


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
        for each in (
            plan,
            draft,
            clause,
            unmatched,
            amending_paper,
            decided,
            adding,
            item,
            proposal,
            submission,
        )
    },
)
