"""The tree of bodies and offices: who belongs to whom, top bodies grouped by their kind. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from tiendo.agencies.models import Agency, Kind


@dataclass(frozen=True, slots=True)
class Node:
    """An office with those that belong to it, in the order in which they were given."""

    agency: Agency
    below: list["Node"] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many offices this branch has, itself included."""
        return 1 + sum(node.size for node in self.below)


def tree_of(agencies: Iterable[Agency]) -> dict[Kind, list[Node]]:
    """The offices as branches, by the kind of the topmost; one whose superior is not given stands on top."""
    rows = list(agencies)
    given = {row.pk for row in rows}
    under: dict[int | None, list[Agency]] = defaultdict(list)
    for row in rows:
        under[row.parent_id if row.parent_id in given else None].append(row)
    tops: dict[Kind, list[Node]] = {kind: [] for kind in Kind}
    for row in under[None]:
        tops[Kind(row.kind)].append(_node(row, under))
    return {kind: nodes for kind, nodes in tops.items() if nodes}


def _node(agency: Agency, under: dict[int | None, list[Agency]]) -> Node:
    return Node(agency, [_node(row, under) for row in under[agency.pk]])
