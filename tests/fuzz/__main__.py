"""python -m tests.fuzz --seconds N: damaged documents of every format, on every core, for N seconds.

Prints how many of each format were judged and what came of them; the last line says how many failed. Every
failing file is kept under tests/vanban/failures/, where a test reads it again for ever. `--first` begins at
another case, so that a second run looks at other files.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.seeds import ROOT
from tests.fuzz.worker import case

KEPT = ROOT / "tests" / "vanban" / "failures"
GRACE = 60  # seconds a worker gets beyond its time, for the file it is at


class Run:
    """What the workers have said so far."""

    def __init__(self) -> None:
        self.judged: Counter[str] = Counter()
        self.verdicts: Counter[str] = Counter()
        self.errors: Counter[str] = Counter()
        self.last: dict[int, int] = {}  # the last case of each worker

    def hear(self, worker: int, line: str) -> None:
        """Count one case; a failing one is kept."""
        said = json.loads(line)
        self.last[worker] = said["case"]
        self.judged[said["suffix"]] += 1
        self.verdicts[f"{said['suffix']} {said['verdict']}"] += 1
        if said["verdict"] == "failed":
            self.keep(case(said["case"], said["suffix"]), said["suffix"], said["error"])

    def keep(self, data: bytes, suffix: str, error: str) -> None:
        """Keep a failing file; the first of its kind of error is enough."""
        self.errors[error] += 1
        if self.errors[error] == 1:
            KEPT.mkdir(exist_ok=True)
            name = hashlib.sha256(data).hexdigest()[:12]
            (KEPT / f"{name}{suffix}").write_bytes(data)
            print(f"kept {name}{suffix}: {error}", flush=True)


def main() -> int:
    """Exit status 1 when anything failed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=float, default=90)
    asked.add_argument("--first", type=int, default=0)
    given = asked.parse_args()
    run, until = Run(), time.time() + given.seconds
    with tempfile.TemporaryDirectory() as folder:
        _run_workers(run, Path(folder), given.first, until)
    for suffix, number in sorted(run.judged.items()):
        outcomes = ", ".join(
            f"{key.split()[1]} {n}"
            for key, n in run.verdicts.most_common()
            if key.split()[0] == suffix
        )
        print(f"{suffix}: {number} ({outcomes})")
    failures = run.errors.total()
    print(f"{run.judged.total()} damaged files judged, {failures} failed")
    return 1 if failures or not run.judged else 0


def _run_workers(run: Run, folder: Path, first: int, until: float) -> None:
    """A worker for every core; one that dies of its file is followed by another that begins after it."""
    cores = os.cpu_count() or 1
    workers = {place: _start(folder, first + place, cores, until) for place in range(cores)}
    while workers:
        for place, worker in list(workers.items()):
            line = worker.stdout.readline() if worker.stdout else ""
            if line:
                run.hear(place, line)
                continue
            del workers[place]
            status = worker.wait(GRACE)
            for left in folder.glob(f"current-{(first + place) % cores}.*"):
                run.keep(left.read_bytes(), left.suffix, f"the process ended with status {status}")
                left.unlink()
                after = run.last.get(place, first + place - cores) + 2 * cores
                run.last[place] = after - cores
                workers[place] = _start(folder, after, cores, until)


def _start(folder: Path, first: int, step: int, until: float) -> subprocess.Popen[str]:
    command = [
        sys.executable,
        "-m",
        "tests.fuzz.worker",
        str(folder),
        str(first),
        str(step),
        str(until),
    ]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
