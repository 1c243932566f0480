"""Set-up says in one sentence, in both languages, why it cannot go on, and ends with status 1."""

import ast
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import packages
from tools.check_python import complaint

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def ask(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tools", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("version", [(3, 9, 2), (3, 10, 12), (2, 7, 18)])
def test_an_old_python_is_named_with_what_to_do(version: tuple[int, ...]) -> None:
    said = complaint(version, has_venv=True)
    assert "Cần Python 3.11 trở lên" in said
    assert f"this is Python {version[0]}.{version[1]};" in said
    assert "\n" not in said


def test_a_missing_package_is_named_with_the_command_that_brings_it() -> None:
    assert "sudo apt install python3-venv" in complaint((3, 11, 2), has_venv=False)


def test_a_fit_python_is_not_commented_on() -> None:
    assert complaint((3, 11, 0), has_venv=True) == ""
    assert complaint((3, 13, 1), has_venv=True) == ""


def test_old_pythons_can_read_the_file_that_refuses_them() -> None:
    source = (ROOT / "tools" / "check_python.py").read_text("utf-8")
    assert ast.parse(source, feature_version=(3, 4))
    assert 'f"' not in source


def test_a_busy_port_is_said_before_anything_is_fetched(busy_port: int) -> None:
    answer = ask("run", "--port", str(busy_port))
    assert answer.returncode == 1
    assert f"Cổng {busy_port} đang có chương trình khác dùng" in answer.stderr
    assert f"Port {busy_port} is in use by another program" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("port", ["0", "65536", "tám nghìn", "-1"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    answer = ask("run", f"--port={port}")
    assert answer.returncode == 1
    assert f"PORT={port} is not the number of a port" in answer.stderr


def test_a_folder_that_cannot_be_written_to_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(packages, "ROOT", Path("/proc"))  # where not even root can make a file
    with pytest.raises(SystemExit) as ending:
        packages.require_writable()
    assert ending.value.code == 1
    said = capsys.readouterr().err
    assert "Không ghi được vào thư mục /proc" in said
    assert "The folder /proc cannot be written to" in said
