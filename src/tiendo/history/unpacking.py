"""Verifying an auditor's package from itself alone: this file and `chain` need nothing but Python.

Both stand in every package. From the folder `kiem-tra` of an unpacked package:
python3 -m tiendo.history.unpacking PACKAGE.zip
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from tiendo.history.chain import PREFIX, Entry, Fault, SealFacts, What, digest, faults, references

SUMS = "SHA256SUMS"
CHANGES, SEALS, PERSONAL = (
    f"lich-su/{name}.jsonl" for name in ("thay-doi", "niem-phong", "ca-nhan")
)
CHUNK = 1 << 20


class NotAPackage(Exception):
    """The file is no auditor's package; the message says what it lacks."""


def chunks_of(stream: IO[bytes]) -> Iterator[bytes]:
    """An open file, a part at a time."""
    while chunk := stream.read(CHUNK):
        yield chunk


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


def main() -> int:
    """Say what is wrong with the package named; exit status 1 when something is."""
    wrong = 0
    for fault in found_in(Path(sys.argv[1])):
        wrong += 1
        sys.stdout.write(f"SAI / WRONG: {fault}\n")
    sys.stdout.write(f"Số sai lệch / faults: {wrong}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
