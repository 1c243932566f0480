"""Duties as the document shares them out: office by office, in its order."""

from dataclasses import dataclass, field

from tiendo.plans.models import Assignment
from tiendo.progress.listing import Line


@dataclass(slots=True)
class Share:
    """The duties under one heading of the document; `whom` is empty where nobody is named."""

    whom: Assignment | None
    lines: list[Line] = field(default_factory=list)


def duties_by_office(found: list[Line]) -> list[Share]:
    """These duties in the order of the document, together where the same office follows itself."""
    shares: list[Share] = []
    for line in sorted(found, key=lambda line: (line.task.position, line.task.pk)):
        whom = next(iter(line.task.leads), None)
        if not shares or _name(shares[-1].whom) != _name(whom):
            shares.append(Share(whom))
        shares[-1].lines.append(line)
    return shares


def _name(whom: Assignment | None) -> tuple[int | None, int | None]:
    return (whom.agency_id, whom.group_id) if whom else (None, None)
