"""`tiendo` as a person runs it: the installed program, in a process and a folder of its own."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import homes, running

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of the data; there is nothing in it and it does not exist yet."""
    return tmp_path / "nha"


@pytest.fixture
def surroundings(home: Path) -> dict[str, str]:
    """The environment of the command: none of this machine's settings but where the data go."""
    return running.surroundings(home)


@pytest.fixture
def tiendo(surroundings: dict[str, str]) -> Command:
    """A function that runs `tiendo` with these arguments, these answers typed and these settings."""

    def run(
        *arguments: str | Path, typed: str = "", **settings: str
    ) -> subprocess.CompletedProcess[str]:
        return running.run([*map(str, arguments)], surroundings | settings, typed)

    return run


@pytest.fixture
def tables(home: Path) -> None:
    """The installation has its tables and nothing in them: for what is not about making them."""
    homes.copied(homes.with_tables(), home)


@pytest.fixture
def opened(home: Path, tiendo: Command) -> Command:
    """`tiendo` in an installation with one person, who coordinates and administers."""
    homes.copied(homes.opened(), home)
    return tiendo
