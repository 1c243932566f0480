"""Verifying a sealed history: time and memory at 100.000 and at 1.000.000 lines.

A made-up history is stored and sealed as the product seals it; then a process of its own verifies it, once as it
is and once with one line altered past the product. Baseline: the same process reads every line in the order of the
chain and takes one SHA-256 of it, and nothing else. What is claimed: memory does not grow with the length, the
altered line is found and nothing else, and verifying takes at most a few times the bare pass. The last line is one
JSON object. `--quick` takes 10.000 and 100.000 lines.
"""

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
HOME = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
os.environ["TIENDO_HOME"] = os.environ.get("VERIFY_HOME", HOME.name)
os.environ["DJANGO_SETTINGS_MODULE"] = "tiendo.settings"
os.environ.pop("TIENDO_DATABASE", None)
sys.path.insert(0, str(ROOT))
django.setup()

# Models can be imported only now that Django is set up on a database of its own.
from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from tiendo.accounts.models import User  # noqa: E402
from tiendo.agencies.models import Locality  # noqa: E402
from tiendo.history import sealing, verifying  # noqa: E402
from tiendo.history.models import Change, SealedChange  # noqa: E402
from tiendo.plans.models import Task  # noqa: E402

PEOPLE, AT_ONCE = 2_000, 10_000

MOST_TIMES = 12.0  # the bare pass
MOST_MEMORY = 1.25  # peak at ten times the length


def main() -> int:
    """Print times and peaks; exit status 1 where a claim does not hold."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--quick", action="store_true", help="a tenth of the lines")
    asked.add_argument("--pass", dest="one", choices=PASSES, help=argparse.SUPPRESS)
    args = asked.parse_args()
    if args.one:
        return _measure(PASSES[args.one])
    sizes = (10_000, 100_000) if args.quick else (100_000, 1_000_000)
    call_command("migrate", verbosity=0, interactive=False)
    _people()
    found = {}
    for size in sizes:
        found[size] = _at(size)
        print(f"{size:,} lines: {found[size]}")
    return _judge(found, sizes)


def _people() -> None:
    locality = Locality.objects.create(name="Huyện thử")
    User.objects.bulk_create(
        User(username=f"u{n}", full_name=f"Người Thử {n}", locality=locality) for n in range(PEOPLE)
    )


def _at(size: int) -> dict[str, float]:
    """Let the history grow to so many lines, seal it, verify it apart."""
    _grow(size)
    started = time.perf_counter()
    sealing.seal()
    sealed = time.perf_counter() - started
    connection.close()
    bare, whole = _apart("bare"), _apart("verify")
    assert whole["lines"] == bare["lines"] == size
    assert whole["faults"] == 0
    return {
        "seal_s": round(sealed, 1),
        "bare_s": bare["seconds"],
        "verify_s": whole["seconds"],
        "verify_peak_mb": whole["peak_mb"],
        "altered_found": _altered(size),
    }


def _altered(size: int) -> int:
    """How many faults are found when one line is altered; it is put back afterwards."""
    place = SealedChange.objects.get(place=size // 2)
    Change.objects.filter(pk=place.change_id).update(reason="khác")
    connection.close()
    faults = _apart("verify")["faults"]
    Change.objects.filter(pk=place.change_id).update(reason="")
    return int(faults)


def _grow(size: int) -> None:
    locality, kind = Locality.objects.get(), ContentType.objects.get_for_model(Task)
    people, now = list(User.objects.order_by("pk")), timezone.now()
    for first in range(Change.objects.count(), size, AT_ONCE):
        Change.objects.bulk_create(
            Change(
                locality=locality,
                action="change",
                actor=people[n % PEOPLE],
                actor_name=people[n % PEOPLE].full_name,
                at=now + timedelta(microseconds=n),
                fields={"due": ["2024-06-30", "2024-12-31"], "key": [False, bool(n % 2)]},
                content_type=kind,
                object_id=n % 12_000 + 1,
                label=f"{n % 12_000}. Rà soát đường dây và trạm biến áp do xã quản lý",
            )
            for n in range(first, min(first + AT_ONCE, size))
        )


def _apart(name: str) -> dict[str, float]:
    environment = os.environ | {"VERIFY_HOME": os.environ["TIENDO_HOME"]}
    command = [sys.executable, __file__, "--pass", name]
    run = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return told


def _measure(one: Callable[[int], Iterator[int]]) -> int:
    """Run one pass in this process, and print what it took."""
    locality = Locality.objects.get().pk
    started = time.perf_counter()
    faults = sum(one(locality))
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines = verifying.extent(locality).places
    told = {"seconds": round(seconds, 2), "peak_mb": round(peak, 1), "faults": faults}
    print(json.dumps(told | {"lines": lines}))
    return 0


def _verify(locality: int) -> Iterator[int]:
    for _fault in verifying.found(locality):
        yield 1


def _bare(locality: int) -> Iterator[int]:
    rows = Change.objects.filter(locality=locality).order_by("pk").values_list()
    for row in rows.iterator(chunk_size=1000):
        hashlib.sha256(repr(row).encode()).hexdigest()
        yield 0


PASSES: dict[str, Callable[[int], Iterator[int]]] = {"verify": _verify, "bare": _bare}


def _judge(found: dict[int, dict[str, float]], sizes: tuple[int, int]) -> int:
    few, many = (found[size] for size in sizes)
    growth = round(many["verify_peak_mb"] / few["verify_peak_mb"], 2)
    times = round(many["verify_s"] / many["bare_s"], 1)
    holds = growth <= MOST_MEMORY and times <= MOST_TIMES
    holds = holds and few["altered_found"] == many["altered_found"] == 1
    told = {"benchmark": "verify", "lines": sizes[1], **many, "peak_growth": growth}
    print(json.dumps(told | {"times_bare_pass": times, "claims_hold": holds}))
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
