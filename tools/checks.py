"""Everything that is checked: style, types, walls, migrations, catalogues, and the tests three ways."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tools.places import PYTHON, ROOT, VENV
from tools.postgres import find_binaries, throw_away_cluster
from tools.tally import Tally, read_report
from tools.terminal import environment, stop

BIN = VENV / "bin"
SHARED_OUT = ("-n", "2", "--dist", "worksteal")  # half of the tests each; who is done first helps
BY_FILE = ("-n", "2", "--dist", "loadfile")  # the installation of a file is made and served once
NO_POSTGRESQL = "lacks postgresql: no PostgreSQL server"


@dataclass(frozen=True, slots=True)
class Check:
    """A program that must end with exit status 0, and what it is for."""

    name: str
    command: Sequence[str | Path]
    env: dict[str, str] = field(default_factory=dict)


DJANGO = (PYTHON, "-m", "django")
CHECKS = (
    Check("types", (BIN / "mypy",)),
    Check("installations for the tests", (PYTHON, "-m", "tests.homes")),
    Check("style", (BIN / "ruff", "check", ".")),
    Check("format", (BIN / "ruff", "format", "--check", ".")),
    Check("walls between packages", (BIN / "lint-imports",)),
    Check("migrations", (*DJANGO, "makemigrations", "--check", "--dry-run")),
    Check(
        "settings of an installation behind TLS",
        (*DJANGO, "check", "--deploy", "--fail-level", "WARNING"),
        {"TIENDO_HOSTS": "tiendo.example.vn", "TIENDO_ORIGINS": "https://tiendo.example.vn"},
    ),
    Check("Vietnamese catalogues", (PYTHON, "-m", "tiendo.messages", "check")),
)
LONG_CHECKS = (Check("damaged documents", (PYTHON, "-m", "tests.fuzz", "--seconds", "60")),)


def check_everything(*, quick: bool, strict: str) -> int:
    """Run all checks and tests, say what came of them, and return the exit status."""
    with tempfile.TemporaryDirectory(prefix="tiendo-test-") as name:
        failed = _run_checks(CHECKS, Path(name))
        tally = _run_tests(Path(name), quick=quick)
        failed += [] if quick else _run_checks(LONG_CHECKS, Path(name))
    print("\n" + "-" * 72)
    for name in failed:
        print(f"FAILED: {name}")
    for reason in tally.missing(strict):
        print(f"FAILED: STRICT={strict}, and this machine {reason}")
    print(*tally.closing_lines(), sep="\n", flush=True)
    return 1 if failed or tally.failed or tally.missing(strict) else 0


def _run_checks(checks: Sequence[Check], home: Path) -> list[str]:
    """Run the checks two at a time; return the names of those that failed."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        passed = pool.map(lambda check: _passes(check, home), checks)
        return [check.name for check, fine in zip(checks, passed, strict=True) if not fine]


def _passes(check: Check, home: Path) -> bool:
    began = time.monotonic()
    done = subprocess.run(
        check.command,
        cwd=ROOT,
        env=_environment(home, check.env),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    verdict = "FAILED" if done.returncode else "ok"
    words = f"\n{done.stdout}" if done.returncode else ""
    print(f"  {check.name}: {verdict}, {time.monotonic() - began:.1f} s{words}", flush=True)
    return done.returncode == 0


def _run_tests(home: Path, *, quick: bool) -> Tally:
    """Run the suite on SQLite, then all that uses the database on PostgreSQL, then in a browser."""
    kind = "not browser and not slow" if quick else "not browser"
    tally = _pytest(home, "on SQLite", ("-m", kind, *SHARED_OUT))
    if quick:
        return tally
    binaries = find_binaries()
    if binaries is None:
        print("\nThe tests did not run on PostgreSQL: this machine has no server (15 or newer).")
        tally.not_run[NO_POSTGRESQL] += tally.database
    else:
        with throw_away_cluster(binaries) as address:
            chosen = ("-m", f"{kind} and not pages", *SHARED_OUT, "--database-only")
            tally.add(_pytest(home, "on PostgreSQL", chosen, TIENDO_DATABASE=address))
    tally.add(_pytest(home, "in Chromium", ("tests/browser", *BY_FILE)))
    return tally


def _pytest(home: Path, where: str, arguments: Sequence[str], **env: str) -> Tally:
    report = home / f"{where.split()[-1]}.xml"
    print(f"\nTests {where}:", flush=True)
    command = [str(PYTHON), "-m", "pytest", "-q", f"--junitxml={report}", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=_environment(home, env), check=False)
    tally = read_report(report)
    if done.returncode and not tally.failed:
        tally.failed = 1  # nothing collected, or pytest itself stumbled
    return tally


def _environment(home: Path, extra: dict[str, str]) -> dict[str, str]:
    """The surroundings of every check: data of its own, none of this installation's settings.

    The tests start some thousand processes: what one has compiled is kept for the others, though the machine
    may keep nothing (PYTHONDONTWRITEBYTECODE).
    """
    plain = {name: value for name, value in environment().items() if not name.startswith("TIENDO_")}
    own = {
        "TIENDO_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "tiendo.settings",
        "HOMES_OF_TESTS": str(home / "homes"),
    }
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(home / "compiled")}
    return plain | own | compiled | extra


def run_on_postgresql(arguments: Sequence[str]) -> int:
    """Run pytest with these arguments on a throw-away server and return its exit status."""
    binaries = find_binaries()
    if binaries is None:
        stop(
            "Máy này không có máy chủ PostgreSQL từ bản 15: sudo apt install postgresql",
            "This machine has no PostgreSQL server, 15 or newer: sudo apt install postgresql",
        )
    with throw_away_cluster(binaries) as address:
        command = ["python", "-m", "pytest", "-q", "--database-only", *arguments]
        return run_in_venv(command, TIENDO_DATABASE=address)


def run_in_venv(command: Sequence[str], **extra: str) -> int:
    """Run a program of `.venv` in the checkout and return its exit status."""
    path = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    program = str(BIN / command[0])
    env = environment(PATH=path, **extra)
    return subprocess.run([program, *command[1:]], cwd=ROOT, env=env, check=False).returncode


def run_benchmarks(arguments: Sequence[str]) -> int:
    """Run every benchmark after the other; return the number of those that failed."""
    modules = sorted((ROOT / "benchmarks").glob("*.py"))
    scripts = [path for path in modules if '__name__ == "__main__"' in path.read_text("utf-8")]
    results = [run_in_venv(["python", str(script), *arguments]) for script in scripts]
    print(f"{len(results)} benchmarks, {sum(map(bool, results))} failed", file=sys.stderr)
    return sum(map(bool, results))
