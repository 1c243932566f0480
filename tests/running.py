"""`tiendo` as a person runs it: the installed program, in processes and folders of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("tiendo")


def surroundings(home: Path) -> dict[str, str]:
    """The environment of a command: of this machine's settings of the product only where the data go."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("TIENDO_")}
    plain.pop("DJANGO_SETTINGS_MODULE", None)
    return plain | {"TIENDO_HOME": str(home), "PYTHONWARNINGS": "default"}


def run(
    arguments: list[str], environment: Mapping[str, str], typed: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run `tiendo` with these arguments; `typed` is what comes from the keyboard."""
    return subprocess.run(
        [PROGRAM, *arguments],
        input=typed,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def free_port() -> int:
    """A port of the loopback on which nobody listens now."""
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


@contextmanager
def served(environment: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Yield the address at which `tiendo serve` answers and its number; end it by that number."""
    port = free_port()
    command = [PROGRAM, "serve", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as serving:
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/dang-nhap/")
            yield address, serving.pid
        finally:
            serving.send_signal(signal.SIGTERM)
            serving.wait(timeout=30)


def children_of(process: int) -> dict[int, str]:
    """The processes that this one started, each with its command line."""
    listed = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
    return {
        int(child): Path(f"/proc/{child}/cmdline").read_text("utf-8").replace("\0", " ")
        for child in listed.split()
    }


@contextmanager
def held(process: int) -> Iterator[None]:
    """Let this process stand still meanwhile."""
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)
