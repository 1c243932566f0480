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


def fetch(
    command: Sequence[str | Path], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> None:
    """Run a program that brings something; when it fails, show its words and stop with a sentence."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=dict(env or environment()),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(f"\n{(done.stdout + done.stderr)[-3000:]}", file=sys.stderr)
        program = Path(command[0]).name
        stop(
            f"Không tải được phần cần thiết ({program}): hãy kiểm tra đường mạng rồi chạy lại.",
            f"What is needed could not be fetched ({program}): check the network and run it again.",
        )
