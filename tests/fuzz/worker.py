"""python -m tests.fuzz.worker FOLDER FIRST STEP UNTIL: damages and judges one file after the other until a moment.

The file being judged lies in FOLDER while it is judged, so that it can be kept when this process dies of it.
"""

import json
import os
import resource
import signal
import sys
import time
from pathlib import Path
from random import Random
from types import FrameType

from tests.fuzz.mutations import damaged
from tests.fuzz.seeds import seeds
from tests.fuzz.verdict import judge
from vanban.scan.letters import SETTING

LONGEST = 30  # seconds of CPU for one file: none of the whole documents takes a hundredth of it
MOST_MEMORY = 4_000_000_000  # bytes of address space


class TooLong(Exception):
    """One file took longer than `LONGEST`."""


def work(folder: Path, first: int, step: int, until: float) -> None:
    """Judge case `first`, `first + step` … and print one line of JSON for each."""
    formats = [suffix for suffix, whole in seeds().items() for _ in whole]
    number = first
    while time.time() < until:
        suffix = formats[number % len(formats)]
        data = case(number, suffix)
        current = folder / f"current-{first % step}{suffix}"
        current.write_bytes(data)
        said = {"case": number, "suffix": suffix, **_judged(data, suffix)}
        current.unlink()
        print(json.dumps(said), flush=True)
        number += step


def case(number: int, suffix: str) -> bytes:
    """The damaged file of that number, always the same."""
    random = Random(number)  # noqa: S311 - the same at every run
    return damaged(random.choice(seeds()[suffix]), suffix, random)


def _judged(data: bytes, suffix: str) -> dict[str, str]:
    signal.setitimer(signal.ITIMER_PROF, LONGEST)  # other work on the machine does not count
    try:
        return {"verdict": judge(data, suffix)}
    except Exception as wrong:
        return {"verdict": "failed", "error": f"{type(wrong).__name__}: {wrong}"[:300]}
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TooLong(f"more than {LONGEST} s of CPU")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.signal(signal.SIGPROF, _stop)
    os.environ[SETTING] = sys.argv[1]  # no model lies there: no letters are recognised
    work(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))
