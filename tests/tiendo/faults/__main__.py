"""python -m tests.tiendo.faults [--seconds N] [--everywhere]: kill every deed at every point, and let people meet.

Every deed is cut short once at each of its points and every pair meets once; with N seconds, pairs meet
again and again until the time is over. On SQLite, or on the server that TIENDO_DATABASE names, in
databases of its own; everywhere: on SQLite, then on a throw-away PostgreSQL. The last line is one JSON
object; exit status 1 when something was half-done.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import django

HOME = tempfile.TemporaryDirectory(prefix="tiendo-faults-", ignore_cleanup_errors=True)
os.environ |= {
    "TIENDO_HOME": HOME.name,
    "TIENDO_TODAY": "2024-12-02",
    "DJANGO_SETTINGS_MODULE": "tiendo.settings",
}
django.setup()

# Models can be imported only now that Django is set up in a folder of its own.
from django.db import connection  # noqa: E402

from tests.tiendo.faults.databases import Copies, copies, settle_file  # noqa: E402
from tests.tiendo.faults.deeds import DEEDS  # noqa: E402
from tests.tiendo.faults.killing import sweep  # noqa: E402
from tests.tiendo.faults.meeting import MEETINGS, met  # noqa: E402
from tests.tiendo.faults.world import World, build  # noqa: E402
from tools.postgres import find_binaries, throw_away_cluster  # noqa: E402


def main() -> int:
    """Sweep, meet, and say what was wrong."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=float, default=0, help="how long people go on meeting")
    asked.add_argument("--everywhere", action="store_true", help="on every kind of database")
    given = asked.parse_args()
    if given.everywhere:
        return everywhere(given.seconds / 2)
    return here(given.seconds)


def everywhere(seconds: float) -> int:
    """Run on SQLite, then on a PostgreSQL of its own where this machine has one."""
    command = [sys.executable, "-m", "tests.tiendo.faults", "--seconds", f"{seconds:.0f}"]
    plain = {name: value for name, value in os.environ.items() if name != "TIENDO_DATABASE"}
    failed = subprocess.run(command, env=plain, check=False).returncode
    if binaries := find_binaries():
        with throw_away_cluster(binaries) as address:
            there = plain | {"TIENDO_DATABASE": address}
            failed |= subprocess.run(command, env=there, check=False).returncode
    else:
        print("This machine has no PostgreSQL server, 15 or newer: nothing was tried there.")
    return failed


def here(seconds: float) -> int:
    """Run on the database of this process."""
    name = f"faults_{os.getpid()}"
    with copies(str(Path(HOME.name) / name) if connection.vendor == "sqlite" else name) as base:
        world = build()
        settle_file()
        points, wrong = swept(base, world)
        meetings, more = gathered(base, world, seconds)
    said = {"database": connection.vendor, "points": points, "meetings": meetings}
    print(json.dumps({"faults": said, "wrong": wrong + more}, ensure_ascii=False))
    return int(bool(wrong + more))


def swept(base: Copies, world: World) -> tuple[dict[str, int], list[str]]:
    """Kill every deed at every point: how many points each has, and what was half-done."""
    points, wrong = {}, []
    for name, deed in DEEDS.items():
        found = sweep(name, lambda deed=deed: deed(world), base)  # type: ignore[misc]
        points[name] = len(found.points)
        wrong += found.wrong
        print(f"{connection.vendor}, {name}: killed at {len(found.points)} points", flush=True)
    return points, wrong


def gathered(base: Copies, world: World, seconds: float) -> tuple[int, list[str]]:
    """Let every pair meet, again until the time is over: how many met, and what went wrong."""
    ends, meetings, wrong = time.monotonic() + seconds, 0, []
    while not meetings or time.monotonic() < ends:
        for name in MEETINGS:
            base.renew()
            wrong += met(name, world)
            meetings += 1
    return meetings, wrong


if __name__ == "__main__":
    sys.exit(main())
