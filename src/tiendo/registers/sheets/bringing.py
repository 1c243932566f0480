"""Bringing a sheet in: kept, read and compared, shown, and stored in one piece after a person agreed."""

import json
import logging
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import IntegrityError, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django_tasks import task

from tiendo.accounts.access import standing_of
from tiendo.history import services as history
from tiendo.registers import services
from tiendo.registers.columns import written
from tiendo.registers.models import Import, Stage
from tiendo.registers.register import REGISTERS, Register
from tiendo.registers.scope import Hand, desk_of, hand_in
from tiendo.registers.sheets.comparing import Comparing, Verdict, What, register_words
from tiendo.registers.sheets.reading import Sheet, read

log = logging.getLogger(__name__)

AT_ONCE = 200_000  # bytes of a file that is read while the person waits
FEW = 2000  # rows that are compared while the person waits
LARGEST = 60_000_000  # bytes
CHUNK = 1000


def receive(*, hand: Hand, file: File, actor: Any, now: datetime) -> Import:
    """Keep a sheet and begin to read it: at once where it is small, else in the background.

    Raises ValidationError for a file that is no sheet by its name, empty, or too large.
    """
    name = str(file.name)
    if not name.lower().endswith((".xlsx", ".csv")):
        raise ValidationError(
            _("“%(name)s” is neither .xlsx nor .csv. Save it as one of them.") % {"name": name}
        )
    if not file.size or file.size > LARGEST:
        raise ValidationError(_("The file is empty or larger than 60 MB. Bring it in parts."))
    row = Import(
        locality_id=hand.locality_id,
        register=hand.register.slug,
        actor=actor,
        at=now,
        name=name[-200:],
    )
    row.file.save(
        f"bang{name[-5:].lower() if name.lower().endswith('.xlsx') else '.csv'}", file, save=False
    )
    history.save(row, actor=actor)
    begin(row=row, hand=hand)
    return row


def begin(*, row: Import, hand: Hand) -> None:
    """Compare a kept sheet with the register, anew."""
    Import.objects.filter(pk=row.pk).update(stage=Stage.READING, done=0, total=0, fault="")
    if row.file.size <= AT_ONCE and _is_short(row, hand):
        compare(row, hand)
    else:
        compare_apart.enqueue(row.pk, hand.setting.today.isoformat())
    row.refresh_from_db()


def _is_short(row: Import, hand: Hand) -> bool:
    """Whether a sheet has few rows, or none that can be read: a small file may hold very many."""
    try:
        return len(_sheet(row, hand).rows) <= FEW
    except Exception:
        return True  # comparing stumbles over it too, and says so


@task()
def compare_apart(pk: int, day: str) -> None:
    """Compare a large sheet with the register."""
    row = Import.objects.select_related("actor").get(pk=pk)
    compare(row, _hand(row, date.fromisoformat(day)))


def _hand(row: Import, day: date) -> Hand:
    standing = standing_of(row.actor, day)
    return hand_in(REGISTERS[row.register], standing, day, desk_of(standing))


def compare(row: Import, hand: Hand, *, thorough: bool = False) -> None:
    """Write down what the sheet would do to the register; what cannot be read is noted in the import."""
    fault = ""
    try:
        _compare(row, hand, thorough)
    except ValidationError as error:
        fault = " ".join(error.messages)[:500]
    except Exception:
        # Whatever it stumbles over, the person must see that it stopped.
        log.exception("sheet %s not compared", row.pk)
        fault = _("The sheet could not be read to its end.")
    if fault:
        here = Import.objects.filter(pk=row.pk)
        here.update(stage=Stage.FAILED, fault=fault, counts=_language())


def _compare(row: Import, hand: Hand, thorough: bool) -> None:
    here = Import.objects.filter(pk=row.pk)
    comparing = Comparing(hand, _sheet(row, hand), row.answers, thorough=thorough)
    here.update(total=len(comparing.sheet.rows))
    counts: Counter[str] = Counter()
    verdicts = comparing.verdicts(lambda done: here.update(done=done))
    lines = "".join(_noted(verdict, hand, counts) for verdict in verdicts)
    row.lines.save("dong.jsonl", ContentFile(lines.encode()), save=False)
    unknown = {"unknown": comparing.sheet.unknown} if comparing.sheet.unknown else {}
    here.update(
        stage=Stage.READ,
        lines=row.lines.name,
        counts=dict(counts) | _language() | unknown,
        questions=dict(comparing.questions),
    )


def _language() -> dict[str, str]:
    """The language in which the verdicts are written."""
    return {"language": get_language() or "vi"}


def _sheet(row: Import, hand: Hand) -> Sheet:
    with row.file.open("rb") as file:
        return read(file.read(), row.name, hand.register)


