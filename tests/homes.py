"""Homes of an installation, made once in a process by the commands a person uses; each test copies one."""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.running import run, surroundings

TODAY = "2024-12-02"  # inside the years of the plan, as on the mock-ups
PASSWORD = "cai-mo-dau-cua-chung-ta"
NAMED = ("--locality", "Huyện Bình Sơn", "--username", "phuc", "--full-name", "Trần Hữu Phúc")


@cache
def with_tables() -> Path:
    """The home of an installation that has its tables and nothing in them."""
    return _after(_new(), "demo", "--remove")


@cache
def opened() -> Path:
    """The home of Huyện Bình Sơn, opened by its first person."""
    return _after(copied(with_tables(), _new()), "start", *NAMED, typed=f"{PASSWORD}\n")


@cache
def with_example() -> Path:
    """The home of a worked example that nobody has touched."""
    return _after(copied(with_tables(), _new()), "demo")


def copied(home: Path, place: Path) -> Path:
    """Copy a home to a place where nothing is yet; return the place."""
    return shutil.copytree(home, place)


def _new() -> Path:
    """Where a home may be made; it is gone when the process ends."""
    folder = TemporaryDirectory(prefix="tiendo-nha-")
    atexit.register(folder.cleanup)
    return Path(folder.name) / "nha"


def _after(home: Path, *arguments: str, typed: str = "") -> Path:
    """The home after a command that must succeed."""
    done = run([*arguments], surroundings(home) | {"TIENDO_TODAY": TODAY}, typed)
    assert done.returncode == 0, done.stderr
    return home
