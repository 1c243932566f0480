"""Starting the process that works apart, listening to it, and ending it with everything it started."""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from tiendo.plans.readings import Stored
from vanban.sources import Unreadable

WORKER: tuple[str, ...] = (sys.executable, "-m", "tiendo.plans.apart")
TOO_MUCH_MEMORY = "memory"  # codes of what cannot be read or drawn, beside those of the reader
NO_PAGE = "no-page"
A_MOMENT = 0.5  # seconds without an answer after which the caller may look at something else
A_PIECE = 1 << 16


class Broken(Exception):
    """The process ended without an answer: a fault of ours, or of a library."""


class TooLong(Exception):
    """The process took longer than it may."""


def answers(*job: str | Path, worker: Sequence[str] | None = None) -> Iterator[Stored | None]:
    """What a process of its own answers to `job`, as it comes; None about twice a second while it is silent.

    `worker` is the command that knows the job, the one for documents unless another is given.

    The process ends, with all it started, as soon as the caller stops listening. Raises `Broken` when it
    ends by itself with a failure, `Unreadable` when it says that the document is.
    """
    command = [*(worker or WORKER), *map(str, job)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        try:
            for line in _lines(process.stdout):  # type: ignore[arg-type]
                yield _said(line) if line else None
            if process.wait():
                raise Broken(process.returncode)
        finally:
            _end(process)


def do_within(
    seconds: float, *job: str | Path, worker: Sequence[str] | None = None
) -> Stored | None:
    """Let `job` be done apart and return the last answer, None of a job that says nothing.

    Raises `TooLong` after so many seconds, `Unreadable` and `Broken` as above.
    """
    end, last = time.monotonic() + seconds, None
    for answer in answers(*job, worker=worker):
        last = answer or last
        if time.monotonic() > end:
            raise TooLong(seconds)
    return last


def _said(line: bytes) -> Stored:
    answer: Stored = json.loads(line)
    if refused := answer.get("unreadable"):
        raise Unreadable(refused["code"], refused["values"])
    return answer


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines as they come, and an empty one for every moment in which none came."""
    number, waiting = stream.fileno(), bytearray()
    listener = select.poll()
    listener.register(number, select.POLLIN)
    while True:
        if not listener.poll(A_MOMENT * 1000):
            yield b""
            continue
        piece = os.read(number, A_PIECE)
        if not piece:
            return
        *whole, rest = piece.split(b"\n")
        if whole:
            yield bytes(waiting) + whole[0]
            yield from whole[1:]
            waiting.clear()
        waiting += rest


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the process and all it started: those in its own group, and those that left it."""
    others = list(descendants(process.pid))
    with suppress(ProcessLookupError):  # all of them have ended by themselves
        os.killpg(process.pid, signal.SIGKILL)
    for number in others:
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)


def descendants(process: int) -> Iterator[int]:
    """The numbers of the processes that this one started, and those that they started."""
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):  # a thread that has just ended
            for child in map(int, listed.read_text("ascii").split()):
                yield child
                yield from descendants(child)
