"""Writing rows of registers: each with its line in the history, its words for searching, the day it was confirmed."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from tiendo.agencies.models import Locality
from tiendo.history import services as history
from tiendo.history.models import Change
from tiendo.registers.models import Keeper
from tiendo.registers.register import Register
from vanban.text import fold

LONGEST_FOLD = 1000


def folded(register: Register, row: Any) -> str:
    """What a row is searched by: its words without marks and case."""
    return fold(" ".join(filter(None, (_words(row, path) for path in register.search))))[
        :LONGEST_FOLD
    ]


def _words(row: Any, path: str) -> str:
    for step in path.split("__"):
        row = getattr(row, step, None) if row is not None else None
    return "" if row is None else str(row)


def prepare(register: Register, row: Any, today: date) -> Any:
    """Fill in what the product itself keeps of a row; return the row."""
    row.fold = folded(register, row)
    row.checked_on = today
    return row


def in_turn(locality_id: int, row: Any = None) -> None:
    """Let writers of registers of a locality go one after the other, until the caller's transaction ends.

    What a rule adds up over other rows then stays as it was looked at, and so does `row`, where one is changed.
    """
    held = Locality.objects.select_for_update(no_key=True).filter(pk=locality_id)
    held.values_list("pk", flat=True).get()
    if row is not None and row.pk:
        stored = type(row)._base_manager.select_for_update().filter(pk=row.pk)
        stored.values_list("pk", flat=True).first()


@transaction.atomic
def write(
    *, register: Register, row: Any, actor: Any, today: date, reason: str = ""
) -> Change | None:
    """Store a row; None when nothing but the day of confirmation differs.

    Raises ValidationError when another row has its key by now, and Gone.
    """
    prepare(register, row, today)
    try:
        with transaction.atomic():
            return history.save(row, actor=actor, reason=reason)
    except IntegrityError as error:
        raise ValidationError(
            _("Another row with the same %(key)s was stored meanwhile.")
            % {"key": key_words(register)}
        ) from error


def write_all(
    *,
    register: Register,
    rows: Iterable[Any],
    known: Iterable[Any],
    actor: Any,
    today: date,
    reason: str = "",
) -> int:
    """Store many rows, new and changed, inside the caller's transaction; return how many differ.

    `known` are copies of the changed rows as they are stored.
    """
    ready = [prepare(register, row, today) for row in rows]
    return len(history.save_all(ready, actor=actor, known=known, reason=reason))


def key_words(register: Register) -> str:
    """The fields that tell rows of a register apart, in words."""
    return ", ".join(
        str(register.model._meta.get_field(name).verbose_name) for name in register.key
    )


@transaction.atomic
def remove(*, row: Any, actor: Any, reason: str) -> Change:
    """Delete a row with what belongs to it; it can be taken back for 30 days.

    Raises ValidationError that names what still needs it, and Gone.
    """
    in_turn(row.locality_id)
    try:
        return history.delete(row, actor=actor, reason=reason)
    except ProtectedError as error:
        named = ", ".join(sorted({str(each) for each in error.protected_objects})[:3])
        raise ValidationError(
            _("“%(row)s” is still named by: %(others)s. Change or delete these first.")
            % {"row": row, "others": named}
        ) from error


@transaction.atomic
def set_keepers(
    *, locality_id: int, register: Register, agencies: Iterable[int], actor: Any
) -> None:
    """Let these offices, and no others, keep a register."""
    wanted = set(agencies)
    for row in Keeper.objects.filter(locality=locality_id, register=register.slug):
        if row.agency_id in wanted:
            wanted.discard(row.agency_id)
        else:
            history.delete(row, actor=actor)
    history.add_all(
        [
            Keeper(locality_id=locality_id, register=register.slug, agency_id=pk)
            for pk in sorted(wanted)
        ],
        actor=actor,
    )
