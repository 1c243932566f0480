"""What an office owes by its place in a task. Pure: the facts of its assignment are given.

The default is how such plans are carried out: one lead answers, further leads add their part, who
coordinates waits to be asked, and a body the Committee cannot command is asked and never pressed. The
table of a plan may say otherwise place by place.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tiendo.agencies.models import Agency, Kind
from tiendo.progress.owing.shares import Place, Share
from vanban.text import nfc

DEFAULTS: Mapping[Place, Share] = {
    Place.ACCOUNTABLE: Share.CLOSES,
    Place.CO_LEAD: Share.ADDS,
    Place.LEADING_GROUP: Share.CLOSES,
    Place.COORDINATING: Share.ASKED,
    Place.COORDINATING_GROUP: Share.ASKED,
    Place.SUPPORTING: Share.INVITED,
    Place.DUTY: Share.CLOSES,
}

# What may be chosen for each place. Somebody has to close the work; a body that is asked is pressed only
# where the coordinator says so, as in the plan of a province whose departments are under its Committee.
CHOICES: Mapping[Place, tuple[Share, ...]] = {
    Place.ACCOUNTABLE: (Share.CLOSES,),
    Place.CO_LEAD: (Share.ADDS, Share.CLOSES, Share.ASKED, Share.NOTHING),
    Place.LEADING_GROUP: (Share.CLOSES, Share.ADDS),
    Place.COORDINATING: (Share.ASKED, Share.ADDS, Share.NOTHING),
    Place.COORDINATING_GROUP: (Share.ASKED, Share.ADDS, Share.NOTHING),
    Place.SUPPORTING: (Share.INVITED, Share.ADDS, Share.CLOSES, Share.NOTHING),
    Place.DUTY: (Share.CLOSES, Share.ADDS, Share.NOTHING),
}

OWED = (Share.CLOSES, Share.ADDS, Share.INVITED)  # what becomes an obligation at once
DECIDES = (Share.CLOSES, Share.INVITED)  # whose periods say how the work stands
WEIGHT = {share: place for place, share in enumerate((Share.CLOSES, Share.ADDS, Share.INVITED))}

# A People's Committee asks these; it does not give them orders.
NOT_COMMANDED = frozenset({Kind.ORGANISATION, Kind.DEPARTMENT})
OF_THE_PROVINCE = re.compile(r"\btỉnh\b")
BELOW_THE_PROVINCE = re.compile(r"\b(huyện|quận|thành phố|tp|thị xã|thị trấn|xã|phường|đặc khu)\b")
SUPPORTS = ("hỗ trợ", "giúp đỡ")


@dataclass(frozen=True, slots=True)
class Named:
    """One office as a task names it: by itself or in a group, and how."""

    leads: bool
    accountable: bool
    in_group: bool
    duty: bool
    asked: bool = False
    written: str = ""


def is_asked(office: Agency) -> bool:
    """Whether a Committee below the province asks this office instead of giving it orders.

    So it is with the Front and mass organisations, with departments of the province, and with what stands
    under one of these or bears the province in its name ("Trung tâm Khuyến nông Tỉnh"), unless it also bears
    its own district or commune. The office it belongs to decides before its name; fetch `parent` with it.
    """
    if office.kind in NOT_COMMANDED:
        return True
    if office.parent is None:
        return _of_the_province(office.name)
    return office.parent.kind in NOT_COMMANDED or _of_the_province(office.parent.name)


def _of_the_province(name: str) -> bool:
    words = nfc(name).lower()
    return bool(OF_THE_PROVINCE.search(words)) and not BELOW_THE_PROVINCE.search(words)


def place_of(named: Named) -> Place:
    """Where an office stands in a task."""
    if named.asked or (named.leads and _supports(named.written)):
        return Place.SUPPORTING
    if not named.leads:
        return Place.COORDINATING_GROUP if named.in_group else Place.COORDINATING
    if named.duty:
        return Place.DUTY
    if named.in_group:
        return Place.LEADING_GROUP if named.accountable else Place.CO_LEAD
    return Place.ACCOUNTABLE if named.accountable else Place.CO_LEAD


def _supports(written: str) -> bool:
    """Whether the words beside a name say that it only helps: "Sở Công Thương (hỗ trợ)"."""
    lowered = written.lower()
    return "(" in lowered and any(word in lowered.partition("(")[2] for word in SUPPORTS)


def share_of(named: Named, table: Mapping[Place, Share]) -> Share:
    """What the office owes at once under a plan whose table says `table` beside the defaults.

    A supporting body that only coordinates owes nothing until it is asked, like all who coordinate.
    """
    place = place_of(named)
    share = table.get(place, DEFAULTS[place])
    if place == Place.SUPPORTING and share in OWED and not named.leads:
        return Share.ASKED
    return share


def stronger(one: Share, other: Share) -> Share:
    """What an office owes that a task names twice."""
    return one if WEIGHT.get(one, len(WEIGHT)) <= WEIGHT.get(other, len(WEIGHT)) else other
