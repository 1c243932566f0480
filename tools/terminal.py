"""How set-up speaks: one line a step with its seconds, and one clear sentence when it must stop."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from tools.places import ROOT

CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"


def stop(vietnamese: str, english: str) -> NoReturn:
    """End with both sentences on standard error and exit status 1."""
    print(f"\n{vietnamese}\n{english}", file=sys.stderr)
    raise SystemExit(1)


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say what is being done, and when it is done how many seconds it took."""
    print(f"  {what} …", end="", flush=True)
    began = time.monotonic()
    yield
    print(f" {time.monotonic() - began:.1f} s", flush=True)


def environment(**extra: str) -> dict[str, str]:
    """The environment for programs that fetch: the machine's own certificates, no other Python."""
    chosen = {
        "UV_SYSTEM_CERTS": "1",
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_NO_PROGRESS": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PYTHONUTF8": "1",
    }
    if Path(CERTIFICATES).exists():
        chosen["NODE_EXTRA_CA_CERTS"] = CERTIFICATES
    return chosen | dict(os.environ) | extra


class NotFetched(Exception):
    """Something could not be brought; the message is what the program that should bring it said."""

    def __init__(self, program: str, said: str) -> None:
        super().__init__(said[-3000:])
        self.program = program


def fetch(
    command: Sequence[str | Path], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> None:
    """Run a program that brings something. Raises NotFetched when it fails."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=dict(env or environment()),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NotFetched(Path(command[0]).name, done.stdout + done.stderr)


def stop_unfetched(failure: NotFetched) -> NoReturn:
    """End with what the program said, and with a sentence about what to do."""
    print(f"\n{failure}", file=sys.stderr)
    stop(
        f"Không tải được phần cần thiết ({failure.program}): hãy kiểm tra đường mạng rồi chạy lại.",
        f"What is needed could not be fetched ({failure.program}): check the network and try again.",
    )
