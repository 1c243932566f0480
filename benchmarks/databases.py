"""One measurement on every kind of database this machine has, each in a process of its own."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from tools.postgres import find_binaries, throw_away_cluster

HERE = "BENCHMARK_DATABASE"  # where one process measures: the address of a database, "" for SQLite
Measured = Callable[[int, int], dict[str, Any]]


def on_every_database(name: str, words: str | None, script: str, measured: Measured) -> int:
    """Run `measured(plans, offices)` of `script` on each, print one JSON object; 1 where a claim does not hold."""
    asked = argparse.ArgumentParser(description=words)
    asked.add_argument("--quick", action="store_true", help="a tenth of the data")
    quick = asked.parse_args().quick
    if HERE in os.environ:
        print(json.dumps(measured(30 if quick else 300, 40 if quick else 400)))
        return 0
    figures = {"sqlite": _apart(script, "", quick)}
    if binaries := find_binaries():
        with throw_away_cluster(binaries) as address:
            figures["postgresql"] = _apart(script, address, quick)
    missed = [
        f"{where}: {each}" for where, found in figures.items() for each in found.pop("missed")
    ]
    print(json.dumps({"benchmark": name, **figures, "missed": missed}))
    return int(bool(missed))


def _apart(script: str, address: str, quick: bool) -> dict[str, Any]:
    command = [sys.executable, script, *(["--quick"] if quick else [])]
    done = subprocess.run(
        command, env=os.environ | {HERE: address}, stdout=subprocess.PIPE, text=True, check=True
    )
    *said, last = done.stdout.strip().splitlines()
    print(*said, sep="\n", flush=True)
    found: dict[str, Any] = json.loads(last)
    return found
