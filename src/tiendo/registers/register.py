"""A register is a table of like things — enterprises, clusters, grants — declared once.

From one declaration come its list, search, filters, page, form, history, import, export, template, map, help and
measures. What a declaration cannot say is not added here as an option: it gets a view of its own, in the
application that owns the model.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.text import capfirst

from tiendo.registers.columns import Column, column_of
from tiendo.registers.measures import Measure
from tiendo.registers.places import doubts_about

REGISTERS: dict[str, "Register"] = {}
RESERVED = frozenset({"reason", "seen", "ve", "toi"})


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row: the field it is about ("" for the row), and the sentence that says what to do.

    `unless_reason`: the row may stand as it is when whoever enters it says why.
    """

    field: str
    words: str
    unless_reason: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule may know besides the row: the day, and whether the installation is for practice.

    `found` holds what rules looked up once for all rows that are entered together.
    """

    today: date
    practice: bool = False
    found: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, find: Callable[..., Any], *about: Any) -> Any:
        """What `find(*about)` answers, asked for once."""
        key = (find, about)
        if key not in self.found:
            self.found[key] = find(*about)
        return self.found[key]


Check = Callable[[Any, Setting], Iterable[Fault]]


def nothing(_row: Any, _setting: Setting) -> Iterable[Fault]:
    """The rule of a register without rules."""
    return ()


@dataclass(frozen=True, slots=True)
class Guide:
    """Help for the people who keep a register: who fills it in, when, from which paper, and an example row.

    `example` gives for fields what people would type. `icon` and `group` are for the list of registers.
    """

    who: str | Promise = ""
    when: str | Promise = ""
    paper: str | Promise = ""
    example: Mapping[str, str] = field(default_factory=dict)
    icon: str = "book"
    group: str | Promise = ""


@dataclass(frozen=True, slots=True)
class DueDay:
    """By which day rows of a register are seen to: then they stand where an office looks at what it owes.

    `day` is the path to the day, `open` says which rows still are to be seen to, `words` what is to be done, `about`
    the path to what a row is called. `offices` are paths to who does it, the first that names one; with none it is
    who answers for the row, else every office that keeps the register. `inside`: an office set the day itself, and
    nobody above is told.
    """

    day: str
    open: Q
    words: str | Promise
    about: str
    offices: tuple[str, ...] = ()
    inside: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class Register:
    """One register. `rows` fetches what a list shows of a row, so that a list is one query; an order of their own is
    that of the list.

    `columns` are the list, `fields` the form and the import, `key` tells rows apart in a sheet, `search` are the
    paths whose words can be searched for. `place` is the path to the commune a row lies in: its office then sees
    and keeps the rows of its own. `office` is the path to the office that answers for a row: it keeps the row, whoever
    keeps the register. `due` says what of it falls due. `under` names the field by which rows belong to a row of
    another register.
    """

    slug: str
    rows: QuerySet[Any]
    columns: tuple[str | Column, ...]
    fields: tuple[str, ...]
    key: tuple[str, ...]
    search: tuple[str, ...]
    filters: tuple[str, ...] = ()
    place: str = ""
    office: str = ""
    due: DueDay | None = None
    under: str = ""
    check: Check = nothing
    guide: Guide = Guide()
    measures: tuple[Measure, ...] = ()

    @property
    def model(self) -> type[Any]:
        return self.rows.model

    @property
    def title(self) -> str:
        """What the register is called: "Enterprises"."""
        return capfirst(str(self.model._meta.verbose_name_plural))

    @property
    def one(self) -> str:
        """What one row is called: "enterprise"."""
        return str(self.model._meta.verbose_name)

    @cached_property
    def table(self) -> tuple[Column, ...]:
        """The columns of the list."""
        return tuple(column_of(self.model, each) for each in self.columns)

    @cached_property
    def sheet(self) -> tuple[Column, ...]:
        """The columns of an export: what can be entered, then what follows from it."""
        entered = [column_of(self.model, name) for name in self.fields]
        names = {column.name for column in entered}
        return (*entered, *(column for column in self.table if column.name not in names))

    @property
    def children(self) -> list["Register"]:
        """The registers whose rows belong to rows of this one."""
        return [each for each in REGISTERS.values() if each.under and each.parent is self]

    @property
    def parent(self) -> "Register | None":
        """The register to whose rows these belong."""
        if not self.under:
            return None
        model = self.model._meta.get_field(self.under).related_model
        return next(each for each in REGISTERS.values() if each.model is model)

    @property
    def is_placed(self) -> bool:
        """Whether its rows can stand on a map."""
        names = {each.name for each in self.model._meta.fields}
        return bool(names & {"shape", "latitude"})

    def faults(self, row: Any, setting: Setting) -> list[Fault]:
        """What speaks against a row: by the rules of the register, and by where the row is said to stand."""
        placed = (Fault(*doubt) for doubt in doubts_about(row))
        return [*self.check(row, setting), *placed]

    def measure(self, slug: str) -> Measure | None:
        """The measure of that name."""
        return next((each for each in self.measures if each.slug == slug), None)


def declare(**given: Any) -> Register:
    """Declare a register, in the `registers` module of the application that owns the model.

    Raises ValueError when the name is taken, or a field is called as one that every form has.
    """
    register = Register(**given)
    if register.slug in REGISTERS:
        raise ValueError(f"two registers are called {register.slug!r}")
    if taken := RESERVED.intersection(register.fields):
        raise ValueError(f"{register.slug}: {sorted(taken)} belong to the form of every row")
    REGISTERS[register.slug] = register
    return register


def register_of(model: type[Any]) -> Register | None:
    """The register in which the rows of a model stand."""
    return next((each for each in REGISTERS.values() if each.model is model), None)
