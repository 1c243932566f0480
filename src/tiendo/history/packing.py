"""The history inside an auditor's package: written line by line, and verified again without the database.

The package is a ZIP file; `SHA256SUMS` in it lists every other file as `sha256sum -c` reads it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from tiendo.history.chain import Entry, Fault, SealFacts, What, digest, faults, plain
from tiendo.history.models import PersonalValue
from tiendo.history.personal import PREFIX, references
from tiendo.history.verifying import Extent, entries_of, seals_of

SUMS = "SHA256SUMS"
CHANGES, SEALS, PERSONAL = (
    f"lich-su/{name}.jsonl" for name in ("thay-doi", "niem-phong", "ca-nhan")
)
CHUNK = 1 << 20
LONGEST_NAME = 240  # letters


class NotAPackage(Exception):
    """The file is no auditor's package; the message says what it lacks."""


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


def chunks_of(stream: IO[bytes]) -> Iterator[bytes]:
    """An open file, a part at a time."""
    while chunk := stream.read(CHUNK):
        yield chunk


def write_history(package: Package, locality_id: int, extent: Extent) -> None:
    """Write the chain of a locality, up to its last seal, and the personal values it speaks of."""
    if extent.last is None:
        return
    entries = entries_of(locality_id, extent.last.last)
    package.add(CHANGES, (plain(asdict(entry)) + b"\n" for entry in entries))
    seals = seals_of(locality_id, extent.last.number)
    package.add(SEALS, (plain(asdict(seal)) + b"\n" for seal in seals))
    rows = PersonalValue.objects.filter(locality=locality_id).order_by("pk")
    package.add(PERSONAL, (_line(row) for row in rows.iterator(chunk_size=1000)))


def _line(row: PersonalValue) -> bytes:
    facts = {"salt": row.salt, "locality": row.locality_id, "person": row.person}
    facts |= {"value": row.value, "reference": row.reference, "erased": row.erased_id}
    return plain(facts) + b"\n"


def found_in(path: Path) -> Iterator[Fault]:
    """What is wrong with a package. Raises NotAPackage, and OSError when the file cannot be read."""
    try:
        with ZipFile(path) as archive:
            sums = _sums(archive)
            yield from _of_files(archive, sums)
            if SEALS in sums:
                yield from _of_history(archive)
    except BadZipFile as error:
        raise NotAPackage(str(error)) from error


def _sums(archive: ZipFile) -> dict[str, str]:
    if SUMS not in archive.namelist():
        raise NotAPackage(SUMS)
    lines = archive.read(SUMS).decode("utf-8", "replace").splitlines()
    return {name: sum_ for sum_, _gap, name in (line.partition("  ") for line in lines)}


def _of_files(archive: ZipFile, sums: dict[str, str]) -> Iterator[Fault]:
    here = set(archive.namelist()) - {SUMS}
    for name, sum_ in sums.items():
        if name not in here:
            yield Fault(What.FILE_GONE, name=name)
        elif _sum(archive, name) != sum_:
            yield Fault(What.FILE_CHANGED, name=name)
    for name in sorted(here - sums.keys()):
        yield Fault(What.FILE_ADDED, name=name)


def _sum(archive: ZipFile, name: str) -> str:
    sum_ = hashlib.sha256()
    try:
        with archive.open(name) as stored:
            for chunk in chunks_of(stored):
                sum_.update(chunk)
    except (BadZipFile, EOFError, OSError):
        return ""
    return sum_.hexdigest()


def _of_history(archive: ZipFile) -> Iterator[Fault]:
    try:
        known: set[str] = set()
        yield from _of_personal(archive, known)
        dangling: list[Fault] = []
        seals = (SealFacts(**facts) for facts in _lines(archive, SEALS))
        entries = _watched((Entry(**facts) for facts in _lines(archive, CHANGES)), known, dangling)
        yield from chain(faults(seals, entries), dangling)
    except (ValueError, TypeError, KeyError, AttributeError, BadZipFile):
        yield Fault(What.FILE_CHANGED, name=f"{CHANGES}, {SEALS}, {PERSONAL}")


def _watched(entries: Iterable[Entry], known: set[str], dangling: list[Fault]) -> Iterator[Entry]:
    for entry in entries:
        for each in references(entry.facts) if entry.facts else ():
            if each not in known:
                gone = Fault(What.PERSONAL_GONE, place=entry.place, key=entry.key, name=each)
                dangling.append(gone)
        yield entry


def _of_personal(archive: ZipFile, known: set[str]) -> Iterator[Fault]:
    for place, facts in enumerate(_lines(archive, PERSONAL), 1):
        reference, erased = facts.pop("reference"), facts.pop("erased")
        known.add(reference)
        if erased is None and reference != PREFIX + digest(facts):
            yield Fault(What.PERSONAL_CHANGED, key=place, name=reference)


def _lines(archive: ZipFile, name: str) -> Iterator[dict[str, Any]]:
    with archive.open(name) as stored:
        for line in stored:
            yield json.loads(line)
