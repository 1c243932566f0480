"""Verifying an auditor's package from itself alone: this file and `chain` need nothing but Python.

Both stand in every package. From the folder `kiem-tra` of an unpacked package:
python3 -m tiendo.history.unpacking PACKAGE.zip
"""

import hashlib
import json
import lzma
import struct
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from tiendo.history.chain import PREFIX, Entry, Fault, SealFacts, What, digest, faults, references

SUMS = "SHA256SUMS"
CHANGES, SEALS, PERSONAL = (
    f"lich-su/{name}.jsonl" for name in ("thay-doi", "niem-phong", "ca-nhan")
)
HISTORY = (CHANGES, SEALS, PERSONAL)
CHUNK = 1 << 20
# What the reader of zip files raises where a file in it is not what it promises.
BROKEN = (
    *(BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(OSError, EOFError, RuntimeError, ValueError, LookupError),
)


class NotAPackage(Exception):
    """The file is no auditor's package; the message says what it lacks."""


def chunks_of(stream: IO[bytes]) -> Iterator[bytes]:
    """An open file, a part at a time."""
    while chunk := stream.read(CHUNK):
        yield chunk


def found_in(path: Path) -> Iterator[Fault]:
    """What is wrong with a package. Raises NotAPackage, and OSError when the file cannot be read."""
    with _opened(path) as archive:
        sums = _sums(archive)
        yield from _of_files(archive, sums)
        if not set(HISTORY) - set(archive.namelist()):
            yield from _of_history(archive)


def _opened(path: Path) -> ZipFile:
    try:
        return ZipFile(path)
    except OSError:
        raise
    except BROKEN as error:
        raise NotAPackage(str(error)) from error


def marks_of(path: Path) -> tuple[str, str]:
    """The SHA-256 of a whole package and the hash of the last seal in it, to be compared with what was noted.

    Whoever alters a package can make its list of sums anew; he cannot make these two what they were. "" where
    the package has no seal that can be read.
    """
    sum_ = hashlib.sha256()
    with path.open("rb") as stored:
        for chunk in chunks_of(stored):
            sum_.update(chunk)
    last = ""
    try:
        with _opened(path) as archive:
            for facts in _lines(archive, SEALS):
                last = str(facts["hash"])
    except (*BROKEN, TypeError):
        last = ""
    return sum_.hexdigest(), last


def _sums(archive: ZipFile) -> dict[str, str]:
    if SUMS not in archive.namelist():
        raise NotAPackage(SUMS)
    try:
        lines = archive.read(SUMS).decode("utf-8", "replace").splitlines()
    except BROKEN as error:
        raise NotAPackage(SUMS) from error
    return {name: sum_ for sum_, _gap, name in (line.partition("  ") for line in lines)}


def _of_files(archive: ZipFile, sums: dict[str, str]) -> Iterator[Fault]:
    here = Counter(archive.namelist())
    for name, sum_ in sums.items():
        if name not in here:
            yield Fault(What.FILE_GONE, name=name)
        elif _sum(archive, name) != sum_:
            yield Fault(What.FILE_CHANGED, name=name)
    for name in HISTORY:
        if name not in here and name not in sums:
            yield Fault(What.FILE_GONE, name=name)
    for name, times in sorted(here.items()):
        if times > 1 or (name not in sums and name != SUMS):
            yield Fault(What.FILE_ADDED, name=name)


def _sum(archive: ZipFile, name: str) -> str:
    sum_ = hashlib.sha256()
    try:
        with archive.open(name) as stored:
            for chunk in chunks_of(stored):
                sum_.update(chunk)
    except BROKEN:
        return ""
    return sum_.hexdigest()


@dataclass(slots=True)
class _Held:
    """The personal values of a package: all of them, and those erased of which no line says so yet."""

    known: set[str] = field(default_factory=set)
    erased: dict[str, int] = field(default_factory=dict)  # with the place in the file


def _of_history(archive: ZipFile) -> Iterator[Fault]:
    try:
        held = _Held()
        yield from _of_personal(archive, held)
        dangling: list[Fault] = []
        seals = (SealFacts(**facts) for facts in _lines(archive, SEALS))
        entries = _watched((Entry(**facts) for facts in _lines(archive, CHANGES)), held, dangling)
        yield from chain(faults(seals, entries), dangling)
        for name, place in held.erased.items():
            yield Fault(What.PERSONAL_EMPTIED, key=place, name=name)
    except (*BROKEN, TypeError, AttributeError):
        yield Fault(What.FILE_CHANGED, name=", ".join(HISTORY))


def _watched(entries: Iterable[Entry], held: _Held, dangling: list[Fault]) -> Iterator[Entry]:
    for entry in entries:
        for each in references(entry.facts) if entry.facts else ():
            if each not in held.known:
                gone = Fault(What.PERSONAL_GONE, place=entry.place, key=entry.key, name=each)
                dangling.append(gone)
        for each in _erased_by(entry):
            held.erased.pop(each, None)
        yield entry


def _erased_by(entry: Entry) -> list[str]:
    """The personal values of which a line says that it erased them."""
    if not entry.facts or entry.facts["action"] != "erase":
        return []
    return [each for pair in entry.facts["fields"].values() for part in pair for each in part or ()]


def _of_personal(archive: ZipFile, held: _Held) -> Iterator[Fault]:
    for place, facts in enumerate(_lines(archive, PERSONAL), 1):
        reference, erased = facts.pop("reference"), facts.pop("erased")
        held.known.add(reference)
        if erased is not None:
            held.erased[reference] = place
        left = erased is not None and (facts["value"] or facts["salt"])
        if left or (erased is None and reference != PREFIX + digest(facts)):
            yield Fault(What.PERSONAL_CHANGED, key=place, name=reference)


def _lines(archive: ZipFile, name: str) -> Iterator[dict[str, Any]]:
    with archive.open(name) as stored:
        for line in stored:
            yield json.loads(line)


def main() -> int:
    """Say what is wrong with the package named, and its two marks; exit status 1 when something is wrong."""
    wrong, path = 0, Path(sys.argv[1])
    try:
        for fault in found_in(path):
            wrong += 1
            sys.stdout.write(f"SAI / WRONG: {fault}\n")
        sum_, last = marks_of(path)
    except (OSError, NotAPackage) as error:
        sys.stdout.write(f"Không đọc được gói / the package cannot be read: {error}\n")
        return 1
    sys.stdout.write(f"SHA-256: {sum_}\nNiêm phong cuối / last seal: {last[:16]}\n")
    sys.stdout.write(f"Số sai lệch / faults: {wrong}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
