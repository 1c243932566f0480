"""The history inside an auditor's package, written line by line.

The package is a ZIP file; `SHA256SUMS` in it lists every other file as `sha256sum -c` reads it.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime, timedelta
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tiendo.history.chain import plain
from tiendo.history.models import AuditPackage, PersonalValue, Stage
from tiendo.history.services import erase
from tiendo.history.unpacking import CHANGES, PERSONAL, SEALS, SUMS
from tiendo.history.verifying import Extent, entries_of, seals_of

LONGEST_NAME = 240  # letters
KEPT = timedelta(days=30)
AT_WORK = (Stage.QUEUED, Stage.PACKING)


class Package:
    """A package being written: each file is digested while it goes in."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._names: set[str] = set()
        self.sums: list[tuple[str, str, int]] = []  # name, SHA-256, bytes

    def add(self, name: str, chunks: Iterable[bytes]) -> str:
        """Write a file, under another name where the name is taken; return the name it got."""
        name = self._free(name)
        sum_, size = hashlib.sha256(), 0
        with self._archive.open(name, "w", force_zip64=True) as stored:
            for chunk in chunks:
                stored.write(chunk)
                sum_.update(chunk)
                size += len(chunk)
        self.sums.append((name, sum_.hexdigest(), size))
        return name

    def _free(self, name: str) -> str:
        place, free = 1, name[:LONGEST_NAME]
        stem, dot, end = free.rpartition(".")
        while free.casefold() in self._names:
            place += 1
            free = f"{stem}-{place}.{end}" if dot else f"{end}-{place}"
        self._names.add(free.casefold())
        return free

    def close(self) -> None:
        """Write the list of all files."""
        lines = "".join(f"{sum_}  {name}\n" for name, sum_, _size in self.sums)
        self._archive.writestr(ZipInfo(SUMS), lines.encode(), compress_type=ZIP_DEFLATED)


def write_history(package: Package, locality_id: int, extent: Extent) -> None:
    """Write the chain of a locality, up to its last seal, and the personal values it speaks of."""
    entries = entries_of(locality_id, extent.places)
    package.add(CHANGES, (plain(asdict(entry)) + b"\n" for entry in entries))
    seals = seals_of(locality_id, extent.seals)
    package.add(SEALS, (plain(asdict(seal)) + b"\n" for seal in seals))
    rows = PersonalValue.objects.filter(locality=locality_id).order_by("pk")
    package.add(PERSONAL, (_line(row) for row in rows.iterator(chunk_size=1000)))


def _line(row: PersonalValue) -> bytes:
    facts = {"salt": row.salt, "locality": row.locality_id, "person": row.person}
    facts |= {"value": row.value, "reference": row.reference, "erased": row.erased_id}
    return plain(facts) + b"\n"


def clear(before: datetime) -> int:
    """Take away the packages that were asked for before a moment; return how many. Their lines stay in the history."""
    rows = list(AuditPackage.objects.filter(asked_at__lt=before).exclude(stage__in=AT_WORK))
    for row in rows:
        storage, name = row.file.storage, row.file.name
        erase(row, actor=None)
        if name:
            storage.delete(name)
    return len(rows)
