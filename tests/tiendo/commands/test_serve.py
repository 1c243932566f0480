"""`tiendo serve` as a real process: it answers, ends together, and refuses in a sentence."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import PROGRAM, children_of, free_port, wait_for
from tests.tiendo.commands.conftest import Command

pytestmark = pytest.mark.slow


@pytest.fixture
def busy() -> Iterator[int]:
    """A port on which somebody listens."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_it_answers_and_ends_with_all_its_parts(
    surroundings: dict[str, str], ending: signal.Signals
) -> None:
    port = free_port()
    # Whoever runs the tests may have told them to pass a signal by; the server must not inherit that.
    command = ["env", "--default-signal", PROGRAM, "serve", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, text=True) as serving:
        try:
            assert serving.stdout is not None
            assert serving.stdout.readline() == f"http://127.0.0.1:{port}\n"
            assert wait_for(f"http://127.0.0.1:{port}/dang-nhap/") == 200
            parts = set(children_of(serving.pid))
            assert len(parts) == 2
            serving.send_signal(ending)
            assert serving.wait(timeout=30) == 130
        finally:
            serving.terminate()  # a failure must not wait for ever
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


@pytest.mark.usefixtures("tables")
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


def test_a_moved_clock_is_refused_where_work_is_in_earnest(opened: Command) -> None:
    done = opened("serve", "--port", str(free_port()), TIENDO_TODAY="2024-12-02")
    assert done.returncode == 1
    assert "“Huyện Bình Sơn” works in earnest: its day may not be moved." in done.stderr


@pytest.mark.usefixtures("opened")
def test_the_web_server_by_itself_refuses_a_moved_clock_too(surroundings: dict[str, str]) -> None:
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
