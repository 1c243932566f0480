"""Who is let in where, written out by hand: plain sentences over every address of the product.

test_rights_of_pages.py asks every address as each of the seven roles, with a row of the person's own office and
with one of another office, as somebody of another locality who holds every role there, and as nobody.

To add an address: find the module of its application here (or add one and name it in `tables.py`), and write its
name into the rule whose sentence says who may open it, or a new rule with a sentence of its own:

    Rule("Only the coordinator opens a round.", "C......", ("rounds:open plan",))

- The letters are the roles let in: Coordinator Reporter Head Leader Viewer auDitor administrAtor.
  `other` has those let in where the row is another office's; left out, the office makes no difference.
- A page is "name kind": the kind says which row its address names, by a function in KINDS of the same module that
  takes the ground and an office, and returns the arguments of the address. Without a kind it names no row.
- `post=True` for what answers a button only: "let in" is then every answer but 403, 404 and 405.
- `hidden=True` where what another office does is not even told to be there (404 in the place of 403).

An auditor is never let in where something is written, but may ask for a copy to take out; that is one rule for all
(accounts.access.AuditorsOnlyRead).
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.tiendo.visits import Ground
from tiendo.accounts.models import Role
from tiendo.agencies.models import Agency

ORDER = "CRHLVDA"
ROLES = dict(zip(ORDER, Role, strict=True))
EVERYBODY = ORDER
NOBODY = "......."
NO_ROW = {
    "",
    "year",
    "register",
    "keeping",
    "gathering",
    "measure",
}  # kinds of addresses that name no row of a locality

Arguments = tuple[object, ...]
Kind = Callable[[Ground, Agency], Arguments]


@dataclass(frozen=True, slots=True)
class Rule:
    """One plain sentence, the roles it lets in, and the pages it is about."""

    sentence: str
    own: str
    pages: tuple[str, ...]
    other: str = ""
    post: bool = False
    hidden: bool = False

    def letters(self, *, own: bool) -> frozenset[str]:
        """The letters of the roles let in, for a row of their own office or of another."""
        return frozenset(self.own if own or not self.other else self.other) - {"."}


@dataclass(frozen=True, slots=True)
class Table:
    """The rules of one application, and how the rows of its addresses are found."""

    rules: tuple[Rule, ...]
    kinds: dict[str, Kind]
