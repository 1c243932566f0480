"""More time for work, words of leaders and their answers, corrective cards."""

from datetime import timedelta

from django.utils import timezone

from tests.tiendo.page_rights import EVERYBODY, NOBODY, Arguments, Rule, Table
from tests.tiendo.page_rights.work import period, task
from tests.tiendo.visits import TODAY, Ground
from tiendo.agencies.models import Agency
from tiendo.progress.models import CorrectiveCard, Direction, Extension, Occurrence

RULES = (
    Rule(
        "Reporter and head ask for more time on work of their own office.",
        ".RH....",
        ("extensions:ask period",),
        other=NOBODY,
    ),
    Rule(
        "Reporter and head withdraw what their own office asked for.",
        ".RH....",
        ("extensions:withdraw extension",),
        other=NOBODY,
        post=True,
    ),
    Rule("Coordinator and leader decide on it.", "C..L...", ("extensions:decide extension",)),
    Rule(
        "Coordinator and administrator say how often a deadline may be extended.",
        "C.....A",
        ("extensions:rule",),
    ),
    Rule(
        "Leaders direct offices, leaders and the coordinator ask them to explain.",
        "C..L...",
        ("directing:direct task",),
    ),
    Rule(
        "Reporter and head answer what was said to their own office.",
        ".RH....",
        ("directing:answer direction",),
        other=NOBODY,
        post=True,
    ),
    Rule(
        "Nobody takes back what somebody else said.",
        NOBODY,
        ("directing:recall direction",),
        other=NOBODY,
        post=True,
    ),
    Rule("Everybody with a role reads corrective cards.", EVERYBODY, ("directing:card card",)),
)


def _period(ground: Ground, office: Agency) -> Occurrence:
    return Occurrence.objects.get(pk=period(ground, office)[0])


def extension(ground: Ground, office: Agency) -> Arguments:
    row = Extension.objects.create(
        occurrence=_period(ground, office),
        agency=office,
        asked_for=TODAY + timedelta(days=90),
        reason="Chưa có kinh phí",
        asked_on=TODAY,
    )
    return (row.pk,)


def direction(ground: Ground, office: Agency) -> Arguments:
    row = Direction.objects.create(
        locality=office.locality,
        agency=office,
        obligation=_period(ground, office).obligation,
        words="Đề nghị báo cáo",
        due=TODAY,
        said_at=timezone.now(),
    )
    return (row.pk,)


def card(ground: Ground, office: Agency) -> Arguments:
    row = _period(ground, office)
    facts = {"obligation": row.obligation, "period": row, "opened_on": TODAY}
    return (CorrectiveCard.objects.create(**facts).pk,)


TABLE = Table(
    RULES,
    {
        "period": period,
        "task": task,
        "extension": extension,
        "direction": direction,
        "card": card,
    },
)
