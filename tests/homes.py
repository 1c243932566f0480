"""Homes of an installation, made once by the commands a person uses; each test copies one.

    python -m tests.homes

makes them all, for the processes that share the folder named in HOMES_OF_TESTS.
"""

import atexit
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.running import run, surroundings

TODAY = "2024-12-02"  # inside the years of the plan, as on the mock-ups
PASSWORD = "cai-mo-dau-cua-chung-ta"
NAMED = ("--locality", "Huyện Bình Sơn", "--username", "phuc", "--full-name", "Trần Hữu Phúc")


ROOT = Path(__file__).resolve().parents[1]
SHARED = "HOMES_OF_TESTS"  # names a folder for homes that several processes share


@cache
def with_tables() -> Path:
    """The home of an installation that has its tables and nothing in them."""
    return _made(_kept() / "tables", None, "demo", "--remove")


@cache
def opened() -> Path:
    """The home of Huyện Bình Sơn, opened by its first person."""
    return _made(_folder() / "opened", with_tables(), "start", *NAMED, typed=f"{PASSWORD}\n")


@cache
def with_example() -> Path:
    """The home of a worked example that nobody has touched."""
    return _made(_folder() / "example", with_tables(), "demo")


def copied(home: Path, place: Path) -> Path:
    """Copy a home to a place where nothing is yet; return the place."""
    return shutil.copytree(home, place)


def _made(home: Path, before: Path | None, *arguments: str, typed: str = "") -> Path:
    """The home after a command that must succeed, beginning with a copy of another or with nothing."""
    with _alone(home):
        if not home.exists():
            unfinished = home.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            if before:
                copied(before, unfinished)
            environment = surroundings(unfinished) | {"TIENDO_TODAY": TODAY}
            done = run([*arguments], environment, typed)
            assert done.returncode == 0, done.stderr
            unfinished.rename(home)
    return home


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Let no other process make this home meanwhile."""
    with home.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@cache
def _folder() -> Path:
    """The folder of the homes: the shared one, or one that is gone when this process ends."""
    if shared := os.environ.get(SHARED):
        Path(shared).mkdir(exist_ok=True)
        return Path(shared)
    own = TemporaryDirectory(prefix="tiendo-nha-")
    atexit.register(own.cleanup)
    return Path(own.name)


@cache
def _kept() -> Path:
    """The folder of the tables: the shared one, or one that the next run of tests finds again.

    It has a name of its own for whatever the tables are made from.
    """
    if SHARED in os.environ:
        return _folder()
    migrations = sorted((ROOT / "src" / "tiendo").glob("*/migrations/*.py"))
    others = [ROOT / "src" / "tiendo" / "settings.py", ROOT / "requirements" / "main.txt"]
    made_from = b"".join(path.read_bytes() for path in (*migrations, *others))
    folder = ROOT / ".pytest_cache" / "homes" / sha256(made_from).hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    return folder


if __name__ == "__main__":
    for make in (with_tables, opened, with_example):
        make()
