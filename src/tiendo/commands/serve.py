"""tiendo serve: the web server and the background worker, started and ended together."""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from types import FrameType

from tiendo.accounts.clock import today
from tiendo.administration.audits import background as packing
from tiendo.cli import Refused
from tiendo.commands.installation import bring_up_to_date
from tiendo.plans import background as reading
from tiendo.progress.handover import background as handing_over
from tiendo.progress.rounds import background as opening
from tiendo.registers.sheets import bringing


def run(args: argparse.Namespace) -> None:
    """Serve until interrupted. Raises Refused when the port is taken or a part ends by itself."""
    refuse_busy(args.host, args.port)
    bring_up_to_date()
    reading.resume()
    packing.resume()
    handing_over.resume()
    opening.resume()
    bringing.resume(today())
    print(f"http://{args.host}:{args.port}", flush=True)
    _end_with_the_terminal()
    parts: list[subprocess.Popen[bytes]] = []
    try:
        for command in commands(args):
            parts.append(subprocess.Popen(command))
        _wait_for_first(parts)
    finally:
        _end(parts)
    raise Refused(
        "Một tiến trình đã dừng; xem dòng lỗi phía trên.\nA process has ended; see the lines above."
    )


def commands(args: argparse.Namespace) -> list[list[str]]:
    """The command lines of the parts: web and worker."""
    web = [
        sys.executable,
        "-m",
        "gunicorn",
        "tiendo.wsgi:application",
        "--bind",
        f"{args.host}:{args.port}",
    ]
    web += ["--workers", str(args.workers), "--threads", "2", "--log-level", "warning"]
    worker = [sys.executable, "-m", "django", "worker", "--interval", "0.5", "--queue-name", "*"]
    return [web, worker]


def refuse_busy(host: str, port: int) -> None:
    """Raise Refused when something already listens on this port, or the port may not be used."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Refused(
                f"Cổng {port} không dùng được ({error.strerror}). Chọn cổng khác: tiendo serve --port 8080.\n"
                f"Port {port} cannot be used ({error.strerror}). Choose another: tiendo serve --port 8080."
            ) from error


def _end_with_the_terminal() -> None:
    """Let a closed terminal end the parts as an interrupt does: they would go on without it."""
    signal.signal(signal.SIGTERM, _interrupt)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # as under nohup
        signal.signal(signal.SIGHUP, _interrupt)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _wait_for_first(parts: Sequence[subprocess.Popen[bytes]]) -> None:
    while all(part.poll() is None for part in parts):
        time.sleep(0.3)


def _end(parts: Sequence[subprocess.Popen[bytes]]) -> None:
    for part in parts:
        if part.poll() is None:
            os.kill(part.pid, signal.SIGTERM)
    for part in parts:
        try:
            part.wait(timeout=10)
        except subprocess.TimeoutExpired:
            part.kill()