def _noted(verdict: Verdict, hand: Hand, counts: Counter[str]) -> str:
    """One verdict as a line of JSON; rows that stay as they are, are only counted."""
    counts[verdict.what.value] += 1
    if verdict.notes:
        counts["noted"] += 1
    if verdict.what is What.SAME and not verdict.notes:
        return ""
    register = hand.register
    said = {
        "line": verdict.given.line,
        "what": verdict.what.value,
        "row": str(verdict.row) if not verdict.faults else "",
        "changes": _changes(verdict, register) if verdict.what is What.CHANGE else [],
        "faults": [
            [register_words(register, each.field), each.value, each.words]
            for each in verdict.faults
        ],
        "fields": [each.field for each in verdict.faults],
        "notes": verdict.notes,
    }
    return json.dumps(said, ensure_ascii=False) + "\n"


def _changes(verdict: Verdict, register: Register) -> list[tuple[str, str, str]]:
    """What differs: what the field is called, what is stored, what the sheet says."""
    return [
        (register_words(register, name), written(verdict.before, name), written(verdict.row, name))
        for name in verdict.changes
    ]


def lines_of(row: Import, what: str, start: int, most: int) -> list[dict[str, Any]]:
    """Some of the rows with this verdict, from the `start`-th on."""
    return list(islice(_lines(row, what), start, start + most))


def _lines(row: Import, what: str) -> Iterator[dict[str, Any]]:
    if not row.lines:
        return
    with row.lines.open("rb") as file:
        for line in file:
            said = json.loads(line)
            if said["what"] == what or (what == "noted" and said["notes"]):
                yield said


def is_ready(row: Import) -> bool:
    """Whether everything in the sheet can be stored as it stands."""
    wanted = row.counts.get("add", 0) + row.counts.get("change", 0)
    return (
        row.stage == Stage.READ
        and bool(wanted)
        and not row.counts.get("error")
        and not row.questions
    )


def carry_out(*, row: Import, hand: Hand, actor: Any) -> int:
    """Store what a sheet says, all of it or nothing; return how many rows differ.

    The sheet is compared once more, with what is stored by now. Raises ValidationError when it no longer fits, when
    the database refuses a row (which it says of each row then), or when it was brought in already.
    """
    if not Import.objects.filter(pk=row.pk, stage=Stage.READ).update(stage=Stage.WRITING):
        raise ValidationError(_("This sheet was brought in already, or is being brought in."))
    try:
        with transaction.atomic():
            stored = _stored(row, hand, actor)
            row.stage = Stage.DONE
            history.save(row, actor=actor)
    except IntegrityError as error:
        compare(row, hand, thorough=True)
        raise ValidationError(
            _(
                "The register would not take these rows. They were compared anew: see what to correct."
            )
        ) from error
    except Exception:
        # Whatever stopped it, nothing is stored, and it can be tried again.
        Import.objects.filter(pk=row.pk).update(stage=Stage.READ)
        raise
    return stored


def _stored(row: Import, hand: Hand, actor: Any) -> int:
    services.in_turn(hand.locality_id)
    comparing, stored = Comparing(hand, _sheet(row, hand), row.answers, storing=True), 0
    reason = _("Brought in from “%(name)s”") % {"name": row.name}
    waiting: list[Verdict] = []
    for verdict in comparing.verdicts():
        if verdict.what is What.ERROR or comparing.questions:
            raise ValidationError(
                _("Something in the register changed meanwhile. Read the sheet again.")
            )
        waiting.append(verdict)
        if len(waiting) == CHUNK:
            stored += _write(waiting, hand, actor, reason)
            waiting = []
    return stored + _write(waiting, hand, actor, reason)


def _write(verdicts: list[Verdict], hand: Hand, actor: Any, reason: str) -> int:
    going: dict[str, list[Verdict]] = {}
    for each in verdicts:
        if each.what in (What.ADD, What.CHANGE):
            going.setdefault(each.reason, []).append(each)
    return sum(
        services.write_all(
            register=hand.register,
            rows=[each.row for each in some],
            known=[each.before for each in some if each.before is not None],
            actor=actor,
            today=hand.setting.today,
            reason=": ".join(filter(None, (reason, said)))[:500],
        )
        for said, some in going.items()
    )


@transaction.atomic
def answer(*, row: Import, hand: Hand, actor: Any) -> None:
    """Keep what was said of figures that can be read in two ways, and compare the sheet anew."""
    history.save(row, actor=actor)
    transaction.on_commit(lambda: begin(row=row, hand=hand))


def resume(today: date) -> None:
    """Take up what was cut off. Called when the product starts, before its worker does.

    A sheet that was being stored was not: it waits to be stored again. One that was being read is read anew.
    """
    Import.objects.filter(stage=Stage.WRITING).update(stage=Stage.READ)
    for row in Import.objects.filter(stage=Stage.READING):
        compare_apart.enqueue(row.pk, today.isoformat())
