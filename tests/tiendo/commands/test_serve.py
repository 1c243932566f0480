"""`tiendo serve` as a real process: it answers, ends together, and refuses in a sentence."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tiendo.commands.conftest import PROGRAM, Command
from tests.tiendo.commands.test_start import NAMED, PASSWORD

pytestmark = pytest.mark.slow


@pytest.fixture
def busy() -> Iterator[int]:
    """A port on which somebody listens."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, seconds: float = 60) -> int:
    """Ask until there is an answer; return its status."""
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310  an address of ours
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def children_of(process: int) -> set[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
    return {int(word) for word in listed.split()}


def test_it_answers_and_ends_with_all_its_parts(surroundings: dict[str, str]) -> None:
    port = free_port()
    command = [PROGRAM, "serve", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout is not None
        assert serving.stdout.readline() == f"http://127.0.0.1:{port}\n"
        assert wait_for(f"http://127.0.0.1:{port}/dang-nhap/") == 200
        parts = children_of(serving.pid)
        assert len(parts) == 2
        serving.send_signal(signal.SIGTERM)
        assert serving.wait(timeout=30) == 130
    assert not [part for part in parts if Path(f"/proc/{part}").exists()]


def test_when_one_part_ends_the_whole_ends_and_says_so(surroundings: dict[str, str]) -> None:
    port = free_port()
    command = [PROGRAM, "serve", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(
        command, env=surroundings, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as serving:
        wait_for(f"http://127.0.0.1:{port}/dang-nhap/")
        os.kill(max(children_of(serving.pid)), signal.SIGKILL)
        said = serving.communicate(timeout=60)[1]
        assert serving.returncode == 1
    assert "A process has ended" in said


def test_a_busy_port_is_refused_with_another_way(tiendo: Command, busy: int) -> None:
    done = tiendo("serve", "--port", str(busy))
    assert done.returncode == 1
    assert f"Cổng {busy} không dùng được" in done.stderr
    assert "tiendo serve --port 8080" in done.stderr


@pytest.mark.parametrize("arguments", [("--port", "0"), ("--port", "70000"), ("--workers", "0")])
def test_a_wrong_number_is_wrong_usage(tiendo: Command, arguments: tuple[str, str]) -> None:
    done = tiendo("serve", *arguments)
    assert done.returncode == 2
    assert f"argument {arguments[0]}: {arguments[1]} is no" in done.stderr


def test_a_moved_clock_is_refused_where_work_is_in_earnest(tiendo: Command) -> None:
    assert tiendo("start", *NAMED, typed=f"{PASSWORD}\n").returncode == 0
    done = tiendo("serve", "--port", str(free_port()), TIENDO_TODAY="2024-12-02")
    assert done.returncode == 1
    assert "“Huyện Bình Sơn” works in earnest: its day may not be moved." in done.stderr


def test_the_web_server_by_itself_refuses_a_moved_clock_too(
    tiendo: Command, surroundings: dict[str, str]
) -> None:
    assert tiendo("start", *NAMED, typed=f"{PASSWORD}\n").returncode == 0
    python = PROGRAM.with_name("python")
    done = subprocess.run(
        [python, "-c", "import tiendo.wsgi"],
        env=surroundings | {"TIENDO_TODAY": "2024-12-02"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "ClockRefused" in done.stderr


@pytest.mark.parametrize("arguments", [(), ("bay",), ("start", "--la")])
def test_wrong_usage_ends_with_two(tiendo: Command, arguments: tuple[str, ...]) -> None:
    done = tiendo(*arguments)
    assert done.returncode == 2
    assert "usage: tiendo" in done.stderr
