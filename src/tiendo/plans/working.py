"""What a process that works apart does around its job: it answers in lines of JSON on its standard output, knows
no database, may use so much memory and no more, and ends, with all it started, when who started it ends.
"""

import json
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, TextIO

from tiendo.plans.children import TOO_MUCH_MEMORY, descendants
from vanban.sources import Unreadable

Say = Callable[[Mapping[str, Any]], None]
Jobs = Mapping[str, Callable[..., None]]


def work(arguments: Sequence[str], jobs: Jobs, memory: int) -> int:
    """Do one job within `memory` bytes of address space and say its result; what goes wrong is said too.

    Only a fault of ours is a failure.
    """
    threading.Thread(target=_end_with_parent, daemon=True).start()
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    job, *rest = arguments
    with _channel() as channel:
        say = partial(_say, channel)
        try:
            jobs[job](say, *rest)
        except Unreadable as error:
            say({"unreadable": {"code": error.code, "values": dict(error.values)}})
        except MemoryError:
            say({"unreadable": {"code": TOO_MUCH_MEMORY, "values": {}}})
    return 0


def _channel() -> TextIO:
    """Keep standard output for the answers: what a library prints goes where errors go."""
    channel = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return channel


def _say(channel: TextIO, answer: Mapping[str, Any]) -> None:
    channel.write(json.dumps(answer, ensure_ascii=False) + "\n")
    channel.flush()


def _end_with_parent() -> None:
    os.read(sys.stdin.fileno(), 1)  # nothing ever comes; it ends when the parent is gone
    for number in list(descendants(os.getpid())):
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
    os._exit(1)
