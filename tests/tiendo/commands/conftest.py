"""`tiendo` as a person runs it: the installed program, in a process and a folder of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("tiendo")
Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of the data; there is nothing in it and it does not exist yet."""
    return tmp_path / "nha"


@pytest.fixture
def surroundings(home: Path) -> dict[str, str]:
    """The environment of the command: none of this machine's settings but where the data go."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("TIENDO_")}
    plain.pop("DJANGO_SETTINGS_MODULE", None)
    return plain | {"TIENDO_HOME": str(home), "PYTHONWARNINGS": "default"}


@pytest.fixture
def tiendo(surroundings: dict[str, str]) -> Command:
    """A function that runs `tiendo` with these arguments, these answers typed and these settings."""

    def run(
        *arguments: str | Path, typed: str = "", **settings: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [PROGRAM, *map(str, arguments)],
            input=typed,
            env=surroundings | settings,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run
