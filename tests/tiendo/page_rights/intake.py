"""Reading a plan in, reviewing it, putting it in force; checking a draft."""

from tests.tiendo.page_rights import Arguments, Rule, Table
from tests.tiendo.visits import Ground
from tiendo.agencies.models import Agency
from tiendo.plans import cards
from tiendo.plans.models import DraftItem, ItemKind

READERS = "C.....A"

RULES = (
    Rule(
        "Everybody but viewer and auditor has a draft checked.",
        "CRHL..A",
        ("plans:check_draft",),
    ),
    Rule(
        "Coordinator and administrator read plans in and review them.",
        READERS,
        (
            *("plans:intakes", "plans:upload", "plans:review intake", "plans:answers intake"),
            *("plans:check intake", "plans:progress queued", "plans:order ordering"),
            *("plans:add intake_kind", "plans:item item", "plans:split item"),
            *("plans:merge item", "plans:join item", "plans:name draft_name"),
        ),
    ),
    Rule(
        "Coordinator and administrator copy a plan as a draft.",
        READERS,
        ("plans:copy plan",),
    ),
    Rule(
        "The coordinator enters the papers that a plan asks for in their register.",
        "C......",
        ("plans:papers plan",),
    ),
    Rule(
        "Coordinator and administrator say which work of a draft other plans give as well.",
        READERS,
        ("plans:share item",),
        post=True,
    ),
    Rule(
        "Who may not read plans in does not even see that a document waits for its review.",
        READERS,
        ("plans:picture first_page",),
        hidden=True,
    ),
    Rule(
        "Coordinator and administrator decide what the reader proposes, have it checked anew, throw it away.",
        READERS,
        (
            *("plans:accept_sure intake", "plans:decide item", "plans:discard failed"),
            *("plans:names intake", "plans:check_anew intake"),
        ),
        post=True,
    ),
    Rule(
        "Coordinator and administrator put a reviewed plan in force.",
        READERS,
        ("progress:confirm intake",),
        post=True,
    ),
)


def intake(ground: Ground, _office: Agency) -> Arguments:
    return (ground.intake.pk,)


def plan(ground: Ground, _office: Agency) -> Arguments:
    return (ground.plan.pk,)


def first_page(ground: Ground, _office: Agency) -> Arguments:
    return (ground.paged.document_id, 1)


def failed(ground: Ground, _office: Agency) -> Arguments:
    return (ground.failed.pk,)


def queued(ground: Ground, _office: Agency) -> Arguments:
    return (ground.queued.pk,)


def ordering(ground: Ground, _office: Agency) -> Arguments:
    return (ground.ordering.pk,)


def intake_kind(ground: Ground, _office: Agency) -> Arguments:
    return (ground.intake.pk, next(iter(cards.KIND_TABS)))


def item(ground: Ground, _office: Agency) -> Arguments:
    rows = DraftItem.objects.filter(intake=ground.intake, kind=ItemKind.TASK)
    return (rows.order_by("pk")[0].pk,)


def draft_name(ground: Ground, _office: Agency) -> Arguments:
    return (ground.intake.names.order_by("pk")[0].pk,)


TABLE = Table(
    RULES,
    {
        each.__name__: each
        for each in (
            *(intake, plan, first_page, failed, queued, ordering),
            *(intake_kind, item, draft_name),
        )
    },
)
