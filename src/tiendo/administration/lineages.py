"""What became of offices, for the pages: who follows whom day by day, and the family tree of one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tiendo.agencies.models import Agency, Locality, Succession
from tiendo.progress.models import HandOver, HandOverState
from tiendo.ui.charts.lineage import Box, Lineage, Link, lineage


@dataclass(slots=True)
class Family:
    """Offices that are tied to each other by successions of one day."""

    rows: list[Succession] = field(default_factory=list)

    @property
    def olds(self) -> list[Agency]:
        """Those that end, each once."""
        return list(dict.fromkeys(row.predecessor for row in self.rows))

    @property
    def news(self) -> list[Agency]:
        """Those that follow, each once."""
        return list(dict.fromkeys(row.successor for row in self.rows if row.successor))

    @property
    def kinds(self) -> list[str]:
        """What happens, in words."""
        return list(dict.fromkeys(row.get_kind_display() for row in self.rows))


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which offices are followed: the families, by which documents, and what was handed over."""

    day: date
    families: list[Family]
    documents: list[str]
    hand_over: HandOver | None

    @property
    def count(self) -> int:
        """How many offices end."""
        return sum(len(family.olds) for family in self.families)


def turns_of(locality: Locality | int) -> list[Turn]:
    """The days on which offices of a locality are followed, the newest first; in two queries."""
    rows = Succession.objects.filter(predecessor__locality=locality)
    by_day: dict[date, list[Succession]] = defaultdict(list)
    for row in rows.select_related("predecessor", "successor"):
        by_day[row.effective_on].append(row)
    made = HandOver.objects.filter(locality=locality).exclude(state=HandOverState.UNDONE)
    hand_overs = {row.effective_on: row for row in made}
    return [
        Turn(day, families_of(rows), _documents(rows), hand_overs.get(day))
        for day, rows in sorted(by_day.items(), reverse=True)
    ]


def _documents(rows: Iterable[Succession]) -> list[str]:
    return list(dict.fromkeys(row.document for row in rows if row.document))


def families_of(rows: Iterable[Succession]) -> list[Family]:
    """The rows in families: those that share an old or a new office stand together."""
    families: list[Family] = []
    for row in rows:
        kin = [each for each in families if _kin(row, each)]
        joined = Family([*(old for each in kin for old in each.rows), row])
        families = [each for each in families if each not in kin] + [joined]
    return families


def _kin(row: Succession, family: Family) -> bool:
    return any(
        row.predecessor_id == each.predecessor_id
        or (row.successor_id is not None and row.successor_id == each.successor_id)
        for each in family.rows
    )


def family_of(agency: Agency) -> list[Succession]:
    """Every succession that ties `agency` to another, near or far, in the order of the days."""
    rows = Succession.objects.filter(predecessor__locality=agency.locality_id)
    everything = list(rows.select_related("predecessor", "successor"))
    above, below = {agency.pk}, {agency.pk}
    for _round in everything:
        above |= {row.predecessor_id for row in everything if row.successor_id in above}
        below |= {
            row.successor_id
            for row in everything
            if row.successor_id and row.predecessor_id in below
        }
    return [row for row in everything if row.successor_id in above or row.predecessor_id in below]


def drawn(rows: Iterable[Succession], here: int | None = None) -> SafeString | str:
    """The family tree of these rows; "" where there is nothing to draw."""
    rows = list(rows)
    offices = {row.predecessor_id: row.predecessor for row in rows}
    offices |= {row.successor.pk: row.successor for row in rows if row.successor}
    if len(offices) < 2:
        return ""
    boxes = [
        Box(
            agency.pk,
            agency.name,
            _when(agency),
            reverse("administration:office", args=[agency.pk]),
            agency.pk == here,
        )
        for agency in offices.values()
    ]
    links = [
        Link(row.predecessor_id, row.successor_id, share_in_words(row))
        for row in rows
        if row.successor_id
    ]
    return lineage(Lineage(_("What became of these offices"), boxes, links))


def _when(agency: Agency) -> str:
    """Its code, and the days on which it exists."""
    days = ""
    if agency.valid_to:
        days = _("until %(day)s") % {"day": f"{agency.valid_to:%d/%m/%Y}"}
    elif agency.valid_from:
        days = _("from %(day)s") % {"day": f"{agency.valid_from:%d/%m/%Y}"}
    return " · ".join(filter(None, (agency.code, days)))


def share_in_words(row: Succession) -> str:
    """The part that goes to the successor: "80 %", the field, or nothing for all of it."""
    if row.share is not None and row.share < 1:
        return f"{row.share * 100:.2f}".rstrip("0").rstrip(".").replace(".", ",") + " %"
    return row.field
