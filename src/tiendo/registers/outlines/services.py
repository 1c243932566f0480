"""Bringing outlines in: a file is kept, compared, stored in one piece after a person agreed, can be taken back."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.agencies.models import Agency
from tiendo.history import services as history
from tiendo.registers.columns import area_of
from tiendo.registers.models import Import, Outline, Stage
from tiendo.registers.outlines.matching import (
    Match,
    Target,
    communes,
    heads_of,
    matched,
    rows_of,
)
from tiendo.registers.outlines.reading import LARGEST, read
from tiendo.registers.places import doubt_of_outline
from tiendo.registers.register import REGISTERS, Register

KIND = "ranh-gioi"  # stands where a sheet has the name of its register


@dataclass(frozen=True, slots=True)
class Reader:
    """Who compares outlines with what there is: in which locality, on which day."""

    locality_id: int
    today: date


def receive(*, reader: Reader, file: File, of: str, actor: Any, now: datetime) -> Import:
    """Keep a file of outlines and compare it; `of` is the name of a register, any other word means communes.

    Raises ValidationError, with a sentence, where the file cannot be used; nothing is then kept.
    """
    if not file.size or file.size > LARGEST:
        raise ValidationError(_("The file is empty or larger than 5 MB. Simplify it first."))
    content = file.read()
    read(content)
    row = Import(locality_id=reader.locality_id, register=KIND, actor=actor, at=now)
    row.name, row.stage, row.counts = str(file.name)[-200:], Stage.READ, {"of": of}
    row.file.save("ranh-gioi.geojson", ContentFile(content), save=False)
    history.save(row, actor=actor)
    compare(row, reader)
    return row


def target_register(row: Import) -> Register | None:
    """The register whose rows a file has the outlines of; None for communes."""
    return REGISTERS.get(row.counts.get("of", ""))


def targets_of(row: Import, reader: Reader) -> list[Target]:
    """Everything that a file may have outlines of."""
    register = target_register(row)
    if register is None:
        return communes(reader.locality_id, reader.today)
    return rows_of(register, reader.locality_id)


def compare(row: Import, reader: Reader) -> None:
    """Write down what a file would do, outline by outline."""
    with row.file.open("rb") as file:
        features = read(file.read())
    matches = matched(features, targets_of(row, reader), heads_of(target_register(row)))
    _note(row, [_line(match) for match in matches])


def _line(match: Match) -> dict[str, Any]:
    target = match.target
    return {
        "number": match.feature.number,
        "name": match.name,
        "what": match.what,
        "pk": target.pk if target else None,
        "label": target.label if target else "",
        "before": target.shape if target else None,
        "schematic": target.schematic if target else False,
        "nearest": [[each.pk, each.label] for each in match.nearest],
        "fault": match.fault,
        "doubt": doubt_of_outline(match.feature.shape, target.area) if target else "",
        "shape": match.feature.shape,
    }


def _note(row: Import, lines: Iterable[dict[str, Any]]) -> None:
    """Keep the lines of a file and how many there are of each kind."""
    lines = list(lines)
    counts = Counter(line["what"] for line in lines)
    row.total, row.counts = len(lines), {"of": row.counts.get("of", "")} | dict(counts)
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    row.lines.save("dong.jsonl", ContentFile(text.encode()), save=False)
    Import.objects.filter(pk=row.pk).update(
        total=row.total, counts=row.counts, lines=row.lines.name, stage=row.stage
    )


def lines_of(row: Import) -> list[dict[str, Any]]:
    """What a file does or did, outline by outline."""
    with row.lines.open("rb") as file:
        return [json.loads(line) for line in file]


@transaction.atomic
def store(*, row: Import, reader: Reader, chosen: Mapping[int, int], actor: Any) -> int:
    """Store the outlines of a file; return how many differ. `chosen` says whose those are that nobody was named for.

    Raises ValidationError, and stores nothing, where it was stored already, something is meant twice or was changed
    since the file was compared.
    """
    kept = Import.objects.select_for_update().get(pk=row.pk)
    if kept.stage != Stage.READ:
        raise ValidationError(_("This file was stored already."))
    targets = {each.pk: each for each in targets_of(kept, reader)}
    lines = [_decided(line, chosen, targets) for line in lines_of(kept)]
    wanted = [line for line in lines if line["what"] in ("add", "change")]
    if len({line["pk"] for line in wanted}) < len(wanted):
        raise ValidationError(_("Two outlines are meant for the same name. Choose one of them."))
    for line in wanted:
        now = targets.get(line["pk"])
        if now is None or (now.shape, now.schematic) != (line["before"], line["schematic"]):
            raise ValidationError(
                _("“%(name)s” was changed meanwhile. Bring the file again.")
                % {"name": line["label"]}
            )
    _write(kept, {line["pk"]: (line["shape"], False) for line in wanted}, actor)
    kept.stage = Stage.DONE
    _note(kept, lines)
    return len(wanted)


def _decided(
    line: dict[str, Any], chosen: Mapping[int, int], targets: Mapping[int, Target]
) -> dict[str, Any]:
    """A line with the target a person chose for it; left out where nobody chose one."""
    target = targets.get(chosen.get(line["number"], 0))
    if line["what"] != "unknown" or target is None:
        return line
    what = "add" if target.shape is None else "change"
    now = {"before": target.shape, "schematic": target.schematic}
    return line | now | {"pk": target.pk, "label": target.label, "what": what}


def _write(row: Import, shapes: Mapping[int, tuple[Any, bool]], actor: Any) -> None:
    """Give communes or rows these outlines, each with its line in the history."""
    register, reason = target_register(row), row.name
    if register is None:
        _write_outlines(row, shapes, actor)
        return
    known = list(register.model._default_manager.filter(locality=row.locality_id, pk__in=shapes))
    changed = [copy(each) for each in known]
    for each in changed:
        each.shape = shapes[each.pk][0]
    history.save_all(changed, known=known, actor=actor, reason=reason)


def _write_outlines(row: Import, shapes: Mapping[int, tuple[Any, bool]], actor: Any) -> None:
    home = row.locality_id
    known = {
        each.agency_id: each for each in Outline.objects.filter(locality=home, agency__in=shapes)
    }
    offices = Agency.objects.in_bulk(list(shapes))
    changed = []
    for agency, (shape, schematic) in shapes.items():
        if shape is None and agency in known:
            history.delete(known.pop(agency), actor=actor, reason=row.name)
        elif shape is not None:
            fresh = Outline(locality_id=home, agency_id=agency, name=area_of(offices[agency]))
            each = copy(known.get(agency, fresh))
            each.shape, each.schematic = shape, schematic
            changed.append(each)
    history.save_all(changed, known=known.values(), actor=actor, reason=row.name)


@transaction.atomic
def take_back(*, row: Import, reader: Reader, actor: Any) -> tuple[int, list[str]]:
    """Put back the outlines that stood before a file was stored: how many, and the names of those changed since, which
    stay as they are. Raises ValidationError where the file is not stored.
    """
    kept = Import.objects.select_for_update().get(pk=row.pk)
    if kept.stage != Stage.DONE:
        raise ValidationError(_("This file is not stored."))
    targets = {each.pk: each for each in targets_of(kept, reader)}
    stored = [line for line in lines_of(kept) if line["what"] in ("add", "change")]
    ours = [line for line in stored if _is_as_stored(targets.get(line["pk"]), line)]
    _write(kept, {line["pk"]: (line["before"], line["schematic"]) for line in ours}, actor)
    kept.stage = Stage.READ
    compare(kept, reader)
    return len(ours), [line["label"] for line in stored if line not in ours]


def _is_as_stored(target: Target | None, line: dict[str, Any]) -> bool:
    return target is not None and target.shape == line["shape"]
