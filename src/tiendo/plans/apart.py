"""A process of its own that reads a document or draws one of its pages: nothing it does can harm the server.

    python -m tiendo.plans.apart read FILE
    python -m tiendo.plans.apart picture FILE TARGET PAGE DPI TURN

It answers in lines of JSON on its standard output, knows no database, may use so much memory and no more,
and ends, with all it started, when the process that started it ends.
"""

import json
import os
import resource
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, TextIO

from PIL import Image

from tiendo.plans.children import NO_PAGE, TOO_MUCH_MEMORY, descendants
from vanban.check.checking import remarks_on
from vanban.jsonform import plain_value
from vanban.model import Reading
from vanban.reader import read
from vanban.sources import Unreadable
from vanban.sources.pictures import page_picture

MEMORY = 4 << 30  # bytes of address space; what is in use is about a third

Say = Callable[[Mapping[str, Any]], None]


def main(arguments: Sequence[str]) -> int:
    """Do one job and say its result; what goes wrong is said too, and only a fault of ours is a failure."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    job, *rest = arguments
    with _channel() as channel:
        say = partial(_say, channel)
        try:
            JOBS[job](say, *rest)
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


def _read(say: Say, file: str) -> None:
    def tell(done: int, total: int) -> None:
        say({"done": done, "total": total})

    reading = read(Path(file), tell)
    say({"reading": plain_value(reading), **_remarks(Path(file), reading)})


def _remarks(path: Path, reading: Reading) -> Mapping[str, Any]:
    """What is wrong with the document itself; a check that fails does not cost the reading."""
    try:
        return {"remarks": plain_value(remarks_on(path, reading))}
    except Exception:
        traceback.print_exc()
        return {}


def _picture(say: Say, file: str, target: str, *how: str) -> None:
    page, dpi, turn = map(int, how)
    try:
        drawn = page_picture(Path(file), page, dpi)
    except LookupError:
        say({"unreadable": {"code": NO_PAGE, "values": {}}})
        return
    if turn:
        with Image.open(BytesIO(drawn)) as upright:
            upright.rotate(-turn, expand=True).save(target, "PNG")
    else:
        Path(target).write_bytes(drawn)


JOBS: Mapping[str, Callable[..., None]] = {"read": _read, "picture": _picture}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
