"""What the pages of a hand-over show: how much goes where, and work by old office and by person."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from tiendo.agencies.models import Agency, Succession
from tiendo.agencies.moving import office_movers
from tiendo.progress.handover.services import successions_on
from tiendo.progress.models import Handler, HandOver, HandOverMove, MoveState

NOBODY = 0  # stands for no successor in addresses


@dataclass(slots=True)
class Way:
    """What goes from one old office to one new one: how much of each kind, in the order of the movers."""

    old: Agency
    new: Agency | None
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """All of it."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Overview:
    """A hand-over as a table; `left` and `stays` are moves that did not happen, or were not put back."""

    ways: list[Way]
    kinds: list[tuple[str, str]]  # name of the mover, in words
    news: list[tuple[Agency | None, int]]  # each successor with how much work goes there
    sums: dict[str, int]
    left: list[HandOverMove]
    stays: list[HandOverMove]
    reports: int

    @property
    def nobody(self) -> int:
        """How many things have nowhere to go."""
        return sum(way.total for way in self.ways if way.new is None)


SHOWN = 100  # of what stays; the rest is counted


def overview_of(hand_over: HandOver) -> Overview:
    """The table of a hand-over, in a handful of queries whatever its size."""
    rows = hand_over.moves.order_by().values_list("old", "new", "mover").annotate(n=Count("pk"))
    counts: dict[tuple[int, int | None], dict[str, int]] = defaultdict(dict)
    for old, new, mover, number in rows:
        counts[old, new][mover] = number
    keys = {key for way in counts for key in way if key}
    offices = Agency.objects.in_bulk(list(keys))
    ways = [Way(offices[old], offices.get(new or 0), found) for (old, new), found in counts.items()]
    sums = sum((Counter(way.counts) for way in ways), Counter[str]())
    after = list(
        hand_over.moves.filter(Q(mover="work"), ~Q(after={}), state__in=BACK_STATES)[:SHOWN]
    )
    return Overview(
        ways=sorted(ways, key=_in_order),
        kinds=[(each.name, str(each.title)) for each in office_movers() if sums[each.name]],
        news=_news(ways),
        sums=dict(sums),
        left=_states(hand_over, MoveState.LEFT),
        stays=_states(hand_over, MoveState.STAYS)
        + [row for row in after if row.after.get("stays")],
        reports=sum(row.after.get("said", 0) for row in after),
    )


BACK_STATES = (MoveState.BACK, MoveState.STAYS)


def _in_order(way: Way) -> tuple[str, str]:
    return (way.old.sort_key, way.new.sort_key if way.new else "")


def _news(ways: Iterable[Way]) -> list[tuple[Agency | None, int]]:
    found: dict[Agency | None, int] = defaultdict(int)
    for way in ways:
        found[way.new] += way.counts.get("work", 0)
    return sorted(found.items(), key=lambda pair: pair[0].sort_key if pair[0] else "")


def _states(hand_over: HandOver, state: str) -> list[HandOverMove]:
    return list(hand_over.moves.filter(state=state).select_related("old", "new")[:SHOWN])


@dataclass(frozen=True, slots=True)
class Lot:
    """Work that stands together: of one old office (its field), and of the people who do it now."""

    old: Agency
    field: str
    people: str
    rows: list[HandOverMove]


def work_for(hand_over: HandOver, new: int | None) -> QuerySet[HandOverMove]:
    """The work that goes to one successor, by old office; None: that has nowhere to go."""
    rows = hand_over.moves.filter(mover="work", new=new).select_related("old", "person", "new")
    return rows.order_by("old__sort_key", "old", "pk")


def lots_of(hand_over: HandOver, rows: Iterable[HandOverMove]) -> list[Lot]:
    """These rows of work in lots, by old office and by who does them now; in two queries."""
    rows = list(rows)
    doing: dict[int, list[str]] = defaultdict(list)
    named = Handler.objects.filter(obligation__in=[row.row for row in rows], ended_at=None)
    for handler in named.select_related("user").order_by("user__sort_key"):
        doing[handler.obligation_id].append(str(handler.user))
    fields = _fields(hand_over)
    lots: dict[tuple[int, str], list[HandOverMove]] = defaultdict(list)
    for row in rows:
        lots[row.old_id, ", ".join(doing[row.row])].append(row)
    return [
        Lot(found[0].old, fields.get((old, found[0].new_id), ""), people, found)
        for (old, people), found in lots.items()
    ]


def _fields(hand_over: HandOver) -> dict[tuple[int, int | None], str]:
    rows = successions_on(hand_over.locality_id, hand_over.effective_on).exclude(field="")
    return {(row.predecessor_id, row.successor_id): row.field for row in rows}


@dataclass(frozen=True, slots=True)
class Became:
    """What became of an office: who follows it, whom it follows, and the hand-over of its day."""

    followers: Sequence[Succession]
    followed: Sequence[Succession]
    hand_over: HandOver | None

    def __bool__(self) -> bool:
        return bool(self.followers or self.followed)


NOTHING = Became((), (), None)


def became_of(agency: Agency) -> Became:
    """Who follows an office and whom it follows, with the newest hand-over of that day, in one query."""
    either = Q(predecessor=agency) | Q(successor=agency)
    made = HandOver.objects.filter(
        locality=agency.locality_id, effective_on=OuterRef("effective_on")
    ).order_by("-pk")
    rows = list(
        Succession.objects.filter(either)
        .select_related("predecessor", "successor")
        .annotate(made=Subquery(made.values("pk")[:1]), stage=Subquery(made.values("state")[:1]))
    )
    followers = [row for row in rows if row.predecessor_id == agency.pk]
    followed = [row for row in rows if row.successor_id == agency.pk]
    found = [HandOver(pk=row.made, state=row.stage) for row in followers if row.made]
    return Became(followers, followed, max(found, key=lambda row: row.pk, default=None))
