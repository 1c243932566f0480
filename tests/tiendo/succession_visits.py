"""Successions and hand-overs over the worked example: one that is prepared, one that was put back."""

from datetime import date, datetime, time

from django.urls import reverse
from django.utils import timezone

from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Locality
from tiendo.agencies.services import add_agency
from tiendo.agencies.succeeding import Document, Line, record
from tiendo.progress.handover import services
from tiendo.progress.models import HandOver

PLAIN = (
    *("administration:successions", "administration:add_succession"),
    "administration:import_successions",
)
WITHOUT_ROW = {"administration:take_over_successions", "handover:prepare"}
BUTTONS = WITHOUT_ROW | {"administration:withdraw_succession", "handover:confirm", "handover:go_on"}
FILES = {"administration:succession_sample"}
ENDED, FOLLOWS = "Phòng Dân tộc (đến 2024)", "Phòng Nội vụ (từ 2024)"
DAY = date(2024, 11, 1)


def succeed(actor: User) -> None:
    """A renaming of last month, handed over and put back."""
    locality = actor.locality
    old = add_agency(locality=locality, name=ENDED, actor=actor)
    new = Agency(locality=locality, name=FOLLOWS)
    record(
        lines=[Line(old, new, "renaming")],
        effective_on=DAY,
        document=Document("12/NQ-HĐND", DAY),
        actor=actor,
    )
    actor.memberships.create(agency=old, role="viewer")
    now = timezone.make_aware(datetime.combine(DAY, time(9)))
    row = services.begin_to_prepare(locality=locality, day=DAY, actor=actor)
    services.prepare(row, now)
    services.make(services.confirm(hand_over=row, actor=actor, today=DAY, now=now), now)
    row = services.begin_to_undo(hand_over=row, actor=actor, reason="Ghi nhầm ngày", now=now)
    services.put_back(row, now)


def addresses(locality: Locality) -> dict[str, list[str]]:
    """For every name of a page: the addresses at which it is looked at."""
    ready, undone = (
        HandOver.objects.filter(locality=locality, state=s) for s in ("ready", "undone")
    )
    prepared = ready.get()
    successor = prepared.moves.filter(mover="work")[0].new_id
    work = reverse("handover:work", args=[prepared.pk])
    return {
        "handover:hand_over": [
            reverse("handover:hand_over", args=[row.pk]) for row in (prepared, undone.get())
        ],
        "handover:work": [f"{work}?moi={successor}", f"{work}?moi=0"],
        "handover:undo": [reverse("handover:undo", args=[prepared.pk])],
    }
